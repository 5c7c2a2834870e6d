import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { funnelLimits, signalCounts } from '#models/judgement/funnel.ts'
import table from './exact-table.json' with { type: 'json' }
import { off } from './off.ts'

const percent = fc.integer({ min: 1, max: 99 })
const size = fc.integer({ min: 1, max: 60 })

describe('funnel', () => {
  it('has the curves that R draws', () => {
    expect(table.funnel.length).toBeGreaterThan(50)
    const bad = table.funnel.flatMap((row) => {
      const [num, den, n, alarmLow, warnLow, warnHigh, alarmHigh] = row as Seven
      const found = funnelLimits([num, den], n)
      const drawn = [found?.alarmLow, found?.warnLow, found?.warnHigh, found?.alarmHigh]
      return [alarmLow, warnLow, warnHigh, alarmHigh].flatMap((limit, at) =>
        off(`${num}/${den} of ${n}, curve ${at}`, drawn[at] ?? Number.NaN, limit),
      )
    })
    expect(bad).toEqual([])
  })

  it('counts signals as R does, up to n = 1e8', () => {
    for (const row of table.counts) {
      const [num, den, n, level, high, low] = row as Six
      expect([
        signalCounts([num, den], n, level, 'high'),
        signalCounts([num, den], n, level, 'low'),
      ]).toEqual([high, low])
    }
  })

  it('counts a chance that is the level itself, whatever the last digit of a logarithm says', () => {
    // 0.1³ = 0.001
    expect(signalCounts([1, 10], 3, 0.001, 'high')).toBe(3)
    expect(signalCounts([9, 10], 3, 0.001, 'low')).toBe(0)
  })

  it('counts signals as whole numbers do', () => {
    fc.assert(
      fc.property(percent, size, fc.constantFrom(25, 1, 500), (share, n, perMille) => {
        const level = perMille / 1000
        const tails = tailsOf(share, n)
        const bound = BigInt(perMille) * tails.whole
        const isRare = (weight: bigint) => weight * 1000n <= bound
        // Exactly at the level, as 3 of 3 at 10 % are at 0.001, the last digit of a double decides.
        fc.pre(![...tails.from, ...tails.upTo].some((weight) => weight * 1000n === bound))
        const high = tails.from.findIndex(isRare)
        const low = tails.upTo.findLastIndex(isRare)
        expect(signalCounts([share, 100], n, level, 'high')).toBe(high < 0 ? n + 1 : high)
        expect(signalCounts([share, 100], n, level, 'low')).toBe(low)
      }),
    )
  })

  it('takes a count exactly at the level for a signal', () => {
    expect(signalCounts([1, 2], 4, 1 / 16, 'high')).toBe(4)
    expect(signalCounts([1, 2], 4, 1 / 16, 'low')).toBe(0)
  })

  it('draws no signal within its curves, though a point beyond one need be no signal', () => {
    fc.assert(
      fc.property(percent, fc.integer({ min: 1, max: 3000 }), (share, n) => {
        const ratio = [share, 100] as const
        const limits = funnelLimits(ratio, n)
        const high = signalCounts(ratio, n, 0.025, 'high')
        const low = signalCounts(ratio, n, 0.025, 'low')
        expect(high > n || high / n >= (limits?.warnHigh ?? 1)).toBe(true)
        expect(low < 0 || low / n <= (limits?.warnLow ?? 0)).toBe(true)
      }),
    )
    expect(5 / 200).toBeGreaterThan(funnelLimits([1, 100], 200)?.warnHigh ?? 1)
    expect(signalCounts([1, 100], 200, 0.025, 'high')).toBe(6)
  })

  it('nests its curves around the share, within 0…1', () => {
    fc.assert(
      fc.property(percent, fc.integer({ min: 1, max: 3000 }), (share, n) => {
        const found = funnelLimits([share, 100], n)
        const { alarmLow, warnLow, warnHigh, alarmHigh } = found as NonNullable<typeof found>
        expect([0, alarmLow, warnLow, warnHigh, alarmHigh, 1]).toEqual(
          [0, alarmLow, warnLow, warnHigh, alarmHigh, 1].toSorted((a, b) => a - b),
        )
      }),
    )
  })

  it('says nothing of nobody, where no count is a signal either', () => {
    expect(funnelLimits([1, 100], 0)).toBeNull()
    expect(signalCounts([1, 100], 0, 0.025, 'high')).toBe(1)
    expect(signalCounts([1, 100], 0, 0.025, 'low')).toBe(-1)
  })

  it('refuses the impossible', () => {
    expect(() => funnelLimits([3, 2], 7)).toThrow('ratio = 1.5')
    expect(() => funnelLimits([1, 2], 7.5)).toThrow('n = 7.5')
    expect(() => funnelLimits([1, 2], 7, { warn: 0, alarm: 0.001 })).toThrow('warn = 0')
    expect(() => signalCounts([1, 2], 7, 1, 'high')).toThrow('level = 1')
  })
})

type Six = [number, number, number, number, number, number]
type Seven = [...Six, number]

/** The weights of at least and of at most each count, as C(n, i) shareⁱ (100 − share)ⁿ⁻ⁱ. */
function tailsOf(share: number, n: number) {
  const weights: bigint[] = []
  let choose = 1n
  for (let i = 0; i <= n; i++) {
    weights.push(choose * BigInt(share) ** BigInt(i) * BigInt(100 - share) ** BigInt(n - i))
    choose = (choose * BigInt(n - i)) / BigInt(i + 1)
  }
  const sum = (part: readonly bigint[]) => part.reduce((all, weight) => all + weight, 0n)
  return {
    whole: 100n ** BigInt(n),
    from: weights.map((_, at) => sum(weights.slice(at))),
    upTo: weights.map((_, at) => sum(weights.slice(0, at + 1))),
  }
}
