import { it } from 'vitest'
import { agendaOf } from '#models/plans/agenda.ts'
import { plans } from '#models/plans/index.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places } from '#sources/reference/places.ts'

it('x', () => {
  for (const plan of plans)
    for (const r of agendaOf(plan, reportersOf(plan, places()), '2034-01-01'))
      console.log(
        [
          r.plan,
          r.kind,
          r.id,
          r.window,
          r.from,
          r.to,
          r.due,
          r.lastDay,
          r.workingDay,
          r.dayStated,
          r.obliged.length,
          r.requested.length,
        ].join(' '),
      )
})
