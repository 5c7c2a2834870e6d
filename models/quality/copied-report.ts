import { type RawBuilder, sql } from 'kysely'
import { tableOf } from '#sources/forms/form.ts'
import { formById } from '#sources/forms/index.ts'
import { tallyItems } from '#sources/forms/tally-items.ts'
import { bodyOf } from './body.ts'
import { type BadRow, defineRule } from './rule.ts'

/** What happens anew in every window, by form: the columns of which some are different each time. */
const FLOWS = {
  'community-sentence': ['increase', 'decrease', 'violated', 'new_offence'],
  'pre-release': [
    'released_completed',
    'released_amnesty',
    'released_conditional',
    'counselled',
    'legal_helped',
    'oriented',
    'job_search',
  ],
  credit: ['listed', 'approved', 'lent_training', 'lent_production', 'repaid'],
  'jobs-and-training': ['advised', 'informed', 'introduced', 'placed', 'enrolled', 'certified'],
} as const

/**
 * A report that repeats the one of the window before in every number, with at least four different flows that are not 0.
 *
 * Four *different* ones, since one person back makes five items of the tally read 1, quarter after quarter, honestly. Counts of 1, 2, 3
 * and 4 at their own rates repeat by chance in 14, 7, 5 and 4 of 100 windows, all four in 2 of 100.000; where three numbers are different
 * it is 5 of 10.000, and a province reads some thousand reports a year. A quiet window ("không phát sinh", zeros) is never a copy.
 *
 * Not asked: Biểu 06, where two meetings of sixty people each quarter are a plan that was kept; Biểu 14 and 15, which tell running
 * totals; Biểu 01, where a small commune's list honestly stays as it is for a month (three months: the rule `no-movement`). Of the tally
 * the numbers of the window are compared: its running totals may have been carried on.
 */
export const copiedReport = defineRule({
  id: 'copied-report',
  title: 'Báo cáo chép lại kỳ trước',
  meaning:
    'Mọi số của biểu trùng hoàn toàn với kỳ liền trước, trong khi có ít nhất bốn số phát sinh khác nhau và khác 0, không thể ngẫu nhiên cùng lặp lại; kỳ không phát sinh không tính.',
  owner: 'reporter',
  severity: 'error',
  rows: (forms) => {
    const prints = [
      ...(forms.has('tally') ? [ofTally()] : []),
      ...Object.entries(FLOWS).flatMap(([form, flows]) =>
        forms.has(form) ? [ofForm(form, flows)] : [],
      ),
    ]
    return prints.length === 0 ? null : copies(prints)
  },
})

function copies(prints: readonly RawBuilder<unknown>[]): RawBuilder<BadRow> {
  return sql`
    with prints as (${sql.join(prints, sql` union all `)})
    select i.unit_id, i.window_id, ${bodyOf('i')} as subject, p.flows as left_n, n.flows as right_n,
      json_object('different', n.different) as facts
    from prints n
    join in_force i on i.submission_id = n.submission_id
    join win w on w.window_id = i.window_id
    join win e on e.family = w.family and e.kind = w.kind and e.to_date = w.from_date
    join in_force j on j.form = i.form and j.reporter_id = i.reporter_id and j.unit_id = i.unit_id and j.window_id = e.window_id
    join prints p on p.submission_id = j.submission_id and p.print = n.print and p."rows" = n."rows"
    where n.different >= 4`
}

/** By submission: one number that stands for all its rows, how many there are, how many flows are not 0 and how many of them differ. */
function ofForm(form: string, flows: readonly string[]): RawBuilder<unknown> {
  const columns = Object.entries(formById(form)?.columns ?? {})
    .filter(([, { store }]) => store === 'unit' || store === 'person')
    .map(([field]) => sql.ref(`f.${field}`))
  const happened = sql`flatten(list([${sql.join(flows.map((flow) => sql`nullif(${sql.ref(`f.${flow}`)}, 0)`))}]))`
  return sql`
    select f.submission_id, bit_xor(hash(f.unit_id, ${sql.join(columns)})) as print, count(*) as "rows",
      list_count(${happened}) as flows, len(list_distinct(${happened})) as different
    from ${sql.table(tableOf({ id: form }))} f
    group by f.submission_id`
}

function ofTally(): RawBuilder<unknown> {
  const flows = Object.entries(tallyItems).flatMap(([item, { stock }]) =>
    stock ? [] : [sql.lit(item)],
  )
  const happened = sql`f."count" > 0 and f.item in (${sql.join(flows)})`
  return sql`
    select f.submission_id, bit_xor(hash(f.item, f."count")) as print, count(*) as "rows",
      count(*) filter (where ${happened}) as flows, count(distinct f."count") filter (where ${happened}) as different
    from form_tally f
    where f."year" is null
    group by f.submission_id`
}
