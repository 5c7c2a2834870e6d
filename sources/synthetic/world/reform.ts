import { addDays, closeOf, type Day, dateOf } from '../calendar.ts'
import { random } from '../random.ts'
import type { Unit, UnitId } from '../terms.ts'
import type { Person, Stay } from './person.ts'

/** A day inside the year on which the communes of the province gave way to others. */
export interface Reform {
  readonly on: Day
  /** The communes since then. */
  readonly communes: readonly Unit[]
  /** Into which of them each of the former ones went; one that was divided has several. */
  readonly heirs: Readonly<Record<UnitId, readonly UnitId[]>>
}

/** A province as far as its reform decides who goes where. */
export interface Reformed {
  readonly seed: string
  readonly reform: Reform | null
}

/** First day of which no register before the reform tells: that of the month in which it lies. */
export function untoldFrom({ on }: Reform): Day {
  const [year, month] = closeOf(addDays(on, -1)).split('-').map(Number) as [number, number]
  return dateOf(year, month - 1, 15)
}

/** Where somebody (or something) of a commune belongs after the reform; of a divided one each belongs to one of its successors. */
export function heirOf({ seed, reform }: Reformed, key: string, unitId: UnitId): UnitId {
  const heirs = reform?.heirs[unitId] ?? []
  const [only, ...others] = heirs
  if (only === undefined) return unitId
  return others.length === 0 ? only : random(`${seed}/heir/${key}/${unitId}`).pick(heirs)
}

/** The commune that reports on a day about what was in a commune. */
export function placeOn(province: Reformed, key: string, unitId: UnitId, day: Day): UnitId {
  const { reform } = province
  return reform !== null && day >= reform.on ? heirOf(province, key, unitId) : unitId
}

/** A move in the days of which no register tells waits until the new communes have begun. */
const WAIT = 12

/**
 * The persons with their lives after the reform.
 *
 * Whoever stood on the last register of a commune is handed over on the day of the reform; who came after that register and before the
 * reform stands on the new one with the real day; a move between two communes that became one is none.
 */
export function handedOver(
  persons: readonly Person[],
  province: Reformed & { readonly reform: Reform },
): readonly Person[] {
  return persons.map((person) => {
    const stays = staysAfter(person, province)
    return stays === null ? person : Object.freeze({ ...person, stays })
  })
}

function staysAfter(
  { key, stays }: Person,
  province: Reformed & { readonly reform: Reform },
): readonly Stay[] | null {
  const { on, communes } = province.reform
  if (stays.every(({ to }) => to !== null && to <= on)) {
    if (!stays.some((stay) => isUntoldMove(stay, province.reform))) return null
  }
  const heir = (unitId: UnitId) => heirOf(province, key, unitId)
  const unitOf = (unit: Unit | null): Unit | null =>
    unit === null ? null : (communes.find(({ id }) => id === heir(unit.id)) ?? unit)
  const after = (stay: Stay): Stay => ({
    ...stay,
    unitId: heir(stay.unitId),
    movedFrom: unitOf(stay.movedFrom),
    movedTo: unitOf(stay.movedTo),
  })
  const told = waited(stays, province.reform).flatMap((stay): readonly Stay[] => {
    if (stay.to !== null && stay.to <= on) return [stay]
    if (stay.from >= untoldFrom(province.reform)) return [after(stay)]
    const leaving = { leftReason: null, movedTo: null, leavingRecorded: false }
    return [
      { ...stay, to: on, ...leaving },
      { ...after(stay), from: on, entry: 'sap_xep_dvhc', movedFrom: null },
    ]
  })
  return told.reduce<readonly Stay[]>(joined, [])
}

/**
 * A life as the communes of after the reform look back on it: as if they had always been there, so that neither the handing over nor a
 * move between two communes that became one is a coming or going.
 */
export function lookedBackOn(
  person: Person,
  province: Reformed & { readonly reform: Reform },
): Person {
  const { on, heirs } = province.reform
  const stays = person.stays.map((stay): Stay => {
    if (heirs[stay.unitId] === undefined) return stay
    const ended = stay.to !== null && stay.to <= on
    return {
      ...stay,
      unitId: heirOf(province, person.key, stay.unitId),
      leavingRecorded: stay.leavingRecorded || ended,
    }
  })
  return { ...person, stays: stays.reduce<readonly Stay[]>(joined, []) }
}

function isUntoldMove({ to, leftReason }: Stay, reform: Reform): boolean {
  const since = untoldFrom(reform)
  return to !== null && to >= since && to <= reform.on && leftReason === 'chuyen_trong_tinh'
}

/** The stays with such a move put off, so that whoever leaves one register stands on another. */
function waited(stays: readonly Stay[], reform: Reform): readonly Stay[] {
  const at = stays.findIndex((stay) => isUntoldMove(stay, reform))
  if (at < 0) return stays
  const day = addDays(reform.on, WAIT)
  return stays.map((stay, n) =>
    n === at ? { ...stay, to: day } : n === at + 1 ? { ...stay, from: day } : stay,
  )
}

/** One stay longer, or lengthened by the next where both are in one commune. */
function joined(stays: readonly Stay[], next: Stay): readonly Stay[] {
  const last = stays.at(-1)
  if (last === undefined || last.unitId !== next.unitId) return [...stays, next]
  const { to, leftReason, movedTo, leavingRecorded } = next
  return [...stays.slice(0, -1), { ...last, to, leftReason, movedTo, leavingRecorded }]
}
