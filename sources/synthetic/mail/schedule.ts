import { addDays, type Day, monthsOfYear, type Period, periodsOf } from '../calendar.ts'
import type { Clause, Collected, PlanFacts, Reporter } from '../terms.ts'
import type { Province } from '../world/province.ts'
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
}

/** Everything that is sent, in no order, and what was asked. */
export interface Schedule extends Required<Omit<Senders, 'habits'>> {
  readonly sendings: readonly Sending[]
}

/** Decides who sends what on which day: most in time, some late, a few never, some twice, some with mistakes. */
export function makeSchedule(province: Province, senders: Senders): Schedule {
  const { plan, reporters } = senders
  const year = province.year.year
  const months = monthsOfYear(year).slice(0, province.months)
  const last = months.at(-1) as Period
  const quarters = periodsOf(year).filter(({ kind, to }) => kind === 'quarter' && to <= last.to)
  const until = senders.until ?? addDays(last.to, 5)
  const mail: Mail = { seed: province.seed, until, perfect: senders.habits === 'perfect' }
  const communes = new Map(province.communes.map((commune) => [commune.unit.id, commune]))
  const sendings = reporters.flatMap((reporter) => {
    const commune = communes.get(reporter.unitId) ?? null
    const own = (every: Collected['every']) => formsOf(plan, reporter, every)
    if (reporter.kind === 'police') {
      return commune === null
        ? []
        : months.flatMap((month) => registers(mail, reporter, commune, month))
    }
    if (reporter.kind === 'committee' && commune === null) return []
    const [monthly, each] = [own('month'), own('quarter')]
    return [
      ...(monthly.length === 0
        ? []
        : months.flatMap((m) => monthlyLists(mail, reporter, monthly, m))),
      ...(each.length === 0
        ? []
        : quarters.flatMap((q) => quarterly(mail, reporter, commune, each, q))),
    ]
  })
  return Object.freeze({
    plan,
    reporters,
    until,
    sendings: sendings.filter(({ arrivedOn }) => arrivedOn <= until),
  })
}

/** Forms that a plan collects from a reporter at a pace, in the order of the plan. */
function formsOf(plan: PlanFacts, { id }: Reporter, every: Collected['every']): readonly string[] {
  return plan.collection
    .filter((line) => line.every === every && covers(line.by, id))
    .map(({ form }) => form)
}

/** `police` covers every police station, `agency:toa-an` one agency. */
export function covers(senders: Clause['who'], reporterId: string): boolean {
  return senders.some((sender) => sender === reporterId || reporterId.startsWith(`${sender}:`))
}
