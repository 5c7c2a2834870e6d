import { inForceViews } from '#models/core/in-force.ts'
import { createTables } from '#models/core/tables.ts'
import type { BadRow, QualityRule } from '#models/quality/rule.ts'
import { sqlText } from '#pipelines/warehouse/dialect.ts'
import { type Engine, openForWriting } from '#pipelines/warehouse/engine.ts'
import { runAll } from '#pipelines/warehouse/statements.ts'
import { planYearOf, window } from '#sources/vocabulary/window.ts'

type Cell = string | number | boolean | null

/** The tables of a generation, empty; each test fills what its rule reads, in a transaction of its own. */
export async function emptyTables(): Promise<Engine> {
  const engine = await openForWriting(':memory:')
  await runAll(engine, [...createTables(), ...inForceViews()])
  return engine
}

/** Rows into a table by the names of their columns; the other columns stay empty. */
export async function put(
  engine: Engine,
  table: string,
  rows: readonly Readonly<Record<string, Cell>>[],
): Promise<void> {
  const names = Object.keys(rows[0] ?? {})
  const tuples = rows.map(
    (row) => `(${names.map((name) => literal(row[name] ?? null)).join(', ')})`,
  )
  const columns = names.map((name) => `"${name}"`).join(', ')
  await engine.rows(`insert into "${table}" (${columns}) values ${tuples.join(', ')}`)
}

function literal(cell: Cell): string {
  return typeof cell === 'string' ? `'${cell}'` : String(cell)
}

/** The windows that a test speaks of. */
export function windows(engine: Engine, ids: readonly string[]): Promise<void> {
  const rows = ids.map((id) => {
    const { family, kind, from, to, closeId } = window(id)
    const year = window(`${family}:${planYearOf(window(id))}`)
    return {
      window_id: id,
      family,
      kind,
      from_date: from,
      to_date: to,
      close_id: closeId,
      year_from: year.from,
    }
  })
  return put(engine, 'win', rows)
}

/** A submission that counts, with the rows of its form. */
export async function sent(
  engine: Engine,
  form: string,
  reporter: string,
  windowId: string,
  rows: readonly Readonly<Record<string, Cell>>[],
  { withheld = 0, unit = reporter.split(':')[1] ?? reporter } = {},
): Promise<void> {
  const submission_id = `${reporter} ${windowId}/${form}`
  const whose = { form, reporter_id: reporter, unit_id: unit, window_id: windowId, submission_id }
  await put(engine, 'in_force', [whose])
  await put(engine, 'submission', [
    { ...whose, rows_read: rows.length + withheld, rows_accepted: rows.length },
  ])
  if (rows.length === 0) return
  await put(
    engine,
    `form_${form.replaceAll('-', '_')}`,
    rows.map((row, n) => ({ unit_id: unit, ...row, submission_id, row: n })),
  )
}

/** What a rule returns where all forms are in force: `unit window subject left/right`, in order; facts beside. */
export async function badRows(engine: Engine, rule: QualityRule): Promise<readonly BadRow[]> {
  const asked = rule.rows({ has: () => true } as unknown as ReadonlySet<string>)
  if (asked === null) return []
  const rows = await engine.rows(
    `select * from (${asked.compile(sqlText()).sql}) order by unit_id, window_id, subject`,
  )
  return rows as unknown as readonly BadRow[]
}

export function brief({ unit_id, window_id, subject, left_n, right_n }: BadRow): string {
  return `${unit_id} ${window_id} ${subject} ${left_n}/${right_n}`
}
