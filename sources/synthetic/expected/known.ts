import { addDays, type Day, earliest, monthsOfYear, type Period, periodsOf } from '../calendar.ts'
import { covers } from '../mail/due.ts'
import type { PlanFacts, Reporter, Unit } from '../terms.ts'
import { type Persons, personsIn } from './person.ts'
import { type Resident, residentsOf } from './resident.ts'
import { counts, inForceOf, placeName, placeOf, type Submission } from './submission.ts'

/** All that is known on a day: what was asked, what came, what counts. */
export interface Known {
  readonly plan: PlanFacts
  readonly year: number
  readonly province: Unit
  readonly communes: readonly Unit[]
  readonly reporters: readonly Reporter[]
  /** Windows that have closed. */
  readonly windows: readonly Period[]
  readonly submissions: readonly Submission[]
  readonly persons: Persons
  inForce(form: string, reporterId: string, windowId: string): Submission | null
  /** When the first version that counts arrived; null where none has. */
  firstArrival(form: string, reporterId: string, windowId: string): Day | null
  /** Everyone on the registers of a window's last month. */
  residentsAt(window: Period): readonly Resident[]
  /** The police of communes whose register of that month counts. */
  hasRegister(unitId: string, closeId: string): boolean
  /** All reports of a form that count, by window. */
  allOf(form: string, windowId: string): readonly Submission[]
}

/** What a plan's province looks like from its submissions on a day. */
export function knownOn(
  day: Day,
  {
    plan,
    year,
    province,
    communes,
    reporters,
    submissions,
  }: Pick<Known, 'plan' | 'year' | 'province' | 'communes' | 'reporters' | 'submissions'>,
): Known {
  const counting = inForceOf(submissions)
  const persons = personsIn(counting.values())
  const inForce = (form: string, reporterId: string, windowId: string) =>
    counting.get(placeName(form, reporterId, windowId)) ?? null
  const allOf = (form: string, windowId: string) =>
    reporters.flatMap(({ id }) => inForce(form, id, windowId) ?? [])
  const residents = new Map(
    monthsOfYear(year).map((month) => [
      month.id,
      residentsOf(allOf('returnee-register', month.id), month, persons),
    ]),
  )
  const arrivals = new Map<string, Day>()
  for (const submission of submissions.filter(counts)) {
    const place = placeOf(submission)
    arrivals.set(place, earliest(submission.arrivedOn, arrivals.get(place) ?? submission.arrivedOn))
  }
  const places = { plan, year, province, communes, reporters, submissions, persons }
  return {
    ...places,
    windows: periodsOf(year).filter(({ to }) => to <= day),
    inForce,
    firstArrival: (form, reporterId, windowId) =>
      arrivals.get(placeName(form, reporterId, windowId)) ?? null,
    allOf,
    residentsAt: ({ closeId }) => residents.get(closeId ?? '') ?? [],
    hasRegister: (unitId, closeId) =>
      allOf('returnee-register', closeId).some((register) => register.unitId === unitId),
  }
}

/** A report that is expected: which form, by whom, of which window, before which day. */
export interface Duty {
  readonly form: string
  readonly reporter: Reporter
  readonly window: Period
  readonly before: Day
}

/** Reports expected of the windows that have closed. */
export function dutiesOf({ plan, reporters, windows }: Known): readonly Duty[] {
  return plan.collection.flatMap(({ form, by, every, beforeDay }) =>
    windows
      .filter(({ kind }) => kind === every)
      .flatMap((window) =>
        reporters
          .filter(({ id }) => covers(by, id))
          .map((reporter) => ({
            form,
            reporter,
            window,
            before: clauseDay(plan, form, reporter, window) ?? dayIn(window, beforeDay),
          })),
      ),
  )
}

function clauseDay(plan: PlanFacts, form: string, { id }: Reporter, { id: windowId }: Period) {
  return plan.clauses
    .filter(
      ({ forms, who, except }) => forms.includes(form) && covers(who, id) && !except.includes(id),
    )
    .flatMap(({ dues }) => dues)
    .find((due) => due.window === windowId)?.before
}

/** A day of the month in which a window closes. */
function dayIn({ to }: Period, dayOfMonth: number): Day {
  return `${addDays(to, -1).slice(0, 7)}-${String(dayOfMonth).padStart(2, '0')}` as Day
}

/** The months that a window is made of, as far as they have closed. */
export function monthsIn({ windows }: Known, { first, last }: Period): readonly Period[] {
  return windows.filter((w) => w.kind === 'month' && w.first >= first && w.last <= last)
}

/** The quarter that closes with a window and lies in it, or undefined. */
export function closingQuarter({ windows }: Known, { first, last }: Period): Period | undefined {
  return windows.find((w) => w.kind === 'quarter' && w.last === last && w.first >= first)
}
