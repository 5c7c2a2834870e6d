import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  loansOutstanding,
  loansOverdueShare,
  preReleaseInformationCoverage,
  preReleaseTrainingCoverage,
  supervisionCoverage,
} from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { A, B, C, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { credit, present, sentenced } from '#test/support/sent.ts'

const HOUSE = 'facility:nha-tam-giu-213'

/** Q1 = 15/12–14/3: its last month is 2026-03. */
describe('what stands at the close', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C],
      plan: {
        ...bacNinh2026,
        facilities: [...bacNinh2026.facilities, { slug: 'nha-tam-giu-213', name: 'Nhà tạm giữ' }],
        collection: [
          ...bacNinh2026.collection.map((line) =>
            line.form === 'pre-release' ? { ...line, by: ['facility' as const] } : line,
          ),
        ],
      },
      also: [
        define(preReleaseTrainingCoverage),
        define(preReleaseTrainingCoverage, { facility: 'all' }),
      ],
      missing: [`pre-release ${HOUSE} 2026-02`],
      reports: [
        present('2026-02', { inmates_end: 50, all_three_end: 50 }),
        present('2026-03', {
          inmates_end: 40,
          all_three_end: 36,
          working_age_end: 30,
          working_age_trained: 12,
        }),
        present(
          '2026-03',
          { inmates_end: 5, all_three_end: null, working_age_end: 4, working_age_trained: 1 },
          HOUSE,
        ),
        credit('2026-02', { [A]: { borrowers: 9, outstanding: 999_000, overdue: 999_000 } }),
        credit('2026-03', {
          [A]: { borrowers: 2, outstanding: 150_000, overdue: 0 },
          [B]: { borrowers: 1, outstanding: 90_500, overdue: 4_500 },
        }),
        sentenced(A, '2026-03', {
          an_treo: { closing: 12, supervised: 10 },
          quan_che: { closing: 3, supervised: 3 },
        }),
        sentenced(B, '2026-03', { an_treo: { closing: 4, supervised: 4 } }, { withheld: 1 }),
      ],
    })
  })
  afterAll(() => given?.close())

  it('of inmates is the last month’s, of all places of detention', async () => {
    expect(await given.whole(preReleaseInformationCoverage, '2026-03', PROVINCE)).toBe(
      '36/45 final 2/2 withheld 0',
    )
    expect(await given.figure(preReleaseInformationCoverage, '2026-Q1', PROVINCE)).toBe('36/45')
    expect(await given.whole(preReleaseInformationCoverage, '2026-02', PROVINCE)).toBe(
      '50/50 provisional 1/2 withheld 0',
    )
  })

  it('of trades taught is that of the province’s camp, or of all places', async () => {
    expect(await given.figure(preReleaseTrainingCoverage, '2026-03', PROVINCE)).toBe('12/30')
    const all = { facility: 'all' }
    expect(await given.figure(preReleaseTrainingCoverage, '2026-03', PROVINCE, all)).toBe('13/34')
  })

  it('of loans is the sum over communes, known of the province alone', async () => {
    // 150,000 + 90,500 thousand đồng of three borrowers
    expect(await given.figure(loansOutstanding, '2026-03', PROVINCE)).toBe('240500/3')
    expect(await given.figure(loansOverdueShare, '2026-Q1', PROVINCE)).toBe('4500/240500')
    expect(await given.figure(loansOutstanding, '2026-03', A)).toBeUndefined()
    expect(await given.figure(loansOutstanding, '2026-01', PROVINCE)).toBeUndefined()
  })

  it('of sentences is the sum over categories, of the communes that sent it', async () => {
    expect(await given.figure(supervisionCoverage, '2026-03', A)).toBe('13/15')
    expect(await given.whole(supervisionCoverage, '2026-03', B)).toBe(
      '4/4 provisional 1/1 withheld 1',
    )
    expect(await given.figure(supervisionCoverage, '2026-03', C)).toBeUndefined()
  })

  it('says of how many it tells, although nobody is asked for it', async () => {
    expect(await given.whole(supervisionCoverage, '2026-Q1', PROVINCE)).toBe(
      '17/19 provisional 2/3 withheld 1',
    )
  })
})
