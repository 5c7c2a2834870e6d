import type { Day, Period } from '../calendar.ts'
import type { UnitId } from '../terms.ts'
import { type Asked, choice } from './asked.ts'
import { sumOf } from './cover.ts'
import { type Duty, dutiesOf } from './duty.ts'
import type { Known } from './known.ts'
import { within } from './source.ts'
import type { Subject } from './subjects/subject.ts'
import { groupsOf } from './submission.ts'
import { told, type Value } from './value.ts'

/** Reports of a form received, or in time, of those expected in the window: of all, or only of those that the plan's text asks for. */
export function reportingIn(known: Known, window: Period, asked: Asked): Value[] {
  const { parameters, indicator } = asked
  const form = parameters['form'] ?? ''
  const onlyPlan = choice(parameters, 'schedule', 'collection', 'plan') === 'plan'
  const parts = within(known, form, window)
  const duties = dutiesOf(known, form).filter(
    (duty) =>
      duty.reporter.standing === 'obliged' &&
      parts.includes(duty.window) &&
      (duty.byClause || !onlyPlan),
  )
  const holds = (duty: Duty) => {
    const arrival = arrivalOf(known, duty)
    return indicator === 'reporting-timeliness'
      ? arrival !== null && arrival < duty.before
      : arrival !== null
  }
  const bodies = duties.map((duty) => ({ reporter: duty.reporter, holds: holds(duty) }))
  return valuesOfBodies(known, window, asked, bodies)
}

/** Values about bodies that need no report of their own: each is looked at, whatever it sent. */
export function valuesOfBodies(
  known: Known,
  window: Period,
  asked: Asked,
  bodies: readonly {
    readonly reporter: Known['reporters'][number]
    readonly holds: boolean
  }[],
): Value[] {
  const placed = bodies.map((body) => ({
    ...body,
    unitId: known.heirIn(body.reporter.unitId, window),
  }))
  const units = groupsOf(placed, ({ unitId }) => unitId).map((own) => {
    const unitId = own[0]?.unitId as UnitId
    const reporters = new Set(own.map(({ reporter }) => reporter.id)).size
    const subjects = own.map(
      ({ holds }): Subject => ({
        unitId,
        numerator: holds ? 1 : 0,
        denominator: 1,
        categories: {},
      }),
    )
    return { cover: { unitId, expected: reporters, covered: reporters, withheld: 0 }, subjects }
  })
  const larger = known.units
    .filter(({ level }) => level !== 'commune')
    .flatMap(({ id }) => {
      const own = units.filter(({ cover }) => known.places.around(cover.unitId).includes(id))
      const cover = sumOf(
        id,
        own.map((unit) => unit.cover),
      )
      return own.length === 0 ? [] : [{ cover, subjects: own.flatMap((unit) => unit.subjects) }]
    })
  return [
    ...units.filter(({ cover }) => known.places.levelOf(cover.unitId) === 'commune'),
    ...larger,
  ].flatMap(({ cover, subjects }) => told(window, asked, 'form', cover, subjects, true))
}

/** The day on which the first version that counts arrived. */
function arrivalOf(known: Known, { form, reporter, window }: Duty): Day | null {
  return known.firstArrival(form, reporter.id, window.id)
}
