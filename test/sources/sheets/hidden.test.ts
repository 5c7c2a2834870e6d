import { expect, test } from 'vitest'
import { readingOf } from '#sources/read.ts'
import { isRefusal, readBook } from '#sources/readers/index.ts'
import { released } from '../forms/rows.ts'
import { bookOf, context, coverSheet, formSheet } from '../made-book.ts'
import { workbookOf } from '../readers/zip-maker.ts'

const second = { ...released, case_file_no: 'A-002', national_id: '024085000002' }

test('rows hidden by a filter are rows of the report, and that is told', () => {
  const sheet = formSheet({ rows: [released, second] })
  const rows = sheet.rows.map((each) =>
    each.row === 10 ? { ...each, hidden: true as const } : each,
  )
  const { outcome, sheets, problems } = readingOf(bookOf(coverSheet(), { ...sheet, rows }), context)
  expect([outcome, sheets[0]?.rowsAccepted]).toEqual(['accepted', 2])
  expect(problems).toMatchObject([
    {
      code: 'hidden-rows',
      severity: 'warning',
      sheet: '01.Danh sach',
      facts: { rows: 1, row: 10 },
    },
  ])
})

test('a hidden sheet with a report is not read, and that is told', () => {
  const concealed = { ...formSheet({ rows: [second], name: 'Cu' }), hidden: true }
  const book = bookOf(coverSheet(), formSheet({ rows: [released] }), concealed)
  const { outcome, sheets, problems } = readingOf(book, context)
  expect([outcome, sheets.map(({ rowsRead }) => rowsRead)]).toEqual(['accepted', [1]])
  expect(problems).toMatchObject([{ code: 'hidden-sheet', severity: 'warning', sheet: 'Cu' }])
})

test('where every form is hidden the file has none, and says which are hidden', () => {
  const concealed = { ...formSheet({ rows: [second] }), hidden: true }
  const { outcome, problems } = readingOf(bookOf(coverSheet(), concealed), context)
  expect(outcome).toBe('rejected')
  expect(problems.map(({ code }) => code)).toEqual(['no-known-form', 'hidden-sheet'])
})

test('a workbook says which rows are hidden', async () => {
  const book = await readBook(
    workbookOf(
      '<sheetData><row r="1"><c><v>1</v></c></row><row r="2" hidden="1"><c><v>2</v></c></row></sheetData>',
    ),
  )
  expect(isRefusal(book) ? book : book.sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([
    undefined,
    true,
  ])
})
