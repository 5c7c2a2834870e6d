import { describe, expect, test } from 'vitest'
import { preRelease } from '#sources/forms/pre-release.ts'
import { complaintsOf, type TestRow } from './complaints.ts'
import { prepared } from './rows.ts'

describe('rows of preparation for release', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['prepared', prepared, []],
    [
      'nobody released',
      {
        ...prepared,
        released: 0,
        released_completed: 0,
        released_conditional: 0,
        counselled: 0,
        legal_helped: 0,
        oriented: 0,
        job_search: 0,
        all_four: 0,
        notified: 0,
      },
      [],
    ],
    [
      'without the stock of Bắc Giang’s plan',
      {
        ...prepared,
        informed_end: null,
        law_advised_end: null,
        job_skill_end: null,
        all_three_end: null,
      },
      [],
    ],
    ['parts that do not add up', { ...prepared, released_amnesty: 1 }, ['released sum-differs']],
    ['more counselled than released', { ...prepared, counselled: 5 }, ['counselled exceeds']],
    [
      'all four measures for more than one of them',
      { ...prepared, all_four: 4 },
      ['all_four exceeds'],
    ],
    [
      'all three contents for more than one of them',
      { ...prepared, all_three_end: 151 },
      ['all_three_end exceeds'],
    ],
    [
      'more of working age than inmates',
      { ...prepared, working_age_end: 301 },
      ['working_age_end exceeds'],
    ],
    [
      'more trained than of working age',
      { ...prepared, working_age_trained: 291 },
      ['working_age_trained exceeds'],
    ],
    ['more notified than released', { ...prepared, notified: 5 }, ['notified exceeds']],
    [
      'more supported than released',
      { ...prepared, fund_supported: 5 },
      ['fund_supported exceeds'],
    ],
    ['below nought', { ...prepared, notified: -1 }, ['notified schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(preRelease, row)).toEqual(expected)
  })
})
