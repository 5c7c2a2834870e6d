import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counsellingCoverage, modelCoverage, reoffendingRate } from '#models/indicators/index.ts'
import { define, type Indicator } from '#models/indicators/indicator.ts'
import { canTho2024 } from '#models/plans/can-tho-2024.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { type Generation, generationOf, type Row } from '#test/support/rows.ts'
import { offences, register, resident } from '#test/support/sent.ts'

/*
 * On 1/7/2025 Cái Khế (31117) and An Hòa (31120) went whole into the new phường 31120; Bùi Hữu Nghĩa (31178) was divided between 31120
 * and 31168; Bình Thủy (31168) and An Thới (31177) went whole into the new 31168.
 */
const COMMUNES = ['31117', '31120', '31178', '31168', '31177']
const BEFORE = ['pol:2025-05', 'pol:2025-06'] as const
const SINCE = [7, 8, 9, 10, 11].map((month) => `pol:2025-${String(month).padStart(2, '0')}`)
const was = (code: string, rows: readonly Row[]) =>
  rows.map((row) => ({ ...row, unit: `${code}@2024-11-01` }))
const handedOver = (name: string, releasedOn: CalendarDate) =>
  resident(name, '2025-07-01', { entry_kind: 'sap_xep_dvhc', release_date: releasedOn })

const before: Readonly<Record<string, readonly Row[]>> = {
  '31117': [
    resident('A', '2025-02-01', { counselled_on: '2025-02-05' }),
    resident('X', '2024-12-01', { left_on: '2025-03-01', left_reason: 'chet' }),
    resident('Y', '2025-04-01'),
  ],
  '31120': [
    resident('B', '2025-03-01'),
    resident('B2', '2025-03-02'),
    resident('B3', '2025-03-03'),
    resident('C', '2023-05-05'),
    resident('F', '2025-05-01', { counselled_on: '2025-05-02' }),
  ],
  '31178': [resident('D', '2025-01-10')],
}
const since: Readonly<Record<string, readonly Row[]>> = {
  '31120': [
    ...['A', 'Y', 'B', 'B2', 'B3', 'F'].map((name) => handedOver(name, '2025-02-01')),
    handedOver('C', '2023-05-05'),
    resident('E', '2025-06-20'),
  ],
  '31168': [handedOver('D', '2025-01-10')],
}
const reports = [
  offences('pol:2025-11', []),
  ...BEFORE.flatMap((window) =>
    Object.entries(before).map(([code, rows]) => register(code, window, was(code, rows))),
  ),
  ...SINCE.flatMap((window) =>
    Object.entries(since).map(([code, rows]) => register(code, window, rows)),
  ),
]

describe('communes that were merged and divided within the year', () => {
  let made: Generation
  beforeAll(async () => {
    made = await generationOf({
      plan: canTho2024,
      communes: COMMUNES,
      businessDate: '2025-11-20',
      reports,
    })
  })
  afterAll(() => made?.close())

  /** `31120@2025-07-01 2/7`, with `ước` for an estimate and the units covered. */
  const values = async (of: Indicator, window: string, map: 'then' | 'today') => {
    const rows = await made.engine.rows(
      `select unit_id, breakdown, numerator, denominator, estimate, units_covered, units_expected from value
       where definition_id = $1 and window_id = $2 and map = $3 and breakdown in ('', 'map') order by unit_id, breakdown`,
      [define(of).id, window, map],
    )
    return rows.map(
      (v) =>
        `${v['unit_id']} ${v['numerator']}/${v['denominator']} ${v['units_covered']} of ${v['units_expected']}${v['estimate'] ? ' estimate' : ''}`,
    )
  }

  it('tell of the returns of the whole year: being handed over is none, and who came back before does not get lost', async () => {
    // 31120: A, X, Y of Cái Khế, B, B2, B3, F of An Hòa, and E; D lives in 31168 since
    expect(await values(counsellingCoverage, 'pol:2025', 'then')).toEqual([
      '31120@2025-07-01 2/8 1 of 1',
      '31168@2025-07-01 0/1 1 of 1',
      '92@2025-07-01 2/9 2 of 2',
    ])
  })

  it('have managed whoever died before, too', async () => {
    expect(await values(reoffendingRate, 'pol:2025', 'then')).toEqual([
      '31120@2025-07-01 0/9 1 of 1',
      '31168@2025-07-01 0/1 1 of 1',
      '92@2025-07-01 0/10 2 of 2',
    ])
  })

  it('stand as they were in a window that closed before, by district and province', async () => {
    expect(await values(counsellingCoverage, 'pol:2025-6M', 'then')).toEqual([
      '31117@2024-11-01 1/3 1 of 1',
      '31120@2024-11-01 1/4 1 of 1',
      '31168@2024-11-01 0/0 1 of 1',
      '31177@2024-11-01 0/0 1 of 1',
      '31178@2024-11-01 0/1 1 of 1',
      '916@2024-11-01 2/7 2 of 2',
      '918@2024-11-01 0/1 3 of 3',
      '92@2020-01-01 2/8 5 of 5',
    ])
  })

  it('pass to the units of today: 3 and 4 give 7, who was divided goes by equal shares as an estimate', async () => {
    // D's one share goes to the first of the two by code
    expect(await values(counsellingCoverage, 'pol:2025-6M', 'today')).toEqual([
      '31120@2025-07-01 2/8 3 of 3 estimate',
      '31168@2025-07-01 0/0 3 of 3 estimate',
      '92@2025-07-01 2/8 5 of 5',
    ])
    expect(await values(counsellingCoverage, 'pol:2025', 'today')).toEqual([])
    expect(await values(modelCoverage, 'pol:2025-6M', 'today')).toEqual([])
  })

  it('are no contradiction: nobody vanishes by being handed over, and nobody stands twice', async () => {
    const problems = await made.engine.rows(
      `select distinct code from problem where origin = 'context'`,
    )
    expect(problems).toEqual([])
  })
})

describe('a commune that ended without its last register', () => {
  let made: Generation
  beforeAll(async () => {
    made = await generationOf({
      plan: canTho2024,
      communes: COMMUNES,
      businessDate: '2025-11-20',
      reports,
      missing: ['returnee-register police:31177 pol:2025-06'],
    })
  })
  afterAll(() => made?.close())

  const states = async (window: string) => {
    const rows = await made.engine.rows(
      `select unit_id, state from value
       where definition_id = $1 and window_id = $2 and map = 'then' and breakdown = '' order by unit_id`,
      [define(counsellingCoverage).id, window],
    )
    return rows.map((v) => `${v['unit_id']} ${v['state']}`)
  }

  it('leaves the year of those in which it lives on provisional: nobody tells who came back to it', async () => {
    expect(await states('pol:2025')).toEqual([
      '31120@2025-07-01 final',
      '31168@2025-07-01 provisional',
      '92@2025-07-01 provisional',
    ])
  })

  it('is nothing to a window that began after its end', async () => {
    expect(await states('pol:2025-11')).toEqual([
      '31120@2025-07-01 final',
      '31168@2025-07-01 final',
      '92@2025-07-01 final',
    ])
  })
})

describe('who has no paper at all', () => {
  let made: Generation
  const of = (code: string, no: string) =>
    `case:${code}@${code === '31120' ? '2025-07-01' : '2024-11-01'}:${no}`
  const noPaper = (ids: readonly string[], row: Row): Row => ({ ...row, ids })
  beforeAll(async () => {
    made = await generationOf({
      plan: canTho2024,
      communes: COMMUNES,
      businessDate: '2025-11-20',
      reports: [
        offences('pol:2025-11', []),
        register('31117', 'pol:2025-06', [
          {
            ...noPaper([of('31117', 'A-1')], resident('A', '2025-02-01')),
            unit: '31117@2024-11-01',
          },
          {
            ...noPaper([of('31117', 'A-2')], resident('B', '2025-02-02')),
            unit: '31117@2024-11-01',
          },
        ]),
        register('31178', 'pol:2025-06', [
          {
            ...noPaper([of('31178', 'A-2')], resident('C', '2025-02-03')),
            unit: '31178@2024-11-01',
          },
        ]),
        ...SINCE.map((window) =>
          register('31120', window, [
            noPaper(
              [
                of('31120', 'A-1'),
                `was:${of('31117', 'A-1').slice(5)}`,
                `was:${of('31178', 'A-1').slice(5)}`,
              ],
              handedOver('A', '2025-02-01'),
            ),
            noPaper(
              [
                of('31120', 'A-2'),
                `was:${of('31117', 'A-2').slice(5)}`,
                `was:${of('31178', 'A-2').slice(5)}`,
              ],
              handedOver('B', '2025-02-02'),
            ),
          ]),
        ),
      ],
    })
  })
  afterAll(() => made?.close())

  it('is known by the number of his file, where only one commune had given it', async () => {
    // A is one person; A-2 was given twice: B and C of before, and one of now whom nobody can tell
    expect(await made.figure(reoffendingRate, 'pol:2025', '92')).toBe('0/4')
  })
})
