import { expect } from 'vitest'
import { cover } from '#sources/forms/cover.ts'
import type { Problem } from '#sources/problem.ts'
import type { Outcome, Reading, SheetReading } from '#sources/submission.ts'
import { messageOf } from '#sources/words.ts'
import { layout } from '#sources/workbooks/layout.ts'
import { bookOf } from './books.ts'
import type { Edited, Spot } from './edit.ts'
import type { Mutation, Told } from './mutation.ts'
import { addressOf, openParts, type Parts, placeOf, type Typed, wordsAt } from './parts.ts'
import { goodReading, inOrder, readAs, type Teller } from './told.ts'

/** The mistake is told at its place, with what follows from it and nothing else; of the mended workbook nothing is told. */
export async function expectTold(mutation: Mutation, edited: Edited, tells: Teller): Promise<void> {
  const { told, beside, book } = mutation
  expect(await tells(edited.bytes, bookOf(book))).toEqual(inOrder([told, ...beside]))
  expect(await tells(edited.mended(), bookOf(book))).toEqual([])
}

/** With that place alone mended, the workbook is accepted with the rows that the good one has. */
export async function expectMended({ book }: Mutation, edited: Edited): Promise<void> {
  expect(await readAs(edited.mended(), bookOf(book))).toEqual(await goodReading(book))
}

/** Nothing is kept out but what the mistake costs, and every other row is what it was. */
export async function expectCost(
  mutation: Mutation,
  { cells }: Edited,
  reading: Reading,
): Promise<void> {
  const { costs, told } = mutation
  if (costs === 'file') {
    expect(reading.outcome).toBe('rejected')
    return expect(reading.sheets.flatMap(({ rows }) => rows)).toEqual([])
  }
  const { sheets } = await goodReading(mutation.book)
  const hurt = placeOf(told.cell ?? '').row
  const touched = new Set([told, ...cells].map(({ cell }) => placeOf(cell ?? '').row))
  const outcomes = sheets.map((before): Outcome => {
    const after = reading.sheets.find(({ form }) => form === before.form)
    const hit = before.sheet === told.sheet && costs !== 'nothing'
    const left = before.rows.filter(({ row }) => !hit || (costs === 'row' && row !== hurt))
    expect(after?.rowsAccepted).toBe(left.length)
    expect(after?.rows.map(({ row }) => row)).toEqual(left.map(({ row }) => row))
    expect(others(after, touched)).toEqual(others({ rows: left }, touched))
    if (hit && left.length === 0) return 'rejected'
    return left.length < before.rowsRead ? 'partial' : 'accepted'
  })
  expect(reading.sheets.map(({ outcome }) => outcome)).toEqual(outcomes)
  const [first = 'rejected'] = outcomes
  expect(reading.outcome).toBe(outcomes.every((each) => each === first) ? first : 'partial')
}

function others(sheet: Pick<SheetReading, 'rows'> | undefined, touched: ReadonlySet<number>) {
  return sheet?.rows.filter(({ row }) => !touched.has(row))
}

/**
 * The sentence says the place as the officer sees it: sheet, cell, and the words over or beside the cell; told elsewhere than where the
 * mistake is, it names that place too, by its address, its header or what was typed there.
 */
export async function expectSentence(
  { told, book, edit }: Mutation,
  edited: Edited,
  reading: Reading,
): Promise<void> {
  const problem = reading.problems.find((each) => isOf(told, each))
  const sentence = problem === undefined ? '' : messageOf(problem)
  const good = openParts(await bookOf(book).bytes())
  const { sheet, cell, field } = told
  if (sheet !== null) expect(sentence).toContain(`Trang “${sheet}”`)
  if (sheet === null || cell === null) return
  expect(sentence).toContain(`, ô ${cell}`)
  const after = edit.on === 'headers-swapped' ? openParts(edited.bytes) : good
  if (field !== null && !edit.on.startsWith('header-')) {
    expect(sentence).toContain(`“${headingOf(after, { sheet, cell })}”`)
  }
  const [first] = edited.cells
  const elsewhere = edited.cells.every((each) => each.cell !== cell)
  if (first !== undefined && elsewhere && 'typed' in edit && edit.on !== 'cell-at') {
    const named = [
      first.cell,
      headingOf(good, first),
      wordsOf(edit.typed),
      labelOf(good, first),
    ].map(plain)
    expect(named.filter((words) => words !== '' && plain(sentence).includes(words))).not.toEqual([])
  }
}

/** The label to the left of a cell of the cover, the header over a cell of a form. */
function headingOf(parts: Parts, { sheet, cell }: Spot): string {
  const { row, column } = placeOf(cell)
  const at = sheet === cover.sheet ? addressOf(row, 1) : addressOf(layout.headerRow, column)
  return wordsAt(parts, sheet, at) ?? ''
}

/** The words that begin the row of a cell: what the row is about, where rows have names. */
function labelOf(parts: Parts, { sheet, cell }: Spot): string {
  return wordsAt(parts, sheet, addressOf(placeOf(cell).row, 2)) ?? ''
}

function wordsOf(typed: Typed | Readonly<Record<string, Typed>>): string {
  return typeof typed === 'string' || typeof typed === 'number' ? String(typed) : ''
}

function plain(words: string): string {
  return words.toLowerCase().replace(/^– | \(.*\)$/g, '')
}

function isOf(told: Told, { code, severity, sheet, cell, field }: Problem): boolean {
  const place = { code, severity, sheet, cell, field }
  return JSON.stringify(place) === JSON.stringify({ ...place, ...told })
}
