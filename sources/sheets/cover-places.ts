import type { CalendarDate } from '../vocabulary/date.ts'
import { fold, placeKey } from '../vocabulary/text.ts'
import type { Unit } from '../vocabulary/unit.ts'
import type { Known } from './identity.ts'

/** The code as typed; of a district, whose codes are shorter, without the zeros that were put before it. */
export function codeOf(typed: string, on: CalendarDate, { places }: Known): string {
  const short = typed.replace(/^00(?=\d{3}$)/, '')
  return places.byCode(typed, on) === undefined && places.byCode(short, on)?.level === 'district'
    ? short
    : typed
}

/** A commune or district whose name the cover gives although its code is another's: nobody may report under a neighbour's code by a slip. */
export function otherPlace(
  unit: Unit,
  name: string | null,
  known: Known,
  on: CalendarDate,
): Unit | undefined {
  if (name === null || wordsIn(name).includes(wordsIn(unit.name))) return undefined
  return namedIn(name, known, on, unit.level)[0]
}

/** The communes (or districts) of the province with whose name the text ends: `Công an phường Bắc Giang`. */
export function namedIn(
  text: string,
  { places, plan }: Known,
  on: CalendarDate,
  level: Unit['level'] = 'commune',
): readonly Unit[] {
  if (text.length > 200) return []
  const words = wordsIn(placeKey(text))
  const province = places.province(plan.provinceCode, on)?.id
  const all =
    level === 'commune'
      ? places.communesOf(plan.provinceCode, on)
      : places.units.filter(
          (each) => each.level === 'district' && each.parentId === province && isOn(each, on),
        )
  return all.filter((each) => words.endsWith(wordsIn(each.name)))
}

function isOn({ validFrom, validTo }: Unit, on: CalendarDate): boolean {
  return validFrom <= on && (validTo === null || on < validTo)
}

/** Whole words, a blank before and behind: `phường Song Liễu` does not say `Phượng Sơn`. */
export function wordsIn(text: string): string {
  return ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `
}
