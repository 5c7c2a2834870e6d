import type { Measured } from '../measured.ts'

type Seen = Pick<Measured, 'denominator' | 'unitsExpected' | 'unitsCovered'>

/**
 * How many persons were there in each month, silent units as large as the others; a month without a value was as the mean of those that
 * have one. Nothing when none has.
 *
 * The denominators are of persons who were there on any day of the month, so their sum is person-months, a few too many, of the past and of
 * the future alike.
 */
export function fullMonths(months: readonly (Seen | null)[]): readonly number[] {
  const known = months.map((each) =>
    each === null || each.unitsCovered === 0
      ? null
      : (each.denominator * each.unitsExpected) / each.unitsCovered,
  )
  const told = known.filter((each) => each !== null)
  if (told.length === 0) return []
  const mean = told.reduce((sum, each) => sum + each, 0) / told.length
  return known.map((each) => each ?? mean)
}

/** The part of all person-months that the units which a value covers have told of. */
export function seenOf(whole: number, { unitsExpected, unitsCovered }: Omit<Seen, 'denominator'>) {
  return unitsExpected === 0 ? whole : (whole * unitsCovered) / unitsExpected
}
