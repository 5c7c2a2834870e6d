import type { Random } from '../random.ts'
import type { Sex } from './names.ts'

/** Provinces in whose civil register the invented people were entered: Bắc Giang, Bắc Ninh, their neighbours. */
const BIRTHPLACES: readonly (readonly [string, number])[] = [
  ['024', 52],
  ['027', 36],
  ['001', 4],
  ['019', 3],
  ['020', 3],
  ['030', 2],
]

/** First digits of the old nine-digit cards of Bắc Giang and Bắc Ninh. */
const OLD_SERIES = ['121', '122', '125'] as const

/**
 * Twelve digits that agree with sex and year of birth (Nghị định 137/2015/NĐ-CP Điều 13): place, century and sex, year, six more.
 *
 * `serial` makes the number unique: two serials below 1,000,000 never share the last six digits.
 */
export function nationalId(random: Random, serial: number, sex: Sex, birthYear: number): string {
  const century = Math.floor(birthYear / 100) - 19
  const third = 2 * century + (sex === 'nu' ? 1 : 0)
  const year = String(birthYear % 100).padStart(2, '0')
  return `${random.weighted(BIRTHPLACES)}${third}${year}${scattered(serial, 7919, 318_007)}`
}

/** Nine digits as on the cards issued before 2016; unique for serials below 1,000,000. */
export function oldId(random: Random, serial: number): string {
  return `${random.pick(OLD_SERIES)}${scattered(serial, 6133, 204_161)}`
}

/** `HS-07210-0012`: the commune police's file, numbered in the commune where it was opened and kept on a move. */
export function caseFileNo(communeCode: string, serial: number): string {
  return `HS-${communeCode}-${String(serial).padStart(4, '0')}`
}

/** A bijection on 0…999,999 for a multiplier prime to ten, so that neighbours in a list do not carry neighbouring numbers. */
function scattered(serial: number, multiplier: number, offset: number): string {
  return String((serial * multiplier + offset) % 1_000_000).padStart(6, '0')
}
