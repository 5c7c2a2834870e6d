import type { Form } from '../forms/form.ts'
import type { Cell, Sheet, SheetRow } from '../readers/book.ts'
import { fold } from '../vocabulary/text.ts'
import { type Header, textKey } from './header.ts'

/** Rows of the foot hold at most the three signatures; a row of data that begins so holds more. */
const FOOT = /^(nguoi lap bieu|can bo kiem tra|thu truong don vi|bieu co du lieu ca nhan nhay cam)/
const FOOT_CELLS = 4

const TOTAL =
  /^(tong cong|tong so|tong|cong|cong chung)[ :.]*(\d+ (nguoi|truong hop|mo hinh))?[ :.]*$/

/**
 * The rows of data: below the header, with a value in a column of the form beside those that a blank sheet has filled in, without column
 * numbers, totals, the foot, and headers that stand again on every printed page. Below the foot only what is wider than signatures
 * counts: rows are added there, too.
 */
export function dataRows(sheet: Sheet, header: Header, form: Form): readonly SheetRow[] {
  const given = form.preset?.fields ?? []
  const meant = [...header.columns]
    .filter(([field]) => form.columns[field]?.store !== 'none' && !given.includes(field))
    .map(([, column]) => column)
  const rows: SheetRow[] = []
  let headerEnd = header.row
  let least = 1
  for (const each of sheet.rows) {
    if (each.row <= header.row) continue
    if (isHeaderAgain(each, header)) headerEnd = each.row
    else if (isFoot(each, form)) least = FOOT_CELLS + 1
    else if (
      meant.filter((column) => each.cells.has(column)).length >= least &&
      !isNumbering(each, each.row === headerEnd + 1) &&
      !isTotal(each)
    )
      rows.push(each)
  }
  return rows
}

/** Most of its cells say what the header, or the groups above it, say in the same columns. */
function isHeaderAgain({ cells }: SheetRow, { lines }: Header): boolean {
  return lines.some((line) => {
    const same = [...cells].filter(([column, cell]) => {
      const key = textKey(cell)
      const other = line.cells.get(column)
      return key !== '' && other !== undefined && textKey(other) === key
    })
    return same.length > 0 && same.length * 2 > cells.size
  })
}

/** Where rows begin with a given cell, only the first one is looked at: a text further right may begin with any words. */
function isFoot({ cells }: SheetRow, { preset }: Form): boolean {
  const looked = [...cells.values()].slice(0, preset === undefined ? FOOT_CELLS : 1)
  return cells.size <= FOOT_CELLS && looked.some((cell) => FOOT.test(folded(cell)))
}

/** `(1) (2) (3)` anywhere, or `1 2 3` just below the header. */
function isNumbering({ cells }: SheetRow, isFirst: boolean): boolean {
  const texts = [...cells.values()].map((cell) => textOf(cell).trim())
  if (texts.every((text) => /^\(\d{1,2}\)$/.test(text))) return true
  return isFirst && texts.length >= 5 && texts.every((text, index) => text === String(index + 1))
}

function isTotal({ cells }: SheetRow): boolean {
  const first = [...cells.values()].find((cell) => cell.kind === 'text')
  return first !== undefined && TOTAL.test(folded(first))
}

function folded(cell: Cell): string {
  return cell.kind === 'text' && cell.text.length < 200 ? fold(cell.text) : ''
}

function textOf(cell: Cell): string {
  if (cell.kind === 'number') return String(cell.number)
  return cell.kind === 'text' ? cell.text : ''
}
