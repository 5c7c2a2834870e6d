import { owes } from '#models/plans/calendar.ts'
import type { Plan } from '#models/plans/plan.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import type { ReadContext } from '#sources/read.ts'
import { places, restrictTo } from '#sources/reference/places.ts'

/** What a reader is told of a plan carried out by some communes; the file's name and day are the test's. */
export function readContextOf(
  plan: Plan,
  communes: readonly string[],
): Omit<ReadContext, 'fileName' | 'receivedOn'> {
  const own = restrictTo(places(), communes)
  const { id, document, windows, provinceCode } = plan
  return {
    places: own,
    reporters: reportersOf(plan, own),
    plan: {
      ...{ id, provinceCode, number: document.number ?? '', family: windows.family },
      owed: (reporter, form) => owes(plan, reporter, form),
    },
  }
}
