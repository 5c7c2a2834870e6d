import type { Period } from '../../calendar.ts'
import { telling } from '../source.ts'
import type { Accepted, Submission } from '../submission.ts'
import type { Counting, Subject } from './subject.ts'

/** What stood at the close; everything else in a tally happened in a time. */
const AT_CLOSE: ReadonlySet<string> = new Set([
  'managed_end',
  'job_need',
  'job_informed',
  'employed_stable',
  'credit_advised',
  'loan_eligible_need',
  'loan_listed',
  'group_a',
  'group_b',
  'group_c',
  'group_d',
  'helpers',
  'models',
  'models_outstanding',
  'exemplars_person',
  'exemplars_group',
  'files',
  'files_digitised',
])

/** What committees signed of a window, some of its mục over others; of a review by the province of before, and each year apart. */
export function tallied(numerator: readonly string[], denominator: readonly string[]): Counting {
  return (known, window) => {
    const sent = telling(known, 'tally', window)
    return (sent === undefined ? [] : known.allOf('tally', sent.id)).flatMap((tally) =>
      partsOf(tally).map(({ years, categories, apart }): Subject => {
        const add = (items: readonly string[]) =>
          items.reduce((total, item) => total + over(window, tally, years, item), 0)
        return {
          unitId: tally.unitId,
          numerator: add(numerator),
          denominator: add(denominator),
          categories,
          apart,
        }
      }),
    )
  }
}

type Rows = readonly Accepted['values'][]

/** The rows of one former place, or of all places in one year, by years in order. */
interface Part {
  readonly years: readonly (readonly Rows[])[]
  readonly categories: Subject['categories']
  readonly apart: boolean
}

function partsOf({ rows }: Submission): readonly Part[] {
  const values = rows.map((row) => row.values)
  const places = groupsBy(values, (row) => String(row['old_unit'] ?? ''))
  const years = groupsBy(values, (row) => String(row['year'] ?? ''))
  return [
    ...[...places].map(([place, own]) => ({
      years: [...groupsBy(own, (row) => String(row['year'] ?? ''))]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, of]) => [of]),
      categories: place === '' ? {} : { old_province: provinceIn(place) },
      apart: false,
    })),
    ...[...years].flatMap(([year, own]) =>
      year === ''
        ? []
        : [
            {
              years: [[...groupsBy(own, (row) => String(row['old_unit'] ?? '')).values()]],
              categories: { year },
              apart: true,
            },
          ],
    ),
  ]
}

function groupsBy(rows: Rows, key: (row: Accepted['values']) => string) {
  const groups = new Map<string, Accepted['values'][]>()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return groups
}

/** What happened adds up over the years; what stood is that of the last one, and of the first one where it is the start that stood. */
function over(window: Period, tally: Submission, years: Part['years'], item: string): number {
  const each = years.map((parts) =>
    parts.reduce((total, rows) => total + said(window, tally, rows, item), 0),
  )
  if (item === 'managed_start') return each[0] ?? 0
  if (AT_CLOSE.has(item)) return each.at(-1) ?? 0
  return each.reduce((total, one) => total + one, 0)
}

/** A mục of a window: what is said of it, or since the year began where the window did, too. */
function said(window: Period, tally: Submission, rows: Rows, item: string): number {
  const of = (name: string, field: 'count' | 'cumulative') =>
    Number(rows.find((row) => row['item'] === name)?.[field] ?? 0)
  if (window.kind === 'explicit' || AT_CLOSE.has(item)) return of(item, 'count')
  const sinceTheYearBegan = window.first === 1
  if (item === 'managed_start') {
    if (tally.window === window) return of(item, 'count')
    const left = ['moved_out', 'expunged', 'died_or_other']
    const come = ['returned', 'moved_in']
    const total = (items: readonly string[]) =>
      items.reduce((sum, name) => sum + of(name, 'cumulative'), 0)
    return of('managed_end', 'count') + total(left) - total(come)
  }
  return of(item, sinceTheYearBegan ? 'cumulative' : 'count')
}

/** `Thái Bình` of `huyện Vũ Thư, tỉnh Thái Bình`. */
function provinceIn(place: string): string {
  return /tỉnh ([^,]+)$/.exec(place)?.[1] ?? 'chưa xác định'
}
