import { type Day, dateOf, type Period } from '../calendar.ts'
import type { UnitId } from '../terms.ts'
import { type Known, monthsOf } from './known.ts'
import { sentOf } from './source.ts'
import type { Accepted, Submission } from './submission.ts'

/** How far a case must have come to count. */
export type Stage = 'detected' | 'prosecuted' | 'convicted'

/** A case that counts, of the day on which it came so far. */
interface Case {
  readonly person: string
  readonly ref: string
  readonly unitId: UnitId
  readonly on: Day
}

/** The newest list of each sender and year, which tells the whole year. */
function newestLists(known: Known): readonly Submission[] {
  const lists = new Map<string, Submission>()
  for (const window of sentOf(known, 'reoffence')) {
    for (const list of known.allOf('reoffence', window.id))
      lists.set(`${list.reporter} ${known.yearOf(window)}`, list)
  }
  return [...lists.values()]
}

const cases = new WeakMap<Known, Map<Stage, readonly Case[]>>()

/** Each case once, as far as it has come to the stage and was not dropped. */
function casesOf(known: Known, stage: Stage): readonly Case[] {
  const before = cases.get(known)?.get(stage)
  if (before !== undefined) return before
  const seen = new Set<string>()
  const all = newestLists(known).flatMap((list) =>
    list.rows.flatMap((row): Case[] => {
      const person = known.persons.of(list, row)
      const { case_ref, commune, dropped_on, [`${stage}_on`]: on } = row.values
      const key = `${person} ${case_ref}`
      if (seen.has(key)) return []
      seen.add(key)
      if ((on ?? null) === null || dropped_on !== null) return []
      return [{ person, ref: String(case_ref), unitId: commune as UnitId, on: on as Day }]
    }),
  )
  cases.set(known, (cases.get(known) ?? new Map()).set(stage, all))
  return all
}

/** Who is counted in a window, and the commune of the act; null where that commune has no register. */
export function actsIn(
  known: Known,
  window: Period,
  stage: Stage,
): ReadonlyMap<string, { readonly unitId: UnitId | null }> {
  const acts = new Map<string, { readonly unitId: UnitId | null; readonly order: string }>()
  for (const { person, ref, unitId, on } of casesOf(known, stage)) {
    if (on < window.from || on >= window.to) continue
    const reported = known.hasRegister(unitId, window.closeId ?? '')
    const order = `${reported ? 0 : 1} ${on} ${ref}`
    const before = acts.get(person)
    if (before !== undefined && before.order <= order) continue
    acts.set(person, { unitId: reported ? unitId : null, order })
  }
  return acts
}

/** Whether anything that counts came within twelve months of a day, known whenever it is known. */
export function actWithinYear(known: Known, stage: Stage, person: string, from: Day): boolean {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number]
  const until = dateOf(year + 1, month, day)
  return casesOf(known, stage).some(
    (one) => one.person === person && one.on >= from && one.on < until,
  )
}

/** Whom the facilities announced for a window, each with the last that was said. */
export function latestNotices(known: Known, window: Period): ReadonlyMap<string, Accepted> {
  const latest = new Map<string, { readonly row: Accepted; readonly order: string }>()
  for (const list of monthsOf(known)) {
    for (const submission of known.allOf('release-notice', list.id)) {
      for (const row of submission.rows) {
        const released = row.values['release_date'] as Day
        if (released < window.from || released >= window.to) continue
        const person = known.persons.of(submission, row)
        const order = `${row.values['notice_date']} ${list.to}`
        if ((latest.get(person)?.order ?? '') < order) latest.set(person, { row, order })
      }
    }
  }
  return new Map([...latest].map(([person, { row }]) => [person, row]))
}
