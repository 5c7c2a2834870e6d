import { describe, expect, test } from 'vitest'
import { readingSchema } from '#pipelines/readers/reading.ts'
import type { Reading, SheetReading } from '#sources/submission.ts'

const sheet: SheetReading = {
  form: 'exemplar',
  formVersion: 1,
  sheet: '05.Dien hinh',
  reporter: 'committee:07210',
  window: 'adm:2026-Q1',
  revision: 1,
  nil: false,
  dataTo: '2026-03-14',
  documentNo: null,
  documentDate: null,
  outcome: 'accepted',
  rowsRead: 1,
  rowsAccepted: 1,
  columns: { kind: 'C' },
  rows: [
    {
      row: 9,
      unitId: '07210@2025-07-01',
      values: { kind: 'tap_the' },
      identifiers: ['nid:024085000001'],
    },
  ],
}
const reading = (sheets: readonly object[]) =>
  ({ outcome: 'accepted', sheets, problems: [] }) as unknown as Reading
const problem = {
  code: 'wrong-version',
  severity: 'error',
  sheet: null,
  cell: null,
  field: null,
  value: null,
  personal: false,
  facts: {},
}

describe('a reading from a child', () => {
  test('passes as it is', () => {
    expect(readingSchema.parse(reading([sheet]))).toEqual(reading([sheet]))
  })

  test('passes with the lines and the cover that were asked for', () => {
    const line = { row: 9, withheld: true, values: { kind: 'tập thể', decision_no: null } }
    const asked = {
      ...reading([{ ...sheet, lines: [line] }]),
      cover: { phone: '0204', data_to: null },
    }
    expect(readingSchema.parse(asked)).toEqual(asked)
  })

  test.each([
    ['a form that does not exist', [{ ...sheet, form: '../../etc/passwd' }]],
    ['a form twice', [sheet, { ...sheet, sheet: '05 (2)' }]],
    ['a broken number', [{ ...sheet, revision: 1.5 }]],
    ['more rows than it counts', [{ ...sheet, rowsAccepted: 0 }]],
    ['a day that does not exist', [{ ...sheet, dataTo: '2026-02-30' }]],
    [
      'a true where a value stands',
      [{ ...sheet, rows: [{ ...sheet.rows[0], values: { kind: true } }] }],
    ],
    ['a line without a row', [{ ...sheet, lines: [{ withheld: true, values: {} }] }]],
    [
      'an identifier without a kind',
      [{ ...sheet, rows: [{ ...sheet.rows[0], identifiers: ['024085000001'] }] }],
    ],
  ])('is refused with %s', (_, sheets) => {
    expect(readingSchema.safeParse(reading(sheets)).success).toBe(false)
  })

  test('takes a version that the file invented as 0 or nothing', () => {
    const odd = {
      ...reading([{ ...sheet, formVersion: -0.5 }]),
      problems: [{ ...problem, facts: { version: Number.NaN } }],
    }
    const { sheets, problems } = readingSchema.parse(odd)
    expect(sheets[0]?.formVersion).toBe(0)
    expect(problems[0]?.facts).toEqual({ version: '' })
  })
})
