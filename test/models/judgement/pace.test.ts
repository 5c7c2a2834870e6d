import { describe, expect, it } from 'vitest'
import { binomialQuantile, paceRows } from '#models/judgement/pace.ts'

describe('the pace of a goal', () => {
  it('is the goal’s share of the months gone, between limits of chance', () => {
    // Summed in exact fractions: of Bin(2000, 1/200) 6 and 14, of Bin(2100, 3/400) 11 and 21.
    const [half, late] = paceRows(
      { below: [1, 100] },
      [
        { windowId: 'adm:2026-6M', denominator: 2000 },
        { windowId: 'adm:2026-9M', denominator: 2100 },
      ],
      true,
    )
    expect(half).toEqual({ windowId: 'adm:2026-6M', pace: 0.005, low: 6 / 2000, high: 14 / 2000 })
    expect(late).toEqual({ windowId: 'adm:2026-9M', pace: 0.0075, low: 11 / 2100, high: 21 / 2100 })
  })

  it('is the goal itself where a share is owed from the first month on, and ends at it', () => {
    const points = [{ windowId: 'adm:2026-01', denominator: 40 }]
    expect(paceRows({ all: true }, points, false)).toEqual([
      { windowId: 'adm:2026-01', pace: 1, low: 1, high: 1 },
    ])
    expect(
      paceRows(
        {
          between: [
            [1, 5],
            [1, 4],
          ],
        },
        [{ windowId: 'pol:2022', denominator: 10 }],
        true,
      ),
    ).toEqual([
      // 0.8^10 = 0.107; P(X ≤ 3) = 0.879
      { windowId: 'pol:2022', pace: 0.2, low: 0, high: 0.4 },
    ])
  })

  it('has no row where there is no figure, nobody, or no year', () => {
    const points = [
      { windowId: 'adm:2026-01', denominator: null },
      { windowId: 'adm:2026-2M', denominator: 0 },
      { windowId: '2020-06-15..2026-01-14', denominator: 7 },
    ]
    expect(paceRows({ below: [1, 100] }, points, true)).toEqual([])
  })
})

describe('a binomial quantile', () => {
  it('is the first count whose tail, added up, reaches the level', () => {
    for (const [n, p] of [
      [1, 0.5],
      [7, 0.3],
      [25, 0.05],
      [12, 0],
      [12, 1],
    ] as const)
      for (const level of [0.1, 0.5, 0.9]) {
        const choose = (k: number) =>
          Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1)
        const mass = (k: number) => choose(k) * p ** k * (1 - p) ** (n - k)
        let [k, sum] = [0, mass(0)]
        while (sum < level - 1e-12) {
          k += 1
          sum += mass(k)
        }
        expect(binomialQuantile(level, n, p)).toBe(k)
      }
  })
})
