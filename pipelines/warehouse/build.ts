import { rm, stat } from 'node:fs/promises'
import { contextProblems } from '#models/core/context-problems.ts'
import { fillEvents } from '#models/core/events.ts'
import { inForceViews, putInForce } from '#models/core/in-force.ts'
import { coverModels } from '#models/core/model-cover.ts'
import { byPlace, linkPersons } from '#models/core/person-link.ts'
import { fillReconciliation } from '#models/core/reconcile.ts'
import { fillStays } from '#models/core/stays.ts'
import { createTables, keyChecks, tablesWithKeysTwice } from '#models/core/tables.ts'
import type { Database } from '#models/database.ts'
import { definitionsOf } from '#models/definitions.ts'
import { measure } from '#models/measure.ts'
import { obligationsOf } from '#models/plans/calendar.ts'
import { type Extension, extended } from '#models/plans/extension.ts'
import type { Plan } from '#models/plans/plan.ts'
import { measuredWindows } from '#models/plans/plan-windows.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { fillFindings } from '#models/quality/index.ts'
import type { Places } from '#sources/reference/places.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { inParallel } from '../steps/parallel.ts'
import type { Parsed } from '../vault/parsed.ts'
import { obligationsAhead } from './awaited.ts'
import { sqlText } from './dialect.ts'
import { type Engine, openForWriting } from './engine.ts'
import { judge } from './judge.ts'
import { type Known, submissionRow } from './known.ts'
import { loadReference } from './load.ts'
import { Batch, rowsOf } from './load-rows.ts'
import { loadSuccessors } from './load-successors.ts'
import { runAll } from './statements.ts'

/** Everything a generation is a function of; nothing in it reads the clock. */
export interface BuildInput {
  readonly plan: Plan
  readonly places: Places
  readonly meta: Omit<Database['meta'], 'plan'>
  readonly submissions: readonly Known[]
  /** More time that was given to reporters, in order. */
  readonly extensions: readonly Extension[]
  /** The rows of an accepted submission, or the problems of a rejected one. */
  readonly parsed: (known: Known) => Promise<Parsed>
}

/**
 * Makes one generation in a new file, in one transaction: reference, submissions, persons, populations, values, verdicts.
 *
 *     ledger ─▶ submission ─▶ in_force ─▶ now_<form> ─▶ stay, person_close, event ─▶ pop_<population> ─▶ value ─▶ verdict
 *     parsed ─▶ form_<form>, row_identifier ─▶ person_link ┘                    └▶ reconciliation, finding, problem └▶ condition
 */
export async function build(path: string, input: BuildInput): Promise<void> {
  await rm(path, { force: true })
  await rm(`${path}.wal`, { force: true })
  const engine = await openForWriting(path)
  try {
    await engine.rows('begin')
    await runAll(engine, createTables())
    const reporters = reportersOf(input.plan, input.places)
    const reformed = await load(engine, input, reporters)
    await runAll(engine, putInForce(input.meta.known_until))
    await linkRows(engine)
    await runAll(engine, inForceViews())
    await runAll(engine, [...coverModels(), ...fillStays(), ...fillEvents()])
    const forms = await formsInForce(engine)
    await runAll(engine, measure(sqlText(), definitionsOf(input.plan), forms, { reformed }))
    await runAll(engine, [...fillReconciliation(forms), fillFindings(forms)])
    await noteContextProblems(engine)
    await judge(engine, input.plan, reporters, input.meta.business_date, aheadOf(input, reporters))
    await checkKeys(engine)
    // the commit then writes the file itself, instead of a log first; only a finished generation is ever kept
    await engine.rows("set checkpoint_threshold = '1B'")
    await engine.rows('commit')
    await engine.rows('checkpoint')
  } finally {
    engine.close()
  }
  await assertNoWal(path)
}

function aheadOf({ plan, extensions, meta }: BuildInput, reporters: readonly Reporter[]) {
  return obligationsAhead(plan, reporters, extensions, meta.business_date)
}

/** Parsed files that are being unpacked at a time. */
const AT_A_TIME = 8

async function load(
  engine: Engine,
  { plan, places, meta, submissions, extensions, parsed }: BuildInput,
  reporters: readonly Reporter[],
) {
  const windows = measuredWindows(plan, meta.business_date)
  const obligations = extended(obligationsOf(plan, reporters, meta.business_date), extensions)
  const units = { plan, places, reporters, windows }
  await loadReference(engine, { ...units, obligations })
  const reformed = await loadSuccessors(engine, units, meta.business_date)
  await engine.append('meta', [
    [
      plan.id,
      meta.business_date,
      meta.known_until,
      meta.code_version,
      meta.reference_sha,
      meta.key_id,
    ],
  ])
  await engine.append(
    'submission',
    submissions.map((one) => submissionRow(one, plan, reporters)),
  )
  const batch = new Batch()
  for (const one of await inParallel(submissions, AT_A_TIME, parsed)) batch.add(rowsOf(one))
  await batch.appendTo(engine)
  return reformed
}

/**
 * Persons over all rows in force: a superseded slip of the pen links nobody. Identifiers come in the order in which they were loaded,
 * by submission, row and place in the row, which is the same under every key. What one may have been in a commune that gave way to
 * another links where exactly one of them had it.
 */
async function linkRows(engine: Engine): Promise<void> {
  const sets = await engine.rows(`
    select distinct list_sort(list(identifier)) as ids
    from row_identifier join in_force using (submission_id)
    group by submission_id, "row"`)
  const loaded = await engine.rows(`
    select identifier from row_identifier join in_force using (submission_id)
    group by identifier order by min(row_identifier.rowid)`)
  const places = new Map(loaded.map(({ identifier }, at) => [String(identifier), at]))
  const rows = sets.map(({ ids }) => withFormer(listOf(ids), places))
  const { person, ambiguous } = linkPersons(
    rows,
    byPlace((one) => places.get(one) ?? 0),
  )
  await engine.append('person_link', [...person].sort())
  await engine.rows(`
    insert into row_person
    select submission_id, "row", arg_min(person, case split_part(identifier, ':', 1) when 'nid' then 0 when 'old' then 1 else 2 end)
    from row_identifier join in_force using (submission_id) join person_link using (identifier)
    group by submission_id, "row"`)
  await noteAmbiguous(engine, ambiguous)
}

const WAS = 'was:'

/** The identifiers of a row, and the one former case file that somebody has, if it is one alone. */
function withFormer(ids: readonly string[], known: ReadonlyMap<string, number>): readonly string[] {
  const former = ids
    .filter((id) => id.startsWith(WAS))
    .map((id) => `case:${id.slice(WAS.length)}`)
    .filter((id) => known.has(id))
  const own = ids.filter((id) => !id.startsWith(WAS))
  return former.length === 1 ? [...own, ...former] : own
}

function listOf(value: unknown): readonly string[] {
  return [...((value as { items: readonly string[] }).items ?? [])]
}

/** By submission: its sheet, and the column by which its rows are known. */
const PLACES = `(
  select s.submission_id, s.sheet, arg_min(c.letter, c.field) filter (c.field in ('case_file_no', 'full_name')) as letter
  from submission s left join form_column c using (submission_id)
  group by s.submission_id, s.sheet)`

async function noteAmbiguous(engine: Engine, ambiguous: readonly string[]): Promise<void> {
  if (ambiguous.length === 0) return
  const list = ambiguous.map((_, n) => `$${n + 1}`).join(', ')
  const statement = `
    insert into problem
    select d.submission_id, row_number() over (partition by d.submission_id order by d."row") - 1, 'context', 'identity-disputed',
      'warning', c.sheet, c.letter || d."row", null, null, '{}'
    from (
      select distinct submission_id, "row"
      from row_identifier join in_force using (submission_id) where identifier in (${list})
    ) d
    join ${PLACES} c on c.submission_id = d.submission_id`
  await engine.rows(statement, ambiguous)
}

async function noteContextProblems(engine: Engine): Promise<void> {
  const found = contextProblems().compile(sqlText()).sql
  await engine.rows(`
    insert into problem
    select f.submission_id,
      row_number() over (partition by f.submission_id order by f."row", f.code)
        + coalesce((select max(seq) + 1 from problem p where p.submission_id = f.submission_id and p.origin = 'context'), 0) - 1,
      'context', f.code, 'warning', c.sheet, c.letter || f."row", null, null,
      case when f.other is null then '{}' else json_object('other', f.other) end
    from (${found}) f
    join ${PLACES} c on c.submission_id = f.submission_id`)
}

async function formsInForce(engine: Engine): Promise<ReadonlySet<string>> {
  const rows = await engine.rows('select distinct form from in_force')
  return new Set(rows.map(({ form }) => String(form)))
}

async function checkKeys(engine: Engine): Promise<void> {
  const found = await engine.rows(tablesWithKeysTwice().compile(sqlText()).sql)
  const [first] = keyChecks().filter(({ table }) => found.some(({ name }) => name === table))
  if (first === undefined) return
  const [twice] = await engine.rows(first.query.compile(sqlText()).sql)
  throw new Error(
    `table ${first.table} holds one key more than once: ${JSON.stringify(twice)}; the generation is not published`,
  )
}

async function assertNoWal(path: string): Promise<void> {
  const wal = await stat(`${path}.wal`).catch(() => null)
  if (wal !== null) {
    throw new Error(
      `${path}.wal was left after the checkpoint; the generation is not published (a stale WAL would be merged silently)`,
    )
  }
}
