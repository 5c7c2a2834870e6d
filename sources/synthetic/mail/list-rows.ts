import type { Day, Period } from '../calendar.ts'
import type { Person } from '../world/person.ts'
import { papersOn, type Row } from './register-row.ts'

/** Biểu 02 of a window: the notices about those who were to be released in it, seen or unseen. */
export function noticeRows(persons: readonly Person[], { from, to }: Period, day: Day): Row[] {
  return persons
    .filter(({ notice, release }) => notice !== null && release.on >= from && release.on < to)
    .map((person) => {
      const { notice, release } = person
      const { national_id, old_id } = papersOn(person, day)
      return {
        full_name: person.fullName,
        national_id: national_id ?? null,
        old_id: old_id ?? null,
        birth_year: person.birthYear,
        facility: notice?.facility ?? null,
        notice_no: notice?.number ?? null,
        notice_date: notice?.on ?? null,
        release_basis: release.basis,
        amnesty_round: release.amnestyRound,
        release_date: release.on,
        commune: notice?.unitId ?? null,
        outcome: notice?.outcome ?? null,
      }
    })
}

/** Biểu 03: every case of the year so far, with what is known of it by the end of a day. */
export function offenceRows(persons: readonly Person[], day: Day): Row[] {
  return persons
    .flatMap((person) => person.cases.map((prosecution) => ({ person, prosecution })))
    .filter(({ prosecution }) => prosecution.detectedOn <= day)
    .toSorted((a, b) => (a.prosecution.ref < b.prosecution.ref ? -1 : 1))
    .map(({ person, prosecution }) => {
      const { national_id } = papersOn(person, day)
      const known = (on: Day | null) => (on !== null && on <= day ? on : null)
      const convictedOn = known(prosecution.convictedOn)
      return {
        case_ref: prosecution.ref,
        full_name: person.fullName,
        national_id: national_id ?? null,
        case_file_no: person.stays.length === 0 ? null : person.caseFileNo,
        commune: prosecution.unitId,
        offence_on: prosecution.offenceOn,
        place: prosecution.place,
        detected_on: prosecution.detectedOn,
        prosecuted_on: known(prosecution.prosecutedOn),
        convicted_on: convictedOn,
        dropped_on: known(prosecution.droppedOn),
        offence_group: prosecution.group,
        seriousness: prosecution.seriousness,
        intent: 'co_y',
        court_finding: convictedOn === null ? null : 'tai_pham',
        source: prosecution.source,
      }
    })
}
