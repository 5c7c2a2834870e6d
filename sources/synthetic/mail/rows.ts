import type { Day } from '../calendar.ts'
import type { UnitId } from '../terms.ts'
import type { Person } from '../world/person.ts'
import type { Province } from '../world/province.ts'
import {
  agencyAudience,
  audienceOf,
  exemplarRows,
  modelRows,
  outreachRow,
} from './committee-rows.ts'
import { facilityRow } from './facility-row.ts'
import { noticeRows, offenceRows } from './list-rows.ts'
import { listedOn, type Resident, type Row, registerRow } from './register-row.ts'
import type { Sending } from './sending.ts'

/** The rows of one form in a sending: what its reporter knows by then. */
export function rowsOf(province: Province, sending: Sending, form: string): readonly Row[] {
  const { seed, persons, models, exemplars } = province
  const { reporter, commune, window, knownTo } = sending
  switch (form) {
    case 'returnee-register':
      return registerRows(province, sending)
    case 'release-notice':
      return noticeRows(persons, window, knownTo)
    case 'reoffence':
      return offenceRows(persons, knownTo)
    case 'support-model':
      return modelRows(seed, models, reporter.unitId, window, knownTo)
    case 'exemplar':
      return exemplarRows(exemplars, reporter.unitId, knownTo)
    case 'communication': {
      const audience = commune ? audienceOf(commune) : agencyAudience(seed, reporter.id)
      return [outreachRow(seed, reporter.id, audience, window)]
    }
    case 'pre-release':
      return [facilityRow(seed, reporter.name, window)]
    default:
      throw new RangeError(`no synthetic rows for form '${form}'`)
  }
}

/** Everyone on the register; when the sender means to save work, only who came or went in the month, or nobody who left before it. */
function registerRows({ persons, year }: Province, sending: Sending): readonly Row[] {
  const { reporter, knownTo, window, care } = sending
  const rows = listedOn(residentsOf(persons, reporter.unitId), year.from, knownTo).map((resident) =>
    registerRow(resident, knownTo),
  )
  const since = (row: Row, field: string) =>
    row[field] !== null && (row[field] as Day) >= window.from
  if (care === 'only-changes') {
    return rows.filter((row) => since(row, 'arrived_on') || since(row, 'left_on'))
  }
  if (care === 'cleared')
    return rows.filter((row) => row['left_on'] === null || since(row, 'left_on'))
  return rows
}

const byUnit = new WeakMap<readonly Person[], ReadonlyMap<UnitId, readonly Resident[]>>()

/** Who lives or lived in a commune. */
function residentsOf(persons: readonly Person[], unitId: UnitId): readonly Resident[] {
  const known = byUnit.get(persons)
  if (known !== undefined) return known.get(unitId) ?? []
  const residents = new Map<UnitId, Resident[]>()
  for (const person of persons) {
    for (const stay of person.stays) {
      const here = residents.get(stay.unitId) ?? []
      here.push({ person, stay })
      residents.set(stay.unitId, here)
    }
  }
  byUnit.set(persons, residents)
  return residents.get(unitId) ?? []
}
