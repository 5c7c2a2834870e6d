import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planIssuance, socialFunding, taskCompletion } from '#models/indicators/index.ts'
import { A, B, C, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { documents, money, progress } from '#test/support/sent.ts'

const JUSTICE = 'agency:so-tu-phap'

/** Q2 = 15/3–14/6, 6M = 15/12–14/6, 7M until 14/7; the plan is of 29/5/2026. */
describe('what bodies were told to do', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C],
      businessDate: '2026-07-20',
      reports: [
        documents(`committee:${A}`, '2026-Q2', [
          { plan_ref: 'Kế hoạch số 195/KH - UBND ngày 29/5/2026' },
        ]),
        // B: another plan's number, another kind, and one that was sent too late for the half-year
        documents(`committee:${B}`, '2026-Q2', [
          { plan_ref: '1195/KH-UBND' },
          { plan_ref: '95/KH-UBND' },
          { kind: 'cong_van' },
          { sent_on: '2026-06-15' },
        ]),
        documents(JUSTICE, '2026-Q2', [{ plan_ref: '195/kh-ubnd', sent_on: '2026-06-14' }]),
        // only asked ("Đề nghị"), and answered
        documents('agency:toa-an', '2026-Q2', [{}]),
        progress(`committee:${A}`, '2026-Q2', [
          'hoan_thanh',
          'thuong_xuyen',
          'dang_thuc_hien',
          'chua_trien_khai',
          'khong_thuoc',
        ]),
        progress(JUSTICE, '2026-Q2', ['hoan_thanh', 'khong_thuoc']),
        money(`committee:${A}`, '2026-6M', {
          ns_xa: [30_000, null],
          quy_xa: [8_000, 20_000],
          xa_hoi_hoa: [0, 5_000],
        }),
        money(`committee:${B}`, '2026-6M', { ns_xa: [10_000, null] }),
        money('agency:so-tai-chinh', '2026-6M', {
          ns_tinh: [400_000, null],
          uy_thac: [100_000, null],
        }),
      ],
    })
  })
  afterAll(() => given?.close())

  it('counts a plan that names this one and was sent by the window’s end', async () => {
    expect(await given.figure(planIssuance, '2026-6M', A)).toBe('1/1')
    expect(await given.figure(planIssuance, '2026-Q2', A)).toBe('1/1')
    expect(await given.figure(planIssuance, '2026-6M', B)).toBe('0/1')
    expect(await given.figure(planIssuance, '2026-7M', B)).toBe('1/1')
    expect(await given.figure(planIssuance, '2026-6M', C)).toBe('0/1')
  })

  it('asks no plan of bodies before the plan itself is there', async () => {
    for (const window of ['2026-Q1', '2026-05'])
      expect(await given.figure(planIssuance, window, A)).toBeUndefined()
    expect(await given.figure(planIssuance, '2026-06', A)).toBe('1/1')
  })

  it('adds agencies in the province, without those that are only asked', async () => {
    // three communes and eleven agencies: twelve obliged ones without the police of the province, which asks for the plans
    expect(await given.whole(planIssuance, '2026-6M', PROVINCE)).toBe('2/14 final 14/14 withheld 0')
    expect(await given.figure(planIssuance, '2026-7M', PROVINCE)).toBe('3/14')
  })

  it('counts tasks done, or done all the time, of those that are the body’s own', async () => {
    expect(await given.figure(taskCompletion, '2026-Q2', A)).toBe('2/4')
    expect(await given.figure(taskCompletion, '2026-6M', A)).toBe('2/4')
    expect(await given.figure(taskCompletion, '2026-Q2', PROVINCE)).toBe('3/5')
    expect(await given.figure(taskCompletion, '2026-Q1', A)).toBeUndefined()
  })

  it('counts what society gave of that and what budgets spent; what a fund spends was given before', async () => {
    expect(await given.figure(socialFunding, '2026-6M', A)).toBe('25000/55000')
    expect(await given.figure(socialFunding, '2026-6M', B)).toBe('0/10000')
    // and 500,000 of the province's budget
    expect(await given.figure(socialFunding, '2026-6M', PROVINCE)).toBe('25000/565000')
    expect(await given.figure(socialFunding, '2026-Q2', A)).toBeUndefined()
  })
})
