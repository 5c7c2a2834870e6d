import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  classOf,
  type OutlookQuestion,
  outlookBeside,
  outlookOf,
} from '#models/judgement/outlook.ts'
import { endingOf } from '#models/judgement/outlook-future.ts'
import { betaShapes, priorFrom } from '#models/judgement/prior.ts'

const year = { deadline: { kind: 'plan-year' }, duty: false } as const
const on = () => true
const flat = (m: number) => ({ low: m, mid: m, high: m })

/** Nine months of 5,000 persons under 1 %; three months more. */
const events = (x: number, more: Partial<OutlookQuestion> = {}): OutlookQuestion => ({
  target: { below: [1, 100], ...year },
  course: 'exposed',
  x,
  n: 5000,
  silent: 0,
  monthsGone: 9,
  monthsLeft: 3,
  coming: flat(300),
  exposure: { seen: 42_000, unseen: 14_400 },
  prior: priorFrom(null),
  ...more,
})

const persons = (x: number, n: number, m: number, more: Partial<OutlookQuestion> = {}) => ({
  ...events(x),
  target: { atLeast: [20, 100], ...year } as const,
  course: 'entering' as const,
  n,
  coming: flat(m),
  exposure: null,
  ...more,
})

/** A figure of which so many of 99 units tell. */
const told = (unitsCovered: number) => ({
  definitionId: 'd/1',
  windowId: 'adm:2026-9M',
  unitId: '24@2025-07-01',
  ...({ numerator: 53, denominator: 5000, basis: 'register', state: 'provisional' } as const),
  ...{ unitsExpected: 99, unitsCovered, rowsWithheld: 11 },
})

/** P(at most k) of Poisson counts over `unseen`, the rate being Gamma(shape, seen): Simpson's rule over the rate. */
function mixed(k: number, shape: number, seen: number, unseen: number): number {
  const density = (rate: number) => Math.exp((shape - 1) * Math.log(rate) - rate * seen)
  const atMost = (mean: number) => {
    let term = Math.exp(-mean)
    let sum = term
    for (let i = 1; i <= k; i += 1) {
      term *= mean / i
      sum += term
    }
    return sum
  }
  const [steps, end] = [4000, (shape + 12 * Math.sqrt(shape) + 20) / seen]
  let [above, below] = [0, 0]
  for (let i = 1; i < steps; i += 1) {
    const rate = (end * i) / steps
    const weight = (i % 2 === 0 ? 2 : 4) * density(rate)
    above += weight * atMost(rate * unseen)
    below += weight
  }
  return above / below
}

/** P(at most k of m) by Pólya's urn, ball by ball: each success makes the next one likelier. */
function urn(k: number, m: number, successes: number, failures: number): number {
  let ways = [1]
  for (let drawn = 0; drawn < m; drawn += 1) {
    const next = new Array<number>(drawn + 2).fill(0)
    ways.forEach((p, hits) => {
      const share = (successes + hits) / (successes + failures + drawn)
      next[hits + 1] = (next[hits + 1] ?? 0) + p * share
      next[hits] = (next[hits] ?? 0) + p * (1 - share)
    })
    ways = next
  }
  return ways.slice(0, k + 1).reduce((sum, each) => sum + each, 0)
}

describe('an outlook of events in time', () => {
  it('is a Poisson count at a rate that the year so far leaves uncertain', () => {
    // Under 1 % of 5,300: at most 52; 40 so far leave 12.
    const { probability, allowance } = outlookOf(events(40), on) ?? {}
    expect(probability).toBeCloseTo(mixed(12, 40.5, 42_000, 14_400), 6)
    // Under 1 % of 5,000: at most 49.
    expect(allowance).toBe(9)
  })

  it('knows of last year what half of its persons would tell, at most 200 of them for twelve months', () => {
    const prior = priorFrom({ x: 66, over: 60_000 }, 12)
    expect(prior).toEqual({ events: 0.5 + 2.64, over: 2400 })
    expect(outlookOf(events(40, { prior }), on)?.probability).toBeCloseTo(
      mixed(12, 43.14, 44_400, 14_400),
      6,
    )
  })

  it('is never better for one event more', () => {
    const chance = (x: number) => outlookOf(events(x), on)?.probability ?? 0
    fc.assert(fc.property(fc.integer({ min: 0, max: 51 }), (x) => chance(x + 1) <= chance(x)))
    expect(outlookOf(events(53), on)?.class).toBe('lost')
  })

  it('takes the mean of few, some and many persons to come, and says how far they are apart', () => {
    const of = (m: number) => outlookOf(events(44, { coming: flat(m) }), on)?.probability as number
    const outlook = outlookOf(events(44, { coming: { low: 0, mid: 300, high: 900 } }), on)
    expect(outlook?.probability).toBeCloseTo((of(0) + of(300) + of(900)) / 3, 12)
    const [least, largest] = outlook?.spread ?? [0, 0]
    expect(least).toBeCloseTo(of(0), 12)
    expect(largest).toBeCloseTo(of(900), 12)
  })
})

describe('an outlook of shares of persons', () => {
  it('draws further persons from an urn that holds those so far, and half of one on either side', () => {
    // At least 20 % of 100 + 30: 26 wanted, 18 there, so 8 or more of 30.
    const outlook = outlookOf(persons(18, 100, 30), on)
    expect(outlook?.probability).toBeCloseTo(1 - urn(7, 30, 18.5, 82.5), 10)
    expect(outlook).toMatchObject({ needed: 8, neededPerMonth: 3, allowance: null })
  })

  it('is certain of persons who stay counted, and not of a stock, which may fall again', () => {
    expect(outlookOf(persons(30, 100, 50), on)).toMatchObject({
      class: 'secured',
      probability: null,
    })
    const stock = outlookOf(persons(30, 100, 50, { course: 'standing' }), on)
    expect(stock?.class).toBe('high')
  })

  it('has a prior whose shapes add up to its weight and one', () => {
    expect(betaShapes(priorFrom({ x: 30, over: 100 }))).toEqual([0.5 + 15, 0.5 + 35])
    expect(betaShapes(priorFrom({ x: 700, over: 1000 }))).toEqual([140.5, 60.5])
    expect(betaShapes(priorFrom(null))).toEqual([0.5, 0.5])
  })
})

describe('no probability', () => {
  it('is told of a duty, but what each month left has to bring', () => {
    const duty = persons(120, 141, 30, { target: { all: true, ...year, duty: true } })
    expect(outlookOf(duty, on)).toEqual({
      class: null,
      probability: null,
      spread: null,
      allowance: null,
      needed: 21,
      neededPerMonth: 7,
      monthsLeft: 3,
    })
  })

  it('is told of a duty of units; silent ones are asked, too', () => {
    // 30 % of 99 are 30; of the 90 that told 27 would do.
    const target = { atLeast: [30, 100], ...year, duty: true } as const
    const duty = persons(20, 90, 0, { target, course: 'standing', silent: 9 })
    expect(outlookOf(duty, on)).toMatchObject({ class: null, needed: 10, neededPerMonth: 4 })
  })

  it('is told where nothing is left of the year, nobody is concerned, or a road map decides', () => {
    expect(outlookOf(events(3, { monthsLeft: 0, monthsGone: 12 }), on)).toBeNull()
    expect(outlookOf(events(0, { n: 0 }), on)).toBeNull()
    const roadmap = { kind: 'roadmap', of: 'Bộ Công an' } as const
    expect(
      outlookOf(events(3, { target: { below: [1, 100], duty: false, deadline: roadmap } }), on),
    ).toBeNull()
  })

  it('is told where the back-test has switched it off; what is certain, and what is left, are', () => {
    const off = outlookOf(events(40), (course, months) => course !== 'exposed' || months !== 9)
    expect(off).toMatchObject({ class: null, probability: null, allowance: 9 })
    expect(outlookOf(events(53), () => false)?.class).toBe('lost')
  })

  it('is told after a single month, which says nothing of what comes', () => {
    expect(outlookOf(events(3, { coming: null }), on)).toMatchObject({ class: null, allowance: 46 })
    expect(outlookOf(events(3, { exposure: null }), on)).toMatchObject({ class: null })
  })

  it('stands beside a figure that cannot be, or of which too few have reported', () => {
    for (const code of ['NA', 'DQ'] as const)
      expect(outlookBeside({ code }, told(99), events(53))).toBeNull()
    expect(outlookBeside({ code: 'ND' }, told(79), events(53))).toBeNull() // 79.2 of 99 are 80 %
    expect(outlookBeside({ code: 'OK' }, told(99), null)).toBeNull()
    expect(outlookBeside({ code: 'OK' }, null, events(53))).toBeNull()
  })

  it('stays where rows are withheld, and where a miss is certain with few reports', () => {
    expect(outlookBeside({ code: 'ND' }, told(80), events(53))?.class).toBe('lost')
    expect(outlookBeside({ code: 'MISS' }, told(50), events(53))?.class).toBe('lost')
  })
})

describe('the end of the year in 80 of 100 cases', () => {
  it('lies between the tenth and the ninetieth hundredth of what is foretold', () => {
    const [low, high] = endingOf(events(40)) ?? [0, 0]
    const atMost = (share: number) => mixed(Math.round(share * 5300) - 40, 40.5, 42_000, 14_400)
    expect(atMost(low)).toBeGreaterThanOrEqual(0.1)
    expect(atMost(low - 1 / 5300)).toBeLessThan(0.1)
    expect(atMost(high)).toBeGreaterThanOrEqual(0.9)
    expect(atMost(high - 1 / 5300)).toBeLessThan(0.9)
  })
})

it('classes begin at 90, 50 and 10 %', () => {
  const classes = [0.9, 0.8999, 0.5, 0.4999, 0.1, 0.0999].map(classOf)
  expect(classes).toEqual(['high', 'medium', 'medium', 'low', 'low', 'very-low'])
})
