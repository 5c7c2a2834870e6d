import { basename } from 'node:path'
import { planNumber } from '#dashboards/words.ts'
import { type CalendarDate, dayOf } from '#sources/vocabulary/date.ts'
import { contextRemarks } from '../feedback/context.ts'
import { quoted } from '../feedback/quoted.ts'
import { type Arrival, type Told, toldFile } from '../feedback/told.ts'
import { answerWorkbook } from '../feedback/workbook.ts'
import { fileExists, writeDurably } from '../files.ts'
import { actionsUntil } from '../ledger/actions.ts'
import type { LedgerDatabase } from '../ledger/schema.ts'
import { feedbackSheet, shownName } from '../publish/feedback.ts'
import type { Readers } from '../readers/pool.ts'
import { withReaders } from '../readers/with-readers.ts'
import { reporterOf } from '../reporter-of.ts'
import { openStation, type Setting, settingOf } from '../station.ts'
import { sha256Of } from '../vault/vault.ts'
import { type Answer, answer, type Context } from './command.ts'
import { bytesToCheck } from './file-to-check.ts'
import { UsageError } from './usage.ts'

export interface FeedbackOptions {
  /** The workbook to write; readable by its owner alone. */
  readonly out: string
  /** A file on disk is read as if received on this day; today when left out. */
  readonly on?: CalendarDate
}

/**
 * Writes the answer to a file as a workbook: the sender's own with its bad cells marked and a slip in front. A receipt names a file of the
 * vault, with what the current generation says of its cells beside; anything else a file on disk, of which nothing is stored.
 */
export async function feedback(
  context: Context,
  what: string,
  options: FeedbackOptions,
): Promise<Answer> {
  return (await fileExists(what)) ? ofDisk(context, what, options) : ofVault(context, what, options)
}

async function ofDisk(
  { site, effects }: Context,
  path: string,
  { out, on }: FeedbackOptions,
): Promise<Answer> {
  const setting = await settingOf(site)
  const bytes = await bytesToCheck(path)
  if (typeof bytes === 'string')
    throw new UsageError(`${path} is no file that can be read (${bytes})`)
  const at = effects.clock()
  return withReaders(setting.setup, { size: 1, log: effects.log }, async (readers) => {
    const receivedOn = on ?? setting.config.businessDate ?? dayOf(at)
    const reading = await readers.read({ bytes, fileName: basename(path), receivedOn })
    const told: Told = {
      receipt: sha256Of(bytes).slice(0, 12),
      fileName: shownName(basename(path)),
      receivedAt: at.toISOString(),
      planNumber: planNumber(setting.plan),
      outcome: reading.outcome,
      sheets: reading.sheets.map((sheet) => sheetOf(sheet, setting)),
    }
    const made = await answerWorkbook(readers, bytes, told, reading.problems)
    return written(out, made.bytes, told, reading.problems.length)
  })
}

function sheetOf(
  sheet: Awaited<ReturnType<Readers['read']>>['sheets'][number],
  { reporters }: Setting,
) {
  const { reporter, window, dataTo, rowsRead, rowsAccepted, ...same } = sheet
  const row = {
    ...same,
    reporter_id: reporter,
    window_id: window,
    data_to: dataTo,
    rows_read: rowsRead,
    rows_accepted: rowsAccepted,
    assigned: false,
  }
  return feedbackSheet(row, reporterOf(reporters, reporter, window)?.name ?? null)
}

async function ofVault(
  { site, effects }: Context,
  receipt: string,
  { out }: FeedbackOptions,
): Promise<Answer> {
  const station = await openStation(site, effects)
  try {
    const { db } = station.ledger
    const arrival = await arrivalOf(db, receipt)
    const file = await toldFile(station, db, arrival, await actionsUntil(db))
    const bytes = await station.vault.get(arrival.sha256)
    const ids = file.submissions.map((submission) => submission.submission_id)
    const remarks = await contextRemarks(station, ids)
    return await withReaders(station.setup, { size: 1, log: effects.log }, async (readers) => {
      const problems = await quoted(bytes, file, { readers })
      const made = await answerWorkbook(readers, bytes, file.told, problems, remarks)
      return written(out, made.bytes, file.told, problems.length + remarks.length)
    })
  } finally {
    await station.close()
  }
}

async function written(out: string, bytes: Uint8Array, told: Told, problems: number) {
  await writeDurably(out, bytes)
  const { receipt, outcome } = told
  return answer({ file: out, receipt, outcome, problems }, [
    out,
    `receipt ${receipt}: ${outcome}, ${problems} problems`,
  ])
}

/** The file that a receipt names, its form left aside, and how it came first. */
async function arrivalOf(db: LedgerDatabase, receipt: string): Promise<Arrival> {
  const digits = /^([0-9a-f]{6,64})(\/.*)?$/.exec(receipt)?.[1]
  const rows =
    digits === undefined
      ? []
      : await db
          .selectFrom('delivery')
          .select(['sha256', 'source_name as name', 'received_at as at'])
          .where('sha256', 'like', `${digits}%`)
          .orderBy('id')
          .execute()
  const [first] = rows
  if (first === undefined) {
    throw new UsageError(
      `'${receipt}' is no file on disk and no receipt; the number stands on the feedback of the file`,
    )
  }
  const others = new Set(rows.map(({ sha256 }) => sha256))
  if (others.size === 1) return first
  const names = [...others].map((sha256) => sha256.slice(0, 16)).join(', ')
  throw new UsageError(`'${receipt}' names ${others.size} files; say which: ${names}`)
}
