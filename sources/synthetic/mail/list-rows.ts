import { addDays, type Day, type Period } from '../calendar.ts'
import type { Province } from '../world/province.ts'
import { placeOn } from '../world/reform.ts'
import { papersOn, type Row } from './register-row.ts'

/** Biểu 02 of a window: the notices about those who were to be released in it, seen or unseen. */
export function noticeRows(province: Province, { from, to }: Period, day: Day): Row[] {
  const last = addDays(to, -1)
  return province.persons
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
        commune: notice && placeOn(province, person.key, notice.unitId, last),
        outcome: notice?.outcome ?? null,
      }
    })
}

/** Biểu 03: every case of the year so far, with what is known of it by the end of a day; communes are those of the window's last day. */
export function offenceRows(province: Province, { to }: Period, day: Day): Row[] {
  const last = addDays(to, -1)
  return province.persons
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
        commune: placeOn(province, person.key, prosecution.unitId, last),
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
