import { describe, expect, test } from 'vitest'
import { communication } from '#sources/forms/communication.ts'
import { complaintsOf, january, type TestRow, tableComplaintsOf } from './complaints.ts'
import { everybody, officials } from './rows.ts'

const committee = { ...january, reporterKind: 'committee' } as const
const agency = { ...january, reporterKind: 'agency' } as const

describe('rows of communication', () => {
  test.each<readonly [string, TestRow, typeof committee | typeof agency, readonly string[]]>([
    ['of a commune', everybody, committee, []],
    ['of an agency: its officials only', officials, agency, []],
    [
      'of an agency, zeros for residents',
      { ...officials, adults_total: 0, adults_reached: 0 },
      agency,
      [],
    ],
    [
      'of an agency that counts residents',
      everybody,
      agency,
      ['adults_total only-when', 'adults_reached only-when'],
    ],
    [
      'of a commune without residents',
      officials,
      committee,
      ['adults_total required-when', 'adults_reached required-when'],
    ],
    [
      'nobody reached: no method needed',
      { ...everybody, adults_reached: 0, reach_method: null },
      committee,
      [],
    ],
    [
      'reached, method unsaid',
      { ...everybody, reach_method: null },
      committee,
      ['reach_method required-when (warning)'],
    ],
    [
      'more officials reached than there are',
      { ...officials, officials_reached: 26 },
      agency,
      ['officials_reached exceeds'],
    ],
    [
      'more residents reached than there are',
      { ...everybody, adults_reached: 40001 },
      committee,
      ['adults_reached exceeds'],
    ],
    ['no sessions said', { ...officials, sessions: null }, agency, ['sessions schema']],
  ])('%s', (_, row, context, expected) => {
    expect(complaintsOf(communication, row, context)).toEqual(expected)
  })

  test('an agency is not asked how it reached residents that it must not count', () => {
    expect(complaintsOf(communication, { ...officials, adults_reached: 5 }, agency)).toEqual([
      'adults_reached only-when',
    ])
  })

  test('a second row would count people twice', () => {
    expect(tableComplaintsOf(communication, [officials], agency)).toEqual([])
    expect(tableComplaintsOf(communication, [officials, officials], agency)).toEqual([
      '1 officials_total row-twice',
    ])
  })
})
