import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counsellingCoverage, receptionCoverage } from '#models/indicators/index.ts'
import { A, B, C, D, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { mover, notice, notices, register, resident } from '#test/support/sent.ts'

/** Someone who was received after one release, went to prison again and came back; month 03 = 15/2–14/3, Q1 = 15/12–14/3. */
describe('what was done after an earlier release', () => {
  let given: Generation
  beforeAll(async () => {
    const before = { received_on: '2023-05-02', counselled_on: '2023-05-03' }
    const gone = { left_on: '2025-12-20', left_reason: 'an_moi' }
    given = await generationOf({
      communes: [A, B, C, D],
      reports: [
        notices('2026-03', [
          notice('back', B, '2026-02-20'),
          notice('not seen', C, '2026-02-20'),
          notice('moved on', D, '2026-02-20'),
        ]),
        register(A, '2026-03', [
          resident('back', '2023-05-01', { ...before, ...gone }),
          resident('not seen', '2023-05-01', { ...before, ...gone }),
        ]),
        register(B, '2026-03', [resident('back', '2026-02-20')]),
        // D received him; C, where he lives now, brought no dates along
        register(D, '2026-03', [
          resident('moved on', '2026-02-20', {
            received_on: '2026-02-21',
            counselled_on: '2026-02-22',
            left_on: '2026-03-01',
            left_reason: 'chuyen_trong_tinh',
          }),
        ]),
        register(C, '2026-03', [mover('moved on', '2026-03-01', { release_date: '2026-02-20' })]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('is nothing done for the one who came back', async () => {
    expect(await given.figure(counsellingCoverage, '2026-03', B)).toBe('0/1')
    expect(await given.figure(receptionCoverage, '2026-03', B)).toBe('0/1')
  })

  it('is no reception of the one whom nobody has seen since', async () => {
    expect(await given.figure(receptionCoverage, '2026-03', C)).toBe('0/1')
    expect(await given.figure(receptionCoverage, '2026-Q1', PROVINCE)).toBe('1/3')
  })

  it('is not confused with what the commune did that he left since', async () => {
    expect(await given.figure(counsellingCoverage, '2026-03', D)).toBe('1/1')
    expect(await given.figure(receptionCoverage, '2026-03', D)).toBe('1/1')
  })

  it('leaves the one whom nobody has seen on no register', async () => {
    const found = await given.engine.rows(
      `select s.reporter_id, p.sheet, regexp_extract(p.cell, '[0-9]+') as "row"
       from problem p join submission s using (submission_id) where p.code = 'noticed-not-registered'`,
    )
    expect(found).toEqual([
      { reporter_id: 'agency:cong-an-tinh', sheet: '02.Thong bao', row: '10' },
    ])
  })
})
