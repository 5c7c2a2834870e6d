import type { Random } from '../random.ts'
import type { ProblemCode, Value } from '../terms.ts'
import type { Row } from './register-row.ts'
import { slipKinds } from './slip-kinds.ts'

/**
 * A mistake planted in a workbook as people make it, known by its cell.
 *
 * What it costs is part of it: nothing (a warning), its row, its sheet, or the whole file.
 */
export interface Slip {
  /** Id of the form; `cover` for the first sheet. */
  readonly form: string
  /** Row of the table from 0; null where the mistake is the sheet's or the cover's. */
  readonly row: number | null
  /** What is typed over what stood there, by field. */
  readonly typed: Row
  /** What the cells say all the same, once they were read. */
  readonly read: Row
  /** Where it must be reported; null where there is no cell. */
  readonly field: string | null
  readonly code: ProblemCode
  readonly severity: 'error' | 'warning'
  readonly costs: 'nothing' | 'row' | 'sheet' | 'file'
}

/** A kind of mistake: where it can happen, and what is typed there. */
export interface SlipKind {
  readonly form: string
  readonly field: string
  readonly code: ProblemCode
  readonly severity?: 'warning'
  readonly costs?: 'nothing' | 'sheet'
  /** What is typed over the row; null where it cannot happen in such a row. */
  readonly typed: (row: Row, before: Row | undefined) => Row | null
  readonly read?: Row
}

/** One or two mistakes in different rows of a sheet, or none where none fits. */
export function slipsIn(chance: Random, form: string, rows: readonly Row[]): readonly Slip[] {
  const taken = new Set<number>()
  const slips: Slip[] = []
  const kinds = chance.shuffled(slipKinds.filter((kind) => kind.form === form))
  const wanted = chance.between(1, 2)
  for (const kind of kinds) {
    if (slips.length === wanted) break
    const slip = slipOf(kind, chance, rows, taken)
    if (slip === null || (slip.costs === 'sheet' && slips.length > 0)) continue
    slips.push(slip)
    if (slip.costs === 'sheet') break
    taken.add(slip.row as number)
  }
  return slips
}

function slipOf(
  kind: SlipKind,
  chance: Random,
  rows: readonly Row[],
  taken: ReadonlySet<number>,
): Slip | null {
  for (const row of chance.shuffled([...rows.keys()])) {
    const typed = taken.has(row) ? null : kind.typed(rows[row] as Row, rows[row - 1])
    if (typed === null) continue
    const { form, field, code, severity = 'error', read = {} } = kind
    const costs = kind.costs ?? 'row'
    return { form, row, typed, read: { ...typed, ...read }, field, code, severity, costs }
  }
  return null
}

/** The rows with what was typed over them. */
export function typedOver(rows: readonly Row[], form: string, slips: readonly Slip[]): Row[] {
  return rows.map((row, index) => {
    const own = slips.filter((slip) => slip.form === form && slip.row === index)
    return Object.assign({}, row, ...own.map(({ typed }) => typed)) as Row
  })
}

/** A mistake on the cover or above the table of a sheet. */
export function sheetSlip(
  form: string,
  field: string | null,
  code: ProblemCode,
  costs: 'sheet' | 'file',
  typed: Readonly<Record<string, Value>> = {},
): Slip {
  return { form, row: null, typed, read: typed, field, code, severity: 'error', costs }
}
