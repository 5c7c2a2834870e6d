import type { Day, Period } from '../calendar.ts'
import { type Figure, figures, type Slot } from './figure.ts'
import { type Duty, dutiesOf, type Known } from './known.ts'
import { monthsIn, type Subject } from './subject.ts'
import { groupsOf } from './submission.ts'

/** A figure that must come out for a unit and window; where there is none, no value may be there. */
export interface Value {
  /** `counselling-coverage`, `reporting-timeliness/exemplar`. */
  readonly indicator: string
  readonly windowId: string
  readonly unitId: string
  readonly breakdown: string
  readonly category: string
  readonly numerator: number
  readonly denominator: number
  readonly basis: 'register' | 'form'
  readonly unitsExpected: number
  readonly unitsCovered: number
  readonly rowsWithheld: number
  readonly state: 'provisional' | 'final'
}

/** Every value of every closed window. */
export function valuesOf(known: Known): readonly Value[] {
  return known.windows.flatMap((window) => [
    ...figures.flatMap((figure) => valuesIn(known, window, figure)),
    ...reportingIn(known, window),
  ])
}

/** What a unit has for a figure: how many reporters it needs and has, and rows withheld from what they sent. */
interface Cover {
  readonly unitId: string
  readonly expected: number
  readonly covered: number
  readonly withheld: number
}

function valuesIn(known: Known, window: Period, figure: Figure): Value[] {
  const covers = coversOf(known, window, figure)
  const gate = gateOf(known, window, figure)
  if (covers === null || gate === null) return []
  const subjects = groupsOf(figure.counting(known, window), ({ unitId }) => unitId)
  const of = (unitId: string) => subjects.find(([one]) => one?.unitId === unitId) ?? []
  const whole = covers.filter(
    ({ unitId, expected, covered }) => isCommune(known, unitId) && covered === expected,
  )
  const communes = whole.flatMap((cover) =>
    told(window, figure, cover, of(cover.unitId), cover.withheld + gate === 0),
  )
  const reach: Cover = {
    unitId: known.province.id,
    expected: total(covers, 'expected'),
    covered: total(covers, 'covered'),
    withheld: total(covers, 'withheld') + gate,
  }
  if (reach.covered === 0) return communes
  const owners = [...whole.map(({ unitId }) => unitId), known.province.id]
  const final = reach.covered === reach.expected && reach.withheld === 0
  return [...communes, ...told(window, figure, reach, owners.flatMap(of), final)]
}

/** By unit; null where some form of the figure has no report of such a window. */
function coversOf(known: Known, window: Period, { own }: Figure): readonly Cover[] | null {
  const needed = own.map((slots) => slots(known, window))
  if (needed.includes(null)) return null
  const slots = needed.flatMap((each) => each ?? [])
  return groupsOf(slots, ({ unitId }) => unitId).map((group) => coverOf(known, group))
}

/** A commune is one, however many of its offices must report; at the province each body is one. */
function coverOf(known: Known, slots: readonly Slot[]): Cover {
  const unitId = slots[0]?.unitId ?? ''
  const withheld = total(slots, 'withheld')
  if (isCommune(known, unitId)) {
    return { unitId, expected: 1, covered: slots.every(({ met }) => met) ? 1 : 0, withheld }
  }
  const bodies = groupsOf(slots, ({ reporter }) => reporter)
  const met = bodies.filter((body) => body.every((slot) => slot.met))
  return { unitId, expected: bodies.length, covered: met.length, withheld }
}

/** Rows withheld from the province's own lists, which may be anyone's; null where a list is missing. */
function gateOf(known: Known, window: Period, { gates }: Figure): number | null {
  const slots = gates.flatMap((gate) => gate(known, window) ?? [])
  return slots.every(({ met }) => met) ? total(slots, 'withheld') : null
}

/** The value in all, and by each category that somebody has. */
function told(
  window: Period,
  { indicator, basis }: Figure,
  { unitId, expected, covered, withheld }: Cover,
  subjects: readonly Subject[],
  final: boolean,
): Value[] {
  const value = (breakdown: string, category: string, of: readonly Subject[]): Value => ({
    indicator,
    windowId: window.id,
    unitId,
    breakdown,
    category,
    numerator: total(of, 'numerator'),
    denominator: total(of, 'denominator'),
    basis,
    unitsExpected: expected,
    unitsCovered: covered,
    rowsWithheld: withheld,
    state: final ? 'final' : 'provisional',
  })
  const breakdowns = [...new Set(subjects.flatMap(({ categories }) => Object.keys(categories)))]
  return [
    value('', '', subjects),
    ...breakdowns.flatMap((breakdown) =>
      groupsOf(subjects, ({ categories }) => categories[breakdown] ?? '').map((group) =>
        value(breakdown, group[0]?.categories[breakdown] ?? '', group),
      ),
    ),
  ]
}

/** Reports received, and in time, of those expected in the window, form by form. */
function reportingIn(known: Known, window: Period): Value[] {
  const quarters = known.windows.filter(
    ({ kind, first, last }) => kind === 'quarter' && first >= window.first && last <= window.last,
  )
  const served = new Set([...monthsIn(known, window), ...quarters].map(({ id }) => id))
  const duties = dutiesOf(known).filter(
    ({ reporter, window: own }) => reporter.standing === 'obliged' && served.has(own.id),
  )
  return groupsOf(duties, ({ form }) => form).flatMap((own) => [
    ...reporting(
      known,
      window,
      'reporting-completeness',
      own,
      (duty) => arrivalOf(known, duty) !== null,
    ),
    ...reporting(
      known,
      window,
      'reporting-timeliness',
      own,
      (duty) => (arrivalOf(known, duty) ?? duty.before) < duty.before,
    ),
  ])
}

function reporting(
  known: Known,
  window: Period,
  indicator: string,
  duties: readonly Duty[],
  holds: (duty: Duty) => boolean,
): Value[] {
  const figure = { indicator: `${indicator}/${duties[0]?.form}`, basis: 'form' } as Figure
  const units = groupsOf(duties, ({ reporter }) => reporter.unitId).map((own) => ({
    unitId: own[0]?.reporter.unitId ?? '',
    reporters: new Set(own.map(({ reporter }) => reporter.id)).size,
    subjects: own.map(
      (duty): Subject => ({
        unitId: duty.reporter.unitId,
        numerator: holds(duty) ? 1 : 0,
        denominator: 1,
        categories: {},
      }),
    ),
  }))
  const tell = (unitId: string, reporters: number, subjects: readonly Subject[]) =>
    told(
      window,
      figure,
      { unitId, expected: reporters, covered: reporters, withheld: 0 },
      subjects,
      true,
    )
  return [
    ...units
      .filter(({ unitId }) => isCommune(known, unitId))
      .flatMap(({ unitId, reporters, subjects }) => tell(unitId, reporters, subjects)),
    ...tell(
      known.province.id,
      total(units, 'reporters'),
      units.flatMap(({ subjects }) => subjects),
    ),
  ]
}

/** The day on which the first version that counts arrived. */
function arrivalOf(known: Known, { form, reporter, window }: Duty): Day | null {
  return known.firstArrival(form, reporter.id, window.id)
}

function isCommune({ province }: Known, unitId: string): boolean {
  return unitId !== province.id
}

function total<K extends string>(items: readonly Readonly<Record<K, number>>[], field: K): number {
  return items.reduce((sum, item) => sum + item[field], 0)
}
