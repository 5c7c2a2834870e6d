import type { Unit, UnitType } from './unit.ts'

/** The type of a unit as it stands before its name inside a sentence. */
export const unitTypeWords: Readonly<Record<UnitType, string>> = Object.freeze({
  tinh: 'tỉnh',
  thanh_pho: 'thành phố',
  quan: 'quận',
  huyen: 'huyện',
  thi_xa: 'thị xã',
  xa: 'xã',
  phuong: 'phường',
  thi_tran: 'thị trấn',
  dac_khu: 'đặc khu',
})

/** `phường Bắc Giang`, `tỉnh Bắc Ninh`. */
export function placeName(unit: Pick<Unit, 'type' | 'name'>): string {
  return `${unitTypeWords[unit.type]} ${unit.name}`
}
