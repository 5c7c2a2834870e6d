import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTables } from '#models/core/tables.ts'
import { highestInflow, lastTwelveMonths } from '#models/judgement/inflow.ts'
import { warehouse } from '#pipelines/warehouse/dialect.ts'
import { type Engine, openForWriting } from '#pipelines/warehouse/engine.ts'
import { runAll } from '#pipelines/warehouse/statements.ts'
import { window, yearToDate } from '#sources/vocabulary/window.ts'

const months = (id: string) => lastTwelveMonths(window(id)).map((each) => each.id)

describe('the last twelve months', () => {
  it('reach back into the year before, from which a first window only is compared with', () => {
    expect(months('adm:2026-2M')).toEqual([
      ...['adm:2025-2M', 'adm:2025-Q1', 'adm:2025-4M', 'adm:2025-5M', 'adm:2025-6M'],
      ...['adm:2025-7M', 'adm:2025-8M', 'adm:2025-9M', 'adm:2025-10M', 'adm:2025-11M'],
      ...['adm:2025', 'adm:2026-01', 'adm:2026-2M'],
    ])
    expect(months('adm:2026')).toHaveLength(13)
  })

  it('of a review are itself', () => {
    expect(months('2020-06-15..2026-01-14')).toEqual(['2020-06-15..2026-01-14'])
  })
})

describe('the highest monthly inflow', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await openForWriting(':memory:')
    await runAll(engine, createTables())
    await engine.rows(
      `insert into unit by name select '24@2025-07-01' as unit_id, '24' as code, 'Bắc Ninh' as name, 'province' as level, 'tinh' as type, date '2025-07-01' as valid_from`,
    )
  })
  afterAll(() => engine.close())

  /** Persons managed in the year to date, by year and month. */
  async function inflow(id: string, managed: Readonly<Record<string, number>>, covered = 1) {
    await engine.rows('delete from value')
    await engine.rows('delete from win')
    for (const [month, n] of Object.entries(managed)) {
      const [year = 0, months = 0] = month.split('-').map(Number)
      const { id: windowId, from, to } = yearToDate('adm', year, months)
      await engine.rows(
        `insert into win by name select $1 as window_id, 'adm' as family, 'mid' as grid, 'month' as kind, $2::date as from_date, $3::date as to_date, 'x' as close_id`,
        [windowId, from, to],
      )
      await engine.rows(
        `insert into value by name select 'd/1' as definition_id, 'then' as map, $1 as window_id, '24@2025-07-01' as unit_id, '' as breakdown, '' as category, 0 as numerator, ${n} as denominator, 'register' as basis, ${month === Object.keys(managed).at(-1) ? covered : 1} as units_expected, 1 as units_covered, 0 as rows_withheld, 'final' as state, false as estimate`,
        [windowId],
      )
    }
    const rows = await highestInflow(warehouse(engine), ['d/1'], months(id)).execute()
    return rows.map(({ most }) => most)
  }

  it('is that of a month of the year before, too, and never what a year begins with', async () => {
    const lastYear = { '2025-1': 100, '2025-2': 190, '2025-3': 230, '2025-12': 250 }
    // February of the year before is more than twelve months ago; March brought 40; January begins with 900
    expect(await inflow('adm:2026-2M', { ...lastYear, '2026-1': 900, '2026-2': 905 })).toEqual([40])
    expect(await inflow('adm:2026', { ...lastYear, '2026-1': 900, '2026-2': 905 })).toEqual([5])
  })

  it('is that of the silent ones, too', async () => {
    // 100 so far; now one of two tells of 60: of 120 in all, 20 have come
    expect(await inflow('adm:2026-2M', { '2026-1': 100, '2026-2': 60 }, 2)).toEqual([20])
  })

  it('is unknown from one month', async () => {
    expect(await inflow('adm:2026-01', { '2026-1': 900 })).toEqual([])
    expect(await inflow('adm:2026-01', { '2026-1': 900, '2025-12': 850 })).toEqual([])
  })
})
