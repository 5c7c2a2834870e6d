import { join } from 'node:path'
import type { Places } from '#sources/reference/places.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter, ReporterId } from '#sources/vocabulary/reporter.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import { writeDurably } from '../files.ts'
import { isHandled } from '../mistakes.ts'
import type { Readers } from '../readers/pool.ts'
import type { Station } from '../station.ts'
import { inParallel } from '../steps/parallel.ts'
import type { HandedOver } from './estates.ts'
import { pathOf } from './folder.ts'
import type { OwedBook } from './owed.ts'
import { type Prefilled, type PrefilledBook, type Prefiller, prefiller } from './prefill.ts'

/** What was handed out; no value of any row stands in it. */
export interface HandedOut {
  readonly reporter: ReporterId
  readonly window: string
  /** Below the folder. */
  readonly path: string
  /** The sending that the cover says; more than 1 where the window has its report already. */
  readonly revision: number
  readonly forms: readonly HandedForm[]
}

export interface HandedForm {
  readonly form: string
  readonly dueBefore: CalendarDate
  readonly rows: number
  /** Rows among them that the last report was accepted without. */
  readonly withheld: number
  /** The report that it begins with; null for a blank sheet. */
  readonly from: { readonly submission: string; readonly window: string } | null
  /** True when that is this very window's report. */
  readonly accepted: boolean
  /** Windows since then for which nothing counts. */
  readonly missing: readonly string[]
  /** Of a new unit's first sheet: the last reports of those that it takes the place of. */
  readonly handedOver: readonly HandedOver[]
}

export interface NotHandedOut {
  readonly reporter: ReporterId
  readonly why: string
}

/** Writes the workbooks into a folder that is there; one that cannot be filled in is not written, and the others are. */
export async function handOut(
  books: readonly OwedBook[],
  folder: string,
  station: Station,
  readers: Readers,
): Promise<{
  readonly handed: readonly HandedOut[]
  readonly failed: readonly NotHandedOut[]
}> {
  const { progress } = station
  const fill = await prefiller({ ...station, readers })
  progress.start('workbooks', books.length)
  const done = await inParallel(books, readers.size + 1, async (book) => {
    const one = await handOne(book, fill, folder, station).catch((cause: unknown) =>
      failureOf(book, cause),
    )
    progress.advance()
    return one
  })
  progress.stop()
  return {
    handed: done.filter((one) => 'path' in one),
    failed: done.filter((one) => 'why' in one),
  }
}

async function handOne(
  book: OwedBook,
  fill: Prefiller,
  folder: string,
  { plan, places }: Station,
): Promise<HandedOut> {
  const { reporter, window } = book
  const filled = await fill(book)
  const { number, title } = plan.document
  const bytes = await writeWorkbook({
    plan: { number: number ?? '', title },
    reporter,
    unit: unitOf(reporter, places),
    window,
    cover: filled.cover,
    sheets: filled.sheets.map(({ spec }) => spec),
  })
  const path = pathOf(book)
  await writeDurably(join(folder, path), bytes)
  return handedOut(book, path, filled)
}

function unitOf({ id, unitId }: Reporter, places: Places): Unit {
  const unit = places.byId(unitId)
  if (unit === undefined) throw new RangeError(`reporter '${id}' stands in no place that is known`)
  return unit
}

function handedOut(
  { reporter, window }: OwedBook,
  path: string,
  { sheets, cover }: PrefilledBook,
): HandedOut {
  return {
    reporter: reporter.id,
    window: window.id,
    path,
    revision: Number(cover['revision_no']),
    forms: sheets.map(handedForm),
  }
}

function handedForm({
  form,
  dueBefore,
  spec,
  last,
  again,
  withheld,
  missing,
  handedOver,
}: Prefilled): HandedForm {
  return {
    form: form.id,
    dueBefore,
    rows: spec.rows.length,
    withheld,
    from: last && { submission: last.submission.submission_id, window: last.window.id },
    accepted: again,
    missing,
    handedOver,
  }
}

/** What is to be mended is told and costs one workbook; a mistake of ours ends the work. */
function failureOf({ reporter }: OwedBook, cause: unknown): NotHandedOut {
  if (cause instanceof Error && isHandled(cause))
    return { reporter: reporter.id, why: cause.message }
  throw cause
}
