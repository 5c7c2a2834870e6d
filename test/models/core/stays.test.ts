import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counsellingCoverage, employmentRate, reoffendingRate } from '#models/indicators/index.ts'
import { A, B, C, D, type Generation, generationOf } from '#test/support/rows.ts'
import { mover, register, resident } from '#test/support/sent.ts'

/** Month 03 = 15/2–14/3. The day of leaving is the first day elsewhere, so that who leaves on the day of arrival has no day. */
describe('a stay without a day', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D],
      reports: [
        register(D, '2026-03', [
          resident('came and died', '2026-02-20', {
            left_on: '2026-02-20',
            left_reason: 'chet',
            counselled_on: '2026-02-20',
          }),
        ]),
        register(A, '2026-03', [
          resident('passed through', '2025-02-20', {
            left_on: '2026-03-01',
            left_reason: 'chuyen_trong_tinh',
          }),
        ]),
        register(B, '2026-03', [
          mover('passed through', '2026-03-01', {
            left_on: '2026-03-01',
            left_reason: 'chuyen_ngoai_tinh',
          }),
        ]),
        register(C, '2026-03', [
          resident('there', '2026-03-14'),
          mover('left on the first day', '2025-01-01', {
            left_on: '2026-02-15',
            left_reason: 'chet',
          }),
        ]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('is no management, but a return all the same', async () => {
    expect(await given.figure(counsellingCoverage, '2026-03', D)).toBe('1/1')
    expect(await given.figure(reoffendingRate, '2026-03', D)).toBe('0/0')
  })

  it('owns nobody: the commune of the last day does', async () => {
    expect(await given.figure(reoffendingRate, '2026-03', B)).toBe('0/0')
    expect(await given.figure(reoffendingRate, '2026-03', A)).toBe('0/1')
  })

  it('a stay of one day is a stay', async () => {
    expect(await given.figure(reoffendingRate, '2026-03', C)).toBe('0/1')
    expect(await given.figure(employmentRate, '2026-03', C)).toBe('0/1')
  })
})
