import type { Day, Period } from '../calendar.ts'
import type { UnitId } from '../terms.ts'
import { type Known, monthsIn } from './known.ts'
import type { Accepted, Submission } from './submission.ts'

/** The newest list of cases, which tells the whole year. */
export function newestOffences(known: Known): Submission | undefined {
  return monthsIn(known, { first: 1, last: 12 } as Period)
    .flatMap(({ id }) => known.allOf('reoffence', id))
    .at(-1)
}

/** Who is counted as prosecuted in a window, and the commune of the act; null where that commune has no register. */
export function actsIn(
  known: Known,
  window: Period,
): ReadonlyMap<string, { readonly unitId: UnitId | null }> {
  const list = newestOffences(known)
  const cases = new Map<string, { readonly person: string; readonly row: Accepted }>()
  for (const row of list?.rows ?? []) {
    const person = known.persons.of(list as Submission, row)
    const key = `${person} ${row.values['case_ref']}`
    if (!cases.has(key)) cases.set(key, { person, row })
  }
  const acts = new Map<string, { readonly unitId: UnitId | null; readonly order: string }>()
  for (const { person, row } of cases.values()) {
    const { prosecuted_on: on, dropped_on: dropped, commune, case_ref } = row.values
    if (on === null || dropped !== null || (on as Day) < window.from || (on as Day) >= window.to)
      continue
    const reported = known.hasRegister(String(commune), window.closeId ?? '')
    const order = `${reported ? 0 : 1} ${on} ${case_ref}`
    const before = acts.get(person)
    if (before !== undefined && before.order <= order) continue
    acts.set(person, { unitId: reported ? (commune as UnitId) : null, order })
  }
  return acts
}

/** Whom the facilities announced for a window, each with the last that was said. */
export function latestNotices(known: Known, window: Period): ReadonlyMap<string, Accepted> {
  const latest = new Map<string, { readonly row: Accepted; readonly order: string }>()
  for (const list of monthsIn(known, { first: 1, last: 12 } as Period)) {
    for (const submission of known.allOf('release-notice', list.id)) {
      for (const row of submission.rows) {
        const released = row.values['release_date'] as Day
        if (released < window.from || released >= window.to) continue
        const person = known.persons.of(submission, row)
        const order = `${row.values['notice_date']} ${list.id}`
        if ((latest.get(person)?.order ?? '') < order) latest.set(person, { row, order })
      }
    }
  }
  return new Map([...latest].map(([person, { row }]) => [person, row]))
}
