import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Limits } from '#models/judgement/limits.ts'
import { assuranceOf, type Better, marksOf } from '#models/judgement/run-rules.ts'
import { xmr } from '#models/judgement/xmr.ts'

/** Thirds end at 1, 2, 3 around 0. */
const thirds: Limits = { mean: 0, lower: -3, upper: 3 }

/** O outside, T trend, 2 two of three, R run; capital for the good, small letters for the bad, a point for what chance explains. */
function written(
  values: readonly number[],
  limits: Limits | readonly (Limits | null)[] = thirds,
  how: { readonly better?: Better; readonly run?: number } = {},
): string {
  const letters = { outside: 'o', trend: 't', 'two-of-three': '2', run: 'r' } as const
  return marksOf(values, limits, { better: 'higher', ...how })
    .map((mark) => {
      if (mark === null) return '.'
      const letter = letters[mark.rule]
      if (letter === '2') return mark.tone === 'improvement' ? '2' : 'z'
      return mark.tone === 'improvement' ? letter.toUpperCase() : letter
    })
    .join('')
}

describe('planted series, marked by hand', () => {
  it.each<readonly [string, readonly number[], string]>([
    ['nothing', [1, -1, 0.5, -0.5, 1, -1, 0.5, -0.5], '........'],
    ['one far above, one far below', [1, -1, 3.1, -1, 1, -3.1, 1], '..O..o.'],
    ['one on its limit', [1, -1, 3, -1, 1, -3, 1], '.......'],
    ['seven above the mean', [-1, 1, 0.5, 1, 0.5, 1, 0.5, 1, -1], '.RRRRRRR.'],
    ['six above the mean', [-1, 1, 0.5, 1, 0.5, 1, 0.5, -1], '........'],
    ['eight below the mean', [1, -1, -0.5, -1, -0.5, -1, -0.5, -1, -0.5, 1], '.rrrrrrrr.'],
    ['a point on the mean breaks the run', [1, 0.5, 1, 0.5, 0, 1, 0.5, 1, 0.5], '.........'],
    ['seven that rise', [0, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 0], '.TTTTTTT.'],
    ['six that rise', [-0.5, -1.5, -1, -0.5, 0, 0.5, 1, 0], '........'],
    ['seven that do not fall but stand once', [-1.5, -1, -1, -0.5, 0, 0.5, 1, 0], '........'],
    [
      'a fall is bad on both sides of the mean',
      [0, 1.5, 1, 0.5, 0, -0.5, -1, -1.5, 0],
      '.ttttttt.',
    ],
    [
      'the point where a rise becomes a fall belongs to the fall',
      [-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 1, 0.5, 0, -0.5, -1, -1.5],
      'TTTTTTttttttt',
    ],
    ['two of three in the outer third', [0, 2.5, 1, 2.5, 0], '.2.2.'],
    ['two neighbours and one of their side', [0, 1, 2.5, 2.5, -1], '..22.'],
    ['two neighbours and none of their side', [-1, 2.5, 2.5, -1], '....'],
    ['two of three with the third across', [0, 2.5, -1, 2.5, 0], '.....'],
    ['two of three below', [0, -2.5, -1, -2.5, 0], '.z.z.'],
    ['one outside does not count as near', [0, 3.5, 1, 2.5, 0], '.O...'],
    ['on the border of the third', [0, 2, 1, 2, 0], '.....'],
    ['the first rule that holds claims a point', [1, 1.5, 2.5, 2.6, 1, 3.5, 1, 1], 'RR22RORR'],
  ])('%s', (_, values, expected) => {
    expect(written(values)).toBe(expected)
    const mirrored = values.map((value) => -value)
    expect(written(mirrored, thirds, { better: 'lower' })).toBe(expected)
  })

  it('takes the length of a run', () => {
    const values = [-1, 1, 0.5, 1, 0.5, 1, 0.5, -1]
    expect(written(values, thirds, { run: 6 })).toBe('.RRRRRR.')
    expect(written(values, thirds, { run: 8 })).toBe('........')
  })

  it('takes limits point by point; without them only a trend marks', () => {
    const wide = { mean: 0, lower: -9, upper: 9 }
    expect(written([4, -1, 4], [thirds, thirds, wide])).toBe('O..')
    expect(written([4, 5, 6, 7, 8, 9, 10], [null, null, null, null, null, null, null])).toBe(
      'TTTTTTT',
    )
    expect(written([4, -5, 6], [null, thirds, null])).toBe('.o.')
  })

  it('marks nothing of a series that never changes, whatever its last digit', () => {
    const same = Array.from({ length: 10 }, () => 0.1)
    expect(written(same, xmr(same) as Limits)).toBe('..........')
  })

  it('finds the step of a process by its own limits', () => {
    const values = [10, 11, 10, 12, 11, 10, 11, 12, 40, 41, 40, 42, 41]
    // mean 22.4, limits 13.3 and 31.5 (R): everything before the step lies below, everything after above
    expect(written(values, xmr(values) as Limits, { better: 'lower' })).toBe('OOOOOOOOooooo')
  })
})

describe('by a second formulation', () => {
  const values = fc.array(fc.integer({ min: -8, max: 8 }), { maxLength: 40 })
  const limits = fc.constantFrom<Limits>(
    { mean: 0, lower: -6, upper: 6 },
    { mean: 1, lower: -2, upper: 4 },
    { mean: 0.5, lower: -8.5, upper: 9.5 },
  )

  it('agrees with every window of every rule, tried one by one', () => {
    fc.assert(
      fc.property(values, limits, fc.integer({ min: 3, max: 8 }), (series, around, run) => {
        expect(written(series, around, { run })).toBe(tried(series, around, run))
      }),
      { numRuns: 1000 },
    )
  })

  it('is its own mirror image', () => {
    fc.assert(
      fc.property(values, limits, (series, { mean, lower, upper }) => {
        const mirrored = { mean: -mean, lower: -upper, upper: -lower }
        expect(
          written(
            series.map((each) => -each),
            mirrored,
            { better: 'lower' },
          ),
        ).toBe(written(series, { mean, lower, upper }))
      }),
    )
  })

  /** Writes each rule over the weaker ones, window after window. */
  function tried(series: readonly number[], { mean, lower, upper }: Limits, run: number): string {
    const out = series.map(() => '.')
    const write = (from: number, letter: string | null, which: readonly boolean[]) => {
      if (letter === null) return
      for (const [at, is] of which.entries()) if (is) out[from + at] = letter
    }
    const windows = (length: number) =>
      series.flatMap((_, from) =>
        from + length <= series.length ? [series.slice(from, from + length)] : [],
      )
    const all = (each: readonly number[]) => each.map(() => true)
    for (const [from, each] of windows(run).entries()) {
      const letter = each.every((v) => v > mean) ? 'R' : each.every((v) => v < mean) ? 'r' : null
      write(from, letter, all(each))
    }
    for (const [from, each] of windows(3).entries()) {
      const above = each.map((v) => v <= upper && 3 * v > mean + 2 * upper)
      const below = each.map((v) => v >= lower && 3 * v < mean + 2 * lower)
      const twoOf = (near: readonly boolean[]) => near.filter(Boolean).length >= 2
      write(from, each.every((v) => v > mean) && twoOf(above) ? '2' : null, above)
      write(from, each.every((v) => v < mean) && twoOf(below) ? 'z' : null, below)
    }
    for (const [from, each] of windows(run).entries()) {
      const steps = each.slice(1).map((v, at) => Math.sign(v - (each[at] as number)))
      const letter = steps.every((s) => s === 1) ? 'T' : steps.every((s) => s === -1) ? 't' : null
      write(from, letter, all(each))
    }
    write(
      0,
      'O',
      series.map((v) => v > upper),
    )
    write(
      0,
      'o',
      series.map((v) => v < lower),
    )
    return out.join('')
  }
})

describe('assurance', () => {
  it.each([
    [4, 'higher', 'consistently-fails'],
    [4, 'lower', 'consistently-passes'],
    [-4, 'higher', 'consistently-passes'],
    [-4, 'lower', 'consistently-fails'],
    [3, 'higher', 'hit-and-miss'],
    [0, 'lower', 'hit-and-miss'],
    [-3, 'lower', 'hit-and-miss'],
  ] as const)('of a target of %d, where %s is better: %s', (target, better, expected) => {
    expect(assuranceOf(target, thirds, better)).toBe(expected)
  })
})
