import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contextProblems } from '#models/core/context-problems.ts'
import { fillEvents } from '#models/core/events.ts'
import { inForceViews, putInForce } from '#models/core/in-force.ts'
import { coverModels } from '#models/core/model-cover.ts'
import { fillReconciliation } from '#models/core/reconcile.ts'
import { returned } from '#models/core/returned.ts'
import { fillStays } from '#models/core/stays.ts'
import { createTables, keyChecks } from '#models/core/tables.ts'
import { definitionsOf, twinsOf } from '#models/definitions.ts'
import { type Contribution, explain } from '#models/explain.ts'
import {
  counsellingCoverage,
  creditAdviceCoverage,
  digitisationCoverage,
  employmentRate,
  indicators,
  jobInformationCoverage,
  lawfulConductShare,
  legalSupportCoverage,
  papersCoverage,
  receptionCoverage,
  reoffendingRate,
  reoffendingWithin12Months,
  reportingCompleteness,
  reportingTimeliness,
} from '#models/indicators/index.ts'
import { type Definition, define, type Parameters } from '#models/indicators/indicator.ts'
import { measure } from '#models/measure.ts'
import { contributionOf } from '#models/measuring/contribution.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { sqlText, warehouse } from '#pipelines/warehouse/dialect.ts'
import { type Engine, openForWriting } from '#pipelines/warehouse/engine.ts'
import { anyForms } from '#sources/forms/index.ts'
import { randomProvince } from '#test/support/random-province.ts'
import { A, type Generation, generationOf, PROVINCE, unitOf } from '#test/support/rows.ts'
import { pretty } from '#test/support/sql-of.ts'

/** Every indicator with its defaults, and every other choice that one offers. */
const everything: readonly Definition[] = [
  ...indicators.flatMap((indicator) => {
    const own = define(indicator as never)
    return [own, ...twinsOf(own)]
  }),
  define(counsellingCoverage, { kind: 'legal', basis: 'tally' }),
  define(creditAdviceCoverage, { of: 'returned' }),
  define(digitisationCoverage, { population: 'returnee' }),
  define(employmentRate, { of: 'returned' }),
  define(jobInformationCoverage, { population: 'returnee' }),
  define(lawfulConductShare, { of: 'all' }),
  define(lawfulConductShare, { of: 'all', basis: 'tally' }),
  define(receptionCoverage, { notices: 'returnee-register' }),
  define(reoffendingRate, { population: 'returned' }),
  define(reoffendingWithin12Months, { stage: 'convicted' }),
  define(legalSupportCoverage, { of: 'all' }),
  define(papersCoverage, { of: 'all' }),
  define(reoffendingRate, { stage: 'detected' }),
  define(reoffendingRate, { stage: 'convicted' }),
  define(reportingCompleteness, { form: 'communication', schedule: 'plan' }),
  define(reportingTimeliness, { form: 'communication', schedule: 'plan' }),
]

const ALL_FORMS = new Set(anyForms.map(({ id }) => id))

describe('statements', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await openForWriting(':memory:')
    for (const statement of [
      ...createTables(),
      ...putInForce('2026-03-20T00:00:00.000Z'),
      ...inForceViews(),
      ...coverModels(),
      ...fillStays(),
      ...fillEvents(),
    ]) {
      await engine.rows(statement.compile(sqlText()).sql)
    }
  })
  afterAll(() => engine?.close())

  it('all bind and run on a generation without any row', async () => {
    for (const statement of [
      ...measure(sqlText(), everything, ALL_FORMS),
      ...fillReconciliation(new Set(anyForms.map(({ id }) => id))),
    ]) {
      await engine.rows(statement.compile(sqlText()).sql)
    }
    for (const definition of everything) {
      const view = await engine.rows(`select * from ${contributionOf(definition)}`)
      expect(view).toEqual([])
      const { rows } = await explain(definition, {
        windowId: 'adm:2026-03',
        unitId: unitOf(A),
      }).execute(warehouse(engine))
      expect(rows).toEqual([])
    }
    expect(await engine.rows(contextProblems().compile(sqlText()).sql)).toEqual([])
    for (const { query } of keyChecks())
      expect(await engine.rows(query.compile(sqlText()).sql)).toEqual([])
    expect(await engine.rows('select count(*) as n from definition')).toEqual([
      { n: everything.length },
    ])
    expect(await engine.rows('select * from value')).toEqual([])
  })

  it('one for each population fuses all its definitions', () => {
    const statements = measure(sqlText(), definitionsOf(bacNinh2026), ALL_FORMS).map((s) =>
      s.compile(sqlText()).sql.trim(),
    )
    const views = statements.filter((text) => text.startsWith('create view "pop_'))
    const fused = statements.filter((text) => text.startsWith('insert into value'))
    expect(fused).toHaveLength(views.length)
    expect(new Set(views.map((text) => text.split(' ')[2])).size).toBe(views.length)
  })

  it('read as they should: the population of those who came back', async () => {
    const statements = measure(sqlText(), [define(legalSupportCoverage)], ALL_FORMS)
    const texts = statements.map((s) => s.compile(sqlText()).sql)
    const view = texts.find((text) => text.includes('create view "pop_returned"'))
    await expect(pretty(view)).toMatchFileSnapshot('golden/population-returned.sql')
    expect(returned.breakdowns).toEqual(['sex', 'release_basis'])
  })

  it('read as they should: two definitions of one population in one pass', async () => {
    const statements = measure(
      sqlText(),
      [define(legalSupportCoverage), define(legalSupportCoverage, { of: 'all' })],
      ALL_FORMS,
    )
    const fused = statements
      .map((s) => s.compile(sqlText()).sql)
      .filter((text) => text.includes('insert into value'))
    expect(fused).toHaveLength(1)
    await expect(pretty(fused[0])).toMatchFileSnapshot('golden/fused-returned.sql')
  })

  it('refuse a stage that no case has, and name the known ones', () => {
    expect(() =>
      measure(sqlText(), [define(reoffendingRate, { stage: 'accused' })], ALL_FORMS),
    ).toThrow("'accused' is no stage of a case; known are detected, prosecuted, convicted")
  })
})

describe('contributions', () => {
  let given: Generation
  let definitions: readonly Definition[]
  beforeAll(async () => {
    // the largest of some draws: enough people for every rule to meet somebody
    const draws = fc.sample(randomProvince, { numRuns: 40, seed: 7 })
    const size = ({ given }: (typeof draws)[number]) =>
      given.reports.reduce((n, { rows }) => n + rows.length, 0)
    const [largest] = draws.sort((a, b) => size(b) - size(a))
    given = await generationOf((largest as (typeof draws)[number]).given)
    const views = await given.engine.rows('select view_name from duckdb_views()')
    const there = new Set(views.map(({ view_name }) => view_name))
    // the others rest on forms of which nothing was sent
    definitions = definitionsOf(bacNinh2026).filter((one) => there.has(contributionOf(one)))
  })
  afterAll(() => given?.close())

  it('are one answer for each subject, and a numerator only within the denominator', async () => {
    for (const definition of definitions) {
      const view = contributionOf(definition)
      const doubtful = await given.engine.rows(`
        select window_id, unit_id, subject, count(distinct (in_num, in_den)) as answers from ${view}
        group by all having answers > 1`)
      expect(doubtful, definition.id).toEqual([])
      expect(
        await given.engine.rows(`select * from ${view} where in_num > in_den`),
        definition.id,
      ).toEqual([])
    }
  })

  it('add up, over covered owners, to every value', async () => {
    let compared = 0
    for (const definition of definitions) {
      const added = await given.engine.rows(`
        with one as (
          select distinct window_id, unit_id, subject, in_num, in_den from ${contributionOf(definition)}
        ), covered as (
          select window_id, unit_id from value where definition_id = '${definition.id}' and breakdown = ''
        ), owned as (
          select v.window_id, v.unit_id, sum(in_num)::bigint as n, sum(in_den)::bigint as d
          from one o join covered v on v.window_id = o.window_id and v.unit_id = o.unit_id group by all
        ), summed as (
          select window_id, unit_id, n, d from owned where unit_id not like '24@%'
          union all
          select window_id, '${unitOf(PROVINCE)}', sum(n)::bigint, sum(d)::bigint from owned group by all
        )
        select v.window_id, v.unit_id, v.numerator, v.denominator, coalesce(b.n, 0) as n, coalesce(b.d, 0) as d
        from value v left join summed b on b.window_id = v.window_id and b.unit_id = v.unit_id
        where v.definition_id = '${definition.id}' and v.breakdown = '' and v.map = 'then'`)
      compared += added.length
      for (const { window_id, unit_id, numerator, denominator, n, d } of added) {
        expect(`${n}/${d}`, `${definition.id} ${window_id} ${unit_id}`).toBe(
          `${numerator}/${denominator}`,
        )
      }
    }
    expect(compared).toBeGreaterThan(500)
  })

  it('come from the forms that the figure rests on, each with its cells', async () => {
    for (const definition of definitions) {
      const forms = formsOf(definition)
      for (const unitId of [unitOf(A), unitOf(PROVINCE)]) {
        const { rows } = await explain(definition, { windowId: 'adm:2026-Q1', unitId }).execute(
          warehouse(given.engine),
        )
        for (const { form, row, cells, submission_id } of rows as Contribution[]) {
          if (submission_id === null) continue
          expect(forms, definition.id).toContain(form)
          if (row !== null) expect(cells).toMatch(new RegExp(`^A${row}:[A-Z]+${row}$`))
        }
      }
    }
  })

  it('are, in what explain lists, the figure itself', async () => {
    for (const definition of definitions) {
      for (const unitId of [unitOf(A), unitOf(PROVINCE)]) {
        const at = { windowId: 'adm:2026-6M', unitId }
        const { rows } = await explain(definition, at).execute(warehouse(given.engine))
        const one = new Map(
          rows.map((r) => [`${r.unit_id} ${r.subject}`, [r.in_num, r.in_den] as const]),
        )
        const sum = (n: 0 | 1) =>
          [...one.values()].reduce((total, pair) => total + Number(pair[n]), 0)
        const [value] = await given.engine.rows(
          `select numerator, denominator from value where definition_id = $1 and window_id = $2 and unit_id = $3 and breakdown = ''`,
          [definition.id, at.windowId, at.unitId],
        )
        expect([sum(0), sum(1)], definition.id).toEqual([
          value?.['numerator'] ?? 0,
          value?.['denominator'] ?? 0,
        ])
      }
    }
  })

  it('break down into categories that add up', async () => {
    const broken = await given.engine.rows(`
      select definition_id, window_id, unit_id, breakdown, sum(numerator)::bigint as n, sum(denominator)::bigint as d
      from value where breakdown <> '' group by all
      except
      select v.definition_id, v.window_id, v.unit_id, b.breakdown, v.numerator, v.denominator
      from value v join (select distinct definition_id, window_id, unit_id, breakdown from value where breakdown <> '') b
        using (definition_id, window_id, unit_id)
      where v.breakdown = ''`)
    expect(broken).toEqual([])
  })
})

/** The forms on which an indicator rests: its sources; a figure about reports, the form itself. */
function formsOf({ indicator, parameters }: Definition): readonly string[] {
  const { form } = parameters as Parameters
  return form === undefined ? indicator.sources(parameters).map((source) => source.form) : [form]
}
