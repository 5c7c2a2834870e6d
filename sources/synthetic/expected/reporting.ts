import type { Day, Period } from '../calendar.ts'
import type { Figure } from './figure.ts'
import { type Duty, dutiesOf, type Known, monthsIn } from './known.ts'
import type { Subject } from './subject.ts'
import { groupsOf } from './submission.ts'
import { isCommune, told, total, type Value } from './value.ts'

/** Reports received, and in time, of those expected in the window, form by form. */
export function reportingIn(known: Known, window: Period): Value[] {
  const quarters = known.windows.filter(
    ({ kind, first, last }) => kind === 'quarter' && first >= window.first && last <= window.last,
  )
  const served = new Set([...monthsIn(known, window), ...quarters].map(({ id }) => id))
  const duties = dutiesOf(known).filter(
    ({ reporter, window: own }) => reporter.standing === 'obliged' && served.has(own.id),
  )
  return groupsOf(duties, ({ form }) => form).flatMap((own) => [
    ...reporting(
      known,
      window,
      'reporting-completeness',
      own,
      (duty) => arrivalOf(known, duty) !== null,
    ),
    ...reporting(
      known,
      window,
      'reporting-timeliness',
      own,
      (duty) => (arrivalOf(known, duty) ?? duty.before) < duty.before,
    ),
  ])
}

function reporting(
  known: Known,
  window: Period,
  indicator: string,
  duties: readonly Duty[],
  holds: (duty: Duty) => boolean,
): Value[] {
  const figure = { indicator: `${indicator}/${duties[0]?.form}`, basis: 'form' } as Figure
  const units = groupsOf(duties, ({ reporter }) => reporter.unitId).map((own) => ({
    unitId: own[0]?.reporter.unitId ?? '',
    reporters: new Set(own.map(({ reporter }) => reporter.id)).size,
    subjects: own.map(
      (duty): Subject => ({
        unitId: duty.reporter.unitId,
        numerator: holds(duty) ? 1 : 0,
        denominator: 1,
        categories: {},
      }),
    ),
  }))
  const tell = (unitId: string, reporters: number, subjects: readonly Subject[]) =>
    told(
      window,
      figure,
      { unitId, expected: reporters, covered: reporters, withheld: 0 },
      subjects,
      true,
    )
  return [
    ...units
      .filter(({ unitId }) => isCommune(known, unitId))
      .flatMap(({ unitId, reporters, subjects }) => tell(unitId, reporters, subjects)),
    ...tell(
      known.province.id,
      total(units, 'reporters'),
      units.flatMap(({ subjects }) => subjects),
    ),
  ]
}

/** The day on which the first version that counts arrived. */
function arrivalOf(known: Known, { form, reporter, window }: Duty): Day | null {
  return known.firstArrival(form, reporter.id, window.id)
}
