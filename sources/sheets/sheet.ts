import type { Problem } from '../problem.ts'
import { cellPlace, columnLetter } from '../readers/book.ts'
import type { AcceptedRow, Outcome, SheetReading } from '../submission.ts'
import { checkDouble, checkDuty, checkVersion } from './duty.ts'
import type { FileContext } from './file.ts'
import type { Header } from './header.ts'
import { isKnown, type KnownIdentity } from './identity.ts'
import { type Layout, layoutOf } from './layout.ts'
import { linesOf } from './lines.ts'
import type { FormSheet } from './match.ts'
import { namesIn } from './privacy.ts'
import { isError } from './problems.ts'
import type { ReadRow, Table } from './row.ts'
import { type ReadRows, readRows } from './rows.ts'

export interface SheetResult {
  readonly reading: SheetReading
  /** The sheet's own first, then by row and column. */
  readonly problems: readonly Problem[]
}

const NO_ROWS: ReadRows = { rows: [], problems: [] }

/** One sheet of one form. An error of version, duty, layout or table rejects it; an error of a row withholds the row. */
export function readSheet(found: FormSheet, file: FileContext): SheetResult {
  const duty = [...checkVersion(found), ...checkDouble(found), ...checkDuty(found, file)]
  const layout = layoutOf(found.sheet, found.form, file)
  const misfits = [...duty, ...layout.problems]
  const { header } = layout
  const table =
    header !== null && isKnown(file.identity) && !misfits.some(hidesRows)
      ? tableOf(found, header, file, file.identity)
      : null
  const read = table === null ? NO_ROWS : readRows(layout.rows, table)
  const ofSheet = [...misfits, ...read.problems]
  const rejected = !file.acceptable || !isKnown(file.identity) || ofSheet.some(isError)
  const reading = readingOf(found, layout, file, read.rows, rejected)
  const problems = [...ofSheet, ...read.rows.flatMap((row) => row.problems)]
  const lines = file.lines && table !== null && { lines: linesOf(read.rows, table) }
  return { reading: { ...reading, ...lines }, problems: inOrder(problems) }
}

/** With a wrong version or wrong columns the rows mean nothing; a tick beside rows does not change what they mean. */
function hidesRows(problem: Problem): boolean {
  return isError(problem) && problem.code !== 'ticked-with-rows'
}

function tableOf(
  { sheet, form }: FormSheet,
  header: Header,
  file: FileContext,
  identity: KnownIdentity,
): Table {
  const { reporter, window } = identity
  const below = sheet.rows.filter(({ row }) => row > header.row)
  return {
    form,
    sheet: sheet.name,
    columns: header.columns,
    cells: file.cells(identity),
    context: {
      from: window.from,
      to: window.to,
      windowKind: window.kind,
      receivedOn: file.receivedOn,
      unitId: reporter.unitId,
      reporterKind: reporter.kind,
    },
    reporter: reporter.id,
    names: namesIn(below, header.columns),
  }
}

function readingOf(
  { sheet, form, version }: FormSheet,
  { header, tick, rows }: Layout,
  { identity }: FileContext,
  read: readonly ReadRow[],
  rejected: boolean,
): SheetReading {
  const sound = rejected ? [] : read.flatMap((row) => acceptedRow(row, form))
  return {
    form: form.id,
    formVersion: version,
    sheet: sheet.name,
    reporter: identity.reporter?.id ?? null,
    window: identity.window?.id ?? null,
    revision: identity.revision,
    nil: tick.ticked,
    dataTo: identity.dataTo,
    documentNo: identity.documentNo,
    documentDate: identity.documentDate,
    outcome: outcomeOf(rejected, rows.length, sound.length),
    rowsRead: rows.length,
    rowsAccepted: sound.length,
    columns: lettersOf(header),
    rows: sound,
  }
}

function acceptedRow({ source, values, unitId }: ReadRow, form: FormSheet['form']): AcceptedRow[] {
  if (values === null) return []
  const identifiers = form.identifiers?.(values, unitId) ?? []
  return [{ row: source.row, unitId, values, identifiers }]
}

function outcomeOf(rejected: boolean, read: number, accepted: number): Outcome {
  if (rejected || (read > 0 && accepted === 0)) return 'rejected'
  return accepted < read ? 'partial' : 'accepted'
}

function lettersOf(header: Header | null): Readonly<Record<string, string>> {
  const columns = [...(header?.columns ?? [])].sort(([, a], [, b]) => a - b)
  return Object.fromEntries(columns.map(([field, column]) => [field, columnLetter(column)]))
}

/** A problem without a cell stands first. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems
    .map((problem) => ({ problem, at: cellPlace(problem.cell ?? '') }))
    .sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column)
    .map(({ problem }) => problem)
}
