import type { Form } from '#sources/forms/form.ts'
import type { Pace } from '#sources/forms/frequency.ts'
import { formById } from '#sources/forms/index.ts'
import {
  addDays,
  type Day,
  latest,
  monthsOfYear,
  type Period,
  periodsOf,
  reportsAt,
} from '../calendar.ts'
import type { Besides, PlanFacts, Reporter } from '../terms.ts'
import type { Province } from '../world/province.ts'
import { covers, daysLeft, isFolded } from './due.ts'
import { type Mail, monthlyLists, quarterly, registers } from './habits.ts'
import type { Sending } from './sending.ts'

export interface Senders {
  readonly plan: PlanFacts
  /** Everyone who may report under the plan. */
  readonly reporters: readonly Reporter[]
  /** Last day of arrival; five days after the last month's close when left out. */
  readonly until?: Day
  /** `perfect`: everything comes, in time, once and right; as people do it when left out. */
  readonly habits?: 'perfect'
  /** Forms that are sent although nobody asks for them; only those of the collection when left out. */
  readonly besides?: Besides
}

/** Everything that is sent, in no order, and what was asked. */
export interface Schedule extends Required<Omit<Senders, 'habits' | 'besides'>> {
  readonly besides: Besides | null
  readonly sendings: readonly Sending[]
}

/** Decides who sends what on which day: most in time, some late, a few never, some twice, some with mistakes. */
export function makeSchedule(province: Province, senders: Senders): Schedule {
  const { plan, reporters, besides = null } = senders
  const closed = closedWindows(province)
  const until = senders.until ?? addDays(latest(...ends(closed)), 5)
  const mail: Mail = { seed: province.seed, until, perfect: senders.habits === 'perfect' }
  const seats = new Map(
    [...province.communes, ...province.seats].map((seat) => [seat.unit.id, seat]),
  )
  const sendings = reporters.flatMap((reporter) => {
    const seat = seats.get(reporter.unitId) ?? null
    const { kind } = reporter
    if ((kind === 'police' || kind === 'committee') && seat === null) return []
    return paces.flatMap((pace) => {
      const asked = formsOf(plan, besides, reporter, pace)
      return windowsAt(pace, province)
        .filter((window) => closed.has(window) && isThere(reporter, window))
        .flatMap((window) => {
          const forms = asked.filter((form) => isTold(pace, province, plan, form, window))
          if (forms.length === 0) return []
          const slack = daysLeft(plan, forms, reporter.id, window)
          const sender = { reporter, commune: seat, slack }
          if (kind === 'police' && seat !== null) return registers(mail, sender, forms, window)
          return pace === 'month'
            ? monthlyLists(mail, sender, forms, window)
            : quarterly(mail, sender, forms, window)
        })
    })
  })
  return Object.freeze({
    plan,
    reporters,
    besides,
    until,
    sendings: sendings.filter(({ arrivedOn }) => arrivedOn <= until),
  })
}

const paces: readonly Pace[] = ['month', 'quarter', 'half-year', 'year', 'review']

/** The windows that have closed by the end of the province's last month; its reviews, which look back. */
function closedWindows({ year, months, reviews }: Province): ReadonlySet<Period> {
  if (reviews.length > 0) return new Set(reviews)
  const { to } = monthsOfYear(year.year, year.family)[months - 1] as Period
  return new Set(periodsOf(year.year, year.family).filter((window) => window.to <= to))
}

function ends(windows: ReadonlySet<Period>): [Day, ...Day[]] {
  return [...windows].map(({ to }) => to) as [Day, ...Day[]]
}

/** The windows of a pace, one after the other; half-years with the year, which may stand in the place of the second. */
function windowsAt(pace: Pace, { year, reviews }: Province): readonly Period[] {
  if (pace === 'review') return reviews
  const windows = reportsAt(pace, year.year, { family: year.family })
  return pace === 'half-year'
    ? [...windows, ...reportsAt('year', year.year, { family: year.family })]
    : windows
}

/** Whether a form is told of the window: the second half's within the year's report, where the plan folds it into that. */
function isTold(
  pace: Pace,
  { year }: Province,
  plan: PlanFacts,
  form: string,
  window: Period,
): boolean {
  if (pace !== 'half-year') return true
  const folded = reportsAt('half-year', year.year, { family: year.family }).some((half) =>
    isFolded(plan, form, half),
  )
  return folded ? window.id !== `${year.family}:${year.year}-H2` : window.kind === 'half'
}

/** Whether the reporter reports on the window's last day: for another unit it is another one. */
function isThere({ from, to }: Reporter, window: Period): boolean {
  const last = addDays(window.to, -1)
  return (from === undefined || from <= last) && (to === undefined || last < to)
}

/** Forms that a plan collects from a reporter at a pace, in the order of the plan; behind them those that are sent besides. */
function formsOf(
  { collection, cycle = 'quarter' }: PlanFacts,
  besides: Besides | null,
  { id }: Reporter,
  pace: Pace,
): readonly string[] {
  const asked = collection.filter((line) => line.every === pace && covers(line.by, id))
  const more = (besides?.taken ?? []).filter(
    ({ form, by }) => covers(by, id) && paceOf(formById(form) as Form, cycle) === pace,
  )
  return [...asked, ...more].map(({ form }) => form)
}

/** The windows for which a form is sent that no schedule asks for: at its own pace, as far as the plan's year has such parts. */
function paceOf({ every }: Form, cycle: Pace): Pace {
  if (every === 'plan-cycle' || every === 'when-issued') return cycle
  return every === 'quarter' && cycle !== 'quarter' ? 'half-year' : every
}
