import { describe, expect, it } from 'vitest'
import {
  counsellingCoverage,
  jobIntroductionCoverage,
  legalSupportCoverage,
  papersCoverage,
  reoffendingRate,
} from '#models/indicators/index.ts'
import { defineIndicator } from '#models/indicators/indicator.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { planById, plans } from '#models/plans/index.ts'
import { type Due, definePlan, type Obligation, type PlanText } from '#models/plans/plan.ts'
import type { TargetText } from '#models/plans/target.ts'

const target = {
  id: 'T1',
  indicator: legalSupportCoverage,
  all: true,
  level: 'province',
  clause: 'II.1',
  statement: '',
} as const

/** A plan that promises nothing and asks nothing; each test writes into it what it is about. */
const bare = {
  ...bacNinh2026,
  targets: [],
  openParameters: [],
  obligations: [],
  collection: [],
  taken: [],
} as const

const { all: _, ...unsaid } = target

describe('definePlan', () => {
  it('fixes the definition: a choice of the plan is part of the figure', () => {
    const { targets } = definePlan({
      ...bare,
      targets: [target, { ...target, id: 'T2', with: { of: 'all' } }],
    })
    expect(targets.map(({ definition }) => definition.parameters['of'])).toEqual(['in-need', 'all'])
    expect(targets[0]?.definition.id).not.toBe(targets[1]?.definition.id)
  })

  it('takes only parameters that the indicator has', () => {
    // @ts-expect-error: no such parameter
    const wrong = () => definePlan({ ...bare, targets: [{ ...target, with: { off: 'x' } }] })
    expect(wrong).toThrow(
      "plan 'bac-ninh-2026', target 'T1': indicator 'legal-support-coverage' has no parameter 'off'",
    )
  })

  it('counts "all" in full, and others when the plan says so', () => {
    const { targets } = definePlan({
      ...bare,
      targets: [
        target,
        { ...unsaid, id: 'T2', indicator: papersCoverage, atLeast: [1, 2] },
        { ...unsaid, id: 'T3', indicator: jobIntroductionCoverage, atLeast: [1, 2], duty: true },
      ],
    })
    expect(targets.map(({ duty }) => duty)).toEqual([true, false, true])
  })

  it('ends a target with the plan year, unless it follows a road map', () => {
    const roadmap = { kind: 'roadmap', of: 'Bộ Công an' } as const
    const { targets } = definePlan({
      ...bare,
      targets: [target, { ...target, id: 'T2', indicator: papersCoverage, deadline: roadmap }],
    })
    expect(targets.map(({ deadline }) => deadline.kind)).toEqual(['plan-year', 'roadmap'])
  })
})

/** What definePlan says of a plan that is bare but for these parts. */
function said(parts: Partial<PlanText>, targets: readonly TargetText[] = []): string {
  try {
    definePlan({ ...bare, ...parts, targets })
    return 'nothing'
  } catch (error) {
    if (error instanceof RangeError) return error.message.replace("plan 'bac-ninh-2026'", '')
    throw error
  }
}

const obligation: Obligation = {
  id: 'report',
  what: '',
  clause: 'IV',
  who: ['committee'],
  except: [],
  to: '',
  forms: [],
  dues: [{ window: 'adm:2026-Q3', cutOff: null, before: '2026-09-15' }],
}

const due = (of: Partial<Due>, parts: Partial<PlanText> = {}) => {
  const [first] = obligation.dues
  return said({
    ...parts,
    obligations: [{ ...obligation, dues: [{ ...(first as Due), ...of }] }],
  })
}

const line = {
  by: ['committee'],
  every: 'quarter',
  beforeDay: 18,
  basis: 'directive',
  reference: '',
} as const

describe('a bad plan fails at start', () => {
  it('with nothing to say of a good one', () => {
    expect(said({})).toBe('nothing')
    expect(due({})).toBe('nothing')
  })

  it('when its indicator is not in the list', () => {
    const unlisted = defineIndicator({ ...legalSupportCoverage, id: 'kindness' })
    expect(said({}, [{ ...target, indicator: unlisted as never }])).toBe(
      ", target 'T1': indicator 'kindness' is not in the list of models/indicators/index.ts",
    )
    expect(said({}, [{ ...target, indicator: undefined as never }])).toBe(
      ", target 'T1': indicator 'undefined' is not in the list of models/indicators/index.ts",
    )
  })

  it('when the indicator does not offer the choice', () => {
    expect(said({}, [{ ...target, with: { of: 'everybody' } }] as never)).toBe(
      ", target 'T1': 'everybody' is no of of this indicator; known are in-need, all",
    )
    const legal = { ...target, indicator: counsellingCoverage, with: { kind: 'legal' } }
    expect(said({}, [legal] as never)).toContain(
      ", target 'T1': counselling-coverage is not offered with kind 'legal'",
    )
  })

  it('when an id stands twice', () => {
    expect(said({}, [target, target] as never)).toBe(" has target 'T1' twice")
    expect(said({ obligations: [obligation, obligation] })).toBe(" has obligation 'report' twice")
    const [promise] = bacNinh2026.qualitative
    expect(said({ qualitative: [promise, promise] as never })).toBe(
      " has qualitative target 'Q1' twice",
    )
    const [body] = bacNinh2026.bodies
    expect(said({ bodies: [body, body] as never })).toBe(" has task 'III.1.1' twice")
  })

  it('when two targets ask the same figure', () => {
    const again = { ...target, id: 'T2', with: { of: 'in-need' } }
    expect(said({}, [target, again] as never)).toBe(
      ", targets 'T1' and 'T2' overlap: the same figure at the same level in the same window",
    )
    const later = { ...again, deadline: { kind: 'roadmap', of: 'Bộ Công an' } }
    expect(said({}, [target, later] as never)).toBe('nothing')
  })

  it.each([
    [{ below: [101, 100] }, '101/100 is no share between 0 and 1 in whole numbers'],
    [{ atLeast: [30, 0] }, '30/0 is no share between 0 and 1 in whole numbers'],
    [{ atLeast: [0.3, 1] }, '0.3/1 is no share between 0 and 1 in whole numbers'],
    [{ atLeast: [-1, 100] }, '-1/100 is no share between 0 and 1 in whole numbers'],
    [
      {
        between: [
          [25, 100],
          [1, 5],
        ],
      },
      'its range runs from 25/100 down to 1/5',
    ],
  ])('when a goal is no share: %j', (goal, flaw) => {
    const one = { ...unsaid, indicator: reoffendingRate, ...goal }
    expect(said({}, [one] as never)).toBe(`, target 'T1': ${flaw}`)
  })

  it('when what it leaves open is of no target, or is not what the target chose', () => {
    const open = { name: 'of', chosen: 'all', instead: [], targets: ['T9'], clause: '', reason: '' }
    const targets = [target] as never
    expect(said({ openParameters: [open] }, targets)).toBe(
      ", open parameter 'of': there is no target 'T9'",
    )
    expect(said({ openParameters: [{ ...open, targets: ['T1'] }] }, targets)).toBe(
      ", open parameter 'of': it says 'all', target 'T1' says 'in-need'",
    )
  })

  it('when it obliges anybody before it exists', () => {
    const early = { window: 'adm:2026-Q1', before: '2026-03-15' } as const
    expect(due(early)).toBe(
      " of 2026-05-29 obliges 'report' before 2026-03-15: no obligation precedes its plan",
    )
    expect(due({ window: null, before: '2026-05-29' })).toContain('before 2026-05-29')
    expect(due({ window: null, before: '2026-05-30' })).toBe('nothing')
    expect(due(early, { document: { ...bacNinh2026.document, date: null } })).toBe('nothing')
  })

  it('when a report is due before its data are cut off', () => {
    expect(due({ cutOff: '2026-09-15' })).toBe(
      ", obligation 'report': due before 2026-09-15, but its data run to 2026-09-15",
    )
    expect(due({ cutOff: '2026-09-14' })).toBe('nothing')
    expect(due({ before: '2026-09-14' })).toBe(
      ", obligation 'report': due before 2026-09-14, but its window 'adm:2026-Q3' ends only with the day before 2026-09-15",
    )
  })

  it.each([
    ['pol:2026-6M', "window 'pol:2026-6M' is of family 'pol', the plan's are of 'adm'"],
    ['adm:2025-Q3', "window 'adm:2025-Q3' lies in none of the plan's years (2026)"],
    ['adm:2026-Q5', "'adm:2026-Q5' is no window"],
    ['2020-06-15..2026-01-14', "'2020-06-15..2026-01-14' is none of the plan's reviews"],
  ])('when a due window is none of its own: %s', (window, flaw) => {
    expect(due({ window })).toBe(`, obligation 'report': ${flaw}`)
    expect(due({ foldedInto: window })).toBe(`, obligation 'report': ${flaw}`)
  })

  it('when the window in which a report is due has another end', () => {
    const november = { window: null, within: 'cal:2026-11' }
    expect(due({ ...november, before: '2026-12-01' })).toBe('nothing')
    expect(due({ ...november, before: '2026-11-30' })).toBe(
      ", obligation 'report': due within 'cal:2026-11' is due before the day after it, not before 2026-11-30",
    )
  })

  it('when an obligation has neither a day nor a word for it, or both', () => {
    const flaw =
      ", obligation 'report': it has either days or a word for when it is due, and not both"
    expect(said({ obligations: [{ ...obligation, dues: [] }] })).toBe(flaw)
    expect(said({ obligations: [{ ...obligation, when: 'yearly' }] })).toBe(flaw)
    expect(said({ obligations: [{ ...obligation, dues: [], when: 'yearly' }] })).toBe('nothing')
  })

  it('when a body is named that it does not charge', () => {
    const who = ['agency:so-cong-thuong'] as const
    expect(said({ obligations: [{ ...obligation, who }] })).toContain(
      ", obligation 'report': 'agency:so-cong-thuong' is no agency of the plan; known: cong-an-tinh, van-phong-ubnd",
    )
    expect(said({ obligations: [{ ...obligation, except: who }] })).toContain('is no agency')
    expect(said({ collection: [{ ...line, form: 'communication', by: who }] })).toContain(
      ", collection of 'communication': 'agency:so-cong-thuong' is no agency of the plan",
    )
    expect(said({ taken: [{ form: 'pre-release', by: ['facility:nha-tam-giu'] }] })).toBe(
      ", taken 'pre-release': 'facility:nha-tam-giu' is no facility of the plan; known: trai-tam-giam",
    )
    // helpers and families are charged, and report to nobody
    const helpers = ['agency:nguoi-duoc-phan-cong'] as const
    expect(said({ taken: [{ form: 'funding', by: helpers }] })).toContain(
      'is no agency of the plan',
    )
  })

  it('when a form is asked of somebody who does not send it', () => {
    expect(said({ collection: [{ ...line, form: 'support-model', by: ['police'] }] })).toBe(
      ", collection of 'support-model': 'police' does not send it, only committee",
    )
    expect(said({ taken: [{ form: 'returnee-register', by: ['committee:07210'] }] })).toBe(
      ", taken 'returnee-register': 'committee:07210' does not send it, only police",
    )
    expect(said({ taken: [{ form: 'kindness' as never, by: ['committee'] }] })).toBe(
      ", taken 'kindness': there is no such form",
    )
  })

  it('when a form is collected at a pace that its family or the form cannot serve', () => {
    const windows = { ...bacNinh2026.windows, family: 'pol', cycle: 'month' } as const
    const models = { ...line, form: 'support-model' } as const
    const at = ", collection of 'support-model': "
    expect(said({ collection: [models] })).toBe('nothing')
    expect(said({ windows, collection: [models] })).toBe(`${at}a year of 'pol' has no quarters`)
    expect(said({ windows, collection: [{ ...models, every: 'month' }] })).toBe('nothing')
    expect(said({ collection: [{ ...models, every: 'review' }] })).toBe(
      `${at}the plan has no review to collect it for`,
    )
    expect(said({ years: [], collection: [models] })).toBe(
      `${at}the plan has no year in which to collect it each quarter`,
    )
    const register = { ...line, form: 'returnee-register', by: ['police'] } as const
    expect(said({ collection: [register] })).toBe(
      ", collection of 'returnee-register': a form of each month cannot be collected each quarter",
    )
    expect(said({ collection: [{ ...line, form: 'funding' }] })).toBe(
      ", collection of 'funding': a form of each half-year cannot be collected each quarter",
    )
  })

  it('when a review, a deadline or a section points nowhere', () => {
    const review = { window: 'adm:2026', words: '', clause: '' }
    expect(said({ windows: { ...bacNinh2026.windows, reviews: [review] } })).toBe(
      ", review 'adm:2026': a review runs from one day to another, written 2020-06-15..2026-01-14",
    )
    const [body] = bacNinh2026.bodies
    const task = { id: 'III.1.9', text: '', deadline: { kind: 'within', window: 'pol:2026-Q2' } }
    expect(said({ bodies: [{ ...body, tasks: [task] }] as never })).toBe(
      ", task 'III.1.9': 'pol:2026-Q2' is no window",
    )
    const section = { section: 'I', title: '' }
    expect(said({ narrative: { sections: { all: [section], 'so-cong-thuong': [section] } } })).toBe(
      ", narrative: 'so-cong-thuong' is no body of the plan",
    )
    expect(
      said({
        narrative: { sections: { all: [{ ...section, review: '2020-06-15..2026-01-14' }] } },
      }),
    ).toBe(", narrative, section 'I': '2020-06-15..2026-01-14' is none of the plan's reviews")
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
