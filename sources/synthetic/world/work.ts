import { addDays, type Day, latest, type PlanYear } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Work, WorkSpell } from './person.ts'
import type { Rates } from './rates.ts'

export interface Working {
  readonly work: readonly WorkSpell[]
  readonly newJobOn: Day | null
}

const SETTLED: readonly (readonly [Work, number])[] = [
  ['on_dinh', 70],
  ['khong_on_dinh', 16],
  ['chua_co', 6],
  ['khong_lao_dong', 6],
  ['chua', 2],
]

/** As many of a hundred with stable work, the others among themselves as usual. */
function settledAt(stable: number): typeof SETTLED {
  const others = SETTLED.filter(([work]) => work !== 'on_dinh')
  const weight = others.reduce((sum, [, each]) => sum + each, 0)
  return [
    ['on_dinh', stable * weight],
    ...others.map(([work, each]) => [work, (100 - stable) * each] as const),
  ]
}

/** Employment of somebody who was home before the plan's year began: most keep what they have, some change once in the year. */
export function settledWork(
  random: Random,
  arrivedOn: Day,
  year: PlanYear,
  { stable }: Rates = {},
): Working {
  const before = random.weighted(stable === undefined ? SETTLED : settledAt(stable))
  const spells: WorkSpell[] = [{ from: arrivedOn, work: before }]
  if (!random.chance(before === 'on_dinh' ? 6 : 38))
    return Object.freeze({ work: spells, newJobOn: null })
  const after = random.weighted(SETTLED.filter(([work]) => work !== before))
  const changedOn = addDays(latest(year.from, arrivedOn), random.between(10, 340))
  spells.push({ from: changedOn, work: after })
  const newJobOn = before === 'chua_co' && after !== 'chua' ? jobOn(changedOn, after) : null
  return Object.freeze({ work: spells, newJobOn })
}

/** Employment after a release in the year: nobody asked, then none, then for most a job within some months. */
export function returneesWork(
  random: Random,
  arrivedOn: Day,
  receivedOn: Day | null,
  { placed = 78 }: Rates = {},
): Working {
  const spells: WorkSpell[] = [{ from: arrivedOn, work: 'chua' }]
  if (receivedOn === null) return Object.freeze({ work: spells, newJobOn: null })
  const outside = random.chance(7)
  spells.push({ from: receivedOn, work: outside ? 'khong_lao_dong' : 'chua_co' })
  if (outside || !random.chance(placed)) return Object.freeze({ work: spells, newJobOn: null })
  const from = addDays(receivedOn, random.between(12, 130))
  const found = random.weighted<Work>([
    ['on_dinh', 62],
    ['khong_on_dinh', 38],
  ])
  spells.push({ from, work: found })
  return Object.freeze({ work: spells, newJobOn: from })
}

function jobOn(day: Day, work: Work): Day | null {
  return work === 'on_dinh' || work === 'khong_on_dinh' ? day : null
}
