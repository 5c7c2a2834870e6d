import { expect, it } from 'vitest'
import { daysLate, dueState, isEarly, isOnTime } from '#models/judgement/due.ts'

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

it('calls early what came while days of its window were still to come', () => {
  const state = (arrivedOn: '2026-06-12' | '2026-06-13' | '2026-06-14' | '2026-06-15') =>
    dueState({ arrivedOn, dueBefore: '2026-06-15', to: '2026-06-15' }, 'obliged', '2026-06-20')
  expect(state('2026-06-12')).toBe('early')
  expect(state('2026-06-13')).toBe('early')
  expect(state('2026-06-14')).toBe('received')
  expect(state('2026-06-15')).toBe('late')
  expect(isEarly('2026-02-27', '2026-01-15')).toBe(false)
})

it('takes a day that lies in the window for early, whoever sends', () => {
  const report = { arrivedOn: '2026-05-30', dueBefore: '2026-06-01', to: '2026-06-15' } as const
  expect(dueState(report, 'requested', '2026-06-20')).toBe('early')
})
