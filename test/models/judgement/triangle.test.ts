import { describe, expect, it } from 'vitest'
import {
  completeness,
  developmentFactors,
  growth,
  type Triangle,
  ultimate,
} from '#models/judgement/triangle.ts'
import table from './over-time-table.json' with { type: 'json' }

const { triangle, ...told } = table.triangle

describe('development', () => {
  it('agrees with R', () => {
    const factors = developmentFactors(triangle)
    expect(factors.map(rounded)).toEqual(told.factors.map(rounded))
    expect(completeness(factors).map(rounded)).toEqual(told.completeness.map(rounded))
  })

  it('tells where each window will end, as R does', () => {
    const complete = completeness(developmentFactors(triangle))
    const ends = triangle.map((row) => {
      const known = row.filter((count) => count !== null)
      return ultimate(known.at(-1) ?? 0, complete[known.length - 1] ?? null)
    })
    expect(ends.map(rounded)).toEqual(told.ultimates.map(rounded))
  })

  it('takes from a window only steps of which it knows both ends', () => {
    // by hand: (4 + 6) / (2 + 3), then 8 / 4; the third window tells of no step
    const known: Triangle = [
      [2, 4, 8],
      [3, 6, null],
      [100, null, null],
    ]
    expect(developmentFactors(known)).toEqual([2, 2])
    expect(growth([2, 2])).toEqual([4, 2, 1])
    expect(completeness([2, 2])).toEqual([0.25, 0.5, 1])
    expect(ultimate(3, 0.25)).toBe(12)
  })

  it('is null where nothing can be divided, and before it', () => {
    const empty: Triangle = [
      [0, 0, 5, 10],
      [0, 0, 6, 12],
    ]
    expect(developmentFactors(empty)).toEqual([null, null, 2])
    expect(completeness([null, null, 2])).toEqual([null, null, 0.5, 1])
    expect(developmentFactors([])).toEqual([])
    expect(developmentFactors([[7], [9]])).toEqual([])
    expect(completeness([])).toEqual([1])
    expect(ultimate(3, null)).toBeNull()
  })

  it('counts what is still awaited just as well: a factor of 0 leaves nobody', () => {
    // 10, 12 awaited at first, 4 and 6 a week later, nobody in the end
    const awaited: Triangle = [
      [10, 4, 0],
      [12, 6, 0],
      [20, null, null],
    ]
    expect(developmentFactors(awaited)).toEqual([10 / 22, 0])
    expect(growth([10 / 22, 0])).toEqual([0, 0, 1])
    expect(completeness([10 / 22, 0])).toEqual([null, null, 1])
    expect(growth([0.5, 0, null])).toEqual([0, 0, null, 1])
  })
})

function rounded(value: number | null): string | null {
  return value === null ? null : value.toFixed(10)
}
