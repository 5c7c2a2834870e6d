import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Problem } from '#sources/problem.ts'
import { LIMITS } from '#sources/readers/limits.ts'
import { type CalendarDate, dayOf } from '#sources/vocabulary/date.ts'
import { messageOf, outcomeTitles } from '#sources/words.ts'
import { openReaders } from '../readers/pool.ts'
import { settingOf } from '../station.ts'
import { type Answer, answer, type Context } from './command.ts'
import { UsageError } from './usage.ts'

export interface CheckOptions {
  /** Read as if received on this day; today when left out. */
  readonly on?: CalendarDate
}

/** Reads a file as the pipeline would, stores nothing, and says what it found; the answer for any file at all. */
export async function check(
  { site, effects }: Context,
  file: string,
  options: CheckOptions,
): Promise<Answer> {
  const bytes = await bytesOf(file)
  const setting = await settingOf(site)
  const readers = openReaders(setting.setup, { size: 1, log: effects.log })
  try {
    const reading = await readers.read({
      bytes,
      fileName: basename(file),
      receivedOn: options.on ?? setting.config.businessDate ?? dayOf(effects.clock()),
    })
    const sheets = reading.sheets.map(
      ({ form, reporter, window, revision, rowsRead, rowsAccepted }) => ({
        form,
        reporter,
        window,
        revision,
        rowsRead,
        rowsAccepted,
      }),
    )
    const total = (of: 'rowsRead' | 'rowsAccepted') =>
      sheets.reduce((sum, sheet) => sum + sheet[of], 0)
    const json = {
      outcome: reading.outcome,
      sheets,
      rowsRead: total('rowsRead'),
      rowsAccepted: total('rowsAccepted'),
      problems: reading.problems.map(said),
    }
    return answer(json, [
      `${basename(file)}: ${outcomeTitles[reading.outcome]}`,
      ...reading.sheets.map((s) => `${s.sheet}: ${s.rowsAccepted}/${s.rowsRead}`),
      ...json.problems.map((p) => `${p.severity === 'error' ? '✗' : '!'} ${p.message}`),
    ])
  } finally {
    readers.close()
  }
}

/** The bytes of a file that somebody names. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new UsageError(`${file} is not a file`)
  return firstBytes(file, Math.min(found.size, LIMITS.fileBytes + 1))
}

/** One byte over the limit is enough to refuse a file; the rest of it is never read. */
async function firstBytes(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function said(problem: Problem) {
  const { code, severity, sheet, cell, field, value } = problem
  return { code, severity, sheet, cell, field, value, message: messageOf(problem) }
}
