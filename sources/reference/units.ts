import type { CalendarDate } from '../vocabulary/date.ts'
import type { Unit, UnitId, UnitType } from '../vocabulary/unit.ts'
import { unitTypeWords } from '../vocabulary/unit-words.ts'
import { tableOf } from './table.ts'

/** Two levels of government since: 34 provinces, 3,321 communes, no districts. */
export const REFORM: CalendarDate = '2025-07-01'

/**
 * The provinces and communes in force, each since 1/7/2025.
 *
 * Đồng Nai became a city on 30/4/2026 and ten of its communes phường, with the same codes and the same extent; they keep one row,
 * with the type of today.
 */
export function presentUnits(): readonly Unit[] {
  const provinces = tableOf('provinces.csv', ['code', 'name', 'type']).map((row) =>
    unit({ ...row, level: 'province', parentId: null, validFrom: REFORM, validTo: null }),
  )
  const communes = tableOf('communes.csv', [
    'code',
    'name',
    'type',
    'province_code',
    'map_column',
    'map_row',
  ]).map((row) =>
    unit({
      ...row,
      level: 'commune',
      parentId: unitId(row.province_code, REFORM),
      validFrom: REFORM,
      validTo: null,
      mapColumn: Number(row.map_column),
      mapRow: Number(row.map_row),
    }),
  )
  return [...provinces, ...communes]
}

/** `07210`, `2025-07-01` → `07210@2025-07-01`. */
export function unitId(code: string, validFrom: CalendarDate): UnitId {
  return `${code}@${validFrom}`
}

type Described = Omit<Unit, 'id' | 'type' | 'mapColumn' | 'mapRow'> & {
  readonly type: string
  readonly mapColumn?: number
  readonly mapRow?: number
}

/** A unit from the cells of a table; throws an Error that lists the types when its type is none of them. */
export function unit(described: Described): Unit {
  const { code, name, type, level, parentId, validFrom, validTo } = described
  if (!(type in unitTypeWords)) {
    const types = Object.keys(unitTypeWords).join(', ')
    throw new Error(`unit ${code} ${name} is a '${type}', expected one of ${types}`)
  }
  return Object.freeze({
    id: unitId(code, validFrom),
    code,
    name,
    level,
    type: type as UnitType,
    parentId,
    validFrom,
    validTo,
    mapColumn: described.mapColumn ?? null,
    mapRow: described.mapRow ?? null,
  })
}
