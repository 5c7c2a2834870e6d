import type { Day } from '../calendar.ts'
import type { Value } from '../terms.ts'
import { needOn, type Person, workOn } from '../world/person.ts'
import { knownUntil, leftOn, type Resident } from './resident.ts'

export type Row = Readonly<Record<string, Value>>

/** A row of Biểu 01 as the commune knows the person at the end of a day; after the person has left, it learns nothing more. */
export function registerRow(resident: Resident, lastDay: Day): Row {
  const { person, stay } = resident
  const { release, services, needs, notice } = person
  const day = knownUntil(resident, lastDay)
  const left = leftOn(resident, lastDay)
  const known = <T extends Day>(on: T | null): T | null => (on !== null && on <= day ? on : null)
  const served = known(release.probationEnd ?? release.on)
  const received = known(services.receivedOn)
  const helped = known(services.helperOn)
  const lacking = needOn(needs.papers, day)
  const loan = needOn(needs.loan, day)
  const training = known(services.trainingOn)
  return {
    case_file_no: person.caseFileNo,
    full_name: person.fullName,
    ...papersOn(person, day),
    birth_year: person.birthYear,
    sex: person.sex,
    release_basis: release.basis,
    amnesty_round: release.amnestyRound,
    release_date: release.on,
    certificate_date: served,
    completion_date: served,
    probation_end: release.probationEnd,
    extra_penalty: person.extraPenalty,
    entry_kind: stay.entry,
    moved_from: stay.movedFrom?.id ?? null,
    arrived_on: stay.from,
    residence_kind: person.residence,
    notice_date: notice && known(notice.on),
    reported_on: known(services.reportedOn),
    received_on: received,
    not_received_reason: received === null ? 'chua_trinh_dien' : null,
    helper_kind: helped === null ? 'chua' : services.helper,
    helper_on: helped,
    counselled_on: known(services.counselledOn),
    legal_need: needOn(needs.legal, day),
    legal_on: known(services.legalOn),
    papers_need: lacking,
    papers_on: lacking === 'khong' ? null : known(services.papersOn),
    job_need: needOn(needs.job, day),
    job_info_on: known(services.jobInfoOn),
    job_intro_on: known(services.jobIntroOn),
    training_need: needOn(needs.training, day),
    training_kind: training && services.trainingKind,
    training_on: training,
    employment: workOn(person.work, day),
    new_job_on: known(person.newJobOn),
    credit_advised_on: known(services.creditAdvisedOn),
    loan_need: loan,
    loan_eligible: loan === 'co' ? 'co' : null,
    loan_guided_on: known(services.loanGuidedOn),
    loan_listed_on: known(services.loanListedOn),
    digitised: known(person.digitisedOn) === null ? 'khong' : 'co',
    group: groupOn(person, day),
    absent_since: null,
    admin_violation: null,
    left_on: left,
    left_reason: left && stay.leftReason,
    moved_to: left && (stay.movedTo?.id ?? null),
    remark: person.remark,
  }
}

/** The numbers that an officer can write by a day, and why one is missing. */
export function papersOn({ papers }: Person, day: Day): Row {
  const hasNumber = papers.nationalIdFrom === null || papers.nationalIdFrom <= day
  const number = hasNumber ? papers.nationalId : null
  return {
    national_id: number,
    no_id_reason: number === null ? papers.without : null,
    old_id: papers.oldId,
  }
}

/** Group D while a case is open (Thông tư 10/2024/TT-BCA). */
export function groupOn(person: Person, day: Day): string {
  const open = person.cases.some(
    ({ detectedOn, droppedOn }) => detectedOn <= day && (droppedOn === null || droppedOn > day),
  )
  return open ? 'D' : person.group
}
