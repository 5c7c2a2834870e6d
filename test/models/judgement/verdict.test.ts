import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { communicationReach, reoffendingRate } from '#models/indicators/index.ts'
import { judge, judgedAt, type Question } from '#models/judgement/verdict.ts'
import type { Measured } from '#models/measured.ts'
import { fixTarget, type Goal, type Target } from '#models/plans/target.ts'

const common = { level: 'province', alsoAt: ['commune'], clause: 'II', statement: '' } as const

function target(goal: Goal, duty?: true): Target {
  const indicator = 'below' in goal ? reoffendingRate : communicationReach
  return fixTarget({ ...goal, ...common, id: 'T', indicator, ...(duty ? { duty } : {}) } as never)
}

const underOne = target({ below: [1, 100] })
const seventy = target({ atLeast: [70, 100] })
const all = target({ all: true })
const exemplars = target({ atLeast: [30, 100] }, true)

const roadmap = { kind: 'roadmap', of: 'Bộ Công an' } as const

type Case = Partial<Measured> &
  Partial<Pick<Question, 'level' | 'monthsLeft' | 'highestMonthlyInflow'>>

function question(of: Target, x: number, n: number, rest: Case = {}): Question {
  const { level = 'province', monthsLeft = 3, highestMonthlyInflow = 20, ...more } = rest
  const measured: Measured = {
    definitionId: of.definition.id,
    windowId: 'adm:2026-9M',
    unitId: '24@2025-07-01',
    numerator: x,
    denominator: n,
    basis: 'register',
    unitsExpected: 99,
    unitsCovered: 99,
    rowsWithheld: 0,
    state: 'final',
    ...more,
  }
  const { windowId, unitId } = measured
  return { target: of, windowId, unitId, level, measured, monthsLeft, highestMonthlyInflow }
}

function codeOf(of: Target, x: number, n: number, rest?: Case): string {
  const { fact, code } = judge(question(of, x, n, rest))
  return `${fact} ${code}`
}

const closed = { monthsLeft: 0 }
const silent = { unitsCovered: 79 } // 79.8 % of 99
const nearlyAll = { unitsCovered: 80 } // 80.8 %
const withheld = { rowsWithheld: 1 }
const commune = { level: 'commune', unitsExpected: 1, unitsCovered: 1 } as const

describe('a share under 1 %', () => {
  it.each<[string, number, number, Case, string]>([
    ['nobody at risk', 0, 0, {}, 'na NA'],
    ['nobody at risk, but one commune is silent', 0, 0, { unitsCovered: 98 }, 'na ND'],
    ['nobody at risk, but a row is withheld', 0, 0, withheld, 'na ND'],
    ['an event without a person', 1, 0, {}, 'na DQ'],
    ['more events than persons', 6, 5, {}, 'na DQ'],
    ['79 of 99 communes', 0, 4000, silent, 'met ND'],
    ['80 of 99 communes', 0, 4000, nearlyAll, 'met OK'],
    // 20 silent communes of 51 persons each at most: ⌈4,000 × 20/79⌉ = 1,013; of 5,013 at most 50, of 5,073 with 3 × 20 as well
    ['a certain miss, though 20 communes are silent', 51, 4000, silent, 'unmet MISS'],
    ['not certain, and too few reports to judge', 50, 4000, silent, 'unmet ND'],
    [
      'nor when months of inflow could mend it',
      51,
      4000,
      { ...silent, highestMonthlyInflow: 30 },
      'unmet ND',
    ],
    [
      'a certain miss at the close, though 20 are silent',
      51,
      4000,
      { ...silent, ...closed },
      'unmet MISS',
    ],
    [
      'nothing is certain where nobody has reported',
      50,
      100,
      { ...closed, unitsCovered: 0 },
      'unmet ND',
    ],
    // most under 1 % of 5112 is 51; P(X ≤ 3 | 5112, 1 %) ~ 1e-18
    ['far below', 3, 5112, {}, 'met OK'],
    // 0.99^300 = 0.049
    ['none of 300', 0, 300, {}, 'met OK?'],
    ['just below', 51, 5112, {}, 'met OK?'],
    // 3 of 300 is not under 1 %; N = 300 + 3 × 20 = 360 would allow 3
    ['at 1 %, with months to come', 3, 300, {}, 'unmet NUM'],
    // N = 300 + 3 × 0: at most 2
    ['at 1 %, nobody to come', 3, 300, { highestMonthlyInflow: 0 }, 'unmet MISS'],
    ['at 1 %, inflow unknown', 3, 300, { highestMonthlyInflow: null }, 'unmet NUM'],
    // table: 200 persons warn from 6 on; N = 200 + 3 × 200 = 800 allows 7
    ['6 of 200', 6, 200, { highestMonthlyInflow: 200 }, 'unmet SIG'],
    ['5 of 200', 5, 200, { highestMonthlyInflow: 200 }, 'unmet NUM'],
    // N = 200 + 3 × 134 = 602 allows 6; 3 × 133 = 399 gives 599 and allows 5
    ['6 of 200, just reachable', 6, 200, { highestMonthlyInflow: 134 }, 'unmet SIG'],
    ['6 of 200, out of reach', 6, 200, { highestMonthlyInflow: 133 }, 'unmet MISS'],
    ['3 of 300 when the year has closed', 3, 300, closed, 'unmet MISS'],
    ['2 of 300 when the year has closed', 2, 300, closed, 'met OK?'],
    // 60 of 5112 where one of 99 communes is silent: at most 52.1 of 5,165
    [
      '60 of 5112 at the close, one silent',
      60,
      5112,
      { ...closed, unitsCovered: 98 },
      'unmet MISS',
    ],
    // 52 of 5112: with 53 more persons 5,165 would allow 51; with two silent, 5,218 allows 52
    [
      '52 of 5112 at the close, one silent',
      52,
      5112,
      { ...closed, unitsCovered: 98 },
      'unmet MISS',
    ],
    ['52 of 5112 at the close, two silent', 52, 5112, { ...closed, unitsCovered: 97 }, 'unmet NUM'],
    ['a withheld row that cannot matter', 3, 5112, withheld, 'met OK'],
    ['a withheld row that may be the 52nd case', 51, 5112, withheld, 'na ND'],
    [
      'a withheld row beside a signal',
      6,
      200,
      { ...withheld, highestMonthlyInflow: 200 },
      'unmet SIG',
    ],
  ])('%s', (_, x, n, rest, expected) => {
    expect(codeOf(underOne, x, n, rest)).toBe(expected)
  })
})

describe('a share under 1 % in one commune', () => {
  it.each<[string, number, number, Case, string]>([
    ['one event in fifty persons is watched', 1, 50, {}, 'unmet NUM'],
    ['three are a signal', 3, 50, {}, 'unmet SIG'],
    ['never a certain miss, not even at the close', 1, 50, closed, 'unmet NUM'],
    ['none is met, never proven', 0, 50, {}, 'met OK?'],
    ['not even with 400 persons', 0, 400, {}, 'met OK?'],
    ['a silent commune', 0, 50, { unitsCovered: 0 }, 'met ND'],
    ['nothing is judged met with a row withheld', 0, 400, withheld, 'na ND'],
    ['a withheld row does not undo a signal', 3, 50, withheld, 'unmet SIG'],
    ['nobody there', 0, 0, {}, 'na NA'],
  ])('%s', (_, x, n, rest, expected) => {
    expect(codeOf(underOne, x, n, { ...commune, ...rest })).toBe(expected)
  })
})

describe('an outcome of at least 70 % in one commune', () => {
  // P(X ≤ 2 | 3, 0.7) = 1 − 0.343; P(X ≤ 3 | 10, 0.7) = 0.0106
  it.each<[string, number, number, Case, string]>([
    [
      'two of three at the close: at a true 70 % two thirds of such communes have no more',
      2,
      3,
      closed,
      'unmet NUM',
    ],
    ['three of ten are a signal, then and before', 3, 10, closed, 'unmet SIG'],
    ['eight of ten', 8, 10, closed, 'met OK?'],
  ])('%s', (_, x, n, rest, expected) => {
    expect(codeOf(seventy, x, n, { ...commune, ...rest })).toBe(expected)
  })

  it('is missed by a duty all the same', () => {
    expect(codeOf(all, 2, 3, { ...commune, ...closed })).toBe('unmet MISS')
  })
})

describe('a duty of 100 %', () => {
  it.each<[string, number, number, Case, string]>([
    ['nobody to serve', 0, 0, {}, 'na NA'],
    ['nobody to serve so far as 98 of 99 say', 0, 0, { unitsCovered: 98 }, 'na ND'],
    ['open while the year runs', 138, 141, {}, 'unmet OPEN'],
    ['open with everyone served', 141, 141, {}, 'met OPEN'],
    ['open, though 1 of 50 would be a signal elsewhere', 1, 50, {}, 'unmet OPEN'],
    ['open with a withheld row, not called met', 141, 141, withheld, 'na OPEN'],
    ['no data from too few', 100, 100, silent, 'met ND'],
    ['met at the close', 141, 141, closed, 'met MET'],
    ['missed at the close by one', 140, 141, closed, 'unmet MISS'],
    [
      'missed at the close however many are silent',
      100,
      110,
      { ...closed, ...silent },
      'unmet MISS',
    ],
    ['not met while one commune is silent', 141, 141, { ...closed, unitsCovered: 98 }, 'met ND'],
    ['not met from withheld rows', 141, 141, { ...closed, ...withheld }, 'na ND'],
    [
      'nor missed, when a withheld row may be the one',
      140,
      141,
      { ...closed, ...withheld },
      'unmet ND',
    ],
    ['missed when it cannot be', 139, 141, { ...closed, ...withheld }, 'unmet MISS'],
    ['more served than there are', 142, 141, {}, 'na DQ'],
  ])('%s', (_, x, n, rest, expected) => {
    expect(codeOf(all, x, n, rest)).toBe(expected)
  })

  it('says how many are still missing and tests nothing', () => {
    expect(judge(question(all, 138, 141))).toMatchObject({ slack: -3, strength: null })
  })
})

describe('a duty of at least 30 % of the communes', () => {
  it.each<[string, number, number, Case, string]>([
    ['29 of 99 is open', 29, 99, {}, 'unmet OPEN'],
    ['3 of 99 is open, too: chance excuses nobody', 3, 99, {}, 'unmet OPEN'],
    ['30 of 99 is open until the close', 30, 99, {}, 'met OPEN'],
    ['30 of 99 at the close', 30, 99, closed, 'met MET'],
    ['29 of 99 at the close', 29, 99, closed, 'unmet MISS'],
    // 96 covered: the three silent ones may have one each; 30 of 99 are wanted
    ['27 of 96 at the close, three silent', 27, 96, { ...closed, unitsCovered: 96 }, 'unmet ND'],
    ['26 of 96 at the close, three silent', 26, 96, { ...closed, unitsCovered: 96 }, 'unmet MISS'],
  ])('%s', (_, x, n, rest, expected) => {
    expect(codeOf(exemplars, x, n, rest)).toBe(expected)
  })
})

describe('an outcome of at least 70 %', () => {
  it.each<[string, number, number, Case, string]>([
    // P(X ≤ 60 | 100, 0.7) = 0.021; P(X ≤ 61) = 0.034 (binomial tables)
    ['60 of 100', 60, 100, {}, 'unmet SIG'],
    ['61 of 100', 61, 100, {}, 'unmet NUM'],
    ['70 of 100', 70, 100, {}, 'met OK?'],
    // P(X ≥ 79) = 0.029, P(X ≥ 80) = 0.016
    ['79 of 100', 79, 100, {}, 'met OK?'],
    ['80 of 100', 80, 100, {}, 'met OK'],
    ['69 of 100 at the close', 69, 100, closed, 'unmet MISS'],
    // three silent of 99: ⌈100 × 3/96⌉ = 4 more, all of them with work: 68 + 4 of 104 < 70 % ≤ 69 + 4 of 104
    [
      '68 of 100 at the close, three silent',
      68,
      100,
      { ...closed, unitsCovered: 96 },
      'unmet MISS',
    ],
    ['69 of 100 at the close, three silent', 69, 100, { ...closed, unitsCovered: 96 }, 'unmet NUM'],
    // 20 of 99: ⌈100 × 20/79⌉ = 26 more; 62 + 26 = 88 of 126 < 88.2 ≤ 63 + 26
    ['62 of 100 at the close, 20 silent', 62, 100, { ...closed, ...silent }, 'unmet MISS'],
    ['63 of 100 at the close, 20 silent', 63, 100, { ...closed, ...silent }, 'unmet ND'],
  ])('%s', (_, x, n, rest, expected) => {
    expect(codeOf(seventy, x, n, rest)).toBe(expected)
  })
})

describe('a verdict', () => {
  it('has no data where no value exists, and still says of what', () => {
    expect(judge({ ...question(underOne, 0, 1), measured: null })).toEqual({
      target: 'T',
      windowId: 'adm:2026-9M',
      unitId: '24@2025-07-01',
      definitionId: underOne.definition.id,
      fact: 'na',
      code: 'ND',
      strength: null,
      slack: null,
      listed: null,
      outlook: null,
    })
  })

  it('carries the strength of its evidence', () => {
    const strength = (x: number, n: number) =>
      judge(question(underOne, x, n, { highestMonthlyInflow: null })).strength
    // 200 persons: warn 6, alarm 9
    expect([strength(5, 200), strength(6, 200), strength(9, 200)]).toEqual([
      null,
      'moderate',
      'strong',
    ])
  })

  it('of a miss says whether it is a signal as well, if enough have reported', () => {
    const strength = (rest: Case) => judge(question(underOne, 60, 4000, rest)).strength
    // P(X ≥ 60 | 4000, 1 %) = 0.0018
    expect([strength(closed), strength({ ...closed, ...silent })]).toEqual(['moderate', null])
    expect(judge(question(underOne, 3, 300, closed))).toMatchObject({
      code: 'MISS',
      strength: null,
    })
  })

  it('is given at the levels that the target names', () => {
    expect(judgedAt(underOne, 'province')).toBe(true)
    expect(judgedAt(underOne, 'commune')).toBe(true)
    expect(judgedAt(underOne, 'district')).toBe(false)
  })

  it('never improves when one more person offends', () => {
    const order = ['OK', 'OK?', 'NUM', 'SIG', 'MISS']
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8000 }),
        fc.nat(200),
        fc.nat(11),
        fc.nat(300),
        (n, seed, monthsLeft, highestMonthlyInflow) => {
          const x = Math.min(seed, n - 1)
          const rank = (events: number) =>
            order.indexOf(
              judge(question(underOne, events, n, { monthsLeft, highestMonthlyInflow })).code,
            )
          expect(rank(x)).toBeGreaterThanOrEqual(0)
          expect(rank(x + 1)).toBeGreaterThanOrEqual(rank(x))
        },
      ),
    )
  })

  it('is a certain miss only if no future saves the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(12), fc.nat(40), (n, seed, inflow) => {
        const x = Math.min(seed, n)
        const { code } = judge(
          question(underOne, x, n, { monthsLeft: 2, highestMonthlyInflow: inflow }),
        )
        const futures = Array.from({ length: 2 * inflow + 1 }, (_, more) => n + more)
        const saved = futures.some((total) => x * 100 < total)
        expect(code === 'MISS').toBe(!saved)
      }),
    )
  })

  it('calls nothing met from withheld rows in a commune, and never a duty', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(underOne, all, seventy),
        fc.integer({ min: 1, max: 500 }),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(3),
        (of, n, seed, rowsWithheld, monthsLeft) => {
          const rest = { ...commune, rowsWithheld, monthsLeft }
          const { fact, code } = judge(question(of, seed % (n + 1), n, rest))
          expect(fact).not.toBe('met')
          expect(['OK', 'OK?', 'MET']).not.toContain(code)
        },
      ),
    )
  })
})

describe('a target by a road map', () => {
  const files: Target = { ...all, deadline: roadmap }
  const share: Target = { ...seventy, deadline: roadmap }
  const few: Target = { ...underOne, deadline: roadmap }

  it.each<[string, Target, number, number, Case, string]>([
    ['is open while the year runs', files, 90, 100, {}, 'unmet OPEN'],
    ['is open when the year has closed', files, 90, 100, closed, 'unmet OPEN'],
    ['is open when all is done', files, 100, 100, closed, 'met OPEN'],
    ['needs reports as any other', files, 90, 100, { ...closed, unitsCovered: 79 }, 'unmet ND'],
    ['has nothing to say of nobody', files, 0, 0, closed, 'na NA'],
    ['warns of a share, and never says missed', share, 600, 1000, closed, 'unmet SIG'],
    ['nor of a share that no inflow can mend', few, 30, 300, closed, 'unmet SIG'],
  ])('%s', (_, of, x, n, rest, expected) => {
    expect(codeOf(of, x, n, rest)).toBe(expected)
  })

  it('is never missed, whatever came', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(files, share, few),
        fc.nat(400),
        fc.nat(400),
        fc.nat(12),
        fc.integer({ min: 0, max: 99 }),
        (of, x, n, monthsLeft, unitsCovered) => {
          expect(codeOf(of, x, n, { monthsLeft, unitsCovered })).not.toMatch(/MISS|MET$/)
        },
      ),
    )
  })
})
