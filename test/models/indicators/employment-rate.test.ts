import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { employmentRate } from '#models/indicators/index.ts'
import { A, B, C, D, E, F, G, type Generation, generationOf, PROVINCE } from '#test/support/rows.ts'
import { mover, register, resident } from '#test/support/sent.ts'

const working = { employment: 'on_dinh' }

/** The stock of a window is everyone with a stay on its last day: 14/3 for month 03 and Q1, 14/1 for month 01. */
describe('employment of everyone under management', () => {
  let given: Generation
  beforeAll(async () => {
    given = await generationOf({
      communes: [A, B, C, D, E, F, G],
      reports: [
        register(A, '2026-01', [
          resident('newcomer', '2026-01-15', working),
          resident('there', '2024-05-01'),
        ]),
        register(A, '2026-03', [
          resident('there', '2024-05-01', working),
          resident('gone before', '2024-05-01', {
            ...working,
            left_on: '2026-03-14',
            left_reason: 'xoa_an_tich',
          }),
          resident('gone after', '2024-05-01', {
            ...working,
            left_on: '2026-03-15',
            left_reason: 'xoa_an_tich',
          }),
          resident('last day', '2026-03-14'),
          resident('not yet', '2026-03-15', working),
          resident('student', '2024-05-01', { employment: 'khong_lao_dong' }),
          resident('unsteady', '2024-05-01', { employment: 'khong_on_dinh' }),
          resident('mistake', '2024-05-01', {
            ...working,
            left_on: '2026-05-01',
            left_reason: 'ghi_trung',
          }),
        ]),
        // B and C both say that he lives with them; C's arrival is the later one
        register(B, '2026-03', [resident('claimed twice', '2025-10-01', working)]),
        register(C, '2026-03', [mover('claimed twice', '2026-03-01', { employment: 'chua_co' })]),
        // D and E say so since the same day: the smaller unit id owns
        register(D, '2026-03', [resident('same day', '2026-02-20', working)]),
        register(E, '2026-03', [resident('same day', '2026-02-20')]),
        // F let him go to G in time; G's row is the owner's
        register(F, '2026-03', [
          resident('moved', '2025-01-01', {
            ...working,
            left_on: '2026-02-01',
            left_reason: 'chuyen_trong_tinh',
          }),
        ]),
        register(G, '2026-03', [mover('moved', '2026-02-01', { employment: 'chua_co' })]),
      ],
    })
  })
  afterAll(() => given?.close())

  it('counts stays that cover the last day; the day of leaving is no longer one', async () => {
    // there, gone after, last day, student, unsteady; stable work: there, gone after
    expect(await given.figure(employmentRate, '2026-03', A)).toBe('2/5')
    expect(await given.figure(employmentRate, '2026-Q1', A)).toBe('2/5')
  })

  it('asks each window its own register', async () => {
    expect(await given.figure(employmentRate, '2026-01', A)).toBe('0/1')
    expect(await given.figure(employmentRate, '2026-02', A)).toBe('0/0')
  })

  it('gives who is claimed by two communes to the later arrival', async () => {
    expect(await given.figure(employmentRate, '2026-03', B)).toBe('0/0')
    expect(await given.figure(employmentRate, '2026-03', C)).toBe('0/1')
  })

  it('then to the smaller unit id', async () => {
    expect(await given.figure(employmentRate, '2026-03', D)).toBe('1/1')
    expect(await given.figure(employmentRate, '2026-03', E)).toBe('0/0')
  })

  it('takes the work of who moved from the row of where he lives now', async () => {
    expect(await given.figure(employmentRate, '2026-03', F)).toBe('0/0')
    expect(await given.figure(employmentRate, '2026-03', G)).toBe('0/1')
  })

  it('adds up in the province to distinct persons', async () => {
    expect(await given.whole(employmentRate, '2026-03', PROVINCE)).toBe('3/8 final 7/7 withheld 0')
  })

  it('notes the overlap in both communes, once each', async () => {
    const noted = await given.engine.rows(`
      select s.reporter_id, p.facts from problem p join submission s using (submission_id)
      where p.code = 'overlapping-stays' order by 1`)
    expect(noted).toEqual(
      [
        [B, C],
        [C, B],
        [D, E],
        [E, D],
      ].map(([own, other]) => ({
        reporter_id: `police:${own}`,
        facts: `{"other":"${other}@2025-07-01"}`,
      })),
    )
  })
})

describe('a person without any identifier', () => {
  it('is a person of its own in each row', async () => {
    const given = await generationOf({
      reports: [
        register(A, '2026-03', [
          resident('x', '2025-01-01', {}, []),
          resident('y', '2025-01-01', {}, []),
        ]),
      ],
    })
    expect(await given.figure(employmentRate, '2026-03', A)).toBe('0/2')
    await given.close()
  })
})
