import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digitisationCoverage, jobInformationCoverage } from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { A, B, C, D, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { mover, register, resident, sentenced } from '#test/support/sent.ts'

const since = '2024-05-01'
const seeks = { job_need: 'co' } as const
const returnee = { population: 'returnee' } as const
const tt10 = { who: 'tt10' } as const

/** The register and the community sentences of month 03 (15/2–14/3) stand side by side. */
describe('two populations added up', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D],
      plan: {
        ...bacNinh2026,
        collection: [
          ...bacNinh2026.collection,
          {
            form: 'community-sentence',
            by: ['police'],
            every: 'month',
            basis: 'directive',
            beforeDay: 18,
            reference: 'theo hướng dẫn của Công an tỉnh',
          },
        ],
      },
      also: [
        define(jobInformationCoverage),
        define(jobInformationCoverage, returnee),
        define(jobInformationCoverage, tt10),
        define(digitisationCoverage),
      ],
      missing: [`community-sentence police:${D} 2026-03`],
      reports: [
        register(A, '2026-03', [
          resident('told', since, { ...seeks, job_info_on: '2026-03-14', digitised: 'co' }),
          resident('day after', since, { ...seeks, job_info_on: '2026-03-15', digitised: 'co' }),
          resident('not asked', since, { job_need: 'chua' }),
          resident('no need', since, { job_info_on: '2026-03-01' }),
          resident('gone', since, {
            ...seeks,
            job_info_on: '2026-03-01',
            left_on: '2026-03-14',
            left_reason: 'chet',
          }),
        ]),
        sentenced(A, '2026-03', {
          // 7 seek, of whom 2 are told of above; 5 were told, 1 of them above; 2 of 9 files above
          an_treo: {
            job_need: 7,
            job_need_also: 2,
            job_reached: 5,
            job_reached_also: 1,
            files: 9,
            files_digitised: 6,
            files_also: 2,
          },
          // nobody is told of above
          quan_che: { job_need: 1, files: 1 },
        }),
        // the quarter is told of by its last month
        sentenced(A, '2026-02', { an_treo: { job_need: 90, job_reached: 90, files: 90 } }),
        // B: conditional releasees stand on both; the one with a certificate is past his probation
        register(B, '2026-03', [
          resident('on probation', since, {
            ...seeks,
            job_info_on: '2026-03-01',
            release_basis: 'tha_tu_co_dieu_kien',
          }),
          resident('past it', since, {
            ...seeks,
            job_info_on: '2026-03-01',
            release_basis: 'tha_tu_co_dieu_kien',
            certificate_date: '2026-03-14',
          }),
        ]),
        sentenced(B, '2026-03', {
          tha_tu_co_dieu_kien: {
            job_need: 3,
            job_need_also: 1,
            job_reached: 2,
            job_reached_also: 1,
            files: 3,
            files_digitised: 0,
            files_also: 1,
          },
          cai_tao_khong_giam_giu: { job_need: 4, job_reached: 1, files: 4, files_digitised: 4 },
        }),
        // C: told by the commune that was left, in need by the one where he lives
        register(C, '2026-03', [
          mover('mover', '2026-02-20', { ...seeks, job_info_on: '2026-03-15', digitised: 'co' }),
        ]),
        register(D, '2026-03', [
          resident('mover', since, {
            left_on: '2026-02-20',
            left_reason: 'chuyen_trong_tinh',
            job_info_on: '2026-02-01',
          }),
          resident('stays', since, seeks),
        ]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('count who seeks work and was told of some, on the register alone', async () => {
    expect(await given.figure(jobInformationCoverage, '2026-03', A, returnee)).toBe('1/3')
    expect(await given.figure(jobInformationCoverage, '2026-03', C, returnee)).toBe('1/1')
    expect(await given.figure(jobInformationCoverage, '2026-03', D, returnee)).toBe('0/1')
  })

  it('add those of the community who are not on the register as well', async () => {
    // 3 of the register, 7 − 2 and 1 of the community; told: 1, 5 − 1 and 0
    expect(await given.figure(jobInformationCoverage, '2026-03', A)).toBe('5/9')
    expect(await given.figure(jobInformationCoverage, '2026-Q1', A)).toBe('5/9')
    // 2 of the register; 3 − 1 and 4 of the community; told: 2, 2 − 1 and 1
    expect(await given.figure(jobInformationCoverage, '2026-03', B)).toBe('4/8')
    expect(await given.figure(jobInformationCoverage, '2026-02', C)).toBe('0/0')
  })

  it('leave conditional releasees on probation out of both where Thông tư 10 decides', async () => {
    // the one past his probation, 4 of the community; told: he, and 1
    expect(await given.figure(jobInformationCoverage, '2026-03', B, tt10)).toBe('2/5')
    expect(await given.figure(jobInformationCoverage, '2026-03', A, tt10)).toBe('5/9')
  })

  it('count a file once, and none digitised twice', async () => {
    // 4 of the register, 9 − 2 and 1; digitised: 2, 6 − 2 and 0
    expect(await given.figure(digitisationCoverage, '2026-03', A)).toBe('6/12')
    // 2 of the register, 3 − 1 and 4; digitised: 0, none left of 0 − 1, and 4
    expect(await given.figure(digitisationCoverage, '2026-03', B)).toBe('4/8')
    expect(await given.figure(digitisationCoverage, '2026-03', C)).toBe('1/1')
  })

  it('need both reports of a commune, and sum the covered ones', async () => {
    expect(await given.figure(jobInformationCoverage, '2026-03', D)).toBeUndefined()
    expect(await given.whole(jobInformationCoverage, '2026-03', PROVINCE)).toBe(
      '10/18 provisional 3/4 withheld 0',
    )
  })
})
