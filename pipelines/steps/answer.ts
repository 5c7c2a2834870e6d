import type { Answer, Connector } from '#sources/connectors/connector.ts'
import { noProgress, type StepEffects } from '../effects.ts'
import { quoted } from '../feedback/quoted.ts'
import { type ToldFile, toldFile } from '../feedback/told.ts'
import { answerText, answerWorkbook, type Made, slipAlone } from '../feedback/workbook.ts'
import { actionsUntil } from '../ledger/actions.ts'
import { type Answered, recordAnswers, type Unanswered, unanswered } from '../ledger/answers.ts'
import type { Ledger } from '../ledger/open.ts'
import type { Action } from '../ledger/schema.ts'
import { isHandled, sentenceOf } from '../mistakes.ts'
import type { Readers } from '../readers/pool.ts'
import type { Setting } from '../station.ts'
import type { Vault } from '../vault/vault.ts'
import { letGo } from './let-go.ts'
import { PATIENCE_MS, within } from './listing.ts'
import { inParallel } from './parallel.ts'

export interface AnswerParts
  extends StepEffects,
    Pick<Setting, 'site' | 'plan' | 'reporters' | 'connectors'> {
  readonly vault: Vault
  readonly ledger: Ledger
  readonly readers: Readers
  /** How long a connector may take for one answer; then it is left for this time. */
  readonly patienceMs?: number
}

export interface AnswerSummary {
  /** Senders told now. */
  readonly answered: number
  readonly failures: readonly AnswerFailure[]
}

export interface AnswerFailure {
  readonly connector: string
  readonly name: string
  readonly message: string
}

const ANSWER = 'phieu-kiem-tra'
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
  waiting: readonly Unanswered[],
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

async function tell(
  delivery: Unanswered,
  connector: Connector,
  actions: readonly Action[],
  parts: AnswerParts,
): Promise<Answered | AnswerFailure> {
  const { source_name: name, id } = delivery
  const { patienceMs = PATIENCE_MS, clock, log } = parts
  try {
    const { answers, versions } = await answersFor(delivery, actions, parts)
    const given = connector.answer?.({ name }, answers) ?? Promise.resolve()
    await within(given, patienceMs, connector, name)
    return { delivery: id, versions, at: clock() }
  } catch (cause) {
    const message = cause instanceof Error && isHandled(cause) ? sentenceOf(cause) : String(cause)
    log.error({ connector: connector.id, name, err: cause }, 'a sender could not be answered')
    return { connector: connector.id, name, message }
  }
}

async function answersFor(
  { sha256, source_name: name, received_at: at }: Unanswered,
  actions: readonly Action[],
  parts: AnswerParts,
): Promise<{ readonly answers: readonly Answer[]; readonly versions: string }> {
  const file = await toldFile(parts, parts.ledger.db, { sha256, name, at }, actions)
  const { bytes, extension } = await workbookFor(file, sha256, parts)
  return {
    answers: [
      { name: `${ANSWER}.${extension}`, bytes },
      { name: `${ANSWER}.txt`, bytes: answerText(file.told, file.problems) },
    ],
    versions: file.submissions[0]?.versions ?? '',
  }
}

/**
 * Nothing to mend and nothing to mind: the slip alone, in place of what an earlier file of that name was answered. So is a file that was
 * purged and came again: its cells are gone.
 */
async function workbookFor(
  file: ToldFile,
  sha256: string,
  { vault, readers }: AnswerParts,
): Promise<Made> {
  const gone = await vault.replacements.has(sha256)
  if (gone || file.problems.length === 0) return slipAlone(file.told)
  const bytes = await vault.get(sha256)
  return answerWorkbook(readers, bytes, file.told, await quoted(bytes, file, { readers }))
}
