import type { CaseWithEvents } from '../ledger/alerts.ts'
import { UsageError } from './usage.ts'

/** As many characters of an id as are shown at least. */
const SHOWN = 8

/** How long the beginnings of ids must be to tell all of them apart. */
export function shownLength(ids: readonly string[]): number {
  let length = SHOWN
  while (new Set(ids.map((id) => id.slice(0, length))).size < new Set(ids).size) length += 1
  return length
}

/** The case whose id begins so; it must be one alone. */
export function caseNamed(cases: readonly CaseWithEvents[], prefix: string): CaseWithEvents {
  const found = cases.filter(({ case_id }) => case_id.startsWith(prefix.toLowerCase()))
  const [one, another] = found
  if (one === undefined)
    throw new UsageError(`no case '${prefix}…': hoanhap alerts list --state all`)
  if (another !== undefined || prefix === '') {
    const ids = found.map(({ case_id }) => case_id)
    const length = shownLength(ids)
    const some = ids.slice(0, 5).map((id) => id.slice(0, length))
    throw new UsageError(`'${prefix}…' is ${found.length} cases: ${some.join(', ')}; give more`)
  }
  return one
}
