import { describe, expect, it } from 'vitest'
import { legalSupportCoverage } from '#models/indicators/index.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { planById, plans } from '#models/plans/index.ts'
import { definePlan } from '#models/plans/plan.ts'

const target = {
  id: 'T1',
  indicator: legalSupportCoverage,
  all: true,
  level: 'province',
  clause: 'II.1',
  statement: '',
} as const

describe('definePlan', () => {
  it('fixes the definition: a choice of the plan is part of the figure', () => {
    const { targets } = definePlan({
      ...bacNinh2026,
      targets: [target, { ...target, id: 'T2', with: { of: 'all' } }],
    })
    expect(targets.map(({ definition }) => definition.parameters)).toEqual([
      { of: 'in-need' },
      { of: 'all' },
    ])
    expect(targets[0]?.definition.id).not.toBe(targets[1]?.definition.id)
  })

  it('takes only parameters that the indicator has', () => {
    // @ts-expect-error: no such parameter
    const wrong = () => definePlan({ ...bacNinh2026, targets: [{ ...target, with: { off: 'x' } }] })
    expect(wrong).toBeTypeOf('function')
  })

  it('counts "all" in full, and others when the plan says so', () => {
    const { all, ...rest } = target
    const { targets } = definePlan({
      ...bacNinh2026,
      targets: [
        { ...rest, id: 'T1', all },
        { ...rest, id: 'T2', atLeast: [1, 2] },
        { ...rest, id: 'T3', atLeast: [1, 2], duty: true },
      ],
    })
    expect(targets.map(({ duty }) => duty)).toEqual([true, false, true])
  })

  it('refuses an id that stands twice', () => {
    expect(() => definePlan({ ...bacNinh2026, targets: [target, target] })).toThrow(
      "plan 'bac-ninh-2026' has target 'T1' twice",
    )
  })

  it('refuses to oblige anybody before the plan exists', () => {
    const early = {
      id: 'early',
      what: '',
      clause: 'IV',
      who: ['committee'],
      except: [],
      to: '',
      forms: [],
      dues: [{ window: 'adm:2026-Q1', cutOff: null, before: '2026-03-15' }],
    } as const
    expect(() => definePlan({ ...bacNinh2026, targets: [], obligations: [early] })).toThrow(
      /2026-05-29 obliges 'early' before 2026-03-15/,
    )
    const blank = { ...bacNinh2026.document, date: null }
    expect(
      definePlan({ ...bacNinh2026, document: blank, targets: [], obligations: [early] })
        .obligations,
    ).toHaveLength(1)
  })
})

describe('plans', () => {
  it('are found by id, and the known ones are listed', () => {
    expect(planById('bac-ninh-2026')).toBe(bacNinh2026)
    expect(() => planById('bac-ninh-2025')).toThrow(/no plan 'bac-ninh-2025'; known: bac-ninh-2026/)
  })

  it('have ids of their own', () => {
    expect(new Set(plans.map(({ id }) => id)).size).toBe(plans.length)
  })
})
