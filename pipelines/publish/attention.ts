import type { AttentionView, MapView, TileView } from '#dashboards/views.ts'
import type { Database, VerdictCode } from '#models/database.ts'
import type { Target } from '#models/plans/target.ts'
import { placeName } from '#sources/reference/places.ts'
import type { Snapshot } from './snapshot.ts'

/** Most pressing first; what stands after OPEN needs nobody's attention. */
const PRESSING: readonly VerdictCode[] = [
  'MISS',
  'DQ',
  'SIG',
  'NUM',
  'ND',
  'OPEN',
  'OK?',
  'OK',
  'MET',
  'NA',
]

/** How many places a page names before it says "and so many more". */
const MOST = 12

/**
 * Places and targets that a leader should look at: certain misses, data to verify, signals; then duties with the most people still
 * waiting. One line per commune or district, its most pressing one.
 */
export function attention(snapshot: Snapshot): readonly AttentionView[] {
  const lines = [...snapshot.communes, ...snapshot.districts].flatMap((unit) => {
    const views = snapshot.setting.plan.targets.flatMap((target) => {
      const view = viewOf(snapshot, target, unit)
      return view === null ? [] : [view]
    })
    const [first] = views.sort(byPressure)
    return first === undefined ? [] : [first]
  })
  return lines.sort(byPressure).slice(0, MOST)
}

function viewOf(snapshot: Snapshot, target: Target, unit: Database['unit']): AttentionView | null {
  const verdict = snapshot.verdict(target.id, unit.unit_id)
  if (verdict === null || target.indicator.theme === 'communication') return null
  const measured = snapshot.value(target.definition.id, verdict.windowId, unit.unit_id)
  const asks =
    verdict.code === 'OPEN'
      ? (verdict.slack ?? 0) < 0
      : ['MISS', 'DQ', 'SIG'].includes(verdict.code)
  if (!asks || measured === null) return null
  return {
    unitName: placeName(unit),
    unitCode: unit.code,
    ...(unit.level === 'district' && { district: true }),
    target,
    verdict: verdict.code,
    numerator: measured.numerator,
    denominator: measured.denominator,
    slack: verdict.slack,
  }
}

function byPressure(a: AttentionView, b: AttentionView): number {
  return (
    PRESSING.indexOf(a.verdict) - PRESSING.indexOf(b.verdict) ||
    (a.slack ?? 0) - (b.slack ?? 0) ||
    ((a.unitCode ?? '') < (b.unitCode ?? '') ? -1 : 1)
  )
}

/** The map of one target, or of everything together: each commune with the most pressing verdict it has. */
export function mapView(snapshot: Snapshot, target: Target | null): MapView {
  const tiles = snapshot.communes.flatMap((commune) => {
    const { map_column: column, map_row: row } = commune
    return column === null || row === null
      ? []
      : [{ ...tileOf(snapshot, target, commune), column, row }]
  })
  return { target, tiles }
}

/** The most pressing verdict of a unit; not enough data where nothing is said of it. */
export function worstAt(snapshot: Snapshot, unitId: string): VerdictCode {
  return worst(snapshot, null, unitId)?.verdict.code ?? 'ND'
}

function worst(snapshot: Snapshot, target: Target | null, unitId: string) {
  const targets = target === null ? snapshot.setting.plan.targets : [target]
  const verdicts = targets.flatMap((one) => {
    const verdict = snapshot.verdict(one.id, unitId)
    return verdict === null || (target === null && one.indicator.theme === 'communication')
      ? []
      : [{ target: one, verdict }]
  })
  const [first] = verdicts.sort(
    (a, b) =>
      PRESSING.indexOf(a.verdict.code) - PRESSING.indexOf(b.verdict.code) ||
      (a.verdict.slack ?? 0) - (b.verdict.slack ?? 0),
  )
  return first
}

function tileOf(
  snapshot: Snapshot,
  target: Target | null,
  { unit_id: unitId, code, name }: Database['unit'],
): Omit<TileView, 'column' | 'row'> {
  const first = worst(snapshot, target, unitId)
  const measured =
    first === undefined
      ? null
      : snapshot.value(first.target.definition.id, first.verdict.windowId, unitId)
  const { code: verdict, slack } = first?.verdict ?? { code: 'ND' as const, slack: null }
  return {
    unitId,
    code,
    name,
    verdict,
    figure: measured === null ? '' : figureOf(verdict, slack, measured),
  }
}

function figureOf(
  code: VerdictCode,
  slack: number | null,
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
): string {
  if (code === 'OPEN') return slack !== null && slack < 0 ? `còn ${-slack}` : ''
  return code === 'SIG' || code === 'MISS' || code === 'NUM' ? `${numerator}/${denominator}` : ''
}
