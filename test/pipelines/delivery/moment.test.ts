import { describe, expect, it, test } from 'vitest'
import { MOST_ATTEMPTS, nextAttempt } from '#pipelines/delivery/back-off.ts'
import { earliest, momentOf } from '#pipelines/delivery/moment.ts'

const hours = { digestAt: '07:30', quietHours: { from: '20:00', to: '06:30' } }
const role = { isReporter: false }
const reporter = { isReporter: true }
const at = (time: string) => new Date(`${time}:00+07:00`)

describe('a message leaves', () => {
  // 2026: Sat 19 and Sun 20 September; 2 September and the day before are National Day
  it.each([
    ['urgent, by day: at once', 'now', role, '2026-09-18T14:00', '2026-09-18T14:00'],
    [
      'urgent, in the evening: when the night is over',
      'now',
      role,
      '2026-09-18T20:00',
      '2026-09-19T06:30',
    ],
    ['urgent, after midnight', 'now', role, '2026-09-19T03:00', '2026-09-19T06:30'],
    [
      'urgent, to a reporter on a Saturday: on Monday',
      'now',
      reporter,
      '2026-09-19T09:00',
      '2026-09-21T06:30',
    ],
    [
      'urgent, to a reporter on Friday night',
      'now',
      reporter,
      '2026-09-18T21:00',
      '2026-09-21T06:30',
    ],
    [
      'urgent, to a reporter on National Day',
      'now',
      reporter,
      '2026-09-02T09:00',
      '2026-09-03T06:30',
    ],
    ['the rest before the hour: today', 'digest', role, '2026-09-18T07:29', '2026-09-18T07:30'],
    ['the rest at the hour: tomorrow', 'digest', role, '2026-09-18T07:30', '2026-09-19T07:30'],
    [
      'the rest, to a reporter: on the next working day',
      'digest',
      reporter,
      '2026-09-18T09:00',
      '2026-09-21T07:30',
    ],
    [
      'in a year without a table of holidays: weekends count',
      'digest',
      reporter,
      '2099-01-02T09:00',
      '2099-01-05T07:30',
    ],
  ] as const)('%s', (_, urgency, reader, now, then) => {
    expect(momentOf(urgency, reader, at(now), hours)).toEqual(at(then))
  })

  it('at noon after a nap, and never later than asked where nothing is quiet', () => {
    const nap = { digestAt: '12:00', quietHours: { from: '11:30', to: '13:00' } }
    expect(momentOf('digest', role, at('2026-09-18T09:00'), nap)).toEqual(at('2026-09-18T13:00'))
    expect(earliest(at('2026-09-18T13:00'), role, nap)).toEqual(at('2026-09-18T13:00'))
    const always = { digestAt: '07:30', quietHours: null }
    expect(earliest(at('2026-09-18T03:00'), role, always)).toEqual(at('2026-09-18T03:00'))
  })
})

test('the pauses between attempts double up to four hours, and differ by at most a quarter', () => {
  const now = at('2026-09-18T09:00')
  const minutes = (id: string, n: number) =>
    (nextAttempt(id.padEnd(64, '0'), n, now).getTime() - now.getTime()) / 60_000
  const plain = Array.from({ length: 10 }, (_, n) => minutes('0', n + 1))
  expect(plain).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240, 240])
  expect(minutes('8', 1)).toBe(1.125)
  expect(minutes('ffff', MOST_ATTEMPTS)).toBeLessThan(300)
  // a mail server may be down over a weekend: 1 + 2 + … + 128 minutes and fifteen times four hours
  const all = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, n) => minutes('0', n + 1))
  expect(all.reduce((sum, each) => sum + each) / 60).toBe(255 / 60 + 15 * 4)
})
