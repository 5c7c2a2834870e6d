import type { Kysely } from 'kysely'
import type { Database } from '#models/database.ts'
import type { Target } from '#models/plans/target.ts'
import { type Window, window } from '#sources/vocabulary/window.ts'
import { type IssueDocument, issueDocuments } from '../ledger/issues.ts'
import type { Station } from '../station.ts'
import { knownSubmissions } from '../warehouse/known.ts'
import { causesOf, type Moved, movedBetween, unfedBy } from './causes.ts'
import { type Change, changesOf } from './changes.ts'
import { figuresIn } from './current.ts'
import { figuresOf } from './figures.ts'
import { frozen, IssuedError } from './store.ts'

/** A generation that what was issued is compared with. */
export interface Current {
  readonly db: Kysely<Database>
  readonly knownUntil: string
  readonly provinceId: string
}

/** A figure of a target that was issued and has a value now as then. */
export type Both = Change & Record<'before' | 'after', NonNullable<Change['before']>>

export interface Restated {
  readonly target: Target
  readonly change: Both
  readonly causes: readonly Moved[]
}

/** The last document that was issued, and what reads otherwise now. */
export interface Restatement {
  readonly document: IssueDocument
  readonly restated: readonly Restated[]
}

/**
 * What reads otherwise now than in the last document that was issued for a window of a family: the targets' figures, one window of each
 * unit, the province first. Null when nothing was issued; then nobody has read otherwise.
 *
 * Pages and alerts are made also where what was issued is damaged: the log says so, and `doctor` what mends it.
 */
export async function restatementSince(
  { ledger, site, log, reporters, places, plan }: Station,
  { db, knownUntil, provinceId }: Current,
  family: Window['family'],
): Promise<Restatement | null> {
  const document = lastOf(await issueDocuments(ledger.db, plan.id), family)
  if (document === undefined) return null
  const { dump_sha, business_date, known_until } = document.last
  const dump = await frozen(site.issued, dump_sha, { packed: true }).catch((err: unknown) => {
    if (!(err instanceof IssuedError)) throw err
    log.warn({ err }, 'what was restated since the last issue is left out')
    return null
  })
  if (dump === null) return null
  const definitions = plan.targets.map(({ definition }) => definition)
  const ids = new Set(definitions.map(({ id }) => id))
  const issued = figuresOf(dump.toString('utf8').split('\n')).filter((each) =>
    ids.has(each.definition),
  )
  const current = await figuresIn(db, [...ids])
  const then = await knownSubmissions(ledger.db, known_until)
  const unfed = unfedBy(then, { plan, reporters, definitions })
  const changes = changesOf(issued, current, business_date, unfed)
  const now = await knownSubmissions(ledger.db, knownUntil)
  const causes = causesOf(movedBetween(then, now, { plan, reporters }), { definitions, places })
  const restated = plan.targets.flatMap((target) =>
    shownOf(changes, target, provinceId).map((change) => ({
      target,
      change,
      causes: causes(change),
    })),
  )
  return { document, restated }
}

/** The document with the newest knowledge, of those that stand as issued. */
function lastOf(
  documents: readonly IssueDocument[],
  family: Window['family'],
): IssueDocument | undefined {
  return documents
    .filter(({ state, window: id }) => state === 'issued' && window(id).family === family)
    .toSorted((a, b) => (a.last.known_until < b.last.known_until ? -1 : 1))
    .at(-1)
}

/** Of each unit the change in the window that closes last, and of those in the longest. */
function shownOf(
  changes: readonly Change[],
  { definition }: Target,
  provinceId: string,
): readonly Both[] {
  const shown = new Map<string, Both>()
  for (const change of changes) {
    if (change.definition !== definition.id || !isShown(change)) continue
    const kept = shown.get(change.unit)
    if (kept === undefined || isBefore(kept, change)) shown.set(change.unit, change)
  }
  return [...shown.values()].toSorted(
    (a, b) => Number(b.unit === provinceId) - Number(a.unit === provinceId),
  )
}

function isBefore(a: Change, b: Change): boolean {
  const [left, right] = [window(a.window), window(b.window)]
  return left.to === right.to ? left.from > right.from : left.to < right.to
}

function isShown(change: Change): change is Both {
  const { map, breakdown, before, after } = change
  return map === 'then' && breakdown === '' && before !== null && after !== null
}
