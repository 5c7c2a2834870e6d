import { describe, expect, it } from 'vitest'
import { random } from '#sources/synthetic/random.ts'

const draws = (seed: string, n = 50) => {
  const chance = random(seed)
  return Array.from({ length: n }, () => chance.below(1_000_000))
}

describe('random', () => {
  it('gives the same sequence for the same seed and another for another', () => {
    expect(draws('a')).toEqual(draws('a'))
    expect(draws('a')).not.toEqual(draws('b'))
  })

  it('splits by name: what one stream draws changes no other', () => {
    const calm = random('seed').stream('b').below(1_000_000)
    const busy = random('seed')
    const other = busy.stream('a')
    for (let n = 0; n < 100; n += 1) other.below(10)
    busy.below(10)
    expect(busy.stream('b').below(1_000_000)).toBe(calm)
  })

  it('stays within its bounds and reaches both ends', () => {
    const chance = random('bounds')
    const seen = new Set(Array.from({ length: 2_000 }, () => chance.between(3, 9)))
    expect([...seen].sort()).toEqual([3, 4, 5, 6, 7, 8, 9])
  })

  it('is fair: a chi-square of 10 cells over 100,000 draws stays under the 0.1 % point of 9 degrees, 27.88', () => {
    const cells = Array.from({ length: 10 }, () => 0)
    const chance = random('fair')
    for (let n = 0; n < 100_000; n += 1) {
      const cell = chance.below(10)
      cells[cell] = (cells[cell] ?? 0) + 1
    }
    const chiSquare = cells.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    expect(chiSquare).toBeLessThan(27.88)
  })

  it('keeps sequences of neighbouring seeds apart', () => {
    const equal = Array.from({ length: 200 }, (_, n) => {
      return random(`person/${n}`).below(100) === random(`person/${n + 1}`).below(100)
    }).filter(Boolean).length
    expect(equal).toBeLessThan(12)
  })

  it('weighs choices, and never picks one without weight', () => {
    const chance = random('weights')
    const counts = { often: 0, seldom: 0, never: 0 }
    for (let n = 0; n < 10_000; n += 1) {
      counts[
        chance.weighted([
          ['often', 9],
          ['never', 0],
          ['seldom', 1],
        ] as const)
      ] += 1
    }
    expect(counts.never).toBe(0)
    expect(counts.seldom).toBeGreaterThan(850)
    expect(counts.seldom).toBeLessThan(1_150)
  })

  it('shuffles without losing anybody, and leaves the list alone', () => {
    const list = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8])
    const shuffled = random('cards').shuffled(list)
    expect(shuffled).not.toEqual(list)
    expect(shuffled.toSorted()).toEqual(list)
  })

  it('refuses a range that no draw fits', () => {
    expect(() => random('x').below(0)).toThrow(RangeError)
    expect(() => random('x').weighted([['nothing', 0]])).toThrow(RangeError)
  })
})
