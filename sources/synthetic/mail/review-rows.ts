import { type TallyItemId, tallyItems } from '#sources/forms/tally-items.ts'
import { addDays, type Period } from '../calendar.ts'
import { type Random, random } from '../random.ts'
import type { Unit } from '../terms.ts'
import type { Province } from '../world/province.ts'
import type { Row } from './register-row.ts'

/**
 * Biểu 11 of a review of years: each mục for each year and each place out of which the commune was made.
 *
 * No lives stand behind these: the figures are drawn, year after year, so that each year begins with what the one before it ended with.
 */
export function reviewRows(province: Province, unit: Unit, window: Period): Row[] {
  const places = province.formerly[unit.id] ?? [null]
  return places.flatMap((place) => {
    const chance = random(`${province.seed}/review/${unit.id}/${place}`)
    return yearsOf(chance, window).flatMap(({ year, counts }) =>
      Object.entries(tallyItems).map(([item, { label, measure }]) => ({
        item,
        label,
        measure,
        count: counts[item as TallyItemId],
        cumulative: counts[item as TallyItemId],
        year,
        old_unit: place,
      })),
    )
  })
}

type Counts = Readonly<Record<TallyItemId, number>>

function yearsOf(chance: Random, window: Period): { year: number; counts: Counts }[] {
  const [first, last] = [window.from, addDays(window.to, -1)].map((day) => Number(day.slice(0, 4)))
  const years: { year: number; counts: Counts }[] = []
  let managed = chance.stream('start').between(0, 9)
  for (let year = first as number; year <= (last as number); year += 1) {
    const short = `${year}-02-01` > window.to
    const counts = yearOf(chance.stream(`${year}`), managed, short)
    years.push({ year, counts })
    managed = counts.managed_end
  }
  return years
}

/** One year of a place; of a year that has hardly begun there is little to tell. */
function yearOf(chance: Random, managed_start: number, short: boolean): Counts {
  const some = (name: string, most: number) => chance.stream(name).below((short ? 0 : most) + 1)
  const most = (name: string, of: number) => of - Math.min(of, some(name, 1))
  const [amnesty, conditional, completed] = [some('dx', 1), some('dk', 1), some('cx', 4)]
  const returned = amnesty + conditional + completed
  const moved_in = some('in', 1)
  const there = managed_start + returned + moved_in
  const expunged = Math.min(there, some('xoa', 3))
  const moved_out = Math.min(there - expunged, some('out', 1))
  const died_or_other = Math.min(there - expunged - moved_out, some('chet', 1))
  const managed_end = there - expunged - moved_out - died_or_other
  const received = most('received', returned)
  const trained = Math.min(returned, some('trained', 1))
  const placed = Math.min(returned, some('placed', 2))
  const group_c = Math.min(managed_end, some('c', 1))
  const group_a = Math.floor((managed_end - group_c) / 2)
  const job_need = Math.ceil(managed_end / 2)
  const loan_eligible_need = Math.floor(managed_end / 5)
  const models = some('models', 1)
  return {
    managed_start,
    returned,
    returned_completed: completed,
    returned_amnesty: amnesty,
    returned_conditional: conditional,
    moved_in,
    moved_out,
    expunged,
    died_or_other,
    managed_end,
    received,
    counselled: most('counselled', received),
    law_helped: most('law', received),
    procedures: most('procedures', received),
    papers: Math.floor(received / 2),
    job_introduced: most('job', received),
    trained_or_placed: Math.max(trained, placed),
    trained,
    placed,
    job_need,
    job_informed: most('informed', job_need),
    employed_stable: Math.floor((managed_end * 2) / 3),
    credit_advised: Math.floor(managed_end / 3),
    loan_eligible_need,
    loan_listed: most('listed', loan_eligible_need),
    prosecuted: chance.stream('prosecuted').chance(short ? 0 : 4) ? 1 : 0,
    admin_violations: chance.stream('violations').chance(short ? 0 : 5) ? 1 : 0,
    group_a,
    group_b: managed_end - group_c - group_a,
    group_c,
    group_d: 0,
    helpers: most('helpers', managed_end),
    models,
    models_outstanding: Math.min(models, some('outstanding', 1)),
    exemplars_person: some('person', 1),
    exemplars_group: 0,
    files: managed_end,
    files_digitised: Math.floor((managed_end * 3) / 4),
    trainings: some('trainings', 1),
  }
}
