import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  counsellingCoverage,
  jobIntroductionCoverage,
  legalSupportCoverage,
  papersCoverage,
} from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import {
  A,
  B,
  C,
  D,
  E,
  F,
  G,
  type Generation,
  generationOf,
  H,
  PROVINCE,
} from '#test/support/rows.ts'
import { mover, register, resident } from '#test/support/sent.ts'

/** Months of the case: 01 = 15/12–14/1, 02 = 15/1–14/2, 03 = 15/2–14/3; Q1 = 15/12–14/3. */
describe('support of those who came back', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D, E, F, G, H],
      missing: [`returnee-register police:${H} 2026-03`],
      reports: [
        // A: the edges of windows
        register(A, '2026-01', [
          resident('early', '2025-12-14', { counselled_on: '2025-12-20' }),
          resident('first day', '2025-12-15', {
            counselled_on: '2026-01-14',
            job_intro_on: '2026-01-14',
          }),
          resident('last day', '2026-01-14', { counselled_on: '2026-01-15' }),
          resident('too late', '2026-01-15', { counselled_on: '2026-01-15' }),
        ]),
        register(A, '2026-03', [
          resident('early', '2025-12-14', { counselled_on: '2025-12-20' }),
          resident('first day', '2025-12-15', {
            counselled_on: '2026-01-14',
            job_intro_on: '2026-01-14',
          }),
          resident('last day', '2026-01-14', { counselled_on: '2026-01-15' }),
          resident('too late', '2026-01-15', { counselled_on: '2026-03-15' }),
        ]),
        // B: only a release is a return; an entry by mistake is nothing
        register(B, '2026-03', [
          resident('back', '2026-02-20', { sex: 'nu' }),
          mover('moved in', '2026-02-20'),
          resident('found', '2026-02-20', { entry_kind: 'ra_soat' }),
          resident('handed over', '2026-02-20', { entry_kind: 'sap_xep_dvhc' }),
          resident('mistake', '2026-02-20', { left_on: '2026-02-21', left_reason: 'ghi_trung' }),
        ]),
        // C → D: moved within the window; both communes tell what they did
        register(C, '2026-03', [
          resident('mover', '2026-01-20', {
            left_on: '2026-02-20',
            left_reason: 'chuyen_trong_tinh',
            counselled_on: '2026-01-25',
            job_intro_on: '2026-03-01',
            legal_need: 'chua',
            legal_on: '2026-03-15',
            papers_need: 'khong',
          }),
        ]),
        register(D, '2026-03', [
          mover('mover', '2026-02-20', {
            counselled_on: '2026-03-15',
            job_intro_on: '2026-03-15',
            legal_need: 'khong',
            legal_on: '2026-03-14',
            papers_need: 'can_cuoc',
            papers_on: '2026-03-14',
          }),
        ]),
        // E: needs
        register(E, '2026-03', [
          resident('done', '2026-02-20', {
            legal_need: 'co',
            legal_on: '2026-03-14',
            papers_need: 'can_cuoc',
            papers_on: '2026-03-14',
          }),
          resident('open', '2026-02-20', { legal_need: 'co', papers_need: 'nhieu' }),
          resident('not asked', '2026-02-20', { legal_need: 'chua', papers_need: 'chua' }),
          resident('no need', '2026-02-20', {
            legal_need: 'khong',
            legal_on: '2026-03-01',
            papers_need: 'khong',
          }),
        ]),
        // F: back, in prison again, back again
        register(F, '2026-03', [
          resident('twice', '2026-03-01', { counselled_on: '2026-03-02', case_file_no: 'F-2' }),
          resident('twice', '2025-12-20', { left_on: '2026-01-10', left_reason: 'an_moi' }),
        ]),
        // G: two rows could not be read
        register(G, '2026-03', [resident('kept', '2026-02-20', { counselled_on: '2026-02-21' })], {
          withheld: 2,
        }),
        register(H, '2026-02', [resident('unseen', '2026-02-01')]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('counts returns from the first day of the window to the day before the next', async () => {
    expect(await given.figure(counsellingCoverage, '2026-01', A)).toBe('1/2')
    expect(await given.figure(counsellingCoverage, '2026-Q1', A)).toBe('2/3')
    expect(await given.figure(counsellingCoverage, '2026-03', A)).toBe('0/0')
  })

  it('counts a service up to the last day of the window, not on the day after', async () => {
    expect(await given.figure(jobIntroductionCoverage, '2026-01', A)).toBe('1/2')
    expect(await given.figure(legalSupportCoverage, '2026-Q1', E)).toBe('1/3')
  })

  it('has 0 of 0 for a month with nothing to report', async () => {
    expect(await given.whole(counsellingCoverage, '2026-02', A)).toBe('0/0 final 1/1 withheld 0')
  })

  it('takes a move, a find and a hand-over for no return, and a mistaken entry for nobody', async () => {
    expect(await given.figure(counsellingCoverage, '2026-03', B)).toBe('0/1')
  })

  it('counts who moved once, where he came back to, with what either commune did', async () => {
    expect(await given.figure(counsellingCoverage, '2026-Q1', C)).toBe('1/1')
    expect(await given.figure(counsellingCoverage, '2026-Q1', D)).toBe('0/0')
  })

  it('merges rows: the earliest day of each service, in need if either row says so or did not ask', async () => {
    expect(await given.figure(jobIntroductionCoverage, '2026-Q1', C)).toBe('1/1')
    expect(await given.figure(counsellingCoverage, '2026-Q1', C)).toBe('1/1')
    expect(await given.figure(legalSupportCoverage, '2026-Q1', C)).toBe('1/1')
    expect(await given.figure(papersCoverage, '2026-Q1', C)).toBe('1/1')
  })

  it('counts "not yet asked" as in need, and a service without need as nothing', async () => {
    expect(await given.figure(legalSupportCoverage, '2026-03', E)).toBe('1/3')
    expect(await given.figure(papersCoverage, '2026-03', E)).toBe('1/3')
    expect(await given.figure(counsellingCoverage, '2026-03', E)).toBe('0/4')
  })

  it('counts who came back twice once, by the later return', async () => {
    expect(await given.figure(counsellingCoverage, '2026-Q1', F)).toBe('1/1')
    expect(await given.figure(counsellingCoverage, '2026-03', F)).toBe('1/1')
  })

  it('is provisional where rows were withheld, there and in the province', async () => {
    expect(await given.whole(counsellingCoverage, '2026-03', G)).toBe(
      '1/1 provisional 1/1 withheld 2',
    )
    expect(await given.whole(counsellingCoverage, '2026-03', PROVINCE)).toBe(
      '2/7 provisional 7/8 withheld 2',
    )
    expect(await given.whole(counsellingCoverage, '2026-02', G)).toBe('0/0 final 1/1 withheld 0')
  })

  it('has no value without a register at the close, and carries none forward', async () => {
    expect(await given.figure(counsellingCoverage, '2026-03', H)).toBeUndefined()
    expect(await given.figure(counsellingCoverage, '2026-Q1', H)).toBeUndefined()
    expect(await given.figure(counsellingCoverage, '2026-02', H)).toBe('0/1')
  })

  it('is the sum of the covered communes in the province, nobody twice', async () => {
    // A 3, B 1, C 1 (the mover), E 4, F 1, G 1
    expect(await given.figure(counsellingCoverage, '2026-Q1', PROVINCE)).toBe('5/11')
  })

  it('breaks down by sex without losing anybody', async () => {
    const rows = await given.engine.rows(`
      select category, denominator from value
      where definition_id = '${define(counsellingCoverage).id}' and window_id = 'adm:2026-Q1' and unit_id like '24@%' and breakdown = 'sex' order by 1`)
    expect(rows).toEqual([
      { category: 'nam', denominator: 10 },
      { category: 'nu', denominator: 1 },
    ])
  })
})
