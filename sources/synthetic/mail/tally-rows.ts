import { type TallyItemId, tallyItems } from '#sources/forms/tally-items.ts'
import { type Day, monthsOfYear, type Period, type PlanYear } from '../calendar.ts'
import { random } from '../random.ts'
import type { UnitId } from '../terms.ts'
import type { Province } from '../world/province.ts'
import { lookedBackOn } from '../world/reform.ts'
import { communesUnder } from './places.ts'
import type { Row } from './register-row.ts'
import {
  type Asked,
  comingsAndGoings,
  happened,
  helpForReturned,
  livingThere,
} from './tally-people.ts'

/** Biểu 11: what a committee signs of a window, and what happened since the year began: its residents' lives, as its police list them. */
export function tallyRows(province: Province, unitId: UnitId, window: Period, day: Day): Row[] {
  const { year } = province
  const told = toldBy(province, unitId)
  const asked = { unitId, from: window.from, to: window.to, day }
  const counts = countsOf(told, asked)
  const toDate = countsOf(told, { ...asked, from: year.from })
  return Object.entries(tallyItems).map(([id, { label, measure, stock }]) => {
    const item = id as TallyItemId
    return {
      item,
      label,
      measure,
      count: counts[item],
      cumulative: (stock ? counts : toDate)[item],
    }
  })
}

/** The lives of which a committee tells: that of a commune made by a reform tells of those before it, too. */
function toldBy(province: Province, unitId: UnitId): Province {
  const { reform, persons } = province
  if (reform === null || !reform.communes.some(({ id }) => id === unitId)) return province
  const known = backwards.get(province)
  if (known !== undefined) return known
  const lives = persons.map((person) => lookedBackOn(person, { ...province, reform }))
  const looked = { ...province, persons: lives }
  backwards.set(province, looked)
  return looked
}

const backwards = new WeakMap<Province, Province>()

/** What a committee counts: of a district, all that its communes would. */
function countsOf(province: Province, asked: Asked): Readonly<Record<TallyItemId, number>> {
  const counts = communesUnder(province, asked.unitId).map((unitId) => {
    const own = { ...asked, unitId }
    return {
      ...comingsAndGoings(province, own),
      ...helpForReturned(province, own),
      ...livingThere(province, own),
      ...happened(province, own),
    }
  })
  const [first, ...others] = counts as [Counts, ...Counts[]]
  return { ...others.reduce(added, first), ...invented(province, asked) }
}

type Counts = Readonly<Record<Exclude<TallyItemId, keyof ReturnType<typeof invented>>, number>>

function added(a: Counts, b: Counts): Counts {
  const sums = Object.entries(a).map(([item, n]) => [item, n + b[item as keyof Counts]])
  return Object.fromEntries(sums) as Counts
}

/** What no life tells: classes held and fines; and what the committee's own lists tell. */
function invented({ seed, models, exemplars, year }: Province, { unitId, from, to, day }: Asked) {
  const months = monthsWithin(year, from, to).map(({ id }) =>
    random(`${seed}/tally/${unitId}/${id}`),
  )
  const times = (name: string, percent: number) =>
    months.filter((month) => month.stream(name).chance(percent)).length
  const working = models.filter(
    (model) =>
      model.unitId === unitId &&
      model.foundedOn <= day &&
      (model.endedOn === null || model.endedOn > day),
  )
  const honoured = exemplars.filter(
    ({ unitId: at, recognisedOn, withdrawnOn }) =>
      at === unitId && recognisedOn <= day && (withdrawnOn === null || withdrawnOn > day),
  )
  const persons = honoured.filter(({ personal }) => personal).length
  return {
    admin_violations: times('violations', 4),
    models: working.length,
    models_outstanding: working.filter(({ rating }) => rating === 'tieu_bieu').length,
    exemplars_person: persons,
    exemplars_group: honoured.length - persons,
    trainings: times('trainings', 20),
  }
}

function monthsWithin({ year, family }: PlanYear, from: Day, to: Day): readonly Period[] {
  return monthsOfYear(year, family).filter((month) => month.from >= from && month.to <= to)
}
