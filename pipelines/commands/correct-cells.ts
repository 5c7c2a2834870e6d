import { formById } from '#sources/forms/index.ts'
import { maskOf } from '#sources/problem.ts'
import { cellPlace } from '#sources/readers/book.ts'
import { isPersonal } from '#sources/sheets/privacy.ts'
import type { CorrectedCell } from '../ledger/corrections.ts'
import type { Parsed } from '../vault/parsed.ts'
import { UsageError } from './usage.ts'

export interface CellOptions {
  /** One cell, `F12` or `12/sex`, and what it says; or as many as wanted, each as `F12=Nam`. */
  readonly cell?: string
  readonly value?: string
  readonly set?: readonly string[]
}

/** A cell and what it is to say. */
export interface Said {
  readonly cell: string
  readonly field: string
  readonly value: string
}

/** The cells that a person named; every one in a row and a column that the reading found. */
export function saidOf(options: CellOptions, parsed: Parsed, json: boolean): readonly Said[] {
  const { cell, value, set = [] } = options
  if ((cell === undefined) !== (value === undefined)) {
    throw new UsageError('--cell and --value go together')
  }
  const pairs = set.map((text): readonly [string, string] => {
    const at = text.indexOf('=')
    if (at < 1) throw new UsageError(`'${text}' is no CELL=VALUE, as F12=Nam`)
    return [text.slice(0, at), text.slice(at + 1)]
  })
  if (cell !== undefined && value !== undefined) pairs.push([cell, value])
  if (pairs.length === 0)
    throw new UsageError('say what is corrected: --cell and --value, or --set')
  const said = pairs.map(([where, text]) => ({ ...placeOf(where, parsed, json), value: text }))
  const twice = said.find((one, at) => said.findIndex(({ cell: c }) => c === one.cell) !== at)
  if (twice !== undefined) throw new UsageError(`${twice.cell} is given two values`)
  return said
}

/** A cell of a row that the reading found, by address or by row and field; or one that a problem of the sheet points at, as the tick. */
function placeOf(
  where: string,
  { header, rows }: Parsed,
  json: boolean,
): { readonly cell: string; readonly field: string } {
  const letters = Object.entries(header.columns)
  const [, row, name] = /^(\d{1,7})\/(\w+)$/.exec(where) ?? []
  const cell =
    row === undefined
      ? where.toUpperCase()
      : `${header.columns[name ?? ''] ?? ''}${Number(row) + (json ? 1 : 0)}`
  const pointed = header.problems.find((problem) => problem.cell === cell)
  if (pointed !== undefined) return { cell, field: pointed.field ?? 'nil' }
  const field = letters.find(([, letter]) => letter === /^[A-Z]+/.exec(cell)?.[0])?.[0]
  if (field === undefined) {
    const known = letters.map(([each, letter]) => `${letter} ${each}`).join(', ')
    throw new UsageError(`'${where}' is no cell of a column of ${header.form}; columns: ${known}`)
  }
  const found = [
    ...rows.map((each) => each.row),
    ...header.problems.map((problem) => cellPlace(problem.cell ?? '').row),
  ]
  if (found.includes(cellPlace(cell).row)) return { cell, field }
  throw new UsageError(`'${where}' stands in no row of ${header.form} that was read`)
}

/** What is kept of a change outside the vault. */
export function traced({ cell, field, value }: Said, { header, rows }: Parsed): CorrectedCell {
  const form = formById(header.form) ?? null
  const column = form?.columns[field] ?? null
  const row = rows.find((each) => each.row === cellPlace(cell).row)
  const before = row?.values[field] ?? null
  const after = isPersonal(value, column, form) ? maskOf(value) : value
  return { cell, field, before: before === null ? null : String(before), after }
}
