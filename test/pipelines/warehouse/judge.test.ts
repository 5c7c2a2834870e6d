import { describe, expect, it, onTestFinished } from 'vitest'
import { A, B, C, D, E, F, G, generationOf, H, unitOf } from '#test/support/rows.ts'
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

const communes = [A, B, C, D, E, F, G, H]

/** Twenty residents in each of eight communes, and eighty more in A from February on. */
const registers = (window: '2026-01' | '2026-02' | '2026-03') =>
  communes.map((code) =>
    register(
      code,
      window,
      people(code === A && window !== '2026-01' ? 100 : 20).map((name) =>
        resident(`${code} ${name}`, since),
      ),
    ),
  )

const cases = (code: string, n: number, on: '2026-01-05' | '2026-02-05', dropped = false) =>
  people(n).map((name) =>
    offence(
      `V ${code} ${name}`,
      `${code} ${name}`,
      code,
      on,
      dropped ? { dropped_on: '2026-02-10' } : {},
    ),
  )

/** In January A and B have three cases each; those of B are dropped in February, when C has two. */
async function judgedOn(businessDate: '2026-02-20' | '2026-03-20') {
  const later = businessDate === '2026-03-20' ? [registers('2026-03')] : []
  const list = [
    ...cases(A, 3, '2026-01-05'),
    ...cases(B, 3, '2026-01-05', true),
    ...cases(C, 2, '2026-02-05'),
  ]
  const { engine, close } = await generationOf({
    communes,
    businessDate,
    reports: [
      ...[registers('2026-01'), registers('2026-02'), ...later].flat(),
      offences(businessDate.slice(0, 7), list),
    ],
  })
  const verdicts = await engine.rows(
    `select unit_id, code, listed from verdict where target = 'T02' and code in ('NUM', 'SIG') order by unit_id`,
  )
  const fired = await engine.rows(
    `select rule, unit_id, facts from condition where target = 'T02' order by rule, unit_id`,
  )
  await close()
  return {
    verdicts: verdicts.map((row) => Object.values(row).join(' ')),
    fired: fired.map(({ rule, unit_id }) => `${rule} ${unit_id}`),
    facts: fired.map(({ facts }) => JSON.parse(String(facts))),
  }
}

describe('a signal of one commune among eight', () => {
  it('fires if it is listed, and is held for one window below the warning, with what stood then', async () => {
    const { verdicts, fired, facts } = await judgedOn('2026-02-20')
    // 3 of 100 are below the warning of 4; P(X ≥ 2 | 20, 1 %) = 0.017 > 10 % / 8
    expect(verdicts).toEqual([
      `${unitOf(A)} NUM false`,
      `${unitOf(C)} SIG false`,
      `${unitOf('24')} NUM false`,
    ])
    expect(fired).toEqual([`off ${unitOf('24')}`, `outlook ${unitOf('24')}`, `signal ${unitOf(A)}`])
    expect(facts[2]).toMatchObject({
      code: 'NUM',
      numerator: 3,
      denominator: 100,
      held: 1,
      // P(X ≥ 3 | 20, 1 %) = 0.0010
      signalWindow: 'adm:2026-01',
      signalNumerator: 3,
      signalDenominator: 20,
      familySize: 8,
      familyLevel: 10,
      familyKept: 1,
    })
  })

  it('is gone after the second', async () => {
    expect((await judgedOn('2026-03-20')).fired).toEqual([
      `off ${unitOf('24')}`,
      `outlook ${unitOf('24')}`,
    ])
  })
})
