import { describe, expect, test } from 'vitest'
import { funding } from '#sources/forms/funding.ts'
import { complaintsOf, type TestRow } from './complaints.ts'
import { fund } from './rows.ts'

describe('rows of funding', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['a fund', fund, []],
    ['a budget', { source: 'ns_xa', estimate: 20_000, spent: 20_000 }, []],
    ['spent more than allotted', { ...fund, spent: 50_100 }, ['spent exceeds (warning)']],
    ['a fund that tells no receipts', { ...fund, received: null }, ['received required-when']],
    [
      'gifts that tell no receipts',
      { source: 'xa_hoi_hoa', estimate: 0, spent: 0 },
      ['received required-when'],
    ],
    [
      'a budget with receipts',
      { ...fund, source: 'ns_xa', fund_established: null },
      ['received only-when (warning)'],
    ],
    ['a budget with no receipts', { source: 'ns_xa', estimate: 1, spent: 1, received: 0 }, []],
    [
      'a fund, nobody says whether there is one',
      { ...fund, fund_established: null },
      ['fund_established required-when (warning)'],
    ],
    [
      'gifts, with word of a fund',
      { ...fund, source: 'xa_hoi_hoa' },
      ['fund_established only-when (warning)'],
    ],
    ['no estimate', { ...fund, estimate: null }, ['estimate schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(funding, row)).toEqual(expected)
  })
})
