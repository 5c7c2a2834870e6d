import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { A, B, C, D, type Generation, generationOf } from '#test/support/rows.ts'
import { notice, notices, reach, register, resident } from '#test/support/sent.ts'

describe('what only several submissions show', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D],
      missing: [`returnee-register police:${B} 2026-03`],
      reports: [
        notices('2026-02', [
          // his commune is silent in month 03 and had him in month 02
          notice('seen before', B, '2026-01-20'),
          notice('seen elsewhere', A, '2026-01-20'),
          // the commune's newest register closes before the release
          notice('too new', B, '2026-02-20'),
          notice('mistaken', A, '2026-01-20'),
          notice('nowhere', A, '2026-01-20'),
        ]),
        register(B, '2026-02', [
          resident('seen before', '2026-01-20'),
          resident('seen elsewhere', '2026-01-20'),
        ]),
        register(A, '2026-02', [
          resident('mistaken', '2026-01-20'),
          resident('struck out', '2024-01-20', { left_on: '2026-02-01', left_reason: 'ghi_trung' }),
          resident('lost', '2024-01-20'),
        ]),
        register(A, '2026-03', [
          resident('mistaken', '2026-01-20', { left_on: '2026-03-01', left_reason: 'ghi_trung' }),
        ]),
        register(C, '2026-03', [], { receivedAt: '2026-03-15T05:00:00.000Z' }),
        register(C, '2026-03', [resident('P', '2024-01-20')], {
          receivedAt: '2026-03-16T05:00:00.000Z',
        }),
        reach(`committee:${D}`, '2026-Q1', [1, 2], [3, 4], { revision: 1 }),
        reach(`committee:${D}`, '2026-Q1', [2, 2], [3, 4], { revision: 2 }),
      ],
    })
  })
  afterAll(() => given?.close())

  const found = async (code: string) => {
    const rows = await given.engine.rows(
      `select s.reporter_id, s.window_id, p.sheet, regexp_extract(coalesce(p.cell, ''), '[0-9]+') as "row"
       from problem p join submission s using (submission_id) where p.code = $1 order by 1, 2, 4`,
      [code],
    )
    return rows.map((row) => Object.values(row).join(' '))
  }

  it('asks the newest register of each commune who was announced and came', async () => {
    expect(await found('noticed-not-registered')).toEqual([
      'agency:cong-an-tinh adm:2026-02 02.Thong bao 12',
      'agency:cong-an-tinh adm:2026-02 02.Thong bao 13',
    ])
  })

  it('misses who is gone without a reason, and not a row that was struck out', async () => {
    expect(await found('vanished')).toEqual([`police:${A} adm:2026-02 01.Danh sach 11`])
  })

  it('tells the one that counts of another with its revision', async () => {
    expect(await found('same-revision')).toEqual([`police:${C} adm:2026-03 01.Danh sach `])
  })
})
