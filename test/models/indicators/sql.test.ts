import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillEvents } from '#models/core/events.ts'
import { inForceViews, putInForce } from '#models/core/in-force.ts'
import { coverModels } from '#models/core/model-cover.ts'
import { fillStays } from '#models/core/stays.ts'
import { createTables } from '#models/core/tables.ts'
import { definitionsOf } from '#models/definitions.ts'
import { indicators } from '#models/indicators/index.ts'
import { type Definition, define } from '#models/indicators/indicator.ts'
import { measure } from '#models/measure.ts'
import { groups } from '#models/measuring/groups.ts'
import { plans } from '#models/plans/index.ts'
import { sqlText } from '#pipelines/warehouse/dialect.ts'
import { type Engine, openForWriting } from '#pipelines/warehouse/engine.ts'
import { anyForms } from '#sources/forms/index.ts'
import { sqlOf } from '#test/support/sql-of.ts'

/** Reporting on one form reads like reporting on another. */
const ofOneForm = ({ parameters }: Definition) =>
  parameters['form'] === undefined || parameters['form'] === 'returnee-register'

/** Every indicator with its defaults, and every other choice that a plan makes or prints beside its own. */
const everything: readonly Definition[] = groups(
  [
    ...indicators.map((indicator) => define(indicator as never)),
    ...plans.flatMap(definitionsOf).filter(ofOneForm),
  ],
  ({ id }) => id,
).map(([first]) => first)

const byIndicator = groups(everything, ({ indicator }) => indicator.id).map(
  (ones) => [ones[0].indicator.id, [...ones].sort((a, b) => (a.id < b.id ? -1 : 1))] as const,
)

describe('the SQL of each indicator', () => {
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
    ])
      await engine.rows(statement.compile(sqlText()).sql)
  })
  afterAll(() => engine?.close())

  it.each(byIndicator)('%s reads as it was agreed', async (id, definitions) => {
    await expect(sqlOf(definitions)).toMatchFileSnapshot(`../golden/indicators/${id}.sql`)
  })

  it('has a plan, all indicators of one population in one statement', async () => {
    const forms = new Set(anyForms.map((form) => form.id))
    const fused: string[] = []
    for (const statement of measure(sqlText(), everything, forms)) {
      const { sql } = statement.compile(sqlText())
      if (sql.trim().startsWith('insert into value')) {
        const [explained] = await engine.rows(`explain ${sql}`)
        expect(String(explained?.['explain_value'])).toContain('INSERT')
        fused.push(sql)
      } else await engine.rows(sql)
    }
    for (const { id } of everything)
      expect(fused.filter((sql) => sql.includes(`'${id}'`))).toHaveLength(1)
  })
})
