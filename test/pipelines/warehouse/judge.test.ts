import { describe, expect, it, onTestFinished } from 'vitest'
import { A, generationOf, unitOf } from '#test/support/rows.ts'
import { offence, offences, register, resident } from '#test/support/sent.ts'

const people = (n: number) => Array.from({ length: n }, (_, at) => `P${at}`)
const since = '2024-05-01'

/** The verdict on the province's reoffending: `SIG adm:2026-2M`. */
async function verdictOf(given: Parameters<typeof generationOf>[0]): Promise<string> {
  const generation = await generationOf({ communes: [A], ...given })
  onTestFinished(() => generation.close())
  const [row] = await generation.engine.rows(
    `select code, window_id from verdict where target = 'T02' and unit_id = $1`,
    [unitOf('24')],
  )
  return `${row?.['code']} ${row?.['window_id']}`
}

const threeCases = (window: string) =>
  offences(
    window,
    people(3).map((name) => offence(`V${name}`, name, A, '2026-01-05')),
  )

describe('a miss before the year has closed', () => {
  it('is never certain from one month: nobody knows yet how many come in another', async () => {
    const all = people(20).map((name) => resident(name, since))
    const january = {
      businessDate: '2026-01-20',
      reports: [register(A, '2026-01', all), threeCases('2026-01')],
    } as const
    expect(await verdictOf(january)).toBe('SIG adm:2026-01')
    const gap = {
      businessDate: '2026-02-20',
      missing: [`returnee-register police:${A} 2026-01`],
      reports: [register(A, '2026-02', all), threeCases('2026-02')],
    } as const
    expect(await verdictOf(gap)).toBe('SIG adm:2026-2M')
  })

  it('is certain when as many as in the fullest month so far would not do', async () => {
    const grown = (more: number) => ({
      businessDate: '2026-02-20' as const,
      reports: [
        register(
          A,
          '2026-01',
          people(20).map((name) => resident(name, since)),
        ),
        register(A, '2026-02', [
          ...people(20).map((name) => resident(name, since)),
          ...people(more).map((name) => resident(`new ${name}`, '2026-02-01')),
        ]),
        threeCases('2026-02'),
      ],
    })
    // 3 of N are under 1 % from N = 301 on; 20 + 25 + 10 × 25 = 295, 20 + 26 + 10 × 26 = 306
    expect(await verdictOf(grown(25))).toBe('MISS adm:2026-2M')
    expect(await verdictOf(grown(26))).toBe('SIG adm:2026-2M')
  })
})
