import { describe, expect, it } from 'vitest'
import { type TaskStatus, taskState } from '#models/judgement/task-state.ts'
import type { Deadline } from '#models/plans/plan.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'

const said = (status: TaskStatus, doneOn: CalendarDate | null = null) => ({ status, doneOn })

describe('a task to be done in Quý II/2022', () => {
  const deadline: Deadline = { kind: 'within', window: 'cal:2022-Q2' }
  it.each([
    ['done on its last day', said('hoan_thanh', '2022-06-30'), '2022-07-15', 'done'],
    ['done a day later', said('hoan_thanh', '2022-07-01'), '2022-07-15', 'done-late'],
    ['done without a day', said('hoan_thanh'), '2022-07-15', 'done'],
    ['begun, on its last day', said('dang_thuc_hien'), '2022-06-30', 'under-way'],
    ['not begun, on its last day', said('chua_trien_khai'), '2022-06-30', 'under-way'],
    ['begun, a day later', said('dang_thuc_hien'), '2022-07-01', 'overdue'],
    ['not begun, a day later', said('chua_trien_khai'), '2022-07-01', 'overdue'],
    ['carried out regularly', said('thuong_xuyen'), '2022-07-15', 'regular'],
    ['not theirs', said('khong_thuoc'), '2022-07-15', 'not-theirs'],
    ['not told of', null, '2022-07-15', 'not-reported'],
  ] as const)('%s', (_, progress, today, state) => {
    expect(taskState(deadline, progress, today)).toBe(state)
  })
})

it.each([
  ['8/2022', { kind: 'within', window: 'cal:2022-08', planned: true }, '2022-08-31', 'done'],
  ['8/2022', { kind: 'within', window: 'cal:2022-08', planned: true }, '2022-09-01', 'done-late'],
  ['11/2022', { kind: 'within', window: 'cal:2022-11' }, '2022-11-30', 'done'],
  ['12/2022', { kind: 'within', window: 'cal:2022-12' }, '2023-01-01', 'done-late'],
  ['within 2026', { kind: 'within', window: 'cal:2026' }, '2026-12-31', 'done'],
  ['within 2026', { kind: 'within', window: 'cal:2026' }, '2027-01-01', 'done-late'],
  ['before 15/6/2026', { kind: 'before', date: '2026-06-15' }, '2026-06-14', 'done'],
  ['before 15/6/2026', { kind: 'before', date: '2026-06-15' }, '2026-06-15', 'done-late'],
  ['regularly', { kind: 'regular' }, '2026-06-15', 'done'],
  ['no day', { kind: 'unstated' }, '2031-06-15', 'done'],
] as const)('due %s, done on the day given', (_, deadline, doneOn, state) => {
  expect(taskState(deadline, said('hoan_thanh', doneOn), '2033-01-01')).toBe(state)
})

it.each([
  ['regular', { kind: 'regular' }, 'regular', 'regular'],
  ['monthly', { kind: 'monthly' }, 'regular', 'overdue'],
  ['quarterly', { kind: 'quarterly' }, 'regular', 'overdue'],
  ['yearly', { kind: 'yearly' }, 'regular', 'overdue'],
  ['not stated', { kind: 'unstated' }, 'not-stated', 'not-stated'],
  ['by a road map', { kind: 'roadmap', of: 'Bộ Công an' }, 'roadmap', 'roadmap'],
] as const)('of a task without a day, %s: begun, and not begun', (_, deadline, begun, not) => {
  const today = '2026-09-20'
  expect(taskState(deadline, said('dang_thuc_hien'), today)).toBe(begun)
  expect(taskState(deadline, said('chua_trien_khai'), today)).toBe(not)
})
