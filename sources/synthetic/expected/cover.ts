import type { Period } from '../calendar.ts'
import type { UnitId } from '../terms.ts'
import type { Figure } from './figure.ts'
import type { Known } from './known.ts'
import type { Slot } from './slot.ts'
import { groupsOf } from './submission.ts'

/** What a unit has for a figure: how many reporters it needs and has, and rows withheld from what they sent. */
export interface Cover {
  readonly unitId: string
  readonly expected: number
  readonly covered: number
  readonly withheld: number
}

/** Of units that owe every form of the figure; null where some form has no report of such a window. */
export function coversOf(
  known: Known,
  window: Period,
  { own, level }: Figure,
): readonly Cover[] | null {
  const needed = own.map((slots) => slots(known, window))
  if (needed.includes(null)) return null
  const units = needed.map((slots) => new Set(slots?.map(({ unitId }) => unitId)))
  const slots = needed
    .flatMap((each) => each ?? [])
    .filter(({ unitId }) => units.every((all) => all.has(unitId as UnitId)))
    .filter(({ unitId }) => level === undefined || known.places.levelOf(unitId) === level)
  return groupsOf(slots, ({ unitId }) => unitId).map((group) => coverOf(known, group))
}

/** A commune is one, however many of its offices must report; elsewhere each body is one. */
function coverOf(known: Known, slots: readonly Slot[]): Cover {
  const unitId = slots[0]?.unitId ?? ''
  const withheld = total(slots, 'withheld')
  if (known.places.levelOf(unitId) === 'commune') {
    return { unitId, expected: 1, covered: slots.every(({ met }) => met) ? 1 : 0, withheld }
  }
  const bodies = groupsOf(slots, ({ reporter }) => reporter)
  const met = bodies.filter((body) => body.every((slot) => slot.met))
  return { unitId, expected: bodies.length, covered: met.length, withheld }
}

/** Rows withheld from the province's own lists, which may be anyone's; null where a list is missing. */
export function gateOf(known: Known, window: Period, { gates }: Figure): number | null {
  const slots = gates.map((gate) => gate(known, window))
  const all = slots.flatMap((each) => each ?? [])
  const missing = slots.some((each) => each === null || each.length === 0)
  return !missing && all.every(({ met }) => met) ? total(all, 'withheld') : null
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

export function total<K extends string>(
  items: readonly Readonly<Record<K, number>>[],
  field: K,
): number {
  return items.reduce((sum, item) => sum + item[field], 0)
}
