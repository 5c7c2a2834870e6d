import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  counsellingCoverage,
  creditAdviceCoverage,
  creditListingCoverage,
  digitisationCoverage,
  employmentRate,
  helperAssignmentCoverage,
  indicators,
  jobInformationCoverage,
  jobIntroductionCoverage,
  lawfulConductShare,
  legalSupportCoverage,
  papersCoverage,
  receptionCoverage,
  reoffendingRate,
  trainedOrNewJobShare,
} from '#models/indicators/index.ts'
import { basisOf, define } from '#models/indicators/indicator.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { A, B, C, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { register, resident, tally } from '#test/support/sent.ts'

const signed = { basis: 'tally' } as const

/** What A signed of the second quarter; each number once, so that none stands for another. */
const own = {
  managed_start: 97,
  returned: 31,
  moved_in: 5,
  managed_end: 101,
  received: 29,
  counselled: 23,
  law_helped: 19,
  procedures: 17,
  papers: 13,
  job_introduced: 11,
  trained_or_placed: 7,
  trained: 6,
  placed: 4,
  job_need: 61,
  job_informed: 59,
  employed_stable: 53,
  credit_advised: 47,
  loan_eligible_need: 43,
  loan_listed: 41,
  prosecuted: 2,
  group_a: 37,
  group_b: 12,
  group_c: 9,
  group_d: 8,
  helpers: 83,
  files: 103,
  files_digitised: 73,
}

describe('figures that rest on what committees sign', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C],
      businessDate: '2026-06-20',
      missing: [`tally committee:${C} 2026-Q2`],
      plan: {
        ...bacNinh2026,
        collection: [
          ...bacNinh2026.collection,
          {
            form: 'tally',
            by: ['committee'],
            every: 'quarter',
            basis: 'directive',
            beforeDay: 18,
            reference: 'theo hướng dẫn của Công an tỉnh',
          },
        ],
      },
      also: [
        define(counsellingCoverage),
        define(counsellingCoverage, signed),
        define(counsellingCoverage, { ...signed, kind: 'legal' }),
        define(lawfulConductShare, signed),
        define(lawfulConductShare, { ...signed, of: 'all' }),
      ],
      reports: [
        register(A, '2026-06', [resident('P', '2026-04-01', { counselled_on: '2026-04-02' })]),
        tally(A, '2026-Q2', own, {
          toDate: { ...own, returned: 60, counselled: 50, prosecuted: 3, moved_in: 6 },
        }),
        tally(B, '2026-Q2', { returned: 10, counselled: 4, managed_end: 40, employed_stable: 30 }),
      ],
    })
  })
  afterAll(() => given?.close())

  it.each([
    [reoffendingRate, '2/133'],
    [receptionCoverage, '29/31'],
    [counsellingCoverage, '23/31'],
    [jobIntroductionCoverage, '11/31'],
    [trainedOrNewJobShare, '7/31'],
    [employmentRate, '53/101'],
    [jobInformationCoverage, '59/61'],
    [digitisationCoverage, '73/103'],
    [helperAssignmentCoverage, '83/101'],
    [lawfulConductShare, '49/66'],
    [creditAdviceCoverage, '47/101'],
    [creditListingCoverage, '41/43'],
  ] as const)('$0.id: $1', async (indicator, figure) => {
    expect(await given.figure(indicator as never, '2026-Q2', A, signed as never)).toBe(figure)
  })

  it.each([
    [legalSupportCoverage, '17/31'],
    [papersCoverage, '13/31'],
  ] as const)(
    'those of legal help and papers are of all: the tally does not tell who was in need',
    async (indicator, figure) => {
      expect(await given.figure(indicator, '2026-Q2', A, { ...signed, of: 'all' })).toBe(figure)
    },
  )

  it('are of every indicator that can rest on them', () => {
    expect(indicators.filter(({ parameters }) => 'basis' in parameters)).toHaveLength(14)
  })

  it('tell of help in law, which no register does', async () => {
    expect(
      await given.figure(counsellingCoverage, '2026-Q2', A, { ...signed, kind: 'legal' }),
    ).toBe('19/31')
  })

  it('share A and B among those rated or among all', async () => {
    expect(await given.figure(lawfulConductShare, '2026-Q2', A, { ...signed, of: 'all' })).toBe(
      '49/101',
    )
  })

  it('take the running total for a window from the start of the year, and the close as it is', async () => {
    expect(await given.figure(counsellingCoverage, '2026-6M', A, signed)).toBe('50/60')
    expect(await given.figure(employmentRate, '2026-6M', A, signed)).toBe('53/101')
    expect(await given.figure(counsellingCoverage, '2026-06', A, signed)).toBeUndefined()
  })

  it('stand beside those of the register, each with its basis', async () => {
    expect(await given.figure(counsellingCoverage, '2026-Q2', A)).toBe('1/1')
    const bases = await given.engine.rows(`
      select basis, count(*) as n from value v join unit u using (unit_id)
      where window_id = 'adm:2026-Q2' and code = '${A}' and breakdown = '' and numerator in (1, 23)
        and definition_id in ('${define(counsellingCoverage).id}', '${define(counsellingCoverage, signed).id}')
      group by 1 order by 1`)
    expect(bases).toEqual([
      { basis: 'register', n: 1 },
      { basis: 'tally', n: 1 },
    ])
    expect(basisOf(define(counsellingCoverage, signed))).toBe('tally')
  })

  it('add up over the committees that signed', async () => {
    expect(await given.whole(counsellingCoverage, '2026-Q2', PROVINCE, signed)).toBe(
      '27/41 provisional 2/3 withheld 0',
    )
    expect(await given.figure(creditListingCoverage, '2026-Q2', B, signed)).toBe('0/0')
    expect(await given.figure(counsellingCoverage, '2026-Q2', C, signed)).toBeUndefined()
  })
})
