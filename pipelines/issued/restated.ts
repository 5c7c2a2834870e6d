import type { Edition, RestatedView } from '#dashboards/views.ts'
import type { Target } from '#models/plans/target.ts'
import { writeCount } from '#sources/vocabulary/count.ts'
import { window } from '#sources/vocabulary/window.ts'
import { type IssueDocument, issueDocuments } from '../ledger/issues.ts'
import type { Snapshot } from '../publish/snapshot.ts'
import { unitNameOf } from '../publish/unit-name.ts'
import type { Station } from '../station.ts'
import { knownSubmissions } from '../warehouse/known.ts'
import { causesOf, type Moved, movedBetween, unfedBy } from './causes.ts'
import { type Change, changesOf } from './changes.ts'
import { figuresIn } from './current.ts'
import { figuresOf } from './figures.ts'
import { frozen, IssuedError } from './store.ts'

/**
 * What reads otherwise now than in the last document that was issued for a window of the edition's family: the targets' figures, one
 * window of each unit, the province first. Null when nothing was issued; then nobody has read otherwise.
 *
 * A page is made also where what was issued is damaged: the log says so, and `doctor` what mends it.
 */
export async function restatedSince(
  { ledger, site, log, reporters, places, plan }: Station,
  snapshot: Snapshot,
  edition: Edition,
): Promise<readonly RestatedView[] | null> {
  const last = lastOf(await issueDocuments(ledger.db, plan.id), edition)
  if (last === undefined) return null
  const { dump_sha, business_date, known_until } = last.last
  const dump = await frozen(site.issued, dump_sha, { packed: true }).catch((err: unknown) => {
    if (!(err instanceof IssuedError)) throw err
    log.warn({ err }, 'what was restated since the last issue is left out of the page')
    return null
  })
  if (dump === null) return null
  const definitions = plan.targets.map(({ definition }) => definition)
  const ids = new Set(definitions.map(({ id }) => id))
  const issued = figuresOf(dump.toString('utf8').split('\n')).filter((each) =>
    ids.has(each.definition),
  )
  const current = await figuresIn(snapshot.db, [...ids])
  const then = await knownSubmissions(ledger.db, known_until)
  const unfed = unfedBy(then, { plan, reporters, definitions })
  const changes = changesOf(issued, current, business_date, unfed)
  const moved = movedBetween(then, await knownSubmissions(ledger.db, snapshot.meta.known_until), {
    plan,
    reporters,
  })
  const causes = causesOf(moved, { definitions, places })
  return plan.targets.flatMap((target) =>
    shownOf(changes, target, snapshot).map((change) =>
      viewOf(snapshot, target, change, causes(change)),
    ),
  )
}

/** The document with the newest knowledge, of those that stand as issued. */
function lastOf(documents: readonly IssueDocument[], edition: Edition): IssueDocument | undefined {
  const { family } = window(edition.windowId)
  return documents
    .filter(({ state, window: id }) => state === 'issued' && window(id).family === family)
    .toSorted((a, b) => (a.last.known_until < b.last.known_until ? -1 : 1))
    .at(-1)
}

type Both = Change & Record<'before' | 'after', NonNullable<Change['before']>>

/** Of each unit the change in the window that closes last, and of those in the longest. */
function shownOf(
  changes: readonly Change[],
  { definition }: Target,
  { provinceId }: Snapshot,
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

function viewOf(
  snapshot: Snapshot,
  target: Target,
  { window: windowId, unit, before, after }: Both,
  causes: readonly Moved[],
): RestatedView {
  return {
    target,
    windowId,
    unitName: unitNameOf(snapshot, unit),
    before,
    after,
    causes: causes
      .filter(({ became }) => became !== 'replaced')
      .map(({ reporter, unit: of, revision }) => {
        const name = snapshot.reporterOf(reporter, of)?.name ?? reporter
        return `${name} (lần gửi ${writeCount(revision)})`
      }),
  }
}
