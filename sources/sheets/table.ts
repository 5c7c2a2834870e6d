import type { CellContext } from '../cells/cell.ts'
import type { Form, RowContext, RowOf } from '../forms/form.ts'
import type { Problem } from '../problem.ts'
import { cellAddress, columnLetter, type Sheet, type SheetRow } from '../readers/book.ts'
import type { AcceptedRow, Outcome, SheetReading } from '../submission.ts'
import { addDays } from '../vocabulary/date.ts'
import { nearest } from '../vocabulary/text.ts'
import { dataRows } from './body.ts'
import { type Header, headerOf } from './header.ts'
import { type Identity, isKnown, type KnownIdentity } from './identity.ts'
import type { FormSheet } from './match.ts'
import { isPersonal, namesIn } from './privacy.ts'
import { isError, ofSheet } from './problems.ts'
import { problemOf, type ReadRow, type Row, readRow, type Table } from './row.ts'
import { type Tick, tickOf } from './tick.ts'

/** What the sheets of one file share. */
export interface FileContext {
  readonly kind: 'xlsx' | 'csv' | 'json'
  readonly identity: Identity
  /** False when the cover itself has an error: rows are still read, so that all mistakes are told at once, and none is accepted. */
  readonly accepted: boolean
  /** What csv and json say about "Không phát sinh"; null where a tick in the sheet says it. */
  readonly nil: boolean | null
  readonly owed: (form: string) => boolean
  cells(identity: KnownIdentity): CellContext
  readonly receivedOn: RowContext['receivedOn']
}

export interface SheetResult {
  readonly reading: SheetReading
  readonly problems: readonly Problem[]
}

/** More problems than anybody mends one by one: the sheet as a whole is wrong. */
const MOST_PROBLEMS = 5_000

/** One sheet of one form: version, duty, header, tick, rows, table checks; errors of the sheet reject it, errors of a row withhold the row. */
export function readSheet(found: FormSheet, file: FileContext): SheetResult {
  const { sheet, form } = found
  const header = headerOf(sheet, form)
  const tick = tickFor(sheet, header, file)
  const rows = header === null ? [] : dataRows(sheet, header, form)
  const fit = [...checkVersion(found), ...checkDuty(found, file.identity, file)]
  const layout = header === null ? checkBareness(sheet, form, tick) : checkHeader(sheet, form, header, file)
  const answer = header === null ? [] : checkNothing(sheet, tick, rows.length)
  const known = isKnown(file.identity) ? file.identity : null
  const readable = header !== null && known !== null && ![...fit, ...layout].some(isError)
  const read = readable ? readRows(rows, tableOf(found, header, file, known)) : []
  const problems = [...fit, ...layout, ...answer, ...read.flatMap((part) => part.problems)]
  const table = readable ? checkTable(read, tableOf(found, header, file, known)) : []
  const all = [...problems, ...table]
  return {
    reading: readingOf(found, header, tick, file, rows.length, read, all),
    problems: inOrder(all),
  }
}

function tableOf(
  { sheet, form }: FormSheet,
  header: Header,
  file: FileContext,
  identity: KnownIdentity,
): Table {
  const { window, reporter } = identity
  return {
    form,
    sheet: sheet.name,
    columns: header.columns,
    cells: file.cells(identity),
    context: {
      from: window.from,
      to: window.to,
      receivedOn: file.receivedOn,
      unitId: reporter.unitId,
      reporterKind: reporter.kind,
    },
    names: namesIn(
      sheet.rows.filter(({ row }) => row > header.row),
      header.columns,
    ),
  }
}
