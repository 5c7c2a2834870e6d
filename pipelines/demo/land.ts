import type { Plan } from '#models/plans/plan.ts'
import { placeName, places } from '#sources/reference/places.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Unit, UnitId } from '#sources/vocabulary/unit.ts'
import { yearToDate } from '#sources/vocabulary/window.ts'
import type { WorldOrder } from './order.ts'
import { yearOf } from './usual.ts'

/** The places of an invented province: as its year begins, and after a reform that falls into it. */
export interface Land {
  readonly province: Unit
  readonly communes: readonly Unit[]
  /** Those whose committees report; none where the communes' own do. */
  readonly districts: readonly Unit[]
  readonly reform: {
    readonly on: CalendarDate
    readonly communes: readonly Unit[]
    readonly heirs: Readonly<Record<UnitId, readonly UnitId[]>>
  } | null
  /** Communes of provinces around, where people come from and move to. */
  readonly elsewhere: readonly Unit[]
}

/** Provinces where people come from and move to: those whose codes lie around. */
const NEIGHBOURS = 4

/** The land of an order; codes of communes are those of the day on which its year begins. */
export function landOf(plan: Plan, order: WorldOrder): Land {
  const on = firstDayOf(plan, order)
  const province = places().province(plan.provinceCode, on)
  if (province === undefined)
    throw new RangeError(`the communes of province '${plan.provinceCode}' on ${on} are not known`)
  const all = places().communesOf(plan.provinceCode, on)
  const districts = plan.committees === 'district' ? districtsOf(province, on) : []
  const communes = chosen(order, all, districts)
  const reform = reformOf(plan, order, communes)
  const parents = new Set(communes.map(({ parentId }) => parentId))
  // A trial with some communes knows no place outside them: there nobody comes from elsewhere. Nor do places that end meanwhile.
  const alone = order.communes !== undefined || reform !== null
  return {
    province,
    communes,
    districts: districts.filter(({ id }) => parents.has(id)),
    reform,
    elsewhere: alone ? [] : neighboursOf(plan, on),
  }
}

/** The day on which an order's year begins; that of the plan's units where it only looks back. */
export function firstDayOf(plan: Plan, order: WorldOrder): CalendarDate {
  if (plan.years.length === 0) return plan.unitsOn
  return yearToDate(plan.windows.family, yearOf(order), 12).from
}

/** Out of which places each of the communes was made, as they were called on the eve: `Xã Đông Xuyên, huyện Tiền Hải, tỉnh Thái Bình`. */
export function formerNames(
  communes: readonly Unit[],
): Readonly<Record<UnitId, readonly string[]>> {
  return Object.fromEntries(
    communes.map(({ id, validFrom }) => {
      const before = places()
        .successions.filter(({ toUnit, onDate }) => toUnit === id && onDate === validFrom)
        .flatMap(({ fromUnit }) => places().byId(fromUnit) ?? [])
        .filter(({ validTo }) => validTo === validFrom)
      return [id, before.map(fullName)]
    }),
  )
}

function fullName(unit: Unit): string {
  const names: string[] = []
  for (let at: Unit | undefined = unit; at !== undefined; ) {
    names.push(placeName(at))
    at = at.parentId === null ? undefined : places().byId(at.parentId)
  }
  const name = names.join(', ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function districtsOf({ id }: Unit, on: CalendarDate): readonly Unit[] {
  return places().units.filter(
    ({ level, parentId, validFrom, validTo }) =>
      level === 'district' &&
      parentId === id &&
      validFrom <= on &&
      (validTo === null || on < validTo),
  )
}

/** The reform that ends communes inside the order's year: all of them end on one day. */
function reformOf(plan: Plan, order: WorldOrder, communes: readonly Unit[]): Land['reform'] {
  if (plan.years.length === 0) return null
  const { to } = yearToDate(plan.windows.family, yearOf(order), 12)
  const on = communes[0]?.validTo ?? null
  if (on === null || on >= to) return null
  const links = places().successions.filter(
    ({ onDate, kind }) => onDate === on && kind !== 'unknown',
  )
  const heirs = Object.fromEntries(
    communes.map(({ id }) => [
      id,
      links.filter(({ fromUnit }) => fromUnit === id).map(({ toUnit }) => toUnit),
    ]),
  )
  const ids = new Set(Object.values(heirs).flat())
  return { on, communes: places().units.filter(({ id }) => ids.has(id)), heirs }
}

/** All, those named, or so many: spread over the list, and over the districts where there are any. */
function chosen(
  { communes: wanted }: WorldOrder,
  all: readonly Unit[],
  districts: readonly Unit[],
): readonly Unit[] {
  if (wanted === undefined) return all
  if (typeof wanted !== 'number') return all.filter(({ code }) => wanted.includes(code))
  const many = Math.min(wanted, all.length)
  const step = all.length / many
  const some =
    districts.length === 0
      ? Array.from({ length: many }, (_, n) => all[Math.floor(n * step)] as Unit)
      : inTurn(all, districts).slice(0, many)
  return closed(some, all)
}

/** The first commune of each district, then the second of each. */
function inTurn(all: readonly Unit[], districts: readonly Unit[]): readonly Unit[] {
  const nth = (unit: Unit) => all.filter(({ parentId }) => parentId === unit.parentId).indexOf(unit)
  const known = new Set(districts.map(({ id }) => id))
  return all
    .filter(({ parentId }) => parentId !== null && known.has(parentId))
    .map((unit) => ({ unit, nth: nth(unit) }))
    .toSorted((a, b) => a.nth - b.nth || (a.unit.code < b.unit.code ? -1 : 1))
    .map(({ unit }) => unit)
}

/**
 * Some communes, and those whose codes their successors bear: a trial names communes by code, and a code is one commune's before a reform
 * and another's after it.
 */
function closed(some: readonly Unit[], all: readonly Unit[]): readonly Unit[] {
  const codes = new Set(some.map(({ code }) => code))
  for (const code of codes) {
    const unit = all.find((each) => each.code === code)
    for (const { fromUnit, toUnit, kind } of places().successions)
      if (fromUnit === unit?.id && kind !== 'unknown')
        codes.add(places().byId(toUnit)?.code as string)
  }
  return all.filter(({ code }) => codes.has(code))
}

function neighboursOf({ provinceCode }: Plan, on: CalendarDate): readonly Unit[] {
  const distance = (code: string) => Math.abs(Number(code) - Number(provinceCode))
  return places()
    .units.filter(
      ({ level, validFrom, validTo }) =>
        level === 'province' && validFrom <= on && (validTo === null || on < validTo),
    )
    .filter(({ code }) => code !== provinceCode)
    .toSorted((a, b) => distance(a.code) - distance(b.code) || Number(a.code) - Number(b.code))
    .slice(0, NEIGHBOURS)
    .flatMap(({ code }) => places().communesOf(code, on))
}
