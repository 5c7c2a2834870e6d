import type { Period } from '../calendar.ts'
import type { Asked } from './asked.ts'
import { type Cover, total } from './cover.ts'
import type { Figure } from './figure.ts'
import type { Subject } from './subjects/subject.ts'
import { groupsOf } from './submission.ts'

/** A figure that must come out for a unit and window; where there is none, no value may be there. */
export interface Value extends Asked {
  /** On the places of the window's last day, or of today. */
  readonly map: 'then' | 'today'
  readonly windowId: string
  readonly unitId: string
  readonly breakdown: string
  readonly category: string
  readonly numerator: number
  readonly denominator: number
  readonly basis: Figure['basis']
  readonly unitsExpected: number
  readonly unitsCovered: number
  readonly rowsWithheld: number
  readonly state: 'provisional' | 'final'
  readonly estimate: boolean
}

/** The value in all, and by each category that somebody has. */
export function told(
  window: Period,
  { indicator, parameters }: Asked,
  basis: Figure['basis'],
  { unitId, expected, covered, withheld }: Cover,
  subjects: readonly Subject[],
  final: boolean,
): Value[] {
  const value = (breakdown: string, category: string, of: readonly Subject[]): Value => ({
    indicator,
    parameters,
    map: 'then',
    windowId: window.id,
    unitId,
    breakdown,
    category,
    numerator: total(of, 'numerator'),
    denominator: total(of, 'denominator'),
    basis,
    unitsExpected: expected,
    unitsCovered: covered,
    rowsWithheld: withheld,
    state: final ? 'final' : 'provisional',
    estimate: false,
  })
  const breakdowns = [...new Set(subjects.flatMap(({ categories }) => Object.keys(categories)))]
  return [
    value(
      '',
      '',
      subjects.filter(({ apart }) => apart !== true),
    ),
    ...breakdowns.flatMap((breakdown) =>
      groupsOf(
        subjects.filter(({ categories }) => breakdown in categories),
        ({ categories }) => categories[breakdown] ?? '',
      ).map((group) => value(breakdown, group[0]?.categories[breakdown] ?? '', group)),
    ),
  ]
}
