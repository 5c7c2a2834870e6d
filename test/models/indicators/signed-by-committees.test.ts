import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  counsellingCoverage,
  employmentRate,
  lawfulConductShare,
  reoffendingRate,
} from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import type { Plan } from '#models/plans/plan.ts'
import { A, B, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { reviewed, tally } from '#test/support/sent.ts'

const SIGNED = { basis: 'tally' } as const

/** Q1 = 15/12–14/3, Q3 = 15/6–14/9, 9M = 15/12–14/9. */
describe('figures that committees sign', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B],
      businessDate: '2026-09-20',
      reports: [
        tally(A, '2026-Q1', { returned: 4, counselled: 3 }),
        tally(
          A,
          '2026-Q3',
          {
            managed_start: 50,
            returned: 6,
            moved_in: 2,
            moved_out: 3,
            expunged: 4,
            died_or_other: 1,
            managed_end: 50,
            counselled: 5,
            employed_stable: 35,
            prosecuted: 0,
            group_a: 20,
            group_b: 25,
            group_c: 3,
            group_d: 1,
          },
          {
            toDate: {
              returned: 14,
              moved_in: 3,
              moved_out: 5,
              expunged: 9,
              died_or_other: 2,
              counselled: 12,
              prosecuted: 1,
            },
          },
        ),
      ],
    })
  })
  afterAll(() => given?.close())

  it('count in a quarter what happened in it', async () => {
    expect(await given.figure(counsellingCoverage, '2026-Q3', A, SIGNED)).toBe('5/6')
    expect(await given.figure(reoffendingRate, '2026-Q3', A, SIGNED)).toBe('0/58')
  })

  it('count in nine months what happened since the start of the year', async () => {
    expect(await given.figure(counsellingCoverage, '2026-9M', A, SIGNED)).toBe('12/14')
    // 50 at the close and 5 + 9 + 2 who had left make 66 who were managed in it: 49 at the start and 14 + 3 who came
    expect(await given.figure(reoffendingRate, '2026-9M', A, SIGNED)).toBe('1/66')
  })

  it('count what stands at the close as it stands there', async () => {
    for (const window of ['2026-Q3', '2026-9M']) {
      expect(await given.figure(employmentRate, window, A, SIGNED)).toBe('35/50')
      expect(await given.figure(lawfulConductShare, window, A, SIGNED)).toBe('45/49')
    }
  })

  it('exist only where a tally tells of just these days', async () => {
    expect(await given.figure(counsellingCoverage, '2026-Q1', A, SIGNED)).toBe('3/4')
    for (const window of ['2026-Q2', '2026-6M', '2026-08', '2026-8M'])
      expect(await given.figure(counsellingCoverage, window, A, SIGNED)).toBeUndefined()
    expect(await given.figure(counsellingCoverage, '2026-Q3', B, SIGNED)).toBeUndefined()
  })

  it('say on what they rest and of how many they tell', async () => {
    expect(await given.whole(counsellingCoverage, '2026-Q3', PROVINCE, SIGNED)).toBe(
      '5/6 provisional 1/2 withheld 0',
    )
    const [signed] = await given.engine.rows(
      'select distinct basis, breakdown from value where definition_id = $1',
      [define(counsellingCoverage, SIGNED).id],
    )
    expect(signed).toEqual({ basis: 'tally', breakdown: '' })
    const register = await given.engine.rows(
      'select distinct basis from value where definition_id = $1',
      [define(counsellingCoverage).id],
    )
    expect(register).toEqual([{ basis: 'register' }])
  })
})

const REVIEW = '2020-06-15..2026-01-14'

const review: Plan = {
  ...bacNinh2026,
  id: 'review',
  years: [],
  windows: {
    family: 'cal',
    status: 'stated',
    reason: '',
    cycle: 'review',
    reviews: [{ window: REVIEW, words: '', clause: '' }],
  },
  targets: [],
  obligations: [],
  collection: [
    {
      form: 'tally',
      by: ['committee'],
      every: 'review',
      beforeDay: 28,
      basis: 'directive',
      reference: '',
    },
  ],
}

/** 07210 was made of Bắc Giang's wards, 09169 of old Bắc Ninh's. */
const OF_OLD_BAC_NINH = '09169'

describe('a review of years', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, OF_OLD_BAC_NINH],
      businessDate: '2026-02-28',
      plan: review,
      reports: [
        reviewed(A, REVIEW, [
          [2024, 'Phường Thọ Xương, TP Bắc Giang', { returned: 3, counselled: 1 }],
          [2024, 'Phường Ngô Quyền', { returned: 2, counselled: 2 }],
          [2025, 'Phường Thọ Xương, TP Bắc Giang', { returned: 4, counselled: 4 }],
        ]),
        reviewed(OF_OLD_BAC_NINH, REVIEW, [
          [
            2024,
            'Phường Vũ Ninh, thành phố Bắc Ninh, tỉnh Bắc Ninh',
            { returned: 5, counselled: 3 },
          ],
        ]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('adds up years and former units', async () => {
    expect(await given.figure(counsellingCoverage, REVIEW, A, SIGNED)).toBe('7/9')
    expect(await given.whole(counsellingCoverage, REVIEW, PROVINCE, SIGNED)).toBe(
      '10/14 final 2/2 withheld 0',
    )
  })

  it('says each year and each former province apart', async () => {
    const rows = await given.engine.rows(
      `select breakdown, category, numerator, denominator from value
       where definition_id = $1 and unit_id = '24@2025-07-01' and breakdown <> '' order by all`,
      [define(counsellingCoverage, SIGNED).id],
    )
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
      'old_province Bắc Giang 7 9',
      'old_province Bắc Ninh 3 5',
      'year 2024 6 10',
      'year 2025 4 4',
    ])
  })
})
