import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certaintyOf } from '#models/judgement/certainty.ts'
import { judge } from '#models/judgement/verdict.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import type { Goal, Target } from '#models/plans/target.ts'
import { measured } from '#test/support/measured.ts'

const goals: readonly Goal[] = [
  { below: [1, 100] },
  { below: [1, 4] },
  { atLeast: [30, 100] },
  { atLeast: [70, 100] },
  {
    between: [
      [20, 100],
      [25, 100],
    ],
  },
  { all: true },
]

/** Met, in the plan's own words: a range from its lower end on. */
function met(goal: Goal, x: number, n: number): boolean {
  if ('below' in goal) return x * goal.below[1] < goal.below[0] * n
  if ('all' in goal) return x === n
  const [num, den] = 'atLeast' in goal ? goal.atLeast : goal.between[0]
  return x * den >= num * n
}

/** Every end that a year may come to: fewer may come than `most`, and each who is open counts or does not. */
function ends(goal: Goal, x: number, n: number, most: number, open: (coming: number) => number) {
  const all = new Set<boolean>()
  for (let coming = 0; coming <= most; coming += 1)
    for (let more = 0; more <= open(coming); more += 1)
      if (n + coming > 0) all.add(met(goal, x + more, n + coming))
  return all.size === 1 ? ([...all][0] ? 'secured' : 'lost') : null
}

describe('what is certain of a year', () => {
  it.each(goals.map((goal) => [JSON.stringify(goal), goal] as const))(
    'is what all futures agree on, up to 20 further subjects: %s',
    (_, goal) => {
      let certain = 0
      const wrong: string[] = []
      for (let n = 1; n <= 12; n += 1)
        for (let x = 0; x <= n; x += 1)
          for (let m = 0; m <= 20; m += 1) {
            const decided = certaintyOf(goal, x, n, { coming: m, undecided: m })
            if (decided !== ends(goal, x, n, m, (coming) => coming)) wrong.push(`${x}/${n} + ${m}`)
            const open = certaintyOf(goal, x, n, { coming: m, undecided: n - x + m })
            if (open !== ends(goal, x, n, m, (coming) => n - x + coming))
              wrong.push(`${x}/${n} + ${m}, all open`)
            certain += Number(decided !== null)
          }
      expect(wrong).toEqual([])
      expect(certain).toBeGreaterThan(50)
    },
  )

  it('of a ceiling is lost exactly where the verdict is a certain miss', () => {
    const underOne = bacNinh2026.targets.find(({ id }) => id === 'T02') as Target
    const drawn = fc.record({
      x: fc.integer({ min: 0, max: 12 }),
      n: fc.integer({ min: 20, max: 700 }),
      left: fc.integer({ min: 1, max: 11 }),
      inflow: fc.integer({ min: 0, max: 60 }),
    })
    fc.assert(
      fc.property(drawn, ({ x, n, left, inflow }) => {
        const at = { windowId: 'adm:2026-6M', unitId: '24@2025-07-01', level: 'province' } as const
        const { code } = judge({
          ...at,
          target: underOne,
          measured: measured(x, n, { unitsExpected: 9, unitsCovered: 9 }),
          monthsLeft: left,
          highestMonthlyInflow: inflow,
        })
        const coming = left * inflow
        const certain = certaintyOf(underOne, x, n, { coming, undecided: n - x + coming })
        expect(certain === 'lost').toBe(code === 'MISS')
      }),
      { numRuns: 300 },
    )
  })
})
