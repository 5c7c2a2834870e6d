/**
 * A cell → the value that it means. One kind of column, one file: each says which texts, numbers and serial days it understands, and
 * answers with the value, a warning, or what is wrong; nothing is ever guessed silently.
 */
import type { Column, ColumnKind } from '../forms/form.ts'
import type { Cell } from '../readers/book.ts'
import { tidy } from '../vocabulary/text.ts'
import {
  bad,
  type CellContext,
  type CellReader,
  empty,
  type Filled,
  type Interpreted,
} from './cell.ts'
import { readChoice } from './choice.ts'
import { readCommune } from './commune.ts'
import { readWhole } from './count.ts'
import { readDate } from './date.ts'
import { readAmount } from './money.ts'
import { readNationalId } from './national-id.ts'
import { readText } from './text.ts'
import { readYear } from './year.ts'

const readers: Readonly<Record<ColumnKind, CellReader>> = {
  text: readText,
  count: readWhole,
  money: readAmount,
  year: readYear,
  date: readDate,
  choice: readChoice,
  'national-id': readNationalId,
  commune: readCommune,
}

/** The value of a cell in a column. An absent cell, blanks and a lone dash are null; whether that may be is not decided here. */
export function interpret(
  cell: Cell | undefined,
  column: Column,
  context: CellContext,
): Interpreted {
  if (cell === undefined) return empty
  if (cell.kind === 'error') return bad('error-cell')
  if (cell.kind === 'formula-without-value') return bad('formula-without-value')
  if (cell.kind === 'text' && isBlank(cell.text)) return empty
  return readers[column.kind](withoutApostrophe(cell), column, context)
}

/** `'012` is how Excel is told that digits are text; other programs leave the sign in the cell. */
function withoutApostrophe(cell: Filled): Filled {
  return cell.kind === 'text' && /^\s*['’]\s*\d/.test(cell.text)
    ? { kind: 'text', text: cell.text.replace(/^\s*['’]/, '') }
    : cell
}

/** Nothing, or one of the signs that people type to say that a cell is empty on purpose. */
function isBlank(text: string): boolean {
  return text.length > 20 ? text.trim() === '' : /^[-–—.…]*$/.test(tidy(text))
}
