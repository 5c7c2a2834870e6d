import { addDays, type Day, type Period } from '../calendar.ts'
import type { Unit, UnitId } from '../terms.ts'

/** A commune that gave way to another; several of one commune: it was divided. `unknown`: somewhere in the province that is named. */
export interface Succession {
  readonly fromUnit: UnitId
  readonly toUnit: UnitId
  readonly onDate: Day
  readonly kind: 'whole' | 'part' | 'unchanged' | 'unknown'
}

/** A part of a commune's people in a place of another day: `numerator` of `denominator`. */
export interface Share {
  readonly unitId: UnitId
  readonly kind: Succession['kind']
  readonly numerator: number
  readonly denominator: number
}

/** The places of a province through its reforms. */
export interface Places {
  levelOf(unitId: string): Unit['level']
  /** The places around a unit from the nearest on, itself included if it is no commune. */
  around(unitId: string): readonly UnitId[]
  /** In which places of a day a commune lives on. */
  sharesOn(unitId: UnitId, day: Day): readonly Share[]
  /** Who tells of a place in a window that it did not see to the end: its heir, the first of several; itself where it is still there. */
  heirIn(unitId: UnitId, window: Period, yearFrom: Day): UnitId
}

export function placesOf(units: readonly Unit[], successions: readonly Succession[]): Places {
  const byId = new Map<string, Unit>(units.map((unit) => [unit.id, unit]))
  const steps = new Map<string, Succession[]>()
  for (const step of successions)
    steps.set(step.fromUnit, [...(steps.get(step.fromUnit) ?? []), step])
  const isOn = (unitId: string, day: Day) => {
    const unit = byId.get(unitId)
    return unit !== undefined && unit.validFrom <= day && (unit.validTo ?? '9') > day
  }
  const around = remembered((unitId: string): readonly UnitId[] => {
    const unit = byId.get(unitId)
    if (unit === undefined) return []
    const up = unit.parentId === null ? [] : around(unit.parentId)
    return unit.level === 'commune' ? up : [unit.id, ...up]
  })
  const sharesOn = remembered((unitId: UnitId, day: Day): readonly Share[] => {
    if (isOn(unitId, day)) return [{ unitId, kind: 'unchanged', numerator: 1, denominator: 1 }]
    const known = (steps.get(unitId) ?? []).filter(({ onDate }) => onDate <= day)
    const straight = known.filter(({ toUnit }) => isOn(toUnit, day))
    const first = known.map(({ onDate }) => onDate).sort()[0]
    const next = straight.length > 0 ? straight : known.filter(({ onDate }) => onDate === first)
    return added(
      next.flatMap((step) =>
        sharesOn(step.toUnit, day).map((share) => ({
          unitId: share.unitId,
          kind: vaguest(step.kind, share.kind),
          numerator: share.numerator,
          denominator: share.denominator * next.length,
        })),
      ),
    )
  })
  const ended = (unitId: UnitId, to: Day, yearFrom: Day) => {
    const validTo = byId.get(unitId)?.validTo ?? null
    return validTo !== null && validTo < to && validTo > yearFrom
  }
  const heirOfCommune = (unitId: UnitId, to: Day, yearFrom: Day): UnitId | null => {
    if (!ended(unitId, to, yearFrom)) return null
    const [heir] = sharesOn(unitId, addDays(to, -1))
    return heir === undefined || heir.kind === 'unknown' ? null : heir.unitId
  }
  const levelOf = (unitId: string) => byId.get(unitId)?.level ?? 'commune'
  const heirAt = remembered((unitId: UnitId, to: Day, yearFrom: Day): UnitId => {
    if (levelOf(unitId) === 'commune') return heirOfCommune(unitId, to, yearFrom) ?? unitId
    if (!ended(unitId, to, yearFrom)) return unitId
    const heirs = units
      .filter(({ id, level }) => level === 'commune' && around(id).includes(unitId))
      .flatMap(({ id }) => heirOfCommune(id, to, yearFrom) ?? [])
    return heirs.flatMap((id) => around(id)).findLast(() => true) ?? unitId
  })
  return {
    levelOf,
    around,
    sharesOn,
    heirIn: (unitId, { to }, yearFrom) => heirAt(unitId, to, yearFrom),
  }
}

/** Asked of the same again and again, it is worked out once. */
function remembered<A extends readonly string[], T>(work: (...asked: A) => T): (...asked: A) => T {
  const answers = new Map<string, T>()
  return (...asked) => {
    const key = asked.join(' ')
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = work(...asked)
    answers.set(key, answer)
    return answer
  }
}

const VAGUE = ['unchanged', 'whole', 'part', 'unknown'] as const

function vaguest(a: Share['kind'], b: Share['kind']): Share['kind'] {
  return VAGUE.indexOf(a) > VAGUE.indexOf(b) ? a : b
}

/** Shares in one place are one: whoever was divided into two that were merged again is whole. By unit id. */
function added(shares: readonly Share[]): readonly Share[] {
  const byUnit = new Map<UnitId, Share>()
  for (const share of shares) {
    const before = byUnit.get(share.unitId)
    byUnit.set(share.unitId, before === undefined ? share : sumOf(before, share))
  }
  return [...byUnit.values()].sort((a, b) => (a.unitId < b.unitId ? -1 : 1))
}

function sumOf(a: Share, b: Share): Share {
  const numerator = a.numerator * b.denominator + b.numerator * a.denominator
  const denominator = a.denominator * b.denominator
  const kind = vaguest(a.kind, b.kind)
  const whole = numerator === denominator && kind !== 'unknown'
  return { unitId: a.unitId, kind: whole ? 'whole' : kind, numerator, denominator }
}
