import { describe, expect, test } from 'vitest'
import { exemplar } from '#sources/forms/exemplar.ts'
import { complaintsOf, type TestRow } from './complaints.ts'
import { helper } from './rows.ts'

describe('rows of exemplars', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['a helper who agreed', helper, []],
    ['a helper nobody asked', { ...helper, consent: null }, ['consent required-when (warning)']],
    ['a group needs no consent', { ...helper, kind: 'tap_the', consent: null }, []],
    ['no longer recognised', { ...helper, withdrawn_on: '2026-01-03' }, []],
    [
      'withdrawn before recognition',
      { ...helper, withdrawn_on: '2026-01-01' },
      ['withdrawn_on date-order'],
    ],
    ['no name', { ...helper, display_name: null }, ['display_name schema']],
    ['an unknown level', { ...helper, level: 'huyen' }, ['level schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(exemplar, row)).toEqual(expected)
  })

  test('no name and no decision leaves the vault', () => {
    const stores = Object.entries(exemplar.columns).filter(([, { store }]) => store === 'vault')
    expect(stores.map(([field]) => field)).toEqual(['display_name', 'decision_no'])
  })
})
