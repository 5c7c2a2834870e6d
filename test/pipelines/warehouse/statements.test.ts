import { DuckDBConnection } from '@duckdb/node-api'
import Database from 'libsql'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { read } from '#pipelines/run.ts'
import { openStation, type Station } from '#pipelines/station.ts'
import { measure } from '#pipelines/steps/measure.ts'
import { publish } from '#pipelines/steps/publish.ts'
import { receive } from '#pipelines/steps/receive.ts'
import { type Engine, openForWriting, openReadOnly } from '#pipelines/warehouse/engine.ts'
import type { Form } from '#sources/forms/form.ts'
import type { Value } from '#sources/submission.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import { byHandCommunes, byHandSpecs } from '#test/support/by-hand.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

/** Ends a text of SQL, of a template and of JSON, and can be found again. */
const MARK = `QZX'"\`\\\${7}%s?$1;--`
const FOUND = 'QZX'

const statements: string[] = []
let place: TestSite
let station: Station
let engine: Engine

/** A month worked out by hand, with the mark behind every text that a sender may type as he likes. */
beforeAll(async () => {
  spyOn(DuckDBConnection.prototype, ['run', 'runAndReadAll', 'prepare', 'createAppender'])
  spyOn(Database.prototype, ['prepare', 'exec', 'pragma'])
  place = await testSite({
    plan: 'bac-ninh-2026',
    communes: byHandCommunes,
    businessDate: '2026-03-20',
  })
  station = await openStation(place.site, place.effects)
  for (const { name, arrivedOn, spec } of byHandSpecs(station)) {
    place.setDay(arrivedOn)
    const cover = { ...spec.cover, document_no: `1/BC ${MARK}`, signer_title: MARK }
    const sheets = spec.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => marked(row, sheet.form)),
    }))
    await place.deliver(`${FOUND} ${name}`, await writeWorkbook({ ...spec, cover, sheets }))
    await receive(station)
  }
  place.setDay('2026-03-20')
  await read(station)
  const built = await measure(station)
  await publish(station, built)
  engine = await openReadOnly(built.file)
})

afterAll(async () => {
  engine?.close()
  await station?.close()
  await place?.remove()
})

function spyOn<T extends object>(prototype: T, methods: readonly (keyof T)[]): void {
  for (const method of methods) {
    const real = prototype[method] as (...args: unknown[]) => unknown
    Object.assign(prototype, {
      [method](this: T, ...args: unknown[]) {
        statements.push(String(args[0]))
        return real.apply(this, args)
      },
    })
  }
}

function marked(
  row: Readonly<Record<string, Value | undefined>>,
  form: Form,
): Record<string, Value | undefined> {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      const column = form.columns[field]
      const long = typeof value === 'string' ? `${value} ${MARK}` : value
      const fits = column?.kind === 'text' && column.schema.safeParse(long).success
      return [field, fits ? long : value]
    }),
  )
}

test('the marks have reached vault, ledger and warehouse', async () => {
  const [rows] = await engine.rows(
    `select count(*) filter (facility like '%' || $1 || '%') as marked, count(*) as n from form_release_notice`,
    [MARK],
  )
  expect(rows).toEqual({ marked: rows?.['n'], n: expect.any(Number) })
  expect(rows?.['n']).toBeGreaterThan(3)
  const { db } = station.ledger
  const documents = await db.selectFrom('submission').select('document_no').execute()
  expect(documents.filter((each) => each.document_no?.includes(MARK)).length).toBeGreaterThan(5)
  expect(statements.length).toBeGreaterThan(300)
})

test('no value of a workbook, and no name of a file, stands in a statement', () => {
  expect(statements.filter((statement) => statement.includes(FOUND))).toEqual([])
})

test('no statement opens a file: rows enter by appending what this program has read', () => {
  const opens =
    /\b(read_\w+|parquet_scan|glob|sniff_csv|attach|install|load|import)\b\s*\(?|(?<!distinct )\bfrom\s+'/i
  expect(statements.filter((statement) => opens.test(statement))).toEqual([])
  const { vault, parsed, inbox } = place.site
  for (const folder of [vault, parsed, inbox]) {
    expect(statements.filter((statement) => statement.includes(folder))).toEqual([])
  }
})

test('an engine that builds cannot open a file even when asked to', async () => {
  const building = await openForWriting(':memory:')
  for (const statement of [
    "select * from read_csv('/etc/hostname')",
    "select * from '/etc/hostname'",
    "copy (select 1) to '/tmp/hoanhap-out.csv'",
    "attach '/tmp/hoanhap-other.duckdb'",
    'set enable_external_access = true',
  ]) {
    await expect(building.rows(statement)).rejects.toThrow(/disabled|cannot|does not exist/i)
  }
  building.close()
})
