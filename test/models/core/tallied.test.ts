import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tallied } from '#models/core/tallied.ts'
import { sqlText } from '#pipelines/warehouse/dialect.ts'
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
