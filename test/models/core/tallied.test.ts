import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tallied } from '#models/core/tallied.ts'
import {
  counsellingCoverage,
  helperAssignmentCoverage,
  reoffendingRate,
} from '#models/indicators/index.ts'
import { define, type Indicator } from '#models/indicators/indicator.ts'
import { hungYen2026 } from '#models/plans/hung-yen-2026.ts'
import { sqlText } from '#pipelines/warehouse/dialect.ts'
import { places } from '#sources/reference/places.ts'
import { A, B, type Generation, generationOf, unitOf } from '#test/support/rows.ts'
import { tally } from '#test/support/sent.ts'

/** Q1 = 15/12–14/3, Q2 = 15/3–14/6; 6M both. */
describe('what committees signed', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B],
      businessDate: '2026-06-20',
      reports: [
        tally(A, '2026-Q1', {
          managed_start: 40,
          returned: 3,
          moved_in: 1,
          moved_out: 2,
          expunged: 0,
          died_or_other: 0,
          managed_end: 42,
          counselled: 2,
        }),
        tally(
          A,
          '2026-Q2',
          {
            managed_start: 42,
            returned: 5,
            moved_in: 0,
            moved_out: 1,
            expunged: 6,
            died_or_other: 0,
            managed_end: 40,
            counselled: 5,
            employed_stable: 30,
          },
          {
            toDate: {
              returned: 8,
              moved_in: 1,
              moved_out: 3,
              expunged: 6,
              died_or_other: 0,
              counselled: 7,
            },
          },
        ),
      ],
    })
  })
  afterAll(() => given?.close())

  const told = async (window: string, columns: string) => {
    const rows = sql`select ${sql.raw(columns)} from (${tallied.rows(sqlText())}) p
      where p.window_id = ${`adm:${window}`} and p.unit_id = ${unitOf(A)}`
    return given.engine.rows(rows.compile(sqlText()).sql)
  }

  it('counts a quarter by what happened in it', async () => {
    expect(
      await told('2026-Q2', 'tally_returned, tally_counselled, tally_managed_start, subject'),
    ).toEqual([
      { tally_returned: 5, tally_counselled: 5, tally_managed_start: 42, subject: unitOf(A) },
    ])
  })

  it('counts a half-year by the running totals, and what stands by its close', async () => {
    expect(
      await told(
        '2026-6M',
        'tally_returned, tally_counselled, tally_managed_end, tally_employed_stable',
      ),
    ).toEqual([
      { tally_returned: 8, tally_counselled: 7, tally_managed_end: 40, tally_employed_stable: 30 },
    ])
  })

  it('tells who was managed when the year began from who came and went since', async () => {
    // 40 at the close, 3 + 6 + 0 had left, 8 + 1 had come
    expect(await told('2026-6M', 'tally_managed_start')).toEqual([{ tally_managed_start: 40 }])
  })

  it('leaves a mục empty that the sheet left out, and tells of no month', async () => {
    expect(await told('2026-Q2', 'tally_models')).toEqual([{ tally_models: null }])
    expect(await told('2026-06', '1')).toEqual([])
  })
})

describe('a review of years by former units', () => {
  const WINDOW = '2020-06-15..2026-01-14'
  const year = (which: string, oldUnit: string, items: Readonly<Record<string, number>>) =>
    Object.entries(items).map(([item, count]) => ({
      values: { item, count, cumulative: count, year: which, old_unit: oldUnit },
    }))
  const X = 'Xã Tân Hưng, tỉnh Hưng Yên'
  const Y = 'Xã Thái Hưng, tỉnh Thái Bình'
  let review: Generation
  beforeAll(async () => {
    const codes = places()
      .communesOf('33', '2026-02-01')
      .map((commune) => commune.code)
    const [code, other] = [codes[0], codes.at(-1)] as [string, string]
    review = await generationOf({
      plan: hungYen2026,
      communes: [code, other],
      businessDate: '2026-03-05',
      reports: [
        {
          form: 'tally',
          reporter: `committee:${code}`,
          window: WINDOW,
          rows: [
            ...year('2024', X, {
              managed_start: 5,
              returned: 4,
              counselled: 3,
              managed_end: 8,
              helpers: 6,
            }),
            ...year('2025', X, {
              managed_start: 8,
              returned: 1,
              counselled: 1,
              managed_end: 7,
              helpers: 7,
            }),
          ],
        },
        {
          form: 'tally',
          reporter: `committee:${other}`,
          window: WINDOW,
          rows: year('2025', Y, {
            managed_start: 2,
            returned: 2,
            counselled: 0,
            managed_end: 4,
            helpers: 1,
          }),
        },
      ],
    })
  })
  afterAll(() => review?.close())

  const told = async (indicator: Indicator) => {
    const rows = await review.engine.rows(
      `select breakdown, category, numerator, denominator from value
       where definition_id = $1 and window_id = $2 and unit_id like '33@%' and breakdown in ('', 'old_province', 'year') order by 1, 2`,
      [define(indicator, { basis: 'tally' }).id, WINDOW],
    )
    return rows.map((v) => `${v['category']} ${v['numerator']}/${v['denominator']}`.trim())
  }

  it('adds up what happened in it', async () => {
    expect(await told(counsellingCoverage)).toEqual([
      '4/7',
      'Hưng Yên 4/5',
      'Thái Bình 0/2',
      '2024 3/4',
      '2025 1/3',
    ])
  })

  it('takes what stood at the close of the last year of each former unit, and shows each year', async () => {
    expect(await told(helperAssignmentCoverage)).toEqual([
      '8/11',
      'Hưng Yên 7/7',
      'Thái Bình 1/4',
      '2024 6/8',
      '2025 8/11',
    ])
  })

  it('asks of offences who stood there when the first year began, and who came since', async () => {
    // X: 5 at the start, 4 and 1 came back; Y: 2 and 2
    expect(await told(reoffendingRate)).toEqual([
      '0/14',
      'Hưng Yên 0/10',
      'Thái Bình 0/4',
      '2024 0/9',
      '2025 0/13',
    ])
  })
})
