import { describe, expect, test } from 'vitest'
import { exemplar } from '#sources/forms/exemplar.ts'
import { readingOf } from '#sources/read.ts'
import type { Book } from '#sources/readers/book.ts'
import type { Assigned } from '#sources/sheets/assigned.ts'
import type { Reading } from '#sources/submission.ts'
import { released } from '../forms/rows.ts'
import { bookOf, context, coverSheet, formSheet } from '../made-book.ts'

const to: Assigned = {
  form: 'returnee-register',
  reporter: 'police:07210',
  window: 'adm:2026-01',
}
const register = formSheet({ rows: [released] })

const read = (book: Book, changes: Partial<Assigned> = {}): Reading =>
  readingOf(book, { ...context, assigned: { ...to, ...changes } })
const codes = ({ problems }: Reading) => problems.map(({ code, severity }) => `${severity} ${code}`)
const who = ({ sheets }: Reading) =>
  sheets.map(({ form, reporter, window, revision, outcome, rowsAccepted }) =>
    [form, reporter, window, revision, outcome, rowsAccepted].join(' '),
  )

describe('a sheet that was assigned', () => {
  test('is read without a cover, and states no revision', () => {
    expect(codes(readingOf(bookOf(register), context))).toEqual(['error cover-missing'])
    const reading = read(bookOf(register))
    expect(codes(reading)).toEqual([])
    expect(who(reading)).toEqual(['returnee-register police:07210 adm:2026-01  accepted 1'])
  })

  test.each([
    ['an unknown code', { unit_code: '99999' }],
    ['a code with the name of a neighbour', { unit_name: 'Công an xã Xuân Lương' }],
    ['a body without a word', { reporting_body: null }],
    ['a window that nobody knows', { window: 'kỳ này' }],
    ['an empty cover', { unit_code: null, unit_name: null, window: null }],
  ])('is read against a cover with %s', (_, changes) => {
    const book = bookOf(coverSheet(changes), register)
    expect(readingOf(book, context).outcome).toBe('rejected')
    const reading = read(book)
    expect(codes(reading)).toEqual([])
    expect(who(reading)).toEqual(['returnee-register police:07210 adm:2026-01 1 accepted 1'])
  })

  test('is told what else the cover leaves out, which refuses nothing', () => {
    const book = bookOf(coverSheet({ unit_code: null, prepared_by: null }), register)
    const reading = read(book)
    expect(codes(reading)).toEqual(['warning cover-field-missing'])
    expect(reading.outcome).toBe('accepted')
  })

  test('is refused where the cover contradicts: another plan, data of another window, secret', () => {
    const cover = (changes: Parameters<typeof coverSheet>[0]) =>
      codes(read(bookOf(coverSheet({ unit_code: '99999', ...changes }), register)))
    expect(cover({ plan_ref: '12/KH-UBND' })).toEqual(['error wrong-plan'])
    expect(cover({ data_to: { day: '2025-12-01' } })).toEqual(['error data-to-outside-window'])
    expect(cover({ secrecy: 'Mật' })).toEqual(['error secret'])
  })

  test('keeps to what its sender owes, in windows of the form’s length', () => {
    expect(codes(read(bookOf(register), { reporter: 'committee:07210' }))).toEqual([
      'error not-owed',
    ])
    expect(codes(read(bookOf(register), { window: 'adm:2026-Q1' }))).toEqual(['error not-owed'])
  })

  test('is one of several: the others are no part of its reading', () => {
    const book = bookOf(register, formSheet({ form: exemplar }))
    expect(who(read(book))).toHaveLength(1)
    const other = read(book, {
      form: 'exemplar',
      reporter: 'committee:07210',
      window: 'adm:2026-Q1',
    })
    expect(other.sheets.map(({ form }) => form)).toEqual(['exemplar'])
  })

  test('is the one most like the form where none was recognised', () => {
    const fields = ['case_file_no', 'full_name', 'birth_year', 'sex']
    const little = formSheet({ name: 'Trang 2', fields, rows: [released] })
    const notes = { ...formSheet({ name: 'Ghi chú', fields: [], rows: [] }) }
    const book = bookOf(coverSheet(), notes, little)
    expect(readingOf(book, context).sheets).toEqual([])
    const reading = read(book)
    expect(reading.sheets.map(({ sheet, form }) => [sheet, form])).toEqual([
      ['Trang 2', 'returnee-register'],
    ])
    expect(codes(reading)).toContain('warning no-known-form')
    expect(codes(reading)).toContain('error column-missing')
  })

  test('is said to be of nobody when the plan does not know the sender any more', () => {
    const reading = read(bookOf(register), { reporter: 'police:00000' })
    expect(codes(reading)).toEqual(['error unknown-reporter'])
    expect(reading.outcome).toBe('rejected')
  })
})

test('an envelope is answered in the same way', () => {
  const envelope = {
    form: 'register',
    version: 1,
    reporter: 'police:99999',
    window: 'kỳ này',
    revision: 2,
    nil: false,
  }
  const sheet = { ...register, name: 'register' }
  const book: Book = { kind: 'csv', sheets: [sheet], date1904: false, envelope }
  expect(codes(readingOf(book, context))).toEqual([
    'error unknown-reporter',
    'error unknown-window',
    'error no-known-form',
  ])
  const reading = read(book)
  expect(codes(reading).filter((code) => code.startsWith('error'))).toEqual([])
  expect(who(reading)[0]).toMatch(/^returnee-register police:07210 adm:2026-01 2 accepted/)
})
