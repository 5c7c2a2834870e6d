import { describe, expect, it } from 'vitest'
import { ofOutlook } from '#models/alerting/of-outlook.ts'
import type { Judged } from '#models/alerting/of-verdict.ts'
import type { OutlookClass, VerdictCode } from '#models/database.ts'
import type { Outlook } from '#models/judgement/outlook.ts'
import { measured } from '#test/support/measured.ts'

function judged(
  likely: OutlookClass | null,
  code: VerdictCode = 'NUM',
  more: Partial<Outlook> = {},
): Judged {
  const figure = measured(52, 5112, {
    unitId: '24@2025-07-01',
    unitsExpected: 99,
    unitsCovered: 97,
  })
  const { windowId, unitId, definitionId } = figure
  return {
    level: 'province',
    official: true,
    signal: null,
    family: null,
    measured: figure,
    verdict: {
      target: 'T02',
      windowId,
      unitId,
      definitionId,
      fact: 'unmet',
      code,
      strength: null,
      slack: -1,
      listed: null,
      outlook: likely,
    },
    outlook: {
      class: likely,
      probability: 0.21,
      spread: [0.2, 0.22],
      allowance: -1,
      needed: null,
      neededPerMonth: null,
      monthsLeft: 3,
      ...more,
    },
  }
}

const fired = (each: Judged) => ofOutlook('bac-ninh-2026', each)

describe('a poor outlook', () => {
  it('fires when it is low or very low, and no certain miss does', () => {
    const classes = [null, 'secured', 'high', 'medium', 'low', 'very-low', 'lost'] as const
    expect(classes.filter((likely) => fired(judged(likely)).length > 0)).toEqual([
      'low',
      'very-low',
    ])
    expect(fired(judged('very-low', 'MISS'))).toEqual([])
    expect(fired({ ...judged('low'), outlook: null })).toEqual([])
  })

  it('tells all that a sentence needs, in whole numbers and codes', () => {
    expect(fired(judged('low'))).toMatchObject([
      {
        rule: 'outlook',
        plan: 'bac-ninh-2026',
        target: 'T02',
        unit_id: '24@2025-07-01',
        cycle: 'adm:2026',
        window_id: 'adm:2026-9M',
        facts:
          '{"allowance":-1,"class":"low","code":"NUM","definition":"d/1","denominator":5112,"fact":"unmet","monthsLeft":3,"needed":null,"neededPerMonth":null,"numerator":52,"slack":-1,"unitsCovered":97,"unitsExpected":99}',
      },
    ])
  })

  it('is new evidence when the class or the figure moves, and not when only the months run', () => {
    const hash = (each: Judged) => fired(each)[0]?.evidence_hash
    // printf '{"class":"low","denominator":5112,"numerator":52}' | sha256sum
    expect(hash(judged('low'))).toBe(
      '007fee6afccd35fae9b234672a6376e248a9649198401781a361cf38894a8bda',
    )
    expect(hash(judged('very-low'))).not.toBe(hash(judged('low')))
    expect(hash(judged('low', 'SIG', { monthsLeft: 2, probability: 0.3 }))).toBe(
      hash(judged('low')),
    )
  })
})
