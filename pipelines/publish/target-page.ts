import { pagePaths } from '#dashboards/pages/layout.ts'
import { methodPage } from '#dashboards/pages/method.ts'
import { targetPage } from '#dashboards/pages/target.ts'
import type { Edition, TargetView } from '#dashboards/views.ts'
import type { EvidenceView, TargetPage } from '#dashboards/views-target.ts'
import { evidenceOf, strengthOf } from '#models/judgement/evidence.ts'
import { isMet } from '#models/judgement/fact.ts'
import { isSparse, judgedAt } from '#models/judgement/verdict.ts'
import type { Snapshot } from './snapshot.ts'
import { funnelView, targetCommunes } from './target-communes.ts'
import { paceView } from './target-pace.ts'
import { cusumView, monthsView } from './target-series.ts'

/** Path and text of every page about the targets, and of the one that says how they are judged. */
export function* pagesOfTargets(
  snapshot: Snapshot,
  edition: Edition,
  views: readonly TargetView[],
  { frozen = false }: { readonly frozen?: boolean } = {},
): Generator<readonly [path: string, page: string]> {
  for (const view of views) {
    const page = targetPageView(snapshot, edition, view)
    // The pages of communes are not frozen: they show the newest figures and would contradict this one.
    const communes = frozen ? page.communes.map((each) => ({ ...each, code: null })) : page.communes
    yield [pagePaths.target(view.target.id), targetPage({ ...page, communes })]
  }
  yield [pagePaths.method, methodPage(edition)]
}

/** The page of one target: what the leadership page knows of it, and what lies behind. */
export function targetPageView(snapshot: Snapshot, edition: Edition, view: TargetView): TargetPage {
  const { target } = view
  const communes = judgedAt(target, 'commune') ? targetCommunes(snapshot, target) : []
  return {
    edition,
    view,
    evidence: evidenceView(view),
    months: target.duty ? null : monthsView(snapshot, view),
    pace: target.duty ? null : paceView(view),
    cusum: cusumView(snapshot, view),
    funnel: target.duty ? null : funnelView(target, communes),
    communes,
  }
}

/** Of a figure that meets its goal how rarely it would come out so well by chance, of another how rarely so badly. */
function evidenceView({ target, measured }: TargetView): EvidenceView | null {
  if (target.duty || measured === null || isSparse(measured)) return null
  const { numerator: x, denominator: n } = measured
  if (n === 0 || x < 0 || x > n) return null
  const evidence = evidenceOf(target, x, n)
  if (evidence === null) return null
  const met = isMet(target, x, n)
  const p = met ? evidence.favourable : evidence.adverse
  const direction = met === 'below' in target ? 'below' : 'above'
  return { direction, p, strength: strengthOf(p) }
}
