import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointMass } from '#models/judgement/binomial.ts'
import { bernoulliCusum, expectedWindows, thresholdFor } from '#models/judgement/cusum.ts'
import table from './over-time-table.json' with { type: 'json' }

describe('Bernoulli CUSUM', () => {
  it.each(table.cusum)('agrees with R: $x', ({ x, n, sums, ...design }) => {
    const found = bernoulliCusum(
      x.map((each, at) => ({ x: each, n: n[at] as number })),
      design,
    )
    expect(found.map(({ sum }) => sum.toFixed(12))).toEqual(sums.map((sum) => sum.toFixed(12)))
    expect(found.map(({ signal }) => signal)).toEqual(sums.map((sum) => sum >= design.threshold))
    expect(found.some(({ signal }) => signal)).toBe(true)
  })

  it('is not above the sum of its subjects one by one, in whatever order, until it signals', () => {
    const subjects = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(fc.array(subjects, { minLength: 1, maxLength: 6 }), (windows) => {
        const how = { p0: 0.1, threshold: Number.POSITIVE_INFINITY }
        const grouped = bernoulliCusum(
          windows.map((each) => ({ x: each.filter(Boolean).length, n: each.length })),
          how,
        )
        const single = bernoulliCusum(
          windows.flat().map((event) => ({ x: Number(event), n: 1 })),
          how,
        )
        expect(grouped.at(-1)?.sum).toBeLessThanOrEqual((single.at(-1)?.sum ?? 0) + 1e-9)
      }),
    )
  })

  it('never falls when one more event happens', () => {
    const windows = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(windows, fc.nat(), (events, seed) => {
        const of = (xs: readonly number[]) =>
          bernoulliCusum(
            xs.map((x) => ({ x, n: 50 })),
            { p0: 0.05, threshold: 1e9 },
          )
        const at = seed % events.length
        const [before, after] = [of(events), of(events.map((x, each) => (each === at ? x + 1 : x)))]
        expect(before.filter(({ sum }, each) => (after[each]?.sum ?? -1) < sum - 1e-9)).toEqual([])
      }),
    )
  })
})

describe('run length', () => {
  it.each(table.runLength)(
    'agrees with R: $size subjects at $p',
    ({ windows, exact, ...design }) => {
      const off = Math.abs(expectedWindows(design) / windows - 1)
      expect(off).toBeLessThan(exact ? 1e-8 : 0.005)
    },
  )

  it('is that of the first event where any event signals', () => {
    // one event in ten subjects is worth 1 − 10 × 0.01435 of an event, more than a tenth
    const found = expectedWindows({ p0: 0.01, size: 10, threshold: 0.1 })
    expect(found).toBeCloseTo(1 / (1 - pointMass(0, 10, 0.01)), 8)
  })
})

describe('threshold', () => {
  it.each([
    { p0: 0.01, size: 100, windows: 60 },
    { p0: 1 / 1200, size: 5000, windows: 60 },
    { p0: 0.03, size: 80, windows: 24 },
  ])('is the smallest that lasts: $p0 of $size over $windows', (of) => {
    const threshold = thresholdFor(of) as number
    expect(expectedWindows({ ...of, threshold })).toBeGreaterThanOrEqual(of.windows)
    const lower = threshold - Math.log(2) / 64
    expect(expectedWindows({ ...of, threshold: lower })).toBeLessThan(of.windows)
  })

  it('lasts as long when it is tried, and a doubled risk is found as soon', () => {
    const of = { p0: 0.01, size: 100 }
    const threshold = thresholdFor(of) as number
    for (const p of [0.01, 0.02]) {
      const lengths = runLengths({ ...of, p, threshold }, 3000)
      const mean = lengths.reduce((sum, each) => sum + each, 0) / lengths.length
      // a run length is about as scattered as a geometric one: 4 standard errors of 3,000 are 7.3 %
      expect(Math.abs(mean / expectedWindows({ ...of, p, threshold }) - 1)).toBeLessThan(0.073)
    }
    expect(expectedWindows({ ...of, threshold })).toBeGreaterThan(60)
    expect(expectedWindows({ ...of, threshold, p: 0.02 })).toBeLessThan(7)
  })

  it('refuses a run without end', () => {
    expect(() => thresholdFor({ p0: 0.01, size: 100, windows: 1e9 })).toThrow(/at most 10,000/)
  })

  it('is none where there is nobody or nothing to expect', () => {
    expect(thresholdFor({ p0: 0.01, size: 0 })).toBeNull()
    expect(thresholdFor({ p0: 0, size: 100 })).toBeNull()
    expect(thresholdFor({ p0: 1, size: 100 })).toBeNull()
  })
})

/** Windows until the first signal, run after run, of events drawn with a fixed seed. */
function runLengths(
  { p0, size, p, threshold }: { p0: number; size: number; p: number; threshold: number },
  runs: number,
): readonly number[] {
  const random = seeded(20261128)
  const shares = Array.from({ length: size + 1 }, (_, x) => pointMass(x, size, p))
  const draw = () => {
    let [left, x] = [random(), 0]
    while (x < size && left >= (shares[x] as number)) left -= shares[x++] as number
    return { x, n: size }
  }
  return Array.from({ length: runs }, () => {
    // a sum that has gone back to 0 has forgotten what was before: so few windows are added up again
    let kept: { x: number; n: number }[] = []
    for (let windows = 1; ; windows++) {
      kept.push(draw())
      const last = bernoulliCusum(kept, { p0, threshold }).at(-1)
      if (last?.signal) return windows
      if (last?.sum === 0) kept = []
    }
  })
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
