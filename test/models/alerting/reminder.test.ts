import { describe, expect, it } from 'vitest'
import { reminderDay, stageOn } from '#models/alerting/reminder.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'

/*
 * By the calendar of 2026: Tết 14–22/2 (off on weekdays 16–20/2), Saturday 22/8 worked for Monday 31/8, Quốc khánh 29/8–2/9, Tuesday 24/11
 * off. 2027 has no table.
 */
describe('the day of a reminder', () => {
  it.each([
    ['a Monday as last day: Wednesday before', '2026-09-15', '2026-09-09', true],
    ['a Sunday as last day: Wednesday before', '2026-06-15', '2026-06-10', true],
    ['Tết lies before it', '2026-02-24', '2026-02-11', true],
    ['a Saturday that is worked counts', '2026-08-25', '2026-08-20', true],
    ['no table: weekends alone are off, and that is said', '2027-02-09', '2027-02-03', false],
  ] as const)('%s', (_, due, day, leaveKnown) => {
    expect(reminderDay(due)).toEqual({ value: day, leaveKnown })
  })
})

/** The days on which the stage changes within six weeks after the due day. */
function stages(due: CalendarDate): readonly string[] {
  const found: string[] = []
  let last: number | null = null
  for (let n = 0; n < 42; n += 1) {
    const day = addDays(due, n)
    const { value } = stageOn(due, day)
    if (value !== last) found.push(`${value} ${day}`)
    last = value
  }
  return found
}

describe('the stages of what has not come', () => {
  it('begin on the first, fifth and tenth working day after the last day', () => {
    expect(stages('2026-09-15')).toEqual(['1 2026-09-15', '2 2026-09-21', '3 2026-09-28'])
  })

  it('stay 0, a fact that is not sent, until the working day after a day off is over', () => {
    expect(stages('2026-06-15')).toEqual([
      '0 2026-06-15',
      '1 2026-06-16',
      '2 2026-06-22',
      '3 2026-06-29',
    ])
  })

  it('do not run over Tết', () => {
    expect(stages('2026-02-15')).toEqual([
      '0 2026-02-15',
      '1 2026-02-24',
      '2 2026-03-02',
      '3 2026-03-09',
    ])
  })

  it('say where the leave of the year is not known', () => {
    expect(stageOn('2026-12-29', '2026-12-31').leaveKnown).toBe(true)
    expect(stageOn('2026-12-29', '2027-01-02').leaveKnown).toBe(false)
  })
})
