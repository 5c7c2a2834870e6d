import type { CalendarDate } from '../vocabulary/date.ts'
import type { Unit, UnitLevel } from '../vocabulary/unit.ts'
import { unitTypeWords } from '../vocabulary/unit-words.ts'
import { tableOf } from './table.ts'
import { REFORM, unit, unitId } from './units.ts'

/**
 * First day of every former unit. A convention: the plans look back to 15/6/2020 at the earliest; the tables say how the units
 * stood in 2022, in 2024 and on the eve of the reform, and what happened to them before that is not known here.
 */
const BEFORE: CalendarDate = '2020-01-01'

/**
 * Where a province also has a table of earlier units, the day on which those of the eve of the reform took their place: Bắc Giang (NQ
 * 1191/NQ-UBTVQH15), Cần Thơ (NQ 1192/NQ-UBTVQH15).
 */
const RENEWED: Readonly<Record<string, CalendarDate>> = { '24': '2025-01-01', '92': '2024-11-01' }

/** Former commune → commune of today, as the table has it; a commune that was divided has several rows. */
export const successionRows = tableOf('successions_2025.csv', [
  'old_code',
  'old_name',
  'old_district_code',
  'old_district',
  'old_province_code',
  'old_province',
  'new_code',
  'kind',
])

export type SuccessionRow = (typeof successionRows)[number]

/**
 * The provinces, districts and communes out of which Bắc Ninh, Hà Tĩnh, Hưng Yên and Cần Thơ were made, and the earlier ones of
 * Bắc Giang's and Cần Thơ's plans. All end on 1/7/2025 or before.
 */
export function formerUnits(): readonly Unit[] {
  return [...formerProvinces(), ...earlierUnits(), ...lastDistricts(), ...lastCommunes()]
}

function formerProvinces(): readonly Unit[] {
  return distinct((row) => row.old_province_code).map((row) =>
    unit({
      ...named(row.old_province),
      code: row.old_province_code,
      level: 'province',
      parentId: null,
      validFrom: BEFORE,
      validTo: REFORM,
    }),
  )
}

/** Bắc Giang as its plan of 2022 knew it (10 districts, 209 communes), Cần Thơ as its plan of 2024 did (9 and 83). */
function earlierUnits(): readonly Unit[] {
  return tableOf('units_2022_2024.csv', [
    'unit_set',
    'level',
    'code',
    'name',
    'type',
    'province_code',
    'province',
    'district_code',
  ]).map((row) =>
    unit({
      ...row,
      level: row.level as UnitLevel,
      parentId: unitId(row.district_code || row.province_code, BEFORE),
      validFrom: BEFORE,
      validTo: RENEWED[row.province_code] ?? REFORM,
    }),
  )
}

function lastDistricts(): readonly Unit[] {
  return distinct((row) => row.old_district_code).map((row) =>
    unit({
      ...named(row.old_district),
      code: row.old_district_code,
      level: 'district',
      parentId: unitId(row.old_province_code, BEFORE),
      validFrom: since(row),
      validTo: REFORM,
    }),
  )
}

function lastCommunes(): readonly Unit[] {
  return distinct((row) => row.old_code).map((row) =>
    unit({
      ...named(row.old_name),
      code: row.old_code,
      level: 'commune',
      parentId: unitId(row.old_district_code, since(row)),
      validFrom: since(row),
      validTo: REFORM,
    }),
  )
}

function since(row: SuccessionRow): CalendarDate {
  return RENEWED[row.old_province_code] ?? BEFORE
}

/** `Thị Xã Chũ` → thi_xa, `Chũ`. */
function named(full: string): { readonly type: string; readonly name: string } {
  for (const [type, words] of Object.entries(unitTypeWords)) {
    if (full.toLowerCase().startsWith(`${words} `)) {
      return { type, name: full.slice(words.length + 1) }
    }
  }
  throw new Error(`'${full}' begins with none of ${Object.values(unitTypeWords).join(', ')}`)
}

function distinct(keyOf: (row: SuccessionRow) => string): readonly SuccessionRow[] {
  return [...new Map(successionRows.map((row) => [keyOf(row), row])).values()]
}
