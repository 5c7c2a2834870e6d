import { type Day, earliest, type Period } from '../calendar.ts'
import type { UnitId } from '../terms.ts'
import { atRow, type ContextProblem } from './context-problem.ts'
import { type Known, monthsOf } from './known.ts'
import type { Stay } from './resident.ts'
import { counts, placeOf, withheldIn } from './submission.ts'
import { unclaimed } from './unclaimed.ts'

/** Every contradiction between reports that count. */
export function contextOf(known: Known): readonly ContextProblem[] {
  return [
    ...overlapping(known),
    ...unseen(known),
    ...vanished(known),
    ...unclaimed(known),
    ...sameRevision(known),
    ...known.persons.disputed.map(({ submission, row }) =>
      atRow('identity-disputed', submission, row),
    ),
  ]
}

/** Somebody on the newest registers of two communes at once: in both; one that ended knows of nobody after its last register. */
function overlapping(known: Known): ContextProblem[] {
  const month = monthsOf(known).findLast(
    ({ id }) => known.allOf('returnee-register', id).length > 0,
  )
  if (month === undefined) return []
  const ends = ({ to, ended, submission }: Stay) =>
    ended ? earliest(submission.window.to, to ?? month.to) : (to ?? month.to)
  const overlap = (a: Stay, b: Stay) =>
    a.unitId !== b.unitId && a.from < ends(b) && b.from < ends(a)
  return known
    .residentsAt(month)
    .flatMap(({ stays }) =>
      stays
        .filter((stay) => stays.some((other) => overlap(stay, other)))
        .map(({ submission, row }) => atRow('overlapping-stays', submission, row)),
    )
}

/** Announced, released, and since then on no newest register of any commune, although the one named has sent one. */
function unseen(known: Known): ContextProblem[] {
  const months = monthsOf(known)
  const newest = new Map<string, Period>()
  for (const month of months) {
    for (const { unitId } of known.allOf('returnee-register', month.id)) newest.set(unitId, month)
  }
  const stays = new Map<string, { readonly from: Day; readonly to: Day }[]>()
  for (const month of months) {
    for (const { person, stays: own } of known.residentsAt(month)) {
      for (const { unitId, from, to } of own) {
        if (newest.get(unitId) !== month) continue
        stays.set(person, [...(stays.get(person) ?? []), { from, to: to ?? month.to }])
      }
    }
  }
  const askedOf = (commune: string) =>
    [...newest]
      .filter(([unit, at]) => unit === commune || known.heirIn(commune as UnitId, at) === unit)
      .map(([, at]) => at)
      .sort((a, b) => (a.to < b.to ? -1 : 1))
      .at(-1)
  const notices = months.flatMap(({ id }) =>
    known.allOf('release-notice', id).flatMap((submission) =>
      submission.rows.map((row) => ({
        submission,
        row,
        person: known.persons.of(submission, row),
      })),
    ),
  )
  return notices
    .filter(({ row: { values }, person }) => {
      const released = values['release_date'] as Day
      const month = askedOf(String(values['commune']))
      const elsewhere = notices.some(
        (other) =>
          other.person === person &&
          other.row.values['outcome'] === 'ngoai_tinh' &&
          (other.row.values['notice_date'] as Day) >= (values['notice_date'] as Day),
      )
      const seen = (stays.get(person) ?? []).some(
        ({ from, to }) => from >= released || to > released,
      )
      return month !== undefined && month.to > released && !elsewhere && !seen
    })
    .map(({ submission, row }) => atRow('noticed-not-registered', submission, row))
}

/** On the register of a month, gone from the next; not said while the next has as many rows withheld as are gone. */
function vanished(known: Known): ContextProblem[] {
  const months = monthsOf(known)
  return months.slice(1).flatMap((month, index) => {
    const before = months[index] as Period
    return known.allOf('returnee-register', month.id).flatMap((next) => {
      const last = known.inForce('returnee-register', next.reporter, before.id)
      if (last === null || last.unitId !== next.unitId) return []
      const there = new Set(next.rows.map((row) => known.persons.of(next, row)))
      const gone = last.rows.filter(
        (row) =>
          row.values['left_reason'] !== 'ghi_trung' && !there.has(known.persons.of(last, row)),
      )
      return gone.length > withheldIn(next) ? gone.map((row) => atRow('vanished', last, row)) : []
    })
  })
}

/** Another file that counts states the number of the one in force. */
function sameRevision(known: Known): ContextProblem[] {
  return known.submissions
    .filter((one) => known.inForce(one.form, one.reporter, one.window.id) === one)
    .filter((one) =>
      known.submissions.some(
        (other) =>
          other !== one &&
          counts(other) &&
          placeOf(other) === placeOf(one) &&
          other.revision === one.revision,
      ),
    )
    .map(({ name, sheet }) => ({ file: name, code: 'same-revision', sheet, cell: null }))
}
