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

/** What committees signed of a window, some of its mục over others; of a review by year and by the province of before. */
export function tallied(numerator: readonly string[], denominator: readonly string[]): Counting {
  return (known, window) => {
    const sent = telling(known, 'tally', window)
    return (sent === undefined ? [] : known.allOf('tally', sent.id)).flatMap((tally) =>
      partsOf(tally).map((rows): Subject => {
        const add = (items: readonly string[]) =>
          items.reduce((total, item) => total + said(window, tally, rows, item), 0)
        return {
          unitId: tally.unitId,
          numerator: add(numerator),
          denominator: add(denominator),
          categories: categoriesOf(rows),
        }
      }),
    )
  }
}

type Rows = readonly Accepted['values'][]

/** A review tells of each year and each former place apart. */
function partsOf({ rows }: Submission): readonly Rows[] {
  const parts = new Map<string, Accepted['values'][]>()
  for (const { values } of rows) {
    const key = `${values['year']} ${values['old_unit']}`
    parts.set(key, [...(parts.get(key) ?? []), values])
  }
  return [...parts.values()]
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

function categoriesOf([row]: Rows): Subject['categories'] {
  const { year = null, old_unit: place = null } = row ?? {}
  return {
    ...(year === null ? {} : { year: String(year) }),
    ...(place === null ? {} : { old_province: provinceIn(String(place)) }),
  }
}

/** `Thái Bình` of `huyện Vũ Thư, tỉnh Thái Bình`. */
function provinceIn(place: string): string {
  return /tỉnh ([^,]+)$/.exec(place)?.[1] ?? 'chưa xác định'
}
