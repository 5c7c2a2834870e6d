import { describe, expect, test } from 'vitest'
import { supportModel } from '#sources/forms/support-model.ts'
import { complaintsOf, january, type TestRow } from './complaints.ts'
import { working } from './rows.ts'

describe('rows of support models', () => {
  test.each<readonly [string, TestRow, readonly string[]]>([
    ['working', working, []],
    ['paused', { ...working, status: 'tam_dung', status_on: '2026-01-05', helping_now: 0 }, []],
    ['paused, nobody knows when', { ...working, status: 'tam_dung' }, ['status_on required-when']],
    [
      'working, with a day of its end',
      { ...working, status_on: '2026-01-05' },
      ['status_on only-when (warning)'],
    ],
    [
      'over communes',
      { ...working, scope: 'lien_xa', covers: '07246@2025-07-01; 07264@2025-07-01' },
      [],
    ],
    ['over communes unsaid', { ...working, scope: 'lien_xa' }, ['covers required-when']],
    [
      'of one commune, with others',
      { ...working, covers: '07246@2025-07-01' },
      ['covers only-when'],
    ],
    [
      'covers that are no unit ids',
      { ...working, scope: 'lien_xa', covers: 'Xuân Lương' },
      ['covers schema'],
    ],
    [
      'paused before it was founded',
      { ...working, status: 'tam_dung', status_on: '2025-01-31' },
      ['status_on date-order'],
    ],
    [
      'active before it was founded',
      { ...working, founded_on: '2026-01-03' },
      ['last_activity_on date-order'],
    ],
    ['asleep for six months to the day', { ...working, last_activity_on: '2025-07-15' }, []],
    [
      'asleep for longer',
      { ...working, last_activity_on: '2025-07-14' },
      ['last_activity_on stale-activity (warning)'],
    ],
    [
      'asleep, but said to be paused',
      { ...working, last_activity_on: '2025-07-14', status: 'tam_dung', status_on: '2025-07-15' },
      [],
    ],
    ['helps more now than in the year', { ...working, helping_now: 4 }, ['helping_now exceeds']],
    ['more jobs than people', { ...working, jobs_ytd: 4 }, ['jobs_ytd exceeds']],
    ['no code', { ...working, model_code: null }, ['model_code schema']],
  ])('%s', (_, row, expected) => {
    expect(complaintsOf(supportModel, row)).toEqual(expected)
  })

  test('six months before a window that closes on 30/8 begin on the last day of February', () => {
    const context = { ...january, to: '2026-08-31' } as const
    const on = (day: string) =>
      complaintsOf(supportModel, { ...working, last_activity_on: day }, context)
    expect(on('2026-02-28')).toEqual([])
    expect(on('2026-02-27')).toEqual(['last_activity_on stale-activity (warning)'])
  })
})
