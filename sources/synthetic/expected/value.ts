import type { Day, Period } from '../calendar.ts'
import { dateOf } from '../calendar.ts'
import type { Unit, UnitId } from '../terms.ts'
import type { Asked } from './asked.ts'
import type { Figure } from './figure.ts'
import type { Known } from './known.ts'
import type { Slot } from './slot.ts'
import type { Subject } from './subjects/subject.ts'
import { groupsOf } from './submission.ts'

/** A figure that must come out for a unit and window; where there is none, no value may be there. */
export interface Value extends Asked {
  /** On the places of the window's last day, or of today. */
  readonly map: 'then' | 'today'
  readonly windowId: string
  readonly unitId: string
  readonly breakdown: string
  readonly category: string
  readonly numerator: number
  readonly denominator: number
  readonly basis: Figure['basis']
  readonly unitsExpected: number
  readonly unitsCovered: number
  readonly rowsWithheld: number
  readonly state: 'provisional' | 'final'
  readonly estimate: boolean
}

/** What a unit has for a figure: how many reporters it needs and has, and rows withheld from what they sent. */
export interface Cover {
  readonly unitId: string
  readonly expected: number
  readonly covered: number
  readonly withheld: number
}

/** The values of a figure in a window: of each commune that has all it needs, and of each district and province around any. */
export function valuesIn(known: Known, window: Period, asked: Asked, figure: Figure): Value[] {
  const covers = coversOf(known, window, figure)
  const gate = gateOf(known, window, figure)
  if (covers === null || gate === null) return []
  const settled = isSettled(known, window, figure)
  const tell = (cover: Cover, subjects: readonly Subject[], whole: boolean) =>
    told(window, asked, figure.basis, cover, subjects, whole && gate === 0 && settled)
  const subjects = new Map(
    groupsOf(figure.counting(known, window), ({ unitId }) => unitId).map((own) => [
      own[0]?.unitId as string,
      own,
    ]),
  )
  const of = ({ unitId }: Cover) => subjects.get(unitId) ?? []
  const whole = covers.filter(({ expected, covered }) => covered === expected)
  const communes = whole
    .filter(({ unitId }) => levelOf(known, unitId) === 'commune')
    .flatMap((cover) => tell(cover, of(cover), cover.withheld === 0))
  const larger = known.units
    .filter(({ level }) => level !== 'commune')
    .flatMap(({ id, level }) => {
      const inside = covers.filter(({ unitId }) => around(known, unitId).includes(id))
      const reach = sumOf(id, inside, level === 'province' ? gate : 0)
      if (reach.covered === 0) return []
      const owners = inside.filter(
        (cover) => whole.includes(cover) || levelOf(known, cover.unitId) === 'province',
      )
      const complete = reach.covered === reach.expected && reach.withheld === 0
      return tell(reach, owners.flatMap(of), complete)
    })
  return [...communes, ...larger]
}

/** Of units that owe every form of the figure; null where some form has no report of such a window. */
function coversOf(known: Known, window: Period, { own }: Figure): readonly Cover[] | null {
  const needed = own.map((slots) => slots(known, window))
  if (needed.includes(null)) return null
  const units = needed.map((slots) => new Set(slots?.map(({ unitId }) => unitId)))
  const slots = needed
    .flatMap((each) => each ?? [])
    .filter(({ unitId }) => units.every((all) => all.has(unitId as UnitId)))
  return groupsOf(slots, ({ unitId }) => unitId).map((group) => coverOf(known, group))
}

/** A commune is one, however many of its offices must report; elsewhere each body is one. */
function coverOf(known: Known, slots: readonly Slot[]): Cover {
  const unitId = slots[0]?.unitId ?? ''
  const withheld = total(slots, 'withheld')
  if (levelOf(known, unitId) === 'commune') {
    return { unitId, expected: 1, covered: slots.every(({ met }) => met) ? 1 : 0, withheld }
  }
  const bodies = groupsOf(slots, ({ reporter }) => reporter)
  const met = bodies.filter((body) => body.every((slot) => slot.met))
  return { unitId, expected: bodies.length, covered: met.length, withheld }
}

/** Rows withheld from the province's own lists, which may be anyone's; null where a list is missing. */
function gateOf(known: Known, window: Period, { gates }: Figure): number | null {
  const slots = gates.map((gate) => gate(known, window))
  const all = slots.flatMap((each) => each ?? [])
  const missing = slots.some((each) => each === null || each.length === 0)
  return !missing && all.every(({ met }) => met) ? total(all, 'withheld') : null
}

/** The places around a unit, itself included if it is none of the smallest. */
export function around({ units }: Pick<Known, 'units'>, unitId: string): readonly string[] {
  const unit = units.find(({ id }) => id === unitId)
  if (unit === undefined) return []
  const up = unit.parentId === null ? [] : around({ units }, unit.parentId)
  return unit.level === 'commune' ? up : [unit.id, ...up]
}

export function levelOf({ units }: Pick<Known, 'units'>, unitId: string): Unit['level'] {
  return units.find(({ id }) => id === unitId)?.level ?? 'commune'
}

/** What several units have together. */
export function sumOf(unitId: string, covers: readonly Cover[], more = 0): Cover {
  return {
    unitId,
    expected: total(covers, 'expected'),
    covered: total(covers, 'covered'),
    withheld: total(covers, 'withheld') + more,
  }
}

/** What is followed for long is not final before. */
function isSettled({ day }: Known, { to }: Period, { settlesAfter = 0 }: Figure): boolean {
  const [year, month, dayOfMonth] = to.split('-').map(Number) as [number, number, number]
  const settled: Day = dateOf(year, month + settlesAfter, dayOfMonth)
  return settled <= day
}

/** The value in all, and by each category that somebody has. */
export function told(
  window: Period,
  { indicator, parameters }: Asked,
  basis: Figure['basis'],
  { unitId, expected, covered, withheld }: Cover,
  subjects: readonly Subject[],
  final: boolean,
): Value[] {
  const value = (breakdown: string, category: string, of: readonly Subject[]): Value => ({
    indicator,
    parameters,
    map: 'then',
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
    estimate: false,
  })
  const breakdowns = [...new Set(subjects.flatMap(({ categories }) => Object.keys(categories)))]
  return [
    value('', '', subjects),
    ...breakdowns.flatMap((breakdown) =>
      groupsOf(
        subjects.filter(({ categories }) => breakdown in categories),
        ({ categories }) => categories[breakdown] ?? '',
      ).map((group) => value(breakdown, group[0]?.categories[breakdown] ?? '', group)),
    ),
  ]
}

export function total<K extends string>(
  items: readonly Readonly<Record<K, number>>[],
  field: K,
): number {
  return items.reduce((sum, item) => sum + item[field], 0)
}
