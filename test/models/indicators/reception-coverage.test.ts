import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receptionCoverage } from '#models/indicators/index.ts'
import { A, B, C, D, E, F, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { mover, notice, notices, register, resident } from '#test/support/sent.ts'

/** Months of the case: 01 = 15/12–14/1, 02 = 15/1–14/2, 03 = 15/2–14/3; Q1 = 15/12–14/3. */
describe('reception of those whom the facilities announced', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D, E, F],
      missing: [`returnee-register police:${F} 2026-03`],
      reports: [
        // A: edges, in releases and in receptions; a notice of January for March
        notices('2026-01', [notice('announced early', A, '2026-03-01')]),
        notices('2026-03', [
          notice('a before', A, '2026-02-14'),
          notice('a first day', A, '2026-02-15'),
          notice('a last day', A, '2026-03-14'),
          notice('a after', A, '2026-03-15'),
          // B → C: announced to one, received by the other
          notice('went elsewhere', B, '2026-02-20', { outcome: 'noi_khac_trong_tinh' }),
          // B: announced twice
          notice('twice', C, '2026-02-20', { notice_date: '2025-11-01' }),
          notice('twice', B, '2026-02-21', { notice_date: '2025-12-20' }),
          // D: in the end he lives in another province
          notice('other province', D, '2026-02-20', { outcome: 'ngoai_tinh' }),
          notice('found out later', D, '2026-02-20', {
            notice_date: '2025-11-01',
            outcome: 'chua_ro',
          }),
          notice('found out later', D, '2026-02-20', {
            notice_date: '2025-12-20',
            outcome: 'ngoai_tinh',
          }),
          notice('unseen', D, '2026-02-20'),
          { ...notice('', E, '2026-03-10'), ids: ['old:125'] },
          { ...notice('', E, '2026-03-10'), ids: [] },
          notice('f', F, '2026-02-20'),
        ]),
        register(A, '2026-03', [
          resident('announced early', '2026-03-01', { received_on: '2026-03-02' }),
          resident('a before', '2026-02-14', { received_on: '2026-02-20' }),
          resident('a first day', '2026-02-15', { received_on: '2026-03-14' }),
          resident('a last day', '2026-03-14', { received_on: '2026-03-15' }),
          resident('not announced', '2026-02-20', { received_on: '2026-02-21' }),
        ]),
        register(C, '2026-03', [
          resident('went elsewhere', '2026-02-20', { received_on: '2026-02-22' }),
          mover('twice', '2026-02-25', { received_on: '2026-02-25' }),
        ]),
        // the register knows the old id and a new card
        register(E, '2026-03', [
          resident('', '2026-03-10', { received_on: '2026-03-11' }, ['nid:new', 'old:125']),
        ]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('takes releases of the window, whenever they were announced, received before its end', async () => {
    // announced early, first day, last day (received a day too late)
    expect(await given.figure(receptionCoverage, '2026-03', A)).toBe('2/3')
    expect(await given.figure(receptionCoverage, '2026-Q1', A)).toBe('3/4')
    expect(await given.figure(receptionCoverage, '2026-01', A)).toBe('0/0')
  })

  it('belongs to the commune that was announced, whoever received; the later of two notices decides', async () => {
    expect(await given.figure(receptionCoverage, '2026-03', B)).toBe('2/2')
    expect(await given.figure(receptionCoverage, '2026-03', C)).toBe('0/0')
  })

  it('leaves out who came to live in another province, by the latest word on it', async () => {
    expect(await given.figure(receptionCoverage, '2026-03', D)).toBe('0/1')
  })

  it('knows a person by the old id, and who has none as a person of its own', async () => {
    expect(await given.figure(receptionCoverage, '2026-03', E)).toBe('1/2')
  })

  it('needs the register of the commune, and sums the covered ones', async () => {
    expect(await given.figure(receptionCoverage, '2026-03', F)).toBeUndefined()
    expect(await given.whole(receptionCoverage, '2026-03', PROVINCE)).toBe(
      '5/8 provisional 5/6 withheld 0',
    )
  })

  it('notes who was announced, released, and is on no register of a commune that reported', async () => {
    const noted = await given.engine.rows(
      `select n.unit_id, n.person from problem p
       join now_release_notice n on n.submission_id = p.submission_id and regexp_extract(p.cell, '[0-9]+')::int = n."row"
       where p.code = 'noticed-not-registered' order by 1, 2`,
    )
    expect(noted).toMatchObject([
      { unit_id: `${D}@2025-07-01`, person: 'unseen' },
      { unit_id: `${E}@2025-07-01` },
    ])
  })

  it('puts the register’s own returns beside it, only where both sides have spoken', async () => {
    const beside = await given.engine.rows(`
      select unit_id, left_n, right_n from reconciliation where kind = 'notices-returns' and window_id = 'adm:2026-03' order by 1`)
    expect(beside).toEqual(
      [
        // announced early, first day, last day; first day, last day, early, not announced
        [A, 3, 4],
        [B, 2, 0],
        [C, 0, 1],
        [D, 1, 0],
        [E, 2, 1],
      ].map(([code, left_n, right_n]) => ({ unit_id: `${code}@2025-07-01`, left_n, right_n })),
    )
  })
})

describe('the notices that are needed', () => {
  it('are those of every month of the window: one missing leaves no figure', async () => {
    const given = await generationOf({
      missing: ['release-notice agency:cong-an-tinh 2026-02'],
      reports: [notices('2026-03', [notice('P', A, '2026-03-01')])],
    })
    expect(await given.figure(receptionCoverage, '2026-03', A)).toBe('0/1')
    expect(await given.figure(receptionCoverage, '2026-01', A)).toBe('0/0')
    for (const window of ['2026-02', '2026-Q1', '2026-2M'])
      for (const unit of [A, PROVINCE])
        expect(await given.figure(receptionCoverage, window, unit)).toBeUndefined()
    await given.close()
  })

  it('make figures provisional when one of them was withheld', async () => {
    const given = await generationOf({
      reports: [
        register(A, '2026-03', [resident('P', '2026-03-01', { received_on: '2026-03-02' })]),
        notices('2026-02', [], { withheld: 2 }),
        notices('2026-03', [notice('P', A, '2026-03-01')]),
      ],
    })
    expect(await given.whole(receptionCoverage, '2026-03', PROVINCE)).toBe(
      '1/1 final 3/3 withheld 0',
    )
    expect(await given.whole(receptionCoverage, '2026-Q1', PROVINCE)).toBe(
      '1/1 provisional 3/3 withheld 2',
    )
    expect(await given.whole(receptionCoverage, '2026-Q1', A)).toBe(
      '1/1 provisional 1/1 withheld 0',
    )
    await given.close()
  })
})
