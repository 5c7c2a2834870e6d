import type { Connector } from '#sources/connectors/connector.ts'
import { noProgress } from '../effects.ts'
import { actionsUntil } from '../ledger/actions.ts'
import { type Answerable, type Answered, recordAnswers, unanswered } from '../ledger/answers.ts'
import type { Action } from '../ledger/schema.ts'
import { letGo } from './let-go.ts'
import { inParallel } from './parallel.ts'
import { type AnswerFailure, type AnswerParts, tell } from './tell.ts'

export interface AnswerSummary {
  /** Senders told now. */
  readonly answered: number
  readonly failures: readonly AnswerFailure[]
}

/** Answers that are entered in the ledger together; a crash gives so many again. */
const AT_ONCE = 64

/**
 * Tells each sender what was found in his file, by the way it came: a text and a workbook, which is his own with its cells marked where
 * there is something to mend or to mind.
 *
 * A delivery is answered once; a crash in between gives the same answer again in place of the first. A connector that fails is reported,
 * stops nobody, and is tried again at the next run.
 */
export async function answer(parts: AnswerParts): Promise<AnswerSummary> {
  const { connectors, ledger } = parts
  const actions = await actionsUntil(ledger.db)
  const told: (Answered | AnswerFailure)[] = []
  for (const connector of connectors) {
    if (connector.answer === undefined) continue
    const waiting = await unanswered(ledger.db, connector.id)
    if (waiting.length === 0) continue
    told.push(
      ...(await tellAll(waiting, connector, actions, parts).finally(() =>
        letGo([connector], parts),
      )),
    )
  }
  const failures = told.filter((one) => 'message' in one)
  return Object.freeze({ answered: told.length - failures.length, failures })
}

async function tellAll(
  waiting: readonly Answerable[],
  connector: Connector,
  actions: readonly Action[],
  parts: AnswerParts,
): Promise<readonly (Answered | AnswerFailure)[]> {
  const { ledger, readers, progress = noProgress } = parts
  const told: (Answered | AnswerFailure)[] = []
  progress.start('answering', waiting.length)
  for (let at = 0; at < waiting.length; at += AT_ONCE) {
    const batch = await inParallel(
      waiting.slice(at, at + AT_ONCE),
      readers.size + 1,
      async (one) => {
        const outcome = await tell(one, connector, actions, parts)
        progress.advance()
        return outcome
      },
    )
    await recordAnswers(
      ledger.db,
      batch.filter((one) => 'delivery' in one),
    )
    told.push(...batch)
  }
  progress.stop()
  return told
}
