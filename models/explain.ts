import { type RawBuilder, sql } from 'kysely'
import type { Definition } from './indicators/indicator.ts'
import { contributionOf } from './measuring/contribution.ts'

/** One row behind a figure. */
export interface Contribution {
  readonly unit_id: string
  readonly subject: string
  readonly in_num: number
  readonly in_den: number
  readonly submission_id: string | null
  readonly row: number | null
  readonly form: string | null
  readonly reporter_id: string | null
  readonly window_id: string | null
  readonly revision: number | null
  readonly sheet: string | null
  /** First and last cell of the row: `B9`, `AD9`. */
  readonly cells: string | null
}

/**
 * Who and what a figure rests on: the definition's contributions in a window, of one unit or (a province) of all its owners, each with
 * its submission, sheet, row and cells.
 *
 * Only covered owners are listed, so that the sums are the figure: a person owned by a commune without a register in force has no value.
 */
export function explain(
  definition: Definition,
  { windowId, unitId }: { readonly windowId: string; readonly unitId: string },
): RawBuilder<Contribution> {
  return sql<Contribution>`
    with owner as (
      select u.unit_id
      from unit u
      where (u.unit_id = ${unitId} or u.unit_id in (select unit_id from inside where in_unit = ${unitId}))
        and (u.level = 'province' or exists (
          select 1 from value v
          where v.definition_id = ${definition.id} and v.window_id = ${windowId} and v.unit_id = u.unit_id
            and v.map = 'then' and v.breakdown = ''
        ))
    ), cells as (
      select submission_id, any_value(sheet) as sheet,
        arg_min(letter, (length(letter), letter)) as first, arg_max(letter, (length(letter), letter)) as last
      from form_column group by submission_id
    )
    select c.unit_id, c.subject, c.in_num, c.in_den, c.submission_id, c."row", s.form, s.reporter_id, s.window_id, s.revision,
      coalesce(k.sheet, s.sheet) as sheet,
      case when c."row" is null then null else k.first || c."row" || ':' || k.last || c."row" end as cells
    from ${sql.ref(contributionOf(definition))} c
    join owner o on o.unit_id = c.unit_id
    left join submission s on s.submission_id = c.submission_id
    left join cells k on k.submission_id = c.submission_id
    where c.window_id = ${windowId} and (c.in_den <> 0 or c.in_num <> 0)
    order by c.unit_id, c.in_num desc, c.subject, s.form, s.window_id, c."row"`
}
