import { addDays, type Day, earliest, type Period } from '../calendar.ts'
import type { Row } from '../mail/register-row.ts'
import type { UnitId } from '../terms.ts'
import type { Persons } from './person.ts'
import type { Accepted, Submission } from './submission.ts'

/** A person as the registers of one month show them together. */
export interface Resident {
  readonly person: string
  /** Where, of the last day under management, and that day; null where nobody lived anywhere for a day. */
  readonly owner: UnitId
  readonly lastDay: Day | null
  /** The newest return from prison. */
  readonly back: { readonly unitId: UnitId; readonly on: Day } | null
  /** What the owner's row says. */
  readonly row: Row
  /** Every row that tells of the time since the newest return. */
  readonly rows: readonly Row[]
  /** Those of them that say who is in need: of communes that are still there, where any does. */
  readonly asking: readonly Row[]
  readonly stays: readonly Stay[]
}

export interface Stay {
  readonly submission: Submission
  readonly row: Accepted
  readonly unitId: UnitId
  readonly from: Day
  /** First day elsewhere. */
  readonly to: Day | null
  /** Of a commune that ended since. */
  readonly ended: boolean
}

/** A register that counts for a month; the last one of a commune that ended within the year tells of the time until then. */
export interface Counted {
  readonly register: Submission
  readonly until: Day | null
}

/** Everyone on the registers that count for a month; a commune that ended has an heir. */
export function residentsOf(
  registers: readonly Counted[],
  month: Period,
  persons: Persons,
  heirOf: (unitId: UnitId) => UnitId,
): readonly Resident[] {
  const stays = new Map<string, Stay[]>()
  for (const { register: submission, until } of registers) {
    for (const row of submission.rows) {
      const { values } = row
      const from = values['arrived_on'] as Day
      if (values['left_reason'] === 'ghi_trung' || from >= month.to) continue
      const person = persons.of(submission, row)
      const stay = {
        submission,
        row,
        unitId: submission.unitId,
        from,
        to: endOf(values['left_on'] as Day | null, until),
        ended: until !== null,
      }
      stays.set(person, [...(stays.get(person) ?? []), stay])
    }
  }
  return [...stays].map(([person, own]) => residentOf(person, own, month, heirOf))
}

function endOf(left: Day | null, until: Day | null): Day | null {
  return until === null ? left : earliest(until, left ?? until)
}

function residentOf(
  person: string,
  stays: readonly Stay[],
  month: Period,
  heirOf: (unitId: UnitId) => UnitId,
): Resident {
  const [last] = stays.toSorted((a, b) => laterFirst(a, b, month)) as [Stay]
  const back = newest(stays.filter(({ row }) => row.values['entry_kind'] === 'ra_trai'))
  const since = stays.filter(({ row, to }) => {
    if (back === null || to === null) return true
    const earlier = (row.values['release_date'] as Day) < (back.row.values['release_date'] as Day)
    return !(to <= back.from && earlier)
  })
  const rowsOf = (some: readonly Stay[]) => some.map(({ row }) => row.values)
  const current = since.filter(({ ended }) => !ended)
  const handedTo = oldest(stays.filter(({ row }) => row.values['entry_kind'] === 'sap_xep_dvhc'))
  return {
    person,
    owner: heirOf(last.unitId),
    lastDay: lastDayOf(last, month),
    back: back && {
      unitId: back.ended ? (handedTo?.unitId ?? heirOf(back.unitId)) : back.unitId,
      on: back.from,
    },
    row: last.row.values,
    rows: rowsOf(since),
    asking: rowsOf(current.length > 0 ? current : since),
    stays,
  }
}

function oldest(stays: readonly Stay[]): Stay | null {
  return stays.toSorted((a, b) => compare(a.from, b.from))[0] ?? null
}

/** True when one of the rows tells that it was done before a day. */
export function doneBefore({ rows }: Resident, field: string, day: Day): boolean {
  return rows.some((row) => row[field] !== null && (row[field] as Day) < day)
}

/** In need if any row says so, or was not asked. */
export function inNeed({ asking }: Resident, field: string): boolean {
  return asking.some((row) => row[field] !== 'khong')
}

/** The last day of a stay in the month or before it; who leaves on the day of arrival has none. */
function lastDayOf({ from, to }: Stay, month: Period): Day | null {
  const end = to !== null && to < month.to ? to : month.to
  return to !== null && to <= from ? null : addDays(end, -1)
}

function laterFirst(a: Stay, b: Stay, month: Period): number {
  const [x, y] = [lastDayOf(a, month) ?? '', lastDayOf(b, month) ?? '']
  return compare(y, x) || compare(b.from, a.from) || compare(a.unitId, b.unitId)
}

function newest(stays: readonly Stay[]): Stay | null {
  return stays.toSorted((a, b) => compare(b.from, a.from) || compare(a.unitId, b.unitId))[0] ?? null
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
