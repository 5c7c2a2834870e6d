import { addDays, type Day, type Period } from '../calendar.ts'
import type { Commune } from '../world/commune.ts'
import { needOn, type Person } from '../world/person.ts'
import type { Province } from '../world/province.ts'
import { communesOn } from './places.ts'
import type { Row } from './register-row.ts'
import { type Resident, residentsOf } from './resident.ts'
import { sentencedOf } from './sentence-rows.ts'

/** Which columns of the one sheet an agency fills in. */
export type Part = 'jobs' | 'training' | 'both'

/** Biểu 10: what an agency did in the communes in a quarter, for returnees and for those who serve a sentence there. */
export function jobRows(province: Province, part: Part, quarter: Period): Row[] {
  if (part === 'both') {
    const training = jobRows(province, 'training', quarter)
    return jobRows(province, 'jobs', quarter).map((row, n) => ({ ...row, ...training[n] }))
  }
  return communesOn(province, quarter).flatMap((commune) => [
    {
      area: commune.unit.id,
      population: 'chxapt',
      ...forReturnees(province, commune, part, quarter),
    },
    {
      area: commune.unit.id,
      population: 'an_cong_dong',
      ...forOthers(province, commune, part, quarter),
    },
  ])
}

function forReturnees(province: Province, { unit }: Commune, part: Part, quarter: Period): Row {
  const here = residentsOf(province.persons, unit.id).filter((resident) =>
    overlaps(resident, quarter),
  )
  const within = (on: Day | null) => on !== null && on >= quarter.from && on < quarter.to
  const done = (on: (person: Person) => Day | null) =>
    here.filter(({ person }) => within(on(person)))
  if (part === 'jobs') {
    const informed = done(({ services }) => services.jobInfoOn).length
    const introduced = done(({ services }) => services.jobIntroOn)
    return {
      sessions: informed === 0 ? 0 : 1,
      advised: informed,
      informed,
      introduced: introduced.length,
      placed: introduced.filter(({ person }) => within(person.newJobOn)).length,
      employers: introduced.length === 0 ? 0 : 1,
    }
  }
  const last = addDays(quarter.to, -1)
  const enrolled = done(({ services }) => services.trainingOn).length
  return {
    training_need: here.filter(({ person }) => needOn(person.needs.training, last) === 'co').length,
    enrolled,
    certified: Math.floor(enrolled / 2),
    fee_supported: enrolled,
  }
}

function forOthers(province: Province, commune: Commune, part: Part, quarter: Period): Row {
  const people = sentencedOf(province, commune, 'an_treo', quarter.last).closing
  const some = Math.floor(people / 3)
  return part === 'jobs'
    ? {
        sessions: some === 0 ? 0 : 1,
        advised: some,
        informed: some,
        introduced: Math.floor(some / 2),
        placed: Math.floor(some / 3),
        employers: 0,
      }
    : { training_need: some, enrolled: Math.floor(some / 2), certified: 0, fee_supported: 0 }
}

function overlaps({ stay }: Resident, { from, to }: Period): boolean {
  return stay.from < to && (stay.to === null || stay.to > from)
}
