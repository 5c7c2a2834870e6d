import { type CellContext, type CellProblem, shown } from '../cells/cell.ts'
import { interpret } from '../cells/index.ts'
import { type CoverField, cover } from '../forms/cover.ts'
import type { Column } from '../forms/form.ts'
import type { Problem } from '../problem.ts'
import { type Cell, cellAddress, type Sheet } from '../readers/book.ts'
import type { Value } from '../submission.ts'
import { isCalendarDate, writeDate } from '../vocabulary/date.ts'
import { fieldsByKey, textKey } from './header.ts'
import { isPersonal } from './privacy.ts'

/** What block 00 says, field by field, and where it says it. */
export interface Cover {
  readonly sheet: string
  readonly values: Readonly<Partial<Record<CoverField, Value>>>
  /** Address of the value cell of every label that was found. */
  readonly cells: Readonly<Partial<Record<CoverField, string>>>
  readonly problems: readonly Problem[]
}

interface Place {
  readonly address: string
  readonly cell: Cell | undefined
}

/** Reads labels and the values to the right of them. A bad value of a field that is not required is a warning and stays empty. */
export function readCover(sheet: Sheet, context: CellContext): Cover {
  const places = placesIn(sheet)
  const values: Partial<Record<CoverField, Value>> = {}
  const cells: Partial<Record<CoverField, string>> = {}
  const problems: Problem[] = []
  for (const [field, column] of Object.entries(cover.columns) as [CoverField, Column][]) {
    const place = places.get(field)
    if (place !== undefined) cells[field] = place.address
    const read = interpret(place?.cell, column, context)
    const checked = read.value === null ? null : column.schema.safeParse(read.value)
    values[field] = checked?.success ? read.value : null
    for (const problem of read.problems)
      problems.push(problemOf(sheet, field, column, place, problem))
    if (checked !== null && !checked.success) {
      const [issue] = checked.error.issues
      const facts = issue?.code === 'too_big' ? { most: Number(issue.maximum) } : {}
      const found = { code: 'too-long', severity: 'error', facts } as const
      problems.push(problemOf(sheet, field, column, place, found))
    } else if (column.need === 'required' && read.value === null && read.problems.length === 0) {
      const found = { code: 'cover-field-missing', severity: 'error', facts: {} } as const
      problems.push(problemOf(sheet, field, column, place, found))
    }
  }
  return { sheet: sheet.name, values, cells, problems }
}

/** What the cover says under "Độ mật", as typed. */
export function secrecyOn(sheet: Sheet): string | null {
  const cell = placesIn(sheet).get('secrecy')?.cell
  return cell?.kind === 'text' ? cell.text : null
}

/** Address of the value of each field whose label stands on the cover. */
export function coverCells(sheet: Sheet): ReadonlyMap<string, string> {
  return new Map([...placesIn(sheet)].map(([field, { address }]) => [field, address]))
}

/** The first label of each field, and the first cell to the right of it that holds something. */
function placesIn(sheet: Sheet): ReadonlyMap<string, Place> {
  const fields = fieldsByKey(cover)
  const places = new Map<string, Place>()
  for (const { row, cells } of sheet.rows) {
    const columns = [...cells.keys()].sort((a, b) => a - b)
    const label = columns.find((column) => fields.has(keyAt(cells, column)))
    const field = label === undefined ? undefined : fields.get(keyAt(cells, label))
    if (label === undefined || typeof field !== 'string' || places.has(field)) continue
    const at = columns.find((column) => column > label) ?? label + 1
    places.set(field, { address: cellAddress(row, at), cell: cells.get(at) })
  }
  return places
}

function keyAt(cells: ReadonlyMap<number, Cell>, column: number): string {
  const cell = cells.get(column)
  return cell === undefined ? '' : textKey(cell)
}

function problemOf(
  sheet: Sheet,
  field: CoverField,
  column: Column,
  place: Place | undefined,
  found: CellProblem,
): Problem {
  const value = shown(place?.cell)
  return {
    ...found,
    severity: column.need === 'required' ? found.severity : 'warning',
    sheet: sheet.name,
    cell: place?.address ?? null,
    field,
    value,
    personal: isPersonal(value, column, null),
  }
}

/** A problem at a field that was understood as far as its cell goes. */
export function coverProblem(
  { sheet, cells, values }: Cover,
  field: CoverField,
  found: CellProblem,
): Problem {
  const value = values[field] ?? null
  const text = value === null ? null : writtenAs(value, cover.columns[field])
  const personal = isPersonal(text, cover.columns[field], null)
  return { ...found, sheet, cell: cells[field] ?? null, field, value: text, personal }
}

/** A stored value as its officer wrote it, near enough. */
function writtenAs(value: NonNullable<Value>, { choices }: Column): string {
  const text = String(value)
  return choices?.[text] ?? (isCalendarDate(text) ? writeDate(text) : text)
}

/** The text of a field, or null. */
export function textIn({ values }: Cover, field: CoverField): string | null {
  const value = values[field]
  return typeof value === 'string' ? value : null
}
