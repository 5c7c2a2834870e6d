import type { Connector } from '#sources/connectors/connector.ts'
import { actionsUntil } from '../ledger/actions.ts'
import { type Answerable, type Answered, answeredWith } from '../ledger/answers.ts'
import { hiddenName } from '../ledger/deliveries.ts'
import { letGo } from './let-go.ts'
import { PATIENCE_MS, within } from './listing.ts'
import { ANSWERS, type AnswerFailure, type AnswerParts, failureOf, tell } from './tell.ts'

/**
 * Takes answers back that quoted files which have been purged, and gives the slip alone in their place, but where the very name of the file
 * tells of a person (`named`: ids of such deliveries). Gives what could not be reached.
 */
export async function answerAnew(
  parts: AnswerParts,
  files: readonly string[],
  named: readonly number[],
): Promise<readonly AnswerFailure[]> {
  const { connectors, ledger } = parts
  const actions = await actionsUntil(ledger.db)
  const told: (Answered | AnswerFailure)[] = []
  for (const connector of connectors) {
    if (connector.answer === undefined) continue
    const given = await answeredWith(ledger.db, connector.id, files)
    // Where the name was taken already, this was done before it.
    for (const delivery of given.filter(({ id, source_name }) => source_name !== hiddenName(id))) {
      const taken = await takeBack(delivery, connector, parts)
      told.push(taken)
      if ('message' in taken || named.includes(delivery.id)) continue
      told.push(await tell(delivery, connector, actions, parts))
    }
    await letGo([connector], parts)
  }
  return told.filter((one) => 'message' in one)
}

async function takeBack(
  { id, source_name: name }: Answerable,
  connector: Connector,
  parts: AnswerParts,
): Promise<Answered | AnswerFailure> {
  const { patienceMs = PATIENCE_MS, clock } = parts
  try {
    const taken = connector.takeBack?.({ name }, ANSWERS) ?? Promise.resolve()
    await within(taken, patienceMs, connector, name)
    return { delivery: id, versions: '', at: clock() }
  } catch (cause) {
    return failureOf(connector, name, cause, parts)
  }
}
