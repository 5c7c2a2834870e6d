import { describe, expect, test } from 'vitest'
import { tally } from '#sources/forms/tally.ts'
import { tallyItems } from '#sources/forms/tally-items.ts'
import { complaintsOf, january, type TestRow, tableComplaintsOf } from './complaints.ts'

const review = { ...january, from: '2020-06-15', to: '2026-01-15', windowKind: 'explicit' } as const

/** A commune's month, by mục: in the window and since the start of the year. */
const month: Readonly<Record<string, readonly [number, number]>> = {
  managed_start: [100, 100],
  returned: [6, 10],
  returned_completed: [3, 5],
  returned_amnesty: [2, 3],
  returned_conditional: [1, 2],
  moved_in: [2, 3],
  moved_out: [1, 1],
  expunged: [4, 9],
  died_or_other: [1, 2],
  managed_end: [102, 102],
  received: [6, 10],
  counselled: [5, 9],
  law_helped: [4, 8],
  procedures: [3, 3],
  papers: [2, 2],
  job_introduced: [4, 6],
  trained_or_placed: [3, 5],
  trained: [2, 3],
  placed: [2, 4],
  job_need: [20, 20],
  job_informed: [15, 15],
  loan_eligible_need: [8, 8],
  loan_listed: [5, 5],
  group_a: [60, 60],
  group_b: [30, 30],
  group_c: [8, 8],
  group_d: [4, 4],
  models: [3, 3],
  models_outstanding: [1, 1],
  files: [102, 102],
  files_digitised: [80, 80],
}

const items = Object.keys(month)

function sheet(changes: Readonly<Record<string, readonly [number, number] | null>> = {}) {
  return Object.entries({ ...month, ...changes }).flatMap(([item, figures]): TestRow[] =>
    figures === null ? [] : [{ item, count: figures[0], cumulative: figures[1] }],
  )
}

/** `item field code`, in the place of the row's number. */
function said(rows: readonly TestRow[]): readonly string[] {
  return tableComplaintsOf(tally, rows).map((complaint) =>
    complaint.replace(/^\d+/, (at) => String(rows[Number(at)]?.['item'])),
  )
}

describe('a mục of the tally', () => {
  const row: TestRow = { item: 'returned', count: 6, cumulative: 10 }

  test.each<readonly [string, TestRow, typeof january | typeof review, readonly string[]]>([
    ['of a month', row, january, []],
    ['more in the month than in the year', { ...row, count: 11 }, january, ['count exceeds']],
    [
      'a stock larger than at the start of the year',
      { ...row, item: 'managed_start', count: 11 },
      january,
      ['count exceeds (warning)'],
    ],
    ['of a year of the review', { ...row, year: 2022, old_unit: 'xã Tân Dĩnh' }, review, []],
    ['of the review, of no year', row, review, ['year required-when (warning)']],
    ['of a year before the review', { ...row, year: 2019 }, review, ['year out-of-range']],
    ['of a year after the review', { ...row, year: 2027 }, review, ['year out-of-range']],
    ['of a month, with a year', { ...row, year: 2026 }, january, ['year only-when']],
    ['of a month, of a former unit', { ...row, old_unit: 'x' }, january, ['old_unit only-when']],
    ['no mục', { ...row, item: 'returnees' }, january, ['item schema']],
    [
      'nothing since the start of the year',
      { ...row, count: 0, cumulative: null },
      january,
      ['cumulative schema'],
    ],
  ])('%s', (_, given, context, expected) => {
    expect(complaintsOf(tally, given, context)).toEqual(expected)
  })
})

describe('the mục of one sheet', () => {
  test.each<readonly [string, Parameters<typeof sheet>[0], readonly string[]]>([
    ['that agree', {}, []],
    [
      'returned otherwise than in three ways',
      { returned: [7, 10], managed_end: [103, 103] },
      ['returned count sum-differs'],
    ],
    [
      'returned otherwise over the year',
      { returned: [6, 11] },
      ['returned cumulative sum-differs'],
    ],
    ['an end that does not follow', { managed_end: [103, 103] }, ['managed_end count sum-differs']],
    ['more received than returned', { received: [7, 10] }, ['received count exceeds']],
    ['more received over the year', { received: [6, 11] }, ['received cumulative exceeds']],
    ['more counselled than returned', { counselled: [7, 9] }, ['counselled count exceeds']],
    ['more advised on law', { law_helped: [7, 8] }, ['law_helped count exceeds']],
    ['more helped with procedures', { procedures: [7, 8] }, ['procedures count exceeds']],
    ['more given papers', { papers: [7, 8] }, ['papers count exceeds']],
    ['more introduced to jobs', { job_introduced: [7, 8] }, ['job_introduced count exceeds']],
    [
      'more trained or placed than returned',
      { trained_or_placed: [7, 7], trained: [4, 4], placed: [4, 4] },
      ['trained_or_placed count exceeds'],
    ],
    ['more trained than trained or placed', { trained: [4, 4] }, ['trained count exceeds']],
    ['more placed than trained or placed', { placed: [4, 4] }, ['placed count exceeds']],
    [
      'more trained or placed than either',
      { trained_or_placed: [5, 5] },
      ['trained_or_placed count exceeds'],
    ],
    ['more in groups than managed', { group_d: [5, 5] }, ['managed_end count parts-exceed']],
    ['fewer in groups than managed', { group_d: [0, 0] }, []],
    ['more told of jobs than in need', { job_informed: [21, 21] }, ['job_informed count exceeds']],
    ['more listed than in need', { loan_listed: [9, 9] }, ['loan_listed count exceeds']],
    [
      'more outstanding models than models',
      { models_outstanding: [4, 4] },
      ['models_outstanding count exceeds'],
    ],
    [
      'more digital files than files',
      { files_digitised: [103, 103] },
      ['files_digitised count exceeds'],
    ],
    ['one mục of a sum not told', { moved_in: null, managed_end: [500, 500] }, []],
  ])('%s', (_, changes, expected) => {
    expect(said(sheet(changes))).toEqual(expected)
  })

  test('are compared within one year and one former unit', () => {
    const of = (year: number, old_unit: string, changes = {}) =>
      sheet(changes).map((row) => ({ ...row, year, old_unit }))
    const rows = [...of(2022, 'A'), ...of(2022, 'B', { received: [7, 10] }), ...of(2023, 'A')]
    expect(tableComplaintsOf(tally, rows)).toEqual([
      `${items.length + items.indexOf('received')} count exceeds`,
    ])
  })
})

test('each mục stands in the sheet beforehand, with its words', () => {
  expect(tally.preset?.rows).toHaveLength(Object.keys(tallyItems).length)
  expect(tally.preset?.rows[1]).toEqual({
    item: 'returned',
    label: 'Số người về cư trú trong kỳ (mới ra trại)',
    measure: 'người',
  })
})
