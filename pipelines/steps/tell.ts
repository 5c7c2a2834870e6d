import type { Answer, Connector } from '#sources/connectors/connector.ts'
import type { StepEffects } from '../effects.ts'
import { quoted } from '../feedback/quoted.ts'
import { type ToldFile, toldFile } from '../feedback/told.ts'
import { answerText, answerWorkbook, type Made, slipAlone } from '../feedback/workbook.ts'
import type { Answerable, Answered } from '../ledger/answers.ts'
import { hasTwin } from '../ledger/deliveries.ts'
import type { Ledger } from '../ledger/open.ts'
import type { Action } from '../ledger/schema.ts'
import { isHandled, sentenceOf } from '../mistakes.ts'
import type { Readers } from '../readers/pool.ts'
import type { Setting } from '../station.ts'
import type { Vault } from '../vault/vault.ts'
import { PATIENCE_MS, within } from './listing.ts'

export interface AnswerParts
  extends StepEffects,
    Pick<Setting, 'site' | 'plan' | 'reporters' | 'connectors'> {
  readonly vault: Vault
  readonly ledger: Ledger
  readonly readers: Readers
  /** How long a connector may take for one answer; then it is left for this time. */
  readonly patienceMs?: number
}

export interface AnswerFailure {
  readonly connector: string
  readonly name: string
  readonly message: string
}

/** What every answer is called beside the name of the file. */
export const ANSWER = 'phieu-kiem-tra'
/** All that an answer may consist of: what of an earlier one has no successor is taken back. */
export const ANSWERS = ['xlsx', 'xlsm', 'txt'].map((extension) => `${ANSWER}.${extension}`)

/** Gives the sender of one delivery what was found in his file. */
export async function tell(
  delivery: Answerable,
  connector: Connector,
  actions: readonly Action[],
  parts: AnswerParts,
): Promise<Answered | AnswerFailure> {
  const { source_name: name, id } = delivery
  const { patienceMs = PATIENCE_MS, clock } = parts
  try {
    const { answers, versions } = await answersFor(delivery, actions, parts)
    const given = connector.answer?.({ name }, answers) ?? Promise.resolve()
    await within(given, patienceMs, connector, name)
    if (connector.takeBack !== undefined && !(await hasTwin(parts.ledger.db, connector.id, name))) {
      const older = ANSWERS.filter((one) => !answers.some((answer) => answer.name === one))
      await within(connector.takeBack({ name }, older), patienceMs, connector, name)
    }
    return { delivery: id, versions, at: clock() }
  } catch (cause) {
    return failureOf(connector, name, cause, parts)
  }
}

async function answersFor(
  { sha256, source_name: name, received_at: at }: Answerable,
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

/** Reports what a connector refused. */
export function failureOf(
  { id }: Connector,
  name: string,
  cause: unknown,
  { log }: AnswerParts,
): AnswerFailure {
  const message = cause instanceof Error && isHandled(cause) ? sentenceOf(cause) : String(cause)
  log.error({ connector: id, name, err: cause }, 'a sender could not be answered')
  return { connector: id, name, message }
}
