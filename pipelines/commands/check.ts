import { basename } from 'node:path'
import type { Problem } from '#sources/problem.ts'
import { ofFile } from '#sources/sheets/problems.ts'
import type { Reading } from '#sources/submission.ts'
import { type CalendarDate, dayOf } from '#sources/vocabulary/date.ts'
import { messageOf, outcomeTitles } from '#sources/words.ts'
import { openReaders } from '../readers/pool.ts'
import { settingOf } from '../station.ts'
import { type Answer, answer, type Context } from './command.ts'
import { bytesToCheck } from './file-to-check.ts'

export interface CheckOptions {
  /** Read as if received on this day; today when left out. */
  readonly on?: CalendarDate
}

/**
 * Reads a file as the pipeline would, stores nothing, and says what it found: the answer for any file at all. What is no file, or is closed
 * to who asks, is answered as `unreadable` and ends with exit code 1.
 */
export async function check(
  context: Context,
  file: string,
  options: CheckOptions,
): Promise<Answer> {
  const bytes = await bytesToCheck(file)
  const reading =
    typeof bytes === 'string'
      ? unreadable(ofFile('unreadable', { reason: bytes }))
      : await readingOf(bytes, basename(file), options, context)
  return answer(documentOf(reading), linesOf(reading, basename(file)), typeof bytes !== 'string')
}

async function readingOf(
  bytes: Uint8Array,
  fileName: string,
  options: CheckOptions,
  { site, effects }: Context,
): Promise<Reading> {
  const { setup, config } = await settingOf(site)
  const readers = openReaders(setup, { size: 1, log: effects.log })
  try {
    const receivedOn = options.on ?? config.businessDate ?? dayOf(effects.clock())
    return await readers.read({ bytes, fileName, receivedOn })
  } finally {
    readers.close()
  }
}

function unreadable(problem: Problem): Reading {
  return { outcome: 'rejected', sheets: [], problems: [problem] }
}

function documentOf({ outcome, sheets, problems }: Reading) {
  const total = (of: 'rowsRead' | 'rowsAccepted') =>
    sheets.reduce((sum, sheet) => sum + sheet[of], 0)
  return {
    outcome,
    sheets: sheets.map(({ form, reporter, window, revision, rowsRead, rowsAccepted }) => ({
      form,
      reporter,
      window,
      revision,
      rowsRead,
      rowsAccepted,
    })),
    rowsRead: total('rowsRead'),
    rowsAccepted: total('rowsAccepted'),
    problems: problems.map(said),
  }
}

function linesOf({ outcome, sheets, problems }: Reading, name: string): readonly string[] {
  return [
    `${name}: ${outcomeTitles[outcome]}`,
    ...sheets.map((s) => `${s.sheet}: ${s.rowsAccepted}/${s.rowsRead}`),
    ...problems.map((p) => `${p.severity === 'error' ? '✗' : '!'} ${messageOf(p)}`),
  ]
}

function said(problem: Problem) {
  const { code, severity, sheet, cell, field, value } = problem
  return { code, severity, sheet, cell, field, value, message: messageOf(problem) }
}
