import { describe, expect, test } from 'vitest'
import { credit } from '#sources/forms/credit.ts'
import { complaintsOf, january, type TestRow } from './complaints.ts'
import { lent } from './rows.ts'

describe('rows of loans', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['lent', lent, []],
    ['all of it overdue', { ...lent, overdue: 142_200 }, []],
    ['more overdue than owed', { ...lent, overdue: 142_201 }, ['overdue exceeds']],
    ['more frozen than owed', { ...lent, frozen: 142_300 }, ['frozen exceeds']],
    [
      'more of the province than owed',
      { ...lent, local_budget: 142_300 },
      ['local_budget exceeds'],
    ],
    ['four million a month each for learning', { ...lent, lent_training: 8_000 }, []],
    ['more for learning', { ...lent, lent_training: 8_100 }, ['lent_training exceeds (warning)']],
    ['a hundred million each for production', { ...lent, lent_production: 200_000 }, []],
    [
      'more for production',
      { ...lent, lent_production: 200_100 },
      ['lent_production exceeds (warning)'],
    ],
    [
      'more for production, an establishment among the borrowers',
      { ...lent, lent_production: 2_200_000, establishments: 1 },
      [],
    ],
    ['no debt told', { ...lent, outstanding: null }, ['outstanding schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(credit, row)).toEqual(expected)
  })

  test('a quarter lends three times as much for learning', () => {
    const quarter = { ...january, to: '2026-03-15', windowKind: 'quarter' } as const
    expect(complaintsOf(credit, { ...lent, lent_training: 24_000 }, quarter)).toEqual([])
    expect(complaintsOf(credit, { ...lent, lent_training: 24_100 }, quarter)).toEqual([
      'lent_training exceeds (warning)',
    ])
  })
})
