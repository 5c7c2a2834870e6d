import { join } from 'node:path'
import { lookingAt } from '#pipelines/demo/looking.ts'
import { businessDayOf, communesOf, type WorldOrder, worldOf } from '#pipelines/demo/order.ts'
import { openStation } from '#pipelines/station.ts'
import { keep } from '#pipelines/steps/keep.ts'
import { receive } from '#pipelines/steps/receive.ts'
import { readParsed } from '#pipelines/vault/parsed.ts'
import { build } from '#pipelines/warehouse/build.ts'
import { type Engine, openReadOnly } from '#pipelines/warehouse/engine.ts'
import { knownSubmissions } from '#pipelines/warehouse/known.ts'
import { referenceSha } from '#sources/reference/places.ts'
import { type Expected, expectedOf } from '#sources/synthetic/index.ts'
import { endOfDay } from '#sources/vocabulary/date.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import { openReadersInProcess } from './readers-in-process.ts'
import { testSite } from './site.ts'

/** Lines that were expected and are missing, and lines that nobody expected, of one kind. */
export interface Difference {
  readonly kind: 'submission' | 'value' | 'problem' | 'context'
  readonly missing: readonly string[]
  readonly unexpected: readonly string[]
}

/** Both sides of the proof as sorted lines, by kind. */
export type Lines = Readonly<Record<Difference['kind'], readonly string[]>>

/** A world that has been delivered and read, ready to be built as often as one likes. */
export interface Delivered {
  readonly expected: Lines
  /** Builds a generation and tells it as lines. */
  measured(): Promise<Lines>
  remove(): Promise<void>
}

/** Delivers the workbooks of an order day by day and reads them, all in this process. */
export async function delivered(order: WorldOrder): Promise<Delivered> {
  const world = worldOf(order)
  const day = businessDayOf(order)
  const { plan, province = null } = order
  const place = await testSite({ plan, province, communes: communesOf(order), businessDate: day })
  const station = await openStation(place.site, place.effects)
  const { site, vault, ledger, keys, log, clock } = station
  for (const arrivedOn of new Set(world.deliveries.map((delivery) => delivery.arrivedOn))) {
    place.setDay(arrivedOn)
    for (const delivery of world.deliveries.filter((one) => one.arrivedOn === arrivedOn)) {
      const { name, spec } = delivery
      await place.deliver(name, spec instanceof Uint8Array ? spec : await writeWorkbook(spec))
    }
    await receive(station)
  }
  place.setDay(day)
  const readers = openReadersInProcess(station.setup)
  const parts = { vault, ledger, log, clock, parsed: site.parsed, personKey: keys.person, readers }
  await keep(parts)
  const submissions = await knownSubmissions(ledger.db, endOfDay(day).toISOString())
  const names = await namesOf(station.ledger.db)
  let built = 0
  return {
    expected: expectedLines(
      expectedOf(
        world.province,
        world.schedule,
        world.deliveries,
        lookingAt(world, communesOf(order)),
      ),
    ),
    async measured() {
      const file = join(site.data, `proof-${++built}.duckdb`)
      await build(file, {
        plan: station.plan,
        places: station.places,
        meta: {
          business_date: day,
          known_until: endOfDay(day).toISOString(),
          code_version: 'proof',
          reference_sha: referenceSha(),
          key_id: keys.person.id,
        },
        submissions,
        extensions: [],
        parsed: ({ submission }) => readParsed(site.parsed, submission.parsed_name),
      })
      const engine = await openReadOnly(file)
      try {
        return await linesOf(engine, names)
      } finally {
        engine.close()
      }
    },
    async remove() {
      await station.close()
      await place.remove()
    },
  }
}

/** Where the two sides differ; empty when they are the same to the last line. */
export function differences(expected: Lines, measured: Lines): readonly Difference[] {
  return (Object.keys(expected) as Difference['kind'][]).flatMap((kind) => {
    const missing = without(expected[kind], measured[kind])
    const unexpected = without(measured[kind], expected[kind])
    return missing.length + unexpected.length === 0 ? [] : [{ kind, missing, unexpected }]
  })
}

function expectedLines({ submissions, values, problems, context }: Expected): Lines {
  return {
    submission: submissions
      .map((s) => words(s.file, s.form, s.outcome, s.rowsRead, s.rowsAccepted))
      .sort(),
    value: values
      .map((v) =>
        words(
          figureName(v.indicator, v.parameters),
          v.map,
          v.windowId,
          v.unitId,
          v.breakdown,
          v.category,
          `${v.numerator}/${v.denominator}`,
          v.basis,
          `${v.unitsCovered}/${v.unitsExpected}`,
          v.rowsWithheld,
          v.state,
          v.estimate,
        ),
      )
      .sort(),
    problem: problems
      .map((p) => words(p.file, p.code, p.severity, p.sheet, p.cell, p.field))
      .sort(),
    context: context.map((c) => words(c.file, c.code, c.sheet, c.cell)).sort(),
  }
}

async function linesOf(engine: Engine, names: ReadonlyMap<string, string>): Promise<Lines> {
  const submissions = await engine.rows(
    `select sha256, form, outcome, rows_read, rows_accepted from submission where form <> '-' and reporter_id is not null`,
  )
  const values = await engine.rows(`
    select d.indicator, cast(d.parameters as text) as parameters, v.*
    from value v join definition d using (definition_id)`)
  const problems = await engine.rows(
    `select distinct s.sha256, p.* exclude (submission_id, seq) from problem p join submission s using (submission_id)`,
  )
  const file = (row: Readonly<Record<string, unknown>>) => names.get(String(row['sha256'])) ?? ''
  return {
    submission: submissions
      .map((s) => words(file(s), s['form'], s['outcome'], s['rows_read'], s['rows_accepted']))
      .sort(),
    value: values
      .map((v) =>
        words(
          figureName(String(v['indicator']), JSON.parse(String(v['parameters']))),
          v['map'],
          v['window_id'],
          v['unit_id'],
          v['breakdown'],
          v['category'],
          `${v['numerator']}/${v['denominator']}`,
          v['basis'],
          `${v['units_covered']}/${v['units_expected']}`,
          v['rows_withheld'],
          v['state'],
          v['estimate'],
        ),
      )
      .sort(),
    problem: problems
      .filter(({ origin }) => origin === 'reading')
      .map((p) => words(file(p), p['code'], p['severity'], p['sheet'], p['cell'], p['field']))
      .sort(),
    context: problems
      .filter(({ origin }) => origin === 'context')
      .map((p) => words(file(p), p['code'], p['sheet'], p['cell']))
      .sort(),
  }
}

async function namesOf(
  db: Awaited<ReturnType<typeof openStation>>['ledger']['db'],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('delivery').selectAll().orderBy('id', 'desc').execute()
  return new Map(rows.map(({ sha256, source_name }) => [sha256, source_name]))
}

/** `employment-rate basis=register of=stock who=plan`: the same whatever the order of the choices. */
function figureName(indicator: string, parameters: Readonly<Record<string, string>>): string {
  const choices = Object.entries(parameters).map(([name, word]) => `${name}=${word}`)
  return [indicator, ...choices.sort()].join(' ')
}

function words(...parts: readonly unknown[]): string {
  return parts.map((part) => String(part ?? '–')).join(' · ')
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const n = left.get(line) ?? 0
    left.set(line, n - 1)
    return n <= 0
  })
}
