import { expect, it } from 'vitest'
import { daysLate, dueState, isOnTime } from '#models/judgement/due.ts'

it('takes "trước ngày 15/6" at its word: the 14th is in time, the 15th is late', () => {
  expect(isOnTime('2026-06-14', '2026-06-15')).toBe(true)
  expect(isOnTime('2026-06-15', '2026-06-15')).toBe(false)
})

it.each([
  ['came in time', '2026-06-14', 'obliged', '2026-06-20', 'received'],
  ['came on the day', '2026-06-15', 'obliged', '2026-06-20', 'late'],
  [
    'came on the day from a body that is only asked',
    '2026-06-15',
    'requested',
    '2026-06-20',
    'received',
  ],
  ['is not due yet', null, 'obliged', '2026-06-14', 'awaited'],
  ['is due today', null, 'obliged', '2026-06-15', 'overdue'],
  ['was asked for', null, 'requested', '2026-06-15', 'asked'],
  ['will come after the business date', '2026-06-18', 'obliged', '2026-06-16', 'overdue'],
] as const)('says of a report that %s', (_, arrivedOn, standing, today, state) => {
  expect(dueState({ arrivedOn, dueBefore: '2026-06-15' }, standing, today)).toBe(state)
})

it('counts the day named after "trước ngày" as the first day of delay', () => {
  expect(daysLate('2026-06-15', '2026-06-14')).toBe(0)
  expect(daysLate('2026-06-15', '2026-06-15')).toBe(1)
  expect(daysLate('2026-06-15', '2026-07-01')).toBe(17)
})
