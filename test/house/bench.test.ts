import { describe, expect, it } from 'vitest'
import { atLeast, atMost, growth, median, rounded } from '#test/bench/figures.ts'

describe('figures of the benchmarks', () => {
  it('are medians of what was measured', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
    expect(() => median([])).toThrow(RangeError)
  })

  it('say of a goal whether it was met', () => {
    expect(atMost(1.5, 'ratio', 1.5)).toEqual({ goal: 'ratio ≤ 1.5', value: 1.5, met: true })
    expect(atMost(1.5, 'ratio', 1.501).met).toBe(false)
    expect(atLeast(3, 'ratio', 2.999).met).toBe(false)
    expect(atLeast(3, 'ratio', 3).met).toBe(true)
  })

  it('grow linearly with a slope of one, between the two largest amounts', () => {
    const at = (amount: number, time: number) => ({ amount, time })
    expect(growth([at(1_000, 10), at(10, 5), at(100, 1)])).toBeCloseTo(1, 12)
    expect(growth([at(100, 1), at(1_000, 100)])).toBeCloseTo(2, 12)
    expect(() => growth([at(1, 1)])).toThrow(RangeError)
  })

  it('pretend no more than three digits', () => {
    expect([rounded(0.123456), rounded(123_456)]).toEqual([0.123, 123_000])
  })
})
