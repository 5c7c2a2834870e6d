import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VerdictCode } from '#models/database.ts'
import { employmentRate, exemplarCoverage, reoffendingRate } from '#models/indicators/index.ts'
import { evidenceOf, strengthOf } from '#models/judgement/evidence.ts'
import { clopperPearson } from '#models/judgement/interval.ts'
import { signalStrength } from '#models/judgement/signal.ts'
import { judge, type Question, silentSubjects } from '#models/judgement/verdict.ts'
import { fixTarget, type Ratio, type Target } from '#models/plans/target.ts'
import { measured } from '#test/support/measured.ts'

const common = { level: 'province', alsoAt: ['commune'], clause: 'II', statement: '' } as const
const below = (ratio: Ratio) =>
  fixTarget({ ...common, id: 'T02', indicator: reoffendingRate, below: ratio })
const atLeast = (ratio: Ratio, duty?: true) =>
  fixTarget({
    ...common,
    id: 'T03',
    indicator: employmentRate,
    atLeast: ratio,
    ...(duty && { duty }),
  })
const everyone = fixTarget({ ...common, id: 'T04', indicator: employmentRate, all: true })
const range = fixTarget({
  ...common,
  id: 'T05',
  indicator: employmentRate,
  between: [
    [20, 100],
    [25, 100],
  ],
})
const exemplars = fixTarget({
  ...common,
  id: 'T06',
  indicator: exemplarCoverage,
  atLeast: [30, 100],
  duty: true,
})

/**
 * From the best that may be said of one figure to the worst. ND stands where a figure would be met but for rows withheld or units silent;
 * a duty is OPEN, whatever its count, until its year closes.
 */
const SEVERITY: readonly VerdictCode[] = ['OK', 'OK?', 'MET', 'OPEN', 'ND', 'NUM', 'SIG', 'MISS']

const target = fc.constantFrom<Target>(
  below([1, 100]),
  below([3, 100]),
  atLeast([70, 100]),
  range,
  everyone,
  exemplars,
)

/** All but the count: any level, size, coverage, rows withheld and time of the year. */
const setting = fc
  .record({
    level: fc.constantFrom('province' as const, 'commune' as const),
    n: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 6000 })),
    unitsExpected: fc.integer({ min: 1, max: 99 }),
    silent: fc.oneof(fc.constant(0), fc.nat(98)),
    rowsWithheld: fc.oneof(fc.constant(0), fc.nat(5)),
    monthsLeft: fc.nat(11),
    highestMonthlyInflow: fc.option(fc.nat(200)),
  })
  .map(({ silent, ...rest }) => ({
    ...rest,
    unitsCovered: Math.max(0, rest.unitsExpected - silent),
  }))

type Setting = typeof setting extends fc.Arbitrary<infer T> ? T : never

function questionOf(of: Target, x: number, at: Setting): Question {
  const { level, n, monthsLeft, highestMonthlyInflow, ...more } = at
  return {
    target: of,
    windowId: 'adm:2026-9M',
    unitId: '24@2025-07-01',
    level,
    measured: measured(x, n, more),
    monthsLeft,
    highestMonthlyInflow,
  }
}

const codeOf = (of: Target, x: number, at: Setting) => judge(questionOf(of, x, at)).code

describe('the severity of a verdict', () => {
  it('never falls with one more case under a ceiling, nor with one fewer above a floor', () => {
    fc.assert(
      fc.property(target, setting, fc.nat(), (of, at, seed) => {
        const x = seed % at.n
        const [better, worse] = 'below' in of ? [x, x + 1] : [x + 1, x]
        const [low, high] = [codeOf(of, better, at), codeOf(of, worse, at)]
        expect([low, high].every((code) => SEVERITY.includes(code))).toBe(true)
        expect(SEVERITY.indexOf(high)).toBeGreaterThanOrEqual(SEVERITY.indexOf(low))
      }),
      { numRuns: 1000 },
    )
  })

  it('has a strength that never falls either, and slack that falls by one', () => {
    const rank = (of: Target, x: number, at: Setting) => {
      const { fact, strength } = judge(questionOf(of, x, at))
      if (fact !== 'unmet' || strength === null) return 0
      return strength === 'moderate' ? 1 : 2
    }
    fc.assert(
      fc.property(setting, fc.nat(), (at, seed) => {
        const [of, x] = [below([1, 100]), seed % at.n]
        expect(rank(of, x + 1, at)).toBeGreaterThanOrEqual(rank(of, x, at))
        const slack = (count: number) => judge(questionOf(of, count, at)).slack as number
        expect(slack(x + 1)).toBe(slack(x) - 1)
      }),
    )
  })
})

describe('the evidence', () => {
  it('is a signal exactly where the lower limit of Clopper and Pearson lies above the target', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(60), (n, seed) => {
        const x = Math.min(seed, n)
        const limits = clopperPearson(x, n, 0.95)
        const adverse = evidenceOf({ below: [1, 100] }, x, n)?.adverse as number
        expect((limits?.low as number) > 0.01).toBe(adverse < 0.025)
        const floor = evidenceOf({ atLeast: [7, 10] }, x, n)?.adverse as number
        expect((limits?.high as number) < 0.7).toBe(floor < 0.025)
      }),
    )
  })

  it('is the same by whole numbers as by its p, in both directions', () => {
    fc.assert(
      fc.property(target, fc.integer({ min: 1, max: 900 }), fc.nat(), (of, n, seed) => {
        const x = seed % (n + 1)
        const evidence = evidenceOf(of, x, n)
        for (const direction of ['adverse', 'favourable'] as const) {
          const strength = evidence && strengthOf(evidence[direction])
          expect(signalStrength(of, direction, x, n)).toBe(strength)
        }
      }),
    )
  })
})

/** Whether every way in which the year may go on ends as it should: `more` subjects, `cases` of them counted. */
function inEveryFuture(
  { most, counted }: { most: number; counted: number },
  ends: (more: number, cases: number) => boolean,
): boolean {
  for (let more = 0; more <= most; more++)
    for (let cases = 0; cases <= Math.min(more + counted, most); cases++)
      if (!ends(more, cases)) return false
  return true
}

describe('what is called certain', () => {
  const small = fc.record({
    n: fc.integer({ min: 1, max: 30 }),
    expected: fc.integer({ min: 1, max: 12 }),
    silent: fc.nat(3),
    rowsWithheld: fc.nat(3),
    monthsLeft: fc.nat(3),
    inflow: fc.nat(4),
    seed: fc.nat(),
  })

  it('is a miss of a ceiling, where no future of at most so many more persons saves the year', () => {
    fc.assert(
      fc.property(small, ({ n, expected, silent, rowsWithheld, monthsLeft, inflow, seed }) => {
        const [x, covered] = [seed % (n + 1), Math.max(1, expected - silent)]
        const units = { unitsExpected: expected, unitsCovered: covered }
        const most =
          silentSubjects({ denominator: n, ...units }) + rowsWithheld + monthsLeft * inflow
        fc.pre(most <= 20)
        const at: Setting = {
          ...{ level: 'province', n, rowsWithheld, monthsLeft, ...units },
          highestMonthlyInflow: inflow,
        }
        const of = below([20, 100])
        const lost = inEveryFuture(
          { most, counted: 0 },
          (more, cases) => 5 * (x + cases) >= n + more,
        )
        expect(codeOf(of, x, at) === 'MISS').toBe(lost)
      }),
      { numRuns: 500 },
    )
  })

  it('is, at the close, a floor that is met or missed however the silent ones and the withheld rows turn out', () => {
    const of = atLeast([30, 100], true)
    fc.assert(
      fc.property(small, ({ n, expected, silent, rowsWithheld, seed }) => {
        const [x, covered] = [seed % (n + 1), Math.max(1, expected - silent)]
        const units = { unitsExpected: expected, unitsCovered: covered }
        const others = silentSubjects({ denominator: n, ...units })
        fc.pre(others + rowsWithheld <= 20)
        const at: Setting = {
          ...{ level: 'province', n, rowsWithheld, monthsLeft: 0, ...units },
          highestMonthlyInflow: null,
        }
        // silent subjects are counted or not; a withheld row counts for somebody who is there, or is one more subject, counted or not
        const futures = []
        for (let counted = 0; counted <= others; counted++)
          for (let row = 0; row <= rowsWithheld; row++)
            for (let added = 0; added <= rowsWithheld - row; added++)
              futures.push(10 * (x + counted + row) >= 3 * (n + others + added))
        const code = codeOf(of, x, at)
        const enough = covered * 100 >= expected * 80
        expect(code === 'MISS').toBe(futures.every((met) => !met))
        expect(code === 'MET').toBe(enough && futures.every(Boolean))
      }),
      { numRuns: 500 },
    )
  })
})
