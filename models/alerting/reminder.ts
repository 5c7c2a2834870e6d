import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { isLeaveKnown, isWorkingDay } from '../plans/holidays.ts'

/** A reminder goes out so many working days before the last day in time: enough to ask the communes of a province by telephone. */
export const REMIND_BEFORE = 3

/**
 * After how many working days without the report each stage begins: its sender is told on the first, the analyst on the fifth, the
 * leadership on the tenth. A constant of the house, since no plan states one.
 */
export const ESCALATION = [1, 5, 10] as const

/** 0: a fact that is shown and not sent, while the working day to which a day off moves the last day is not over · 1 … 3: {@link ESCALATION}. */
export type Stage = 0 | 1 | 2 | 3

/** A body that the plan only asks is asked a second time and then left alone. */
export const LAST_REQUEST: Stage = 2

/** What is said of a due day by working days, and whether the leave of all its days is known; otherwise only weekends are taken off. */
export interface ByWorkingDays<T> {
  readonly value: T
  readonly leaveKnown: boolean
}

/**
 * The first day on which a report that is due before a day is reminded of: {@link REMIND_BEFORE} working days before the strict last day.
 *
 * "Trước ngày 15/9/2026" (a Tuesday): the last day is Monday the 14th, so it is Wednesday the 9th.
 */
export function reminderDay(dueBefore: CalendarDate): ByWorkingDays<CalendarDate> {
  let [day, left, leaveKnown] = [addDays(dueBefore, -1), REMIND_BEFORE, true]
  while (left > 0) {
    day = addDays(day, -1)
    leaveKnown &&= isLeaveKnown(day)
    if (isWorkingDay(day)) left -= 1
  }
  return { value: day, leaveKnown }
}

/**
 * How far a report that has not come by its strict last day is pressed for on a later day; working days count from the one to which a day
 * off moves the last day.
 *
 * "Trước ngày 15/6/2026" (a Monday): the last day is Sunday the 14th, offices work again on the 15th. Stage 0 on the 15th, 1 from the
 * 16th, 2 from the 22nd, 3 from the 29th.
 */
export function stageOn(dueBefore: CalendarDate, on: CalendarDate): ByWorkingDays<Stage> {
  let [day, leaveKnown] = [addDays(dueBefore, -1), isLeaveKnown(addDays(dueBefore, -1))]
  while (!isWorkingDay(day)) day = addDays(day, 1)
  let gone = 0
  while (day < on && gone < ESCALATION[2]) {
    day = addDays(day, 1)
    leaveKnown &&= isLeaveKnown(day)
    if (isWorkingDay(day)) gone += 1
  }
  return { value: ESCALATION.filter((days) => gone >= days).length as Stage, leaveKnown }
}
