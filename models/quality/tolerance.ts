import { type RawBuilder, sql } from 'kysely'
import type { ReconciliationKind } from '../database.ts'
import type { BadRow } from './rule.ts'

/**
 * Two sources of a number that differ by more than honest work leaves behind: at least 3, and more than a fifth of the larger.
 *
 * Two offices close their books on two evenings, one person is on the way: a difference of one or two is daily life, and stands among the
 * reconciliations of the month. A fifth and 3 are also what makes a replacement be held (a file that loses as many rows).
 */
export const differs = sql<boolean>`abs(r.left_n - r.right_n) >= 3 and 5 * abs(r.left_n - r.right_n) > greatest(r.left_n, r.right_n)`

/**
 * The rows of some kinds of reconciliation beyond the tolerance, one for each kind, place and window: the item that is furthest apart, and
 * how many items are (`facts`: `item`, `items`), since two lists that differ in ten items are to be compared once.
 */
export function beyondTolerance(
  kinds: readonly ReconciliationKind[],
  beyond: RawBuilder<boolean> = differs,
): RawBuilder<BadRow> {
  return sql`
    select r.unit_id, r.window_id,
      r.kind || case when r.field like '%/%' then '/' || split_part(r.field, '/', 2) else '' end as subject,
      r.left_n, r.right_n,
      json_object('item', split_part(r.field, '/', 1), 'items', count(*) over same) as facts
    from reconciliation r
    where r.kind in (${sql.join(kinds.map((kind) => sql.lit(kind)))}) and ${beyond}
    window same as (partition by r.unit_id, r.window_id, subject)
    qualify row_number() over (
      partition by r.unit_id, r.window_id, subject order by abs(r.left_n - r.right_n) desc, r.field
    ) = 1`
}
