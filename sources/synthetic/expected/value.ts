import type { Period } from '../calendar.ts'
import type { Figure, Slot } from './figure.ts'
import type { Known } from './known.ts'
import type { Subject } from './subject.ts'
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

/** What a unit has for a figure: how many reporters it needs and has, and rows withheld from what they sent. */
interface Cover {
  readonly unitId: string
  readonly expected: number
  readonly covered: number
  readonly withheld: number
}

/** The values of a figure in a window: of each commune that has all it needs, and of the province. */
export function valuesIn(known: Known, window: Period, figure: Figure): Value[] {
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
export function told(
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

export function isCommune({ province }: Known, unitId: string): boolean {
  return unitId !== province.id
}

export function total<K extends string>(
  items: readonly Readonly<Record<K, number>>[],
  field: K,
): number {
  return items.reduce((sum, item) => sum + item[field], 0)
}
