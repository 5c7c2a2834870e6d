import { describe, expect, it } from 'vitest'
import { nowcast } from '#models/judgement/nowcast.ts'
import table from './over-time-table.json' with { type: 'json' }

describe('nowcast', () => {
  it.each(table.nowcast)('agrees with R: $reported at $complete', (row) => {
    const { reported, complete, shape, rate, mean, low, high } = row
    const found = nowcast(reported, complete, { shape, rate })
    expect(found?.mean).toBeCloseTo(mean, 12)
    expect([found?.low, found?.high]).toEqual([low, high])
  })

  it('still awaits something where nothing has come, less the more is usually there', () => {
    const means = [0.2, 0.5, 0.9, 1].map(
      (c) => nowcast(0, c, { shape: 2, rate: 1 })?.mean as number,
    )
    expect(means[0]).toBeCloseTo((2 * 0.8) / 1.2, 12)
    expect([...means].sort((a, b) => b - a)).toEqual(means)
    expect(means[3]).toBe(0)
  })

  it.each([
    [null, 2, 1],
    [-0.1, 2, 1],
    [1.1, 2, 1],
    [0.5, 0, 1],
    [0.5, 2, 0],
  ])('is none of a completeness of %s with shape %d and rate %d', (complete, shape, rate) => {
    expect(nowcast(3, complete, { shape, rate })).toBeNull()
  })
})
