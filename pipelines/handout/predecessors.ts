import type { Places } from '#sources/reference/places.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'

/** A reporter whose unit ended on the day on which another's began, and passed into it. */
export interface Predecessor {
  readonly reporter: Reporter
  /** First day of the new unit. */
  readonly on: CalendarDate
  /** `part`: its unit was divided, and who belongs where its list does not say. */
  readonly kind: 'whole' | 'part' | 'unchanged'
}

/** From whom a reporter takes people over: those of the same kind whose units ended when its own began, by code; mostly nobody. */
export function predecessorsOf(
  { kind: reports, unitId }: Reporter,
  { places, reporters }: { readonly places: Places; readonly reporters: readonly Reporter[] },
): readonly Predecessor[] {
  return places.successions
    .filter(({ toUnit }) => toUnit === unitId)
    .flatMap(({ fromUnit, onDate: on, kind }) => {
      const reporter = reporters.find((each) => each.kind === reports && each.unitId === fromUnit)
      const ended = places.byId(fromUnit)?.validTo === on
      return reporter === undefined || kind === 'unknown' || !ended ? [] : [{ reporter, on, kind }]
    })
    .sort((a, b) => (a.reporter.id < b.reporter.id ? -1 : 1))
}
