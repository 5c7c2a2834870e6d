import * as words from '../words/rule.ts'
import { type Complaint, type Said, said } from './form.ts'
import { type TallyItemId, tallyItems } from './tally-items.ts'

/** What the checks need of a row. */
export interface TallyRow {
  readonly item: TallyItemId
  readonly count: number
  readonly cumulative: number
  readonly year: number | null
  readonly old_unit: string | null
}

type Figure = 'count' | 'cumulative'
type Found = Complaint<Figure> & { readonly index: number }

/** The mục of one year and one former unit, each with its place among all rows. */
type Group = ReadonlyMap<TallyItemId, { readonly row: TallyRow; readonly index: number }>

type Rule = ((group: Group) => readonly Found[]) & Said

const both: readonly Figure[] = ['count', 'cumulative']

/** Of flows the year's figures keep the rules too; of stocks only the window's own. */
const rules: readonly Rule[] = [
  ...both.map((figure) =>
    isSum(figure, 'returned', ['returned_completed', 'returned_amnesty', 'returned_conditional']),
  ),
  isSum(
    'count',
    'managed_end',
    ['managed_start', 'returned', 'moved_in'],
    ['moved_out', 'expunged', 'died_or_other'],
  ),
  ...both.flatMap((figure) =>
    (
      [
        'received',
        'counselled',
        'law_helped',
        'procedures',
        'papers',
        'job_introduced',
        'trained_or_placed',
      ] as const
    ).map((item) => isAtMost(figure, item, 'returned')),
  ),
  ...both.map((figure) => isAtMost(figure, 'trained', 'trained_or_placed')),
  ...both.map((figure) => isAtMost(figure, 'placed', 'trained_or_placed')),
  ...both.map((figure) => isAtMostSum(figure, 'trained_or_placed', ['trained', 'placed'])),
  holds('count', 'managed_end', ['group_a', 'group_b', 'group_c', 'group_d']),
  isAtMost('count', 'job_informed', 'job_need', 'warning'),
  isAtMost('count', 'loan_listed', 'loan_eligible_need', 'warning'),
  isAtMost('count', 'models_outstanding', 'models'),
  isAtMost('count', 'files_digitised', 'files'),
]

/** The rules in words, each once. */
export const tallyRules: readonly string[] = [...new Set(rules.flatMap((each) => each.words ?? []))]

/** Between the mục of one sheet, year by year and former unit by former unit; a rule is silent where one of its mục did not come. */
export function checkTally(rows: readonly TallyRow[]): readonly Found[] {
  const groups = new Map<string, Map<TallyItemId, { row: TallyRow; index: number }>>()
  rows.forEach((row, index) => {
    const key = JSON.stringify([row.year, row.old_unit])
    const group = groups.get(key) ?? new Map()
    groups.set(key, group.set(row.item, { row, index }))
  })
  return [...groups.values()].flatMap((group) => rules.flatMap((rule) => rule(group)))
}

function isSum(
  figure: Figure,
  total: TallyItemId,
  parts: readonly TallyItemId[],
  less: readonly TallyItemId[] = [],
): Rule {
  const asks = words.sumRule(labelOf(total), parts.map(labelOf), less.map(labelOf))
  return rule(asks, figure, [total, ...parts, ...less], (of) => {
    const sum = sumOf(parts, of) - sumOf(less, of)
    if (of(total) === sum) return null
    const facts = {
      sum,
      parts: parts.map(labelOf),
      ...(less.length > 0 && { less: less.map(labelOf) }),
    }
    return { code: 'sum-differs', facts }
  })
}

function isAtMost(
  figure: Figure,
  item: TallyItemId,
  other: TallyItemId,
  severity: 'error' | 'warning' = 'error',
): Rule {
  const asks = words.notMoreThanRule({ header: labelOf(item), other: labelOf(other), severity })
  return rule(asks, figure, [item, other], (of, placeOf) => {
    if (of(item) <= of(other)) return null
    const facts = { other: labelOf(other), otherValue: of(other), otherIndex: placeOf(other) }
    return { code: 'exceeds', severity, facts }
  })
}

function isAtMostSum(figure: Figure, item: TallyItemId, parts: readonly TallyItemId[]): Rule {
  const asks = words.atMostSumRule(labelOf(item), parts.map(labelOf))
  return rule(asks, figure, [item, ...parts], (of) => {
    const sum = sumOf(parts, of)
    if (of(item) <= sum) return null
    const other = `tổng của ${parts.map((part) => labelOf(part).replace(/^– /, '')).join('; ')}`
    return { code: 'exceeds', facts: { other, otherValue: sum } }
  })
}

function holds(figure: Figure, total: TallyItemId, parts: readonly TallyItemId[]): Rule {
  const asks = words.partsRule(labelOf(total), parts.map(labelOf))
  return rule(asks, figure, [total, ...parts], (of) => {
    const sum = sumOf(parts, of)
    if (of(total) >= sum) return null
    return { code: 'parts-exceed', facts: { sum, parts: parts.map(labelOf) } }
  })
}

type Amount = (item: TallyItemId) => number

/** A rule about these mục, said at the first of them. */
function rule(
  asks: string,
  figure: Figure,
  items: readonly [TallyItemId, ...TallyItemId[]],
  say: (of: Amount, placeOf: Amount) => Pick<Complaint, 'code' | 'severity' | 'facts'> | null,
): Rule {
  return said(asks, (group: Group) => {
    const at = group.get(items[0])
    if (at === undefined || !items.every((item) => group.has(item))) return []
    const of = (item: TallyItemId) => group.get(item)?.row[figure] ?? 0
    const found = say(of, (item) => group.get(item)?.index ?? -1)
    return found === null ? [] : [{ ...found, field: figure, index: at.index }]
  })
}

function sumOf(items: readonly TallyItemId[], of: Amount): number {
  return items.reduce((sum, item) => sum + of(item), 0)
}

function labelOf(item: TallyItemId): string {
  return tallyItems[item].label
}
