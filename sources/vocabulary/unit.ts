import type { CalendarDate } from './date.ts'

/**
 * A place for as long as it keeps one extent: official code and first day, `07210@2025-07-01`.
 *
 * A bare code is never a key: 07210 was one ward of Bắc Giang town before 1/7/2025 and is a phường of seven wards since.
 */
export type UnitId = `${string}@${CalendarDate}`

export type UnitLevel = 'province' | 'district' | 'commune'

export type UnitType =
  | 'tinh'
  | 'thanh_pho'
  | 'quan'
  | 'huyen'
  | 'thi_xa'
  | 'xa'
  | 'phuong'
  | 'thi_tran'
  | 'dac_khu'

export interface Unit {
  readonly id: UnitId
  readonly code: string
  /** Without its type: `Bắc Giang`, not `Phường Bắc Giang`. */
  readonly name: string
  readonly level: UnitLevel
  readonly type: UnitType
  readonly parentId: UnitId | null
  readonly validFrom: CalendarDate
  /** Exclusive; null while the unit exists. */
  readonly validTo: CalendarDate | null
  /** Position on the tile map of its province, or null where there is none. */
  readonly mapColumn: number | null
  readonly mapRow: number | null
}

/** How the units before a reform pass into those after it. */
export interface Succession {
  readonly fromUnit: UnitId
  readonly toUnit: UnitId
  readonly onDate: CalendarDate
  readonly kind: 'whole' | 'part' | 'unchanged' | 'unknown'
}
