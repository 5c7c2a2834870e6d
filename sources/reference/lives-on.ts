import type { CalendarDate } from '../vocabulary/date.ts'
import type { Succession, Unit, UnitId } from '../vocabulary/unit.ts'

/** A unit of another day in which a unit lives on, and which share of it: `1/3` of a commune that was divided among three. */
export interface Share {
  readonly unitId: UnitId
  /** `unchanged` also for a unit that is still there; `unknown`: somewhere in a province. */
  readonly kind: Succession['kind']
  readonly numerator: number
  readonly denominator: number
}

/** The units of a time and how they pass into each other. */
export interface Chronicle {
  readonly units: readonly Unit[]
  readonly successions: readonly Succession[]
}

/**
 * In which units of a day each unit lives on: itself while it is there, else its successors, through as many reforms as lie between.
 *
 * Shares are not known: whoever was divided went to each part in equal shares, and so on from there. A unit of which no successor is there
 * on the day gives an empty list. By unit id.
 */
export function livesOn(
  { units, successions }: Chronicle,
  day: CalendarDate,
): (unitId: UnitId) => readonly Share[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const steps = new Map<UnitId, Succession[]>()
  for (const step of successions) {
    if (step.onDate <= day) steps.set(step.fromUnit, [...(steps.get(step.fromUnit) ?? []), step])
  }
  const follow = (unitId: UnitId): readonly Share[] => {
    const unit = byId.get(unitId)
    if (unit !== undefined && isOn(unit, day)) {
      return [{ unitId, kind: 'unchanged', numerator: 1, denominator: 1 }]
    }
    const next = nextSteps(steps.get(unitId) ?? [], (id) => {
      const to = byId.get(id)
      return to !== undefined && isOn(to, day)
    })
    return summed(
      next.flatMap((step) =>
        follow(step.toUnit).map((share) => ({
          unitId: share.unitId,
          kind: vaguer(step.kind, share.kind),
          numerator: share.numerator,
          denominator: share.denominator * next.length,
        })),
      ),
    )
  }
  return follow
}

/** By the reform that leads straight to units of the day where a table knows one, else by the first; all to whom that one led. */
function nextSteps(
  all: readonly Succession[],
  isThere: (unitId: UnitId) => boolean,
): readonly Succession[] {
  const straight = all.filter(({ toUnit }) => isThere(toUnit))
  const [first] = (straight.length > 0 ? straight : all).map(({ onDate }) => onDate).toSorted()
  return all.filter(({ onDate }) => onDate === first)
}

function isOn(unit: Unit, day: CalendarDate): boolean {
  return unit.validFrom <= day && (unit.validTo === null || day < unit.validTo)
}

const VAGUE = ['unchanged', 'whole', 'part', 'unknown'] as const

function vaguer(a: Share['kind'], b: Share['kind']): Share['kind'] {
  return VAGUE[Math.max(VAGUE.indexOf(a), VAGUE.indexOf(b))] as Share['kind']
}

/** Two ways into one unit are one share: who was divided into two that were merged again is whole. */
function summed(shares: readonly Share[]): readonly Share[] {
  const byUnit = new Map<UnitId, Share>()
  for (const share of shares) {
    const known = byUnit.get(share.unitId)
    byUnit.set(share.unitId, known === undefined ? share : plus(known, share))
  }
  return [...byUnit.values()].sort((a, b) => (a.unitId < b.unitId ? -1 : 1))
}

function plus(a: Share, b: Share): Share {
  const numerator = a.numerator * b.denominator + b.numerator * a.denominator
  const denominator = a.denominator * b.denominator
  const by = divisor(numerator, denominator)
  const isAll = numerator === denominator && a.kind !== 'unknown' && b.kind !== 'unknown'
  return {
    unitId: a.unitId,
    kind: isAll ? 'whole' : vaguer(a.kind, b.kind),
    numerator: numerator / by,
    denominator: denominator / by,
  }
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
