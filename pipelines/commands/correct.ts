import type { Correction } from '#sources/correct.ts'
import { formById } from '#sources/forms/index.ts'
import type { Reading } from '#sources/submission.ts'
import { dayOf } from '#sources/vocabulary/date.ts'
import { messageOf } from '#sources/words.ts'
import { isJson } from '../feedback/workbook.ts'
import { recordCorrection } from '../ledger/corrections.ts'
import type { Submission } from '../ledger/schema.ts'
import { byReplacement, counting } from '../ledger/submissions.ts'
import { withReaders } from '../readers/with-readers.ts'
import { read } from '../run.ts'
import { openStation, type Station } from '../station.ts'
import { readParsed } from '../vault/parsed.ts'
import { submissionIdOf } from '../vault/parsed-lines.ts'
import { sha256Of } from '../vault/vault.ts'
import { type Answer, answer, type Context } from './command.ts'
import { type CellOptions, type Said, saidOf, traced } from './correct-cells.ts'
import { actorOf, type DecideOptions } from './decide.ts'
import { byReceipt, type Received, receiptOf } from './receipt.ts'
import { UsageError } from './usage.ts'

export interface CorrectOptions extends DecideOptions, CellOptions {}

/**
 * Enters a correction that the sender gave by telephone as a submission of its own: his file with those cells changed and its next “Lần
 * gửi”, in the vault beside what he sent. It counts by its higher revision; `withdraw` brings the old one back.
 *
 * Refused, with nothing stored, where it would not be accepted, or where the file is not the last word on all that it holds.
 */
export async function correct(
  { site, effects }: Context,
  receipt: string,
  options: CorrectOptions,
): Promise<Answer> {
  const station = await openStation(site, effects)
  try {
    const received = await byReceipt(station.ledger.db, receipt)
    const { sent } = received
    await requireLastWord(station, received)
    const bytes = await station.vault.get(sent.sha256)
    const json = isJson(bytes)
    const parsed = await readParsed(station.site.parsed, sent.parsed_name)
    const said = saidOf(options, parsed, json)
    const made = await correctedFile(station, sent, bytes, said, options.reason)
    const sha256 = sha256Of(made)
    const becomes = submissionIdOf({ sha256, form: sent.form })
    const cells = said.map((one) => traced(one, parsed))
    const actor = actorOf(options)
    await station.vault.put(made)
    await recordCorrection(station.ledger.db, {
      ...{ at: station.clock(), actor, reason: options.reason, becomes, cells },
      submission: sent.submission_id,
      file: { sourceName: nameOf(sent, made), sha256, bytes: made.length },
    })
    await read(station)
    const result = { submission: sent.submission_id, becomes, cells, actor }
    return answer({ kind: 'correct', ...result, reason: options.reason }, [
      `correct: ${receiptOf(sent.submission_id)} is now ${receiptOf(becomes)}, revision ${(sent.revision ?? 0) + 1}`,
      ...cells.map(({ cell, field, after }) => `  ${cell} ${field}: ${after}`),
      `it shows from the next build on: hoanhap run; to take it back: hoanhap withdraw ${receiptOf(becomes)} --reason …`,
    ])
  } finally {
    await station.close()
  }
}

/** All forms of the file go into the new one: each must be the newest word on its report, or an old one would come back. */
async function requireLastWord(
  { ledger: { db } }: Station,
  { sent, assignment }: Received,
): Promise<void> {
  const name = receiptOf(sent.submission_id)
  if (formById(sent.form) === undefined || sent.revision === null || assignment !== null) {
    throw new UsageError(`${name} does not say itself whose report it is; ask for another file`)
  }
  const forms = await db
    .selectFrom('submission')
    .selectAll()
    .where('sha256', '=', sent.sha256)
    .where('assignment', 'is', null)
    .execute()
  for (const one of forms) {
    const newest = (await counting(db, one)).at(-1)
    const isLast =
      one.outcome === 'rejected'
        ? newest === undefined || byReplacement(newest, one) < 0
        : newest?.submission_id === one.submission_id
    if (isLast) continue
    const other =
      newest === undefined ? 'it does not count' : `${receiptOf(newest.submission_id)} does`
    throw new UsageError(
      `${receiptOf(one.submission_id)} is not what counts for its report: ${other}; correct that, or ask for another file`,
    )
  }
}

/** Made and read by a reader child before anything is stored. */
async function correctedFile(
  station: Station,
  { form, revision, rows_accepted: rowsBefore }: Submission,
  bytes: Uint8Array,
  said: readonly Said[],
  reason: string,
): Promise<Uint8Array> {
  const cells = Object.fromEntries(said.map(({ cell, value }) => [cell, value]))
  const correction = { form, cells, revision: (revision ?? 0) + 1, reason }
  return withReaders(station.setup, { size: 1, log: station.log }, async (readers) => {
    const made = await readers.make({ kind: 'correct', bytes, correction })
    if (made === null) {
      throw new UsageError('the file cannot be changed as it stands; ask for another file')
    }
    const receivedOn = dayOf(station.clock())
    const reading = await readers.read({ bytes: made, fileName: form, receivedOn })
    requireAccepted(reading, correction, rowsBefore)
    return made
  })
}

/** Those cells are right, and no row is lost by them. */
function requireAccepted(
  { sheets, problems }: Reading,
  { form, revision, cells }: Correction,
  rowsBefore: number,
): void {
  const sheet = sheets.find((each) => each.form === form)
  const errors = problems.filter(({ severity }) => severity === 'error')
  const own = errors.filter(
    (problem) => problem.sheet === sheet?.sheet && (problem.cell ?? '') in cells,
  )
  const isAccepted =
    sheet !== undefined && sheet.outcome !== 'rejected' && sheet.rowsAccepted >= rowsBefore
  if (isAccepted && own.length === 0 && sheet.revision === revision) return
  const why = (own.length > 0 ? own : errors).slice(0, 3).map((problem) => messageOf(problem))
  throw new UsageError(
    ['the corrected report would not be accepted, nothing was stored', ...why].join('\n'),
  )
}

/** `3f2a9c0d1e4b/returnee-register.2.xlsx`: what was corrected, as which sending. */
function nameOf({ submission_id, revision }: Submission, made: Uint8Array): string {
  return `${receiptOf(submission_id)}.${(revision ?? 0) + 1}.${isJson(made) ? 'json' : 'xlsx'}`
}
