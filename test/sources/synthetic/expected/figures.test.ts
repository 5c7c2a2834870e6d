import { describe, expect, it } from 'vitest'
import { definitionsOf } from '#models/definitions.ts'
import { indicators } from '#models/indicators/index.ts'
import { plans } from '#models/plans/index.ts'
import { figureOf } from '#sources/synthetic/expected/figures/index.ts'

/** Worked out beside the figures: what each report was due for, and who issued a plan. */
const OF_BODIES = ['plan-issuance', 'reporting-completeness', 'reporting-timeliness']

describe('what the truth knows how to count', () => {
  it.each(plans.map((plan) => [plan.id, plan] as const))('is all that %s measures', (_, plan) => {
    for (const { indicator, parameters, id } of definitionsOf(plan)) {
      if (OF_BODIES.includes(indicator.id)) continue
      expect(figureOf({ indicator: indicator.id, parameters }).own.length, id).toBeGreaterThan(0)
    }
  })

  it('is every indicator there is', () => {
    for (const { id, parameters } of indicators) {
      if (OF_BODIES.includes(id)) continue
      expect(() => figureOf({ indicator: id, parameters })).not.toThrow()
    }
  })

  it('is nothing else: another indicator and another choice are refused by name, with those that are known', () => {
    expect(() => figureOf({ indicator: 'happiness', parameters: {} })).toThrow(
      /how to count 'happiness'; known: reoffending-rate, /,
    )
    expect(() =>
      figureOf({
        indicator: 'employment-rate',
        parameters: { of: 'everyone', who: 'plan', basis: 'register' },
      }),
    ).toThrow(`how to count of 'everyone'; known: stock, returned`)
    expect(() =>
      figureOf({ indicator: 'training-coverage', parameters: { who: 'nobody' } }),
    ).toThrow(`who 'nobody'; known: plan, tt10`)
  })
})
