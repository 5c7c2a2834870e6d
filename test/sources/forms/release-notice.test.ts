import { describe, expect, test } from 'vitest'
import { releaseNotice } from '#sources/forms/release-notice.ts'
import { complaintsOf, complete, january, type TestRow, tableComplaintsOf } from './complaints.ts'
import { notice } from './rows.ts'

describe('rows of the notices', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['a complete notice', notice, []],
    ['without any paper', { ...notice, national_id: null }, []],
    ['released two months ahead', { ...notice, release_date: '2026-03-05' }, []],
    [
      'amnestied, no round',
      { ...notice, release_basis: 'dac_xa' },
      ['amnesty_round required-when (warning)'],
    ],
    [
      'a round without amnesty',
      { ...notice, amnesty_round: '2025-1' },
      ['amnesty_round only-when (warning)'],
    ],
    [
      'a national id of another year',
      { ...notice, birth_year: 1991 },
      ['national_id id-disagrees'],
    ],
    [
      'a national id of another century',
      { ...notice, national_id: '024390000002' },
      ['national_id id-disagrees'],
    ],
    [
      'twelve years old',
      { ...notice, national_id: null, birth_year: 2014 },
      ['birth_year out-of-range'],
    ],
    ['no commune', { ...notice, commune: null }, ['commune schema']],
    ['no facility', { ...notice, facility: null }, ['facility schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(releaseNotice, row)).toEqual(expected)
  })

  test('one person twice for one release', () => {
    expect(tableComplaintsOf(releaseNotice, [notice, notice])).toEqual(['1 national_id row-twice'])
    const again = { ...notice, release_date: '2026-01-06' }
    expect(tableComplaintsOf(releaseNotice, [notice, again])).toEqual([])
  })

  test('persons are known by the papers that the notice names, and may be known by none', () => {
    const identify = (row: TestRow) =>
      releaseNotice.identifiers?.(complete(releaseNotice.columns, row) as never, january.unitId)
    expect(identify({ ...notice, old_id: '125000013' })).toEqual([
      'nid:024190000002',
      'old:125000013',
    ])
    expect(identify({ ...notice, national_id: null })).toEqual([])
  })
})
