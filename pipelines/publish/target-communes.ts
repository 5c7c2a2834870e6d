import type { FunnelView, TargetCommune } from '#dashboards/views-target.ts'
import { goalRatio } from '#dashboards/words.ts'
import { IN_PROVINCE } from '#models/judgement/family.ts'
import { funnelLimits, signalCounts } from '#models/judgement/funnel.ts'
import { WARN } from '#models/judgement/levels.ts'
import { type Prior, priorOf, shrunk } from '#models/judgement/shrinkage.ts'
import type { Measured } from '#models/measured.ts'
import type { Target } from '#models/plans/target.ts'
import { placeName } from '#sources/reference/places.ts'
import type { Snapshot } from './snapshot.ts'

/** Every commune of the plan at a target, by code. */
export function targetCommunes(snapshot: Snapshot, target: Target): readonly TargetCommune[] {
  const figures = snapshot.communes.map((unit) => {
    const verdict = snapshot.verdict(target.id, unit.unit_id)
    const measured = verdict && snapshot.value(target.definition.id, verdict.windowId, unit.unit_id)
    return { unit, verdict, measured }
  })
  const prior = target.duty
    ? null
    : priorOf(figures.flatMap(({ measured }) => countsOf(measured) ?? []))
  return figures.map(({ unit, verdict, measured }) => ({
    code: unit.code,
    name: placeName(unit),
    shortName: unit.name,
    measured,
    verdict: {
      code: verdict?.code ?? 'ND',
      slack: verdict?.slack ?? null,
      listed: verdict?.listed ?? null,
    },
    signal: verdict?.fact === 'unmet' ? verdict.strength : null,
    signalAt: target.duty || measured === null ? null : signalAt(target, measured.denominator),
    smoothed: smoothedOf(measured, prior),
  }))
}

/** The curves around the plan's promise up to the largest commune; null where nobody was tested. */
export function funnelView(target: Target, communes: readonly TargetCommune[]): FunnelView | null {
  const sizes = communes.flatMap(({ measured }) => measured?.denominator ?? [])
  const most = Math.max(0, ...sizes)
  const tested = communes.filter(({ verdict }) => verdict.listed !== null).length
  if (most === 0 || tested === 0) return null
  const limits = sizesTo(most).flatMap((n) => {
    const at = funnelLimits(goalRatio(target), n)
    return at === null ? [] : [{ n, ...at }]
  })
  return { limits, tested, perCent: IN_PROVINCE }
}

/** About a hundred sizes, evenly, the last one included: exact limits at each, joined by lines. */
function sizesTo(most: number): readonly number[] {
  const step = Math.max(1, Math.round(most / 100))
  const sizes = Array.from({ length: Math.floor(most / step) }, (_, at) => (at + 1) * step)
  return sizes.at(-1) === most ? sizes : [...sizes, most]
}

function signalAt(target: Target, n: number): number {
  return signalCounts(goalRatio(target), n, WARN, 'below' in target ? 'high' : 'low')
}

/** What is impossible says nothing of its peers. */
function countsOf(measured: Measured | null) {
  if (measured === null) return null
  const { numerator: x, denominator: n } = measured
  return x < 0 || x > n ? null : { x, n }
}

function smoothedOf(measured: Measured | null, prior: Prior | null): TargetCommune['smoothed'] {
  const counts = countsOf(measured)
  if (counts === null || counts.n === 0 || prior === null) return null
  return shrunk(counts.x, counts.n, prior)
}
