import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counsellingCoverage, reoffendingRate } from '#models/indicators/index.ts'
import { define, type Indicator } from '#models/indicators/indicator.ts'
import { highestInflow } from '#models/judgement/inflow.ts'
import { canTho2024 } from '#models/plans/can-tho-2024.ts'
import { warehouse } from '#pipelines/warehouse/dialect.ts'
import { yearToDate } from '#sources/vocabulary/window.ts'
import { type Generation, generationOf, type Row } from '#test/support/rows.ts'
import {
  mover,
  notice,
  notices,
  offence,
  offences,
  register,
  resident,
  tally,
} from '#test/support/sent.ts'

/*
 * On 1/7/2025 Cái Khế (31117) and An Hòa (31120) went whole into the new phường 31120; Bùi Hữu Nghĩa (31178) was divided between 31120
 * and 31168; Bình Thủy (31168) and An Thới (31177) went whole into the new 31168.
 */
const COMMUNES = ['31117', '31120', '31178', '31168', '31177']
const SINCE = [7, 8, 9, 10, 11].map((month) => `pol:2025-${String(month).padStart(2, '0')}`)
const was = (code: string, rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, unit: `${code}@2024-11-01` }))
const handedOver = (name: string, releasedOn: string, values = {}) =>
  resident(name, '2025-07-01', {
    entry_kind: 'sap_xep_dvhc',
    release_date: releasedOn,
    ...values,
  })

const before: Readonly<Record<string, readonly Row[]>> = {
  '31117': [
    resident('Again', '2025-02-01', { counselled_on: '2025-02-05' }),
    resident('Lost', '2025-03-01'),
    resident('Moved', '2025-02-10'),
    resident('Died', '2025-03-01', { left_on: '2025-06-01', left_reason: 'chet' }),
  ],
  '31178': [resident('Divided', '2025-01-10'), resident('Twice', '2025-01-20')],
}
const since: Readonly<Record<string, readonly Row[]>> = {
  '31120': [
    handedOver('Again', '2025-02-01', { left_on: '2025-08-01', left_reason: 'an_moi' }),
    resident('Again', '2025-10-01'),
    handedOver('Twice', '2025-01-20'),
  ],
  '31168': [
    handedOver('Divided', '2025-01-10'),
    handedOver('Twice', '2025-01-20'),
    mover('Moved', '2025-06-20', { moved_from: '31117@2024-11-01' }),
  ],
}

describe('people and reports across the reform', () => {
  let made: Generation
  beforeAll(async () => {
    made = await generationOf({
      plan: canTho2024,
      communes: COMMUNES,
      businessDate: '2025-12-20',
      also: [define(reoffendingRate), define(reoffendingRate, { basis: 'tally' })],
      missing: [
        'returnee-register police:31120 pol:2025-03',
        'returnee-register police:31120 pol:2025-12',
        'returnee-register police:31168 pol:2025-12',
        'tally committee:31168 pol:2025',
      ],
      reports: [
        ...Object.entries(before).map(([code, rows]) =>
          register(code, 'pol:2025-06', was(code, rows)),
        ),
        ...SINCE.flatMap((window) =>
          Object.entries(since).map(([code, rows]) => register(code, window, rows)),
        ),
        notices('pol:2025-06', [notice('Ghost', '31117@2024-11-01', '2025-06-20')]),
        offences('pol:2025-11', [offence('K', 'Divided', '31168', '2025-09-01')]),
        offences('pol:2025-12', [
          offence('L', 'Nobody', '31168', '2025-11-20'),
          offence('K', 'Divided', '31168', '2025-09-01', { dropped_on: '2025-12-01' }),
        ]),
        tally(
          '31168',
          'pol:2025-H2',
          {
            managed_start: 10,
            returned: 2,
            moved_in: 0,
            moved_out: 0,
            expunged: 1,
            died_or_other: 0,
            managed_end: 11,
            prosecuted: 1,
          },
          {
            toDate: {
              returned: 5,
              moved_in: 1,
              moved_out: 1,
              expunged: 2,
              died_or_other: 0,
              prosecuted: 2,
            },
          },
        ),
      ],
    })
  })
  afterAll(() => made?.close())

  const figure = (of: Indicator, window: string, unit: string, choice = {}) =>
    made.figure(of, window, unit, choice)

  it('what was done before an earlier release is nothing done after the last one', async () => {
    // 31120: Again, Lost, Moved, Died, Twice; 31168: Divided
    expect(await figure(counsellingCoverage, 'pol:2025', '31120')).toBe('0/5')
    expect(await figure(counsellingCoverage, 'pol:2025', '92')).toBe('0/6')
  })

  it('the newest list of all years decides a case that two of them tell of', async () => {
    // Divided and Moved
    expect(await figure(reoffendingRate, 'pol:2025', '31168')).toBe('0/2')
  })

  it('a tally that names the second half counts the year from its start', async () => {
    // 11 at the close, 1 + 2 + 0 had left, 5 + 1 had come: 8 when the year began
    expect(await figure(reoffendingRate, 'pol:2025', '31168', { basis: 'tally' })).toBe('2/14')
    const told = await made.engine.rows(
      `select kind, field, left_n, right_n from reconciliation where window_id = 'pol:2025' and unit_id = '31168@2025-07-01' and kind = 'opening-closing'`,
    )
    expect(told).toEqual([])
  })

  it('tells of who was handed over and is on no register since, or on two, or was announced; who moved meanwhile is on one', async () => {
    const told = await made.engine.rows(
      `select p.code, s.reporter_id, s.window_id, p.cell from problem p join submission s using (submission_id)
       where p.origin = 'context' order by all`,
    )
    expect(told).toEqual([
      {
        code: 'noticed-not-registered',
        reporter_id: 'agency:cong-an-tinh',
        window_id: 'pol:2025-06',
        cell: 'A9',
      },
      {
        code: 'overlapping-stays',
        reporter_id: 'police:31120',
        window_id: 'pol:2025-11',
        cell: 'B11',
      },
      {
        code: 'overlapping-stays',
        reporter_id: 'police:31168',
        window_id: 'pol:2025-11',
        cell: 'B10',
      },
      { code: 'vanished', reporter_id: 'police:31117', window_id: 'pol:2025-06', cell: 'B10' },
    ])
  })

  it('reproaches with a missing report the unit that owed it', async () => {
    const told = await made.engine.rows(
      `select unit_id from condition where target = 'returnee-register/police:31120' and cycle = 'pol:2025-03'`,
    )
    expect(told).toEqual([{ unit_id: '31120@2024-11-01' }])
  })

  it('judges the units that are there at the close of the window, and no others', async () => {
    const told = await made.engine.rows(
      `select distinct v.unit_id from verdict v join unit u using (unit_id) where u.valid_to is not null or u.valid_from > '2025-12-14'`,
    )
    expect(told).toEqual([])
  })

  it('knows the highest inflow of the province also from before its id changed', async () => {
    const months = Array.from({ length: 12 }, (_, n) => yearToDate('pol', 2025, n + 1).id)
    const rows = await highestInflow(
      warehouse(made.engine),
      [define(reoffendingRate).id],
      months,
    ).execute()
    // all six came with the registers of June, the first that are not empty
    const most = new Map(rows.map((row) => [row.unit_id, row.most]))
    expect(most.get('92@2025-07-01')).toBe(6)
    expect(most.get('31168@2025-07-01')).toBe(0)
  })
})
