import { addDays, type Day } from '../calendar.ts'
import type { UnitId } from '../terms.ts'
import { needOn, type Person, workOn } from '../world/person.ts'
import type { Province } from '../world/province.ts'
import { placeOn } from '../world/reform.ts'
import { groupOn } from './register-row.ts'
import {
  knownAnywhere,
  knownUntil,
  leftOn,
  listedOn,
  type Resident,
  residentsOf,
} from './resident.ts'

/** The place, the days, and the day of which its committee knows everything. */
export interface Asked {
  readonly unitId: UnitId
  readonly from: Day
  /** Exclusive. */
  readonly to: Day
  readonly day: Day
}

function residents({ persons, year }: Province, { unitId, to, day }: Asked): readonly Resident[] {
  return listedOn(residentsOf(persons, unitId), year.from, day).filter(({ stay }) => stay.from < to)
}

/** Who came and who left within the days, and how many stood there before and after. */
export function comingsAndGoings(province: Province, asked: Asked) {
  const { from, to, day } = asked
  const all = residents(province, asked)
  const back = returned(province, asked)
  const basis = (of: string) => back.filter(({ person }) => person.release.basis === of).length
  const left = (...reasons: readonly string[]) =>
    all.filter((resident) => {
      const on = leftOn(resident, day)
      return (
        on !== null && on >= from && on < to && reasons.includes(resident.stay.leftReason ?? '')
      )
    }).length
  return {
    managed_start: all.filter(
      (resident) => resident.stay.from < from && isThere(resident, day, from),
    ).length,
    returned: back.length,
    returned_completed: basis('chap_hanh_xong'),
    returned_amnesty: basis('dac_xa'),
    returned_conditional: basis('tha_tu_co_dieu_kien'),
    moved_in: all.filter(({ stay }) => stay.entry !== 'ra_trai' && stay.from >= from).length,
    moved_out: left('chuyen_trong_tinh', 'chuyen_ngoai_tinh'),
    expunged: left('xoa_an_tich'),
    died_or_other: left('chet', 'an_moi', 'xuat_canh'),
    managed_end: atClose(province, asked).length,
  }
}

/** Those who came home from prison within the days. */
function returned(province: Province, asked: Asked): readonly Resident[] {
  return residents(province, asked).filter(
    ({ stay }) => stay.entry === 'ra_trai' && stay.from >= asked.from,
  )
}

function atClose(province: Province, asked: Asked): readonly Resident[] {
  return residents(province, asked).filter((resident) => isThere(resident, asked.day, asked.to))
}

/** On the register on the day before `to`, as it was written by `day`. */
function isThere(resident: Resident, day: Day, to: Day): boolean {
  const left = leftOn(resident, day)
  return left === null || left >= to
}

/** What was done by the close for those who returned, wherever they live by then. */
export function helpForReturned(province: Province, asked: Asked) {
  const { year } = province
  const back = returned(province, asked).map(({ person }) => person)
  const done = (on: (person: Person) => Day | null) =>
    back.filter((person) => {
      const day = on(person)
      return day !== null && day < asked.to && day <= knownAnywhere(person, year.from, asked.day)
    })
  const trained = done(({ services }) => services.trainingOn)
  const placed = done(({ newJobOn }) => newJobOn)
  const legal = done(({ services }) => services.legalOn).length
  return {
    received: done(({ services }) => services.receivedOn).length,
    counselled: done(({ services }) => services.counselledOn).length,
    law_helped: legal,
    procedures: legal,
    papers: done(({ services }) => services.papersOn).length,
    job_introduced: done(({ services }) => services.jobIntroOn).length,
    trained_or_placed: new Set([...trained, ...placed]).size,
    trained: trained.length,
    placed: placed.length,
  }
}

/** Those on the register on the last day, as it shows them. */
export function livingThere(province: Province, asked: Asked) {
  const there = atClose(province, asked).map((resident) => ({
    ...resident,
    day: knownUntil(resident, asked.day),
  }))
  const known = (on: Day | null, day: Day) => on !== null && on <= day
  const inGroup = (group: string) =>
    there.filter(({ person, day }) => groupOn(person, day) === group).length
  const inNeed = there.filter(({ person, day }) => needOn(person.needs.job, day) === 'co')
  const eligible = there.filter(({ person, day }) => needOn(person.needs.loan, day) === 'co')
  return {
    job_need: inNeed.length,
    job_informed: inNeed.filter(({ person, day }) => known(person.services.jobInfoOn, day)).length,
    employed_stable: there.filter(({ person, day }) => workOn(person.work, day) === 'on_dinh')
      .length,
    credit_advised: there.filter(({ person, day }) => known(person.services.creditAdvisedOn, day))
      .length,
    loan_eligible_need: eligible.length,
    loan_listed: eligible.filter(({ person, day }) => known(person.services.loanListedOn, day))
      .length,
    group_a: inGroup('A'),
    group_b: inGroup('B'),
    group_c: inGroup('C'),
    group_d: inGroup('D'),
    helpers: there.filter(({ person, day }) => known(person.services.helperOn, day)).length,
    files: there.length,
    files_digitised: there.filter(({ person, day }) => known(person.digitisedOn, day)).length,
  }
}

/** New offences within the days, told by the commune where the person lived on the last one. */
export function happened(province: Province, asked: Asked) {
  const { from, to, day } = asked
  const within = (on: Day | null): on is Day => on !== null && on >= from && on < to && on <= day
  return {
    prosecuted: province.persons.filter(
      (person) =>
        person.stays.length > 0 &&
        person.cases.some(
          ({ unitId, prosecutedOn, droppedOn }) =>
            placeOn(province, person.key, unitId, addDays(to, -1)) === asked.unitId &&
            within(prosecutedOn) &&
            (droppedOn === null || droppedOn > day),
        ),
    ).length,
  }
}
