import { addDays, type Day, type Period } from '../calendar.ts'
import { random } from '../random.ts'
import type { Commune } from '../world/commune.ts'
import { needOn } from '../world/person.ts'
import type { Province } from '../world/province.ts'
import { type Sentenced, sentencedIn } from '../world/sentenced.ts'
import { originsOf } from './places.ts'
import type { Row } from './register-row.ts'
import { leftOn, listedOn, type Resident, residentsOf } from './resident.ts'

const CATEGORIES = [
  'an_treo',
  'cai_tao_khong_giam_giu',
  'quan_che',
  'cam_cu_tru',
  'cam_dam_nhiem',
  'tuoc_quyen',
  'tha_tu_co_dieu_kien',
  'hoan',
  'tam_dinh_chi',
] as const

type Category = (typeof CATEGORIES)[number]

/** Those who serve it stand on the register of returnees, too: on probation, or under a further penalty after prison. */
const OF_RETURNEES: readonly Category[] = [
  'quan_che',
  'cam_cu_tru',
  'tuoc_quyen',
  'tha_tu_co_dieu_kien',
]

/** Biểu 09: nine categories of people who serve a sentence in the commune, each person under one. */
export function sentenceRows(province: Province, commune: Commune, month: Period): Row[] {
  return CATEGORIES.map((category) =>
    OF_RETURNEES.includes(category)
      ? returneeRow(province, commune, category, month)
      : othersRow(province, commune, category, month),
  )
}

function returneeRow(
  { persons, year }: Province,
  { unit }: Commune,
  category: Category,
  month: Period,
): Row {
  const at = (day: Day) =>
    listedOn(residentsOf(persons, unit.id), year.from, day).filter(
      (resident) => leftOn(resident, day) === null && categoryOf(resident, day) === category,
    )
  const [before, last] = [addDays(month.from, -1), addDays(month.to, -1)]
  const [opening, closing] = [at(before), at(last)]
  const come = closing.filter((resident) => !opening.some(({ stay }) => stay === resident.stay))
  const gone = opening.filter((resident) => !closing.some(({ stay }) => stay === resident.stay))
  const movedOut = gone.filter(
    (resident) => leftOn(resident, last) !== null && resident.stay.movedTo !== null,
  )
  const inNeed = closing.filter(({ person }) => needOn(person.needs.job, last) === 'co')
  const reached = inNeed.filter(({ person: { services } }) => (services.jobInfoOn ?? '9') <= last)
  const digitised = closing.filter(({ person }) => (person.digitisedOn ?? '9') <= last)
  return rowOf(
    category,
    {
      opening: opening.length,
      increase: come.length,
      movedIn: come.filter(({ stay }) => stay.entry === 'chuyen_den' && stay.from >= month.from)
        .length,
      decrease: gone.length,
      completed: gone.filter((resident) => leftOn(resident, last) === null).length,
      movedOut: movedOut.length,
      closing: closing.length,
    },
    {
      also: closing.length,
      need: inNeed.length,
      reached: reached.length,
      digitised: digitised.length,
    },
  )
}

/** The one category under which a returnee is counted, if any. */
function categoryOf({ person }: Resident, day: Day): string {
  const { basis, probationEnd } = person.release
  return basis === 'tha_tu_co_dieu_kien' && probationEnd !== null && probationEnd >= day
    ? basis
    : person.extraPenalty
}

/** Those in a commune who serve a sentence and are no returnees; where it was made of several, all who were in those. */
export function sentencedOf(
  province: Province,
  commune: Commune,
  category: string,
  month: number,
): Sentenced {
  const [first, ...others] = originsOf(province, commune).map(({ code }) =>
    sentencedIn(random(`${province.seed}/sentences/${code}/${category}`), category, month),
  )
  return first === undefined ? NOBODY : others.reduce(together, first)
}

const NOBODY: Sentenced = {
  opening: 0,
  increase: 0,
  movedIn: 0,
  decrease: 0,
  completed: 0,
  movedOut: 0,
  closing: 0,
}

function together(a: Sentenced, b: Sentenced): Sentenced {
  const sums = Object.entries(a).map(([field, n]) => [field, n + b[field as keyof Sentenced]])
  return Object.fromEntries(sums) as Sentenced
}

function othersRow(
  province: Province,
  commune: Commune,
  category: Category,
  { last }: Period,
): Row {
  const chance = random(`${province.seed}/sentences/${commune.unit.code}/${category}`)
  const month = sentencedOf(province, commune, category, last)
  const free = category !== 'hoan' && category !== 'tam_dinh_chi'
  const need = free ? Math.floor(month.closing / 3) : 0
  const reached = Math.min(need, chance.stream(`reached/${last}`).below(need + 2))
  const digitised = month.closing - Math.floor(month.closing / 5)
  return rowOf(category, month, { also: 0, need, reached, digitised })
}

function rowOf(
  category: Category,
  month: Sentenced,
  counts: {
    readonly also: number
    readonly need: number
    readonly reached: number
    readonly digitised: number
  },
): Row {
  const { also, need, reached, digitised } = counts
  return {
    category,
    opening: month.opening,
    increase: month.increase,
    of_which_moved_in: month.movedIn,
    decrease: month.decrease,
    of_which_completed: month.completed,
    of_which_moved_out: month.movedOut,
    closing: month.closing,
    also_on_register: also,
    supervised: month.closing,
    violated: 0,
    new_offence: 0,
    job_need: need,
    job_need_also: also === 0 ? 0 : need,
    job_reached: reached,
    job_reached_also: also === 0 ? 0 : reached,
    files: month.closing,
    files_digitised: digitised,
    files_also: also,
  }
}
