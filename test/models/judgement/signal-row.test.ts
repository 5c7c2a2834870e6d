import { describe, expect, it } from 'vitest'
import { lowerTail } from '#models/judgement/binomial.ts'
import { signalRowOf } from '#models/judgement/signal-row.ts'

/** Of the published signal table: n, P(at least 1) at 1 %, warn, alarm, share found in 80 of 100, most cases still under 1 %. */
const atOnePercent = [
  [5, 0.05, 2, 2, 0.49, 0],
  [20, 0.18, 2, 4, 0.14, 0],
  [50, 0.39, 3, 5, 0.084, 0],
  [100, 0.63, 4, 6, 0.054, 0],
  [200, 0.87, 6, 9, 0.039, 1],
  [500, 0.99, 11, 14, 0.027, 4],
  [2_000, 1, 30, 36, 0.017, 19],
  [10_000, 1, 121, 133, 0.013, 99],
] as const

describe('what a unit of n can show', () => {
  it.each(atOnePercent)('of "below 1 %%": n = %d', (n, anyCase, warn, alarm, found, limit) => {
    const row = signalRowOf({ below: [1, 100] }, n)
    expect(row).toMatchObject({ n, warn, alarm, limit })
    expect(row?.anyCase).toBeCloseTo(anyCase, 2)
    expect(row?.detectable).toBeCloseTo(found, found < 0.1 ? 3 : 2)
  })

  it('of a floor: down from a count, found where so few come in 80 of 100', () => {
    const row = signalRowOf({ atLeast: [70, 100] }, 20)
    // Summed in Python: P(X ≤ 9) = 0.0171448, P(X ≤ 10) = 0.0479619; P(X ≤ 6) = 0.000261047, P(X ≤ 7) = 0.00127888.
    expect(row).toMatchObject({ anyCase: null, warn: 9, alarm: 6, limit: 14 })
    expect(lowerTail(9, 20, row?.detectable ?? 0)).toBeCloseTo(0.8, 8)
  })

  it('has no count for a signal where even the worst is likely', () => {
    // Nobody of three at a floor of 30 %: 0.7³ = 34.3 %.
    expect(signalRowOf({ atLeast: [30, 100] }, 3)).toMatchObject({ warn: null, detectable: null })
  })

  it('asks nothing of a duty', () => {
    expect(signalRowOf({ all: true }, 50)).toBeNull()
  })
})
