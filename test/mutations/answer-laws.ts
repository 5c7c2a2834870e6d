import { expect } from 'vitest'
import { answerWorkbook, notSentBack } from '#pipelines/feedback/workbook.ts'
import { make } from '#pipelines/readers/make.ts'
import type { Reading } from '#sources/submission.ts'
import { columnMessageOf, sentenceOf } from '#sources/words.ts'
import { type Answered, answeredIn } from './answered.ts'
import { bookOf } from './books.ts'
import type { Edited } from './edit.ts'
import type { Mutation } from './mutation.ts'
import { cellXml, openParts, packed, withCellXml } from './parts.ts'
import { goodReading, readAs } from './told.ts'

const told = {
  receipt: 'aa3d7d575771',
  fileName: 'bo-bieu.xlsx',
  receivedAt: '2026-02-19T03:00:00.000Z',
  planNumber: '195/KH-UBND',
  outcome: 'rejected',
  sheets: [],
} as const

/** The workbook that comes back shows the same at the same place, and with that place alone made good it is accepted. */
export async function expectAnswered(
  mutation: Mutation,
  edited: Edited,
  reading: Reading,
): Promise<void> {
  const { told: main, edit } = mutation
  if (notSentBack.includes(main.code) || edit.on === 'bytes') return
  const { bytes } = await answerWorkbook({ make }, edited.bytes, told, reading.problems)
  const answered = answeredIn(bytes)
  expectMarks(mutation, answered)
  expectWords(reading, answered)
  await expectMended(mutation, edited, answered)
}

/** The cells of the table, in the colour of what is said of them, and no others. */
function expectMarks({ told: main, beside }: Mutation, { marks }: Answered): void {
  const expected = new Map<string, string>()
  for (const { sheet, cell, severity } of [main, ...beside]) {
    if (sheet === null || cell === null) continue
    const place = `${sheet}!${cell}`
    if (expected.get(place) !== 'error') expected.set(place, severity)
  }
  const shown = [...marks].map(([place, { severity }]) => [place, severity])
  expect(shown.sort()).toEqual([...expected].sort())
}

/** Each sentence stands on the slip with a link to its cell, and beside the cell. */
function expectWords({ problems }: Reading, { slip, links, marks }: Answered): void {
  for (const problem of problems) {
    expect(slip).toContain(columnMessageOf(problem))
    if (problem.sheet === null || problem.cell === null) continue
    expect(links).toContain(`'${problem.sheet}'!${problem.cell}`)
    expect(marks.get(`${problem.sheet}!${problem.cell}`)?.comment).toContain(sentenceOf(problem))
  }
}

/** The answer itself, with what was wrong in it made good, is accepted as the good workbook is. */
async function expectMended(
  { book, edit }: Mutation,
  { cells }: Edited,
  { parts }: Answered,
): Promise<void> {
  if (edit.on === 'parts') return
  const good = openParts(await bookOf(book).bytes())
  const mended = cells.reduce(
    (all, { sheet, cell }) => withCellXml(all, sheet, cell, cellXml(good, sheet, cell)),
    parts,
  )
  expect(await readAs(packed(mended), bookOf(book))).toEqual(await goodReading(book))
}
