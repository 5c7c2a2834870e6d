import { isWorkingDay } from '#models/plans/holidays.ts'
import { addDays, type CalendarDate, dayOf } from '#sources/vocabulary/date.ts'
import type { DeliverySettings } from './settings.ts'

type Hours = Pick<DeliverySettings, 'digestAt' | 'quietHours'>

/** Whose hours are kept: reporters are written to on working days only. */
export interface Reader {
  readonly isReporter: boolean
}

/**
 * From when on a message that is queued now may leave: at once outside the quiet hours when it is urgent, else at the next hour of the
 * digest. Both wait for a working day where the reader is a reporter.
 */
export function momentOf(urgency: 'now' | 'digest', reader: Reader, now: Date, hours: Hours): Date {
  if (urgency === 'now') return earliest(now, reader, hours)
  const today = dayOf(now)
  const next = at(today, hours.digestAt) > now ? today : addDays(today, 1)
  return earliest(at(dayFor(reader, next), hours.digestAt), reader, hours)
}

/** The instant itself when something may leave then, else the next at which it may. */
export function earliest(instant: Date, reader: Reader, hours: Hours): Date {
  const day = dayOf(instant)
  const working = dayFor(reader, day)
  if (working !== day) return earliest(at(working, '00:00'), reader, hours)
  const end = quietUntil(instant, hours)
  return end === null ? instant : earliest(end, reader, hours)
}

/** The end of the quiet hours in which an instant lies; null outside them. */
function quietUntil(instant: Date, { quietHours }: Hours): Date | null {
  if (quietHours === null) return null
  const { from, to } = quietHours
  const day = dayOf(instant)
  const overnight = to < from
  if (instant < at(day, to) && (overnight || instant >= at(day, from))) return at(day, to)
  return overnight && instant >= at(day, from) ? at(addDays(day, 1), to) : null
}

function dayFor({ isReporter }: Reader, day: CalendarDate): CalendarDate {
  return isReporter ? workingDayFrom(day) : day
}

function workingDayFrom(day: CalendarDate): CalendarDate {
  return isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1))
}

/** A time of day in Asia/Ho_Chi_Minh, which has kept UTC+7 since 1975. */
function at(day: CalendarDate, time: string): Date {
  return new Date(`${day}T${time}:00+07:00`)
}
