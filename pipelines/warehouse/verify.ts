import { tableOf } from '#sources/forms/form.ts'
import { forms } from '#sources/forms/index.ts'
import type { Engine } from './engine.ts'

/** A generation that does not hold what the ledger says was accepted. */
export class VerifyError extends Error {
  override readonly name = 'VerifyError'
}

/**
 * Reads every block of a closed generation and counts each submission's rows against the ledger's.
 *
 * A flipped bit in a data block is found only when the block is read (measured), hence the whole scan.
 */
export async function verify(
  engine: Engine,
): Promise<{ readonly rows: number; readonly values: number }> {
  const tables = await engine.rows(
    `select table_name as name from duckdb_tables() where not internal order by name`,
  )
  for (const { name } of tables)
    await engine.rows(`select bit_xor(hash(t))::varchar as sum from "${name}" t`)
  const counts = forms.map(
    (form) => `select submission_id, count(*) as n from "${tableOf(form)}" group by all`,
  )
  const [missing] = await engine.rows(`
    select s.submission_id, s.rows_accepted, coalesce(c.n, 0) as n
    from submission s
    left join (${counts.join(' union all ')}) c using (submission_id)
    where s.outcome <> 'rejected' and s.rows_accepted <> coalesce(c.n, 0)
    limit 1`)
  if (missing !== undefined) {
    throw new VerifyError(
      `submission ${missing['submission_id']} has ${missing['n']} rows in the generation, the ledger says ${missing['rows_accepted']}`,
    )
  }
  const [totals] = await engine.rows(`
    select (select count(*) from value) as "values", (select coalesce(sum(rows_accepted), 0)::bigint from submission) as "rows"`)
  return { rows: Number(totals?.['rows']), values: Number(totals?.['values']) }
}
