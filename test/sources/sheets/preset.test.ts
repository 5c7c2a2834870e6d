import { describe, expect, test } from 'vitest'
import { communitySentence } from '#sources/forms/community-sentence.ts'
import { narrative } from '#sources/forms/narrative.ts'
import { tally } from '#sources/forms/tally.ts'
import { tallyItems } from '#sources/forms/tally-items.ts'
import { readingOf } from '#sources/read.ts'
import type { Sheet } from '#sources/readers/book.ts'
import { categories, section, suspended } from '../forms/rows.ts'
import { bookOf, context, coverSheet, formSheet, row } from '../made-book.ts'

const committee = { reporting_body: 'UBND cấp xã', unit_name: 'UBND phường Bắc Giang' }
const ofCommittee = (sheet: Sheet, changes = {}) =>
  readingOf(bookOf(coverSheet({ ...committee, ...changes }), sheet), context)
const ofPolice = (sheet: Sheet) => readingOf(bookOf(coverSheet(), sheet), context)

/** `severity code cell`, problem by problem. */
const told = ({ problems }: ReturnType<typeof readingOf>) =>
  problems.map(({ severity, code, cell }) => `${severity} ${code} ${cell ?? '·'}`)

const blank = tally.preset?.rows ?? []
const items = Object.keys(tallyItems)

describe('rows that stand in a sheet beforehand', () => {
  test('and that nobody filled in are nothing: the sheet asks', () => {
    const reading = ofCommittee(formSheet({ form: tally, rows: blank }))
    expect(told(reading)).toEqual(['error nothing-and-not-ticked A4'])
  })

  test('are a report of nothing where "Không phát sinh" is ticked', () => {
    const reading = ofCommittee(formSheet({ form: tally, rows: blank, tick: '☑' }))
    expect(told(reading)).toEqual([])
    expect(reading.sheets[0]).toMatchObject({
      outcome: 'accepted',
      nil: true,
      rowsRead: 0,
      rows: [],
    })
  })

  test('count where somebody filled them in; which others were left out is told', () => {
    const rows = blank.map((values) =>
      values['item'] === 'trainings' ? { ...values, count: 2, cumulative: 3 } : values,
    )
    const reading = ofCommittee(formSheet({ form: tally, rows }))
    expect(told(reading)).toEqual(['warning category-missing ·'])
    const { missing } = reading.problems[0]?.facts ?? {}
    expect(missing).toHaveLength(items.length - 1)
    expect(missing).toContain('2a')
    expect(reading.sheets[0]?.rows).toMatchObject([
      { row: 9 + items.indexOf('trainings'), values: { item: 'trainings', count: 2 } },
    ])
    expect(reading.sheets[0]?.rows[0]?.values).not.toHaveProperty('label')
  })

  test('contradict the tick once one is filled in', () => {
    const rows = blank.map((values) => ({ ...values, count: 0, cumulative: 0 }))
    const reading = ofCommittee(formSheet({ form: tally, rows, tick: '☑' }))
    expect(told(reading)).toEqual(['error ticked-with-rows A4'])
  })

  test('are not asked for, row by row, in a review of years', () => {
    const rows = [
      { item: 'returned', count: 4, cumulative: 4, year: 2022, old_unit: 'xã Tân Dĩnh' },
    ]
    const window = 'Từ ngày 15/6/2020 đến ngày 14/1/2026'
    const paper = {
      document_no: '1/BC',
      document_date: '14/1/2026',
      signer_name: 'X',
      signer_title: 'Chủ tịch',
    }
    const reading = ofCommittee(formSheet({ form: tally, rows }), { window, ...paper })
    expect(told(reading)).toEqual([])
    expect(reading.sheets[0]).toMatchObject({ window: '2020-06-15..2026-01-14', rowsAccepted: 1 })
  })

  test('the mục may be typed by its number or its code', () => {
    const rows = [
      { item: '2a', count: 1, cumulative: 1 },
      { item: 'returned_amnesty', count: 0, cumulative: 0 },
      { item: 4, count: 0, cumulative: 0 },
    ]
    const reading = ofCommittee(formSheet({ form: tally, rows }))
    expect(reading.sheets[0]?.rows.map(({ values }) => values['item'])).toEqual([
      'returned_completed',
      'returned_amnesty',
      'moved_out',
    ])
  })

  test('sums between them are told at the cell, with the other one', () => {
    const rows = [
      { item: 'returned', count: 4, cumulative: 4 },
      { item: 'received', count: 5, cumulative: 5 },
    ]
    const { problems, outcome } = ofCommittee(formSheet({ form: tally, rows }))
    expect(outcome).toBe('rejected')
    expect(problems.find(({ field }) => field === 'count')).toMatchObject({
      code: 'exceeds',
      cell: 'D10',
      facts: { otherCell: 'D9', otherValue: 4 },
    })
  })
})

describe('a fixed list', () => {
  test('is accepted whole', () => {
    const reading = ofPolice(formSheet({ form: communitySentence, rows: categories }))
    expect(told(reading)).toEqual([])
    expect(reading.sheets[0]).toMatchObject({ outcome: 'accepted', rowsAccepted: 9 })
    expect(reading.sheets[0]?.rows[0]?.values).toEqual(suspended)
  })

  test('is not accepted without one of its rows', () => {
    const rows = categories.slice(0, 8)
    const reading = ofPolice(formSheet({ form: communitySentence, rows }))
    expect(told(reading)).toEqual(['error category-missing ·'])
    expect(reading.problems[0]?.facts).toEqual({
      missing: ['Người được tạm đình chỉ chấp hành án phạt tù'],
    })
    expect(reading.outcome).toBe('rejected')
  })

  test('withholds a row with a mistake, which is not missing', () => {
    const rows = [{ ...suspended, supervised: 32 }, ...categories.slice(1)]
    const reading = ofPolice(formSheet({ form: communitySentence, rows }))
    expect(told(reading)).toEqual(['error exceeds J9'])
    expect(reading.sheets[0]).toMatchObject({ outcome: 'partial', rowsAccepted: 8 })
  })

  test('is refused with a row twice', () => {
    const rows = [...categories, suspended]
    const reading = ofPolice(formSheet({ form: communitySentence, rows }))
    expect(told(reading)).toEqual(['error row-twice A18'])
  })

  test('two columns of one header belong each to the column on its left, wherever the pairs stand', () => {
    const fields = Object.keys(communitySentence.columns)
    const pairs = ['job_reached', 'job_reached_also', 'job_need', 'job_need_also']
    const moved = [...pairs, ...fields.filter((field) => !pairs.includes(field))]
    const reading = ofPolice(
      formSheet({ form: communitySentence, rows: categories, fields: moved }),
    )
    expect(told(reading)).toEqual([])
    expect(reading.sheets[0]?.rows[0]?.values).toEqual(suspended)
  })

  test('one of the two that stands elsewhere is not guessed', () => {
    const fields = Object.keys(communitySentence.columns).filter((field) => field !== 'job_need')
    const moved = ['job_need', ...fields]
    const reading = ofPolice(
      formSheet({ form: communitySentence, rows: categories, fields: moved }),
    )
    expect(told(reading)).toEqual(['error column-missing ·'])
    expect(reading.problems[0]?.field).toBe('job_need_also')
  })
})

describe('the narrative', () => {
  test('is read section by section, paragraphs kept, to the end, though one begins like a foot', () => {
    const rows = [
      section,
      { section: 'II.2', title: 'Tiếp nhận', text: 'Cán bộ kiểm tra 3 lần' },
      { section: 'III', title: 'Tồn tại' },
      { section: 'V', title: 'Kiến nghị', text: 'Không' },
    ]
    const reading = ofCommittee(formSheet({ form: narrative, rows }))
    expect(told(reading)).toEqual([])
    expect(reading.sheets[0]?.rows.map(({ row, values }) => [row, values['text']])).toEqual([
      [9, 'Đã tổ chức 3 hội nghị.\nPhát 500 tờ rơi.'],
      [10, 'Cán bộ kiểm tra 3 lần'],
      [12, 'Không'],
    ])
  })

  test('warns of an identifier in its text', () => {
    const rows = [{ ...section, text: 'Ông A, số 024085000001, đã có việc làm' }]
    const reading = ofCommittee(formSheet({ form: narrative, rows }))
    expect(told(reading)).toEqual(['warning id-in-free-text C9'])
    expect(reading.outcome).toBe('accepted')
  })

  test('a sheet of notes with two of its headers is none', () => {
    const notes: Sheet = {
      name: 'Ghi chép',
      hidden: false,
      rows: [row(1, ['Mục', 'Nội dung']), row(2, ['1', 'Họp giao ban'])],
    }
    const sheet = formSheet({ form: tally, rows: blank, tick: '☑' })
    const reading = readingOf(bookOf(coverSheet(committee), sheet, notes), context)
    expect(told(reading)).toEqual(['warning no-known-form ·'])
    expect(reading.sheets).toHaveLength(1)
  })
})
