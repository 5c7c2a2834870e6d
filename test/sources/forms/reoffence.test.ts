import { describe, expect, test } from 'vitest'
import { reoffence } from '#sources/forms/reoffence.ts'
import { complaintsOf, complete, january, type TestRow } from './complaints.ts'
import { prosecuted } from './rows.ts'

describe('rows of new offences', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['prosecuted', prosecuted, []],
    ['detected only', { ...prosecuted, prosecuted_on: null }, []],
    ['dropped later', { ...prosecuted, dropped_on: '2026-01-10' }, []],
    [
      'convicted, with the court’s finding',
      { ...prosecuted, convicted_on: '2026-01-12', court_finding: 'tai_pham' },
      [],
    ],
    ['by case file only', { ...prosecuted, national_id: null, case_file_no: 'B-009' }, []],
    ['known by nothing', { ...prosecuted, national_id: null }, ['national_id required-when']],
    [
      'detected before the act',
      { ...prosecuted, detected_on: '2025-12-19' },
      ['detected_on date-order'],
    ],
    [
      'prosecuted before the act',
      { ...prosecuted, prosecuted_on: '2025-12-19' },
      ['prosecuted_on date-order'],
    ],
    [
      'dropped before the act',
      { ...prosecuted, dropped_on: '2025-12-19' },
      ['dropped_on date-order'],
    ],
    [
      'convicted before prosecution',
      { ...prosecuted, convicted_on: '2025-12-27', court_finding: 'khong' },
      ['convicted_on date-order'],
    ],
    [
      'convicted, never prosecuted',
      { ...prosecuted, prosecuted_on: null, convicted_on: '2026-01-12', court_finding: 'khong' },
      ['prosecuted_on required-when'],
    ],
    [
      'convicted, finding unsaid',
      { ...prosecuted, convicted_on: '2026-01-12' },
      ['court_finding required-when (warning)'],
    ],
    [
      'a finding without a judgment',
      { ...prosecuted, court_finding: 'tai_pham' },
      ['court_finding only-when (warning)'],
    ],
    ['no commune', { ...prosecuted, commune: null }, ['commune schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(reoffence, row)).toEqual(expected)
  })

  test('the case file is that of the commune in the row', () => {
    const row = complete(reoffence.columns, { ...prosecuted, case_file_no: 'B-009' })
    expect(reoffence.identifiers?.(row as never, january.unitId)).toEqual([
      'nid:024084000009',
      'case:07246@2025-07-01:B-009',
    ])
  })
})
