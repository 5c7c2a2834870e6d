import { type RawBuilder, sql } from 'kysely'
import { tallyItems } from '#sources/forms/tally-items.ts'

/**
 * A window's opening against the closing of the one before, and running totals that fell, of one reporter's forms. Left is what follows
 * from the window before, right what the window says.
 *
 * - community sentences: each category's "đầu kỳ" is the last "cuối kỳ"
 * - tally: `managed_start` is the last `managed_end`; a last quarter folded into the year's report follows on no other year
 * - credit: the balance is the last one, plus what was lent, less what was repaid; thousands of đồng
 * - communication, tally: a count "lũy kế từ đầu năm" does not fall within the year; stocks of a tally ("cuối kỳ") may
 *
 * By form, so that what nobody has sent costs nothing. Agencies share the province as their place: their `field` names the agency after a slash.
 */
export function openingsAgainstClosings(): Readonly<
  Record<string, readonly RawBuilder<unknown>[]>
> {
  return {
    'community-sentence': [
      sql`
      insert into reconciliation
      select 'opening-closing', c.unit_id, c.window_id, c.category, l.submission_id, l.closing, c.submission_id, c.opening
      from now_community_sentence c
      join ${before('c')}
      join now_community_sentence l on l.window_id = b.earlier and l.reporter_id = c.reporter_id and l.unit_id = c.unit_id and l.category = c.category
      where l.closing <> c.opening`,
    ],
    tally: [
      sql`
      insert into reconciliation
      select 'opening-closing', t.unit_id, t.window_id, 'managed_start', l.submission_id, l."count", t.submission_id, t."count"
      from now_tally t
      join ${before('t')}
      join now_tally l on l.window_id = b.earlier and l.reporter_id = t.reporter_id and l.unit_id = t.unit_id and l.item = 'managed_end'
      where t.item = 'managed_start' and t."year" is null and l."year" is null and l."count" <> t."count"
        and not exists (
          select 1 from now_tally f join win w on w.window_id = f.window_id and w.kind = 'year'
          where f.submission_id = t.submission_id and f."count" <> f.cumulative and f.item in (${sql.join(FLOWS.map((item) => sql.lit(item)))})
        )`,
      runningTallies(),
    ],
    credit: [
      sql`
      insert into reconciliation
      select 'credit-balance', c.unit_id, c.window_id, 'outstanding', l.submission_id,
        l.outstanding + c.lent_training + c.lent_production - c.repaid, c.submission_id, c.outstanding
      from now_credit c
      join ${before('c')}
      join now_credit l on l.window_id = b.earlier and l.reporter_id = c.reporter_id and l.unit_id = c.unit_id
      where l.outstanding + c.lent_training + c.lent_production - c.repaid <> c.outstanding`,
    ],
    communication: (['officials_reached', 'adults_reached'] as const).map((field) => {
      const column = sql.ref(field)
      return sql`
        insert into reconciliation
        select 'running-total', c.unit_id, c.window_id, ${sql.lit(field)} || case when c.reporter_id like 'agency:%' then '/' || c.reporter_id else '' end,
          l.submission_id, l.${column}, c.submission_id, c.${column}
        from now_communication c
        join ${lastSent('c', 'communication')} and b.same_year
        join now_communication l on l.window_id = b.earlier and l.reporter_id = c.reporter_id and l.unit_id = c.unit_id
        where c.${column} < l.${column}`
    }),
  }
}

/** Of flows: stocks fall whenever somebody leaves. */
function runningTallies(): RawBuilder<unknown> {
  return sql`
      insert into reconciliation
      select 'running-total', t.unit_id, t.window_id, t.item, l.submission_id, l.cumulative, t.submission_id, t.cumulative
      from now_tally t
      join ${lastSent('t', 'tally')} and b.same_year
      join now_tally l on l.window_id = b.earlier and l.reporter_id = t.reporter_id and l.unit_id = t.unit_id and l.item = t.item
      where t."year" is null and l."year" is null and t.cumulative < l.cumulative
        and t.item in (${sql.join(FLOWS.map((item) => sql.lit(item)))})`
}

/** Items of the tally that happen: only they add up over a year. */
const FLOWS: readonly string[] = Object.entries(tallyItems).flatMap(([item, { stock }]) =>
  stock ? [] : [item],
)

/** The window of a form's reports that closed last before another one, as `b`: before the year's report the one of its third quarter. */
function lastSent(alias: string, form: string): RawBuilder<unknown> {
  return sql`(
    select w.window_id, lag(w.window_id) over sent as earlier, lag(w.year_from) over sent = w.year_from as same_year
    from win w join source_window s on s.window_id = w.window_id and s.source_window_id = w.window_id
    where s.form = ${sql.lit(form)} and s.mode = 'close'
    window sent as (order by w.to_date)
  ) b on b.window_id = ${sql.ref(`${alias}.window_id`)}`
}

/** The window of the same kind that ends where another begins, as `b`. */
function before(alias: string): RawBuilder<unknown> {
  return sql`(
    select w.window_id, p.window_id as earlier
    from win w join win p on p.family = w.family and p.kind = w.kind and p.to_date = w.from_date
  ) b on b.window_id = ${sql.ref(`${alias}.window_id`)}`
}
