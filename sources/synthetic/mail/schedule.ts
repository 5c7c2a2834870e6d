import type { Form } from '#sources/forms/form.ts'
import { formById } from '#sources/forms/index.ts'
import { addDays, type Day, monthsOfYear, type Period, periodsOf } from '../calendar.ts'
import type { Besides, Clause, PlanFacts, Reporter } from '../terms.ts'
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
  const year = province.year.year
  const months = monthsOfYear(year).slice(0, province.months)
  const last = months.at(-1) as Period
  const closed = periodsOf(year).filter(({ to }) => to <= last.to)
  const until = senders.until ?? addDays(last.to, 5)
  const mail: Mail = { seed: province.seed, until, perfect: senders.habits === 'perfect' }
  const communes = new Map(province.communes.map((commune) => [commune.unit.id, commune]))
  const sendings = reporters.flatMap((reporter) => {
    const commune = communes.get(reporter.unitId) ?? null
    const own = (every: Every) => formsOf(plan, besides, reporter, every)
    if (reporter.kind === 'police') {
      return commune === null
        ? []
        : months.flatMap((month) => registers(mail, reporter, commune, own('month'), month))
    }
    if (reporter.kind === 'committee' && commune === null) return []
    const monthly = own('month')
    return [
      ...(monthly.length === 0
        ? []
        : months.flatMap((m) => monthlyLists(mail, reporter, monthly, m))),
      ...closed.flatMap((window) => {
        const forms = window.kind === 'quarter' || window.kind === 'half' ? own(window.kind) : []
        return forms.length === 0 ? [] : quarterly(mail, reporter, commune, forms, window)
      }),
    ]
  })
  return Object.freeze({
    plan,
    reporters,
    besides,
    until,
    sendings: sendings.filter(({ arrivedOn }) => arrivedOn <= until),
  })
}

type Every = 'month' | 'quarter' | 'half'

/** Forms that a plan collects from a reporter at a pace, in the order of the plan; behind them those that are sent besides. */
function formsOf(
  { collection }: PlanFacts,
  besides: Besides | null,
  { id }: Reporter,
  every: Every,
): readonly string[] {
  const asked = collection.filter((line) => line.every === every && covers(line.by, id))
  const more = (besides?.taken ?? []).filter(
    ({ form, by }) => covers(by, id) && everyOf(formById(form) as Form) === every,
  )
  return [...asked, ...more].map(({ form }) => form)
}

/** The windows for which a form is sent that no schedule asks for: what follows the plan's cycle comes each quarter. */
function everyOf({ every }: Form): Every {
  return every === 'month' ? 'month' : every === 'half-year' ? 'half' : 'quarter'
}

/** `police` covers every police station, `agency:toa-an` one agency. */
export function covers(senders: Clause['who'], reporterId: string): boolean {
  return senders.some((sender) => sender === reporterId || reporterId.startsWith(`${sender}:`))
}
