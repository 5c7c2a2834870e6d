import { describe, expect, it } from 'vitest'
import { plans } from '#models/plans/index.ts'

/**
 * What the five texts oblige to, read in them clause by clause: who, what, and for each report its first day, and how many follow at the
 * same distance; a word in place of a day where the text has none.
 */
const rows = [
  ['bac-ninh-2026', 'IV.1', 'implementation-plan', '2026-06-08', 1],
  ['bac-ninh-2026', 'IV.2', 'periodic-report', '2026-06-15', 1],
  ['bac-ninh-2026', 'IV.2', 'periodic-report', '2026-09-15', 1],
  // quarter IV stands in the report of the year: one due for both
  ['bac-ninh-2026', 'IV.2', 'periodic-report', 'adm:2026-Q4 in adm:2026', 0],
  ['bac-ninh-2026', 'IV.2', 'periodic-report', '2026-12-15', 1],
  ['bac-ninh-2026', 'IV.4', 'synthesis', 'as-prescribed', 0],
  ['bac-giang-2022', 'IV.1', 'implementation-plan', '2022-03-15', 1],
  ['bac-giang-2022', 'IV.1', 'monthly-report', '2022-03-16', 9],
  ['bac-giang-2022', 'IV.1', 'annual-report', '2022-11-15', 1],
  ['bac-giang-2022', 'III.11', 'district-review', '2022-12-01', 1],
  ['bac-giang-2022', 'III.2', 'province-review', '2023-01-01', 1],
  ['bac-giang-2022', 'IV.2', 'synthesis', 'as-prescribed', 0],
  ['ha-tinh-2026-2030', 'IV.1', 'periodic-report', '2026-06-01', 5],
  ['ha-tinh-2026-2030', 'IV.1', 'periodic-report', '2026-12-01', 5],
  ['ha-tinh-2026-2030', 'IV.2', 'synthesis', 'as-prescribed', 0],
  ['ha-tinh-2026-2030', 'IV.1', 'implementation-plan', 'unstated', 0],
  ['ha-tinh-2026-2030', 'II.4', 'supervision-plan', 'unstated', 0],
  ['ha-tinh-2026-2030', 'III.11.2', 'credit-plan', 'yearly', 0],
  ['ha-tinh-2026-2030', 'III.11.3', 'credit-difficulties', 'when-arising', 0],
  // one report for each of the two windows
  ['hung-yen-2026', 'II.2.1, IV.1', 'review-report', '2026-02-28', 2],
  ['hung-yen-2026', 'II.2.2.3', 'conference', '2026-03-10', 1],
  ['hung-yen-2026', 'IV.2', 'synthesis', 'as-prescribed', 0],
  ['hung-yen-2026', 'đoạn cuối', 'difficulties', 'when-arising', 0],
  ['can-tho-2024', 'II.9.b', 'loan-list', 'monthly', 0],
  ['can-tho-2024', 'IV.1', 'implementation-plan', 'unstated', 0],
  ['can-tho-2024', 'IV.1', 'periodic-report', '2025-05-15', 9],
  ['can-tho-2024', 'IV.1', 'periodic-report', '2024-11-15', 10],
  ['can-tho-2024', 'IV.1', 'report-on-request', 'on-request', 0],
  ['can-tho-2024', 'IV.2', 'synthesis', 'as-prescribed', 0],
  ['can-tho-2024', 'II.5.a', 'judicial-record-obstacles', 'as-prescribed', 0],
  ['can-tho-2024', 'III', 'estimate', 'yearly', 0],
] as const

const obligations = plans.flatMap((plan) =>
  plan.obligations.map((obligation) => ({ ...obligation, plan: plan.id })),
)

describe('the 31 obligations of the five texts', () => {
  it('are 31', () => {
    expect(rows).toHaveLength(31)
  })

  it.each(rows)('%s %s: %s, %s, %d', (plan, clause, id, when) => {
    const found = obligations.find((each) => each.plan === plan && each.id === id)
    expect(found?.clause).toBe(clause)
    const said = [
      ...(found?.dues ?? []).flatMap(({ before, window, foldedInto }) => [
        before,
        ...(foldedInto === undefined ? [] : [`${window} in ${foldedInto}`]),
      ]),
      found?.when,
    ]
    expect(said).toContain(when)
  })

  it('are all that the plans oblige to', () => {
    for (const { plan, id, dues } of obligations) {
      const told = rows.filter((row) => row[0] === plan && row[2] === id)
      const count = told.reduce((sum, row) => sum + row[4], 0)
      expect([plan, id, told.length > 0, count]).toEqual([plan, id, true, dues.length])
    }
  })

  it('fall on the same day of every year, and of every month', () => {
    const days = (plan: string, id: string) =>
      new Set(
        obligations
          .find((each) => each.plan === plan && each.id === id)
          ?.dues.map(({ before }) => before.slice(5)),
      )
    expect(days('ha-tinh-2026-2030', 'periodic-report')).toEqual(new Set(['06-01', '12-01']))
    expect(days('can-tho-2024', 'periodic-report')).toEqual(new Set(['05-15', '11-15']))
    const months = [...days('bac-giang-2022', 'monthly-report')]
    expect(months.map((day) => day.slice(3))).toEqual(Array.from({ length: 9 }, () => '16'))
    expect(months.map((day) => day.slice(0, 2)).join(' ')).toBe('03 04 05 06 07 08 09 10 11')
  })
})

describe('whom the texts oblige', () => {
  const asked = (plan: string, id: string) => {
    const found = obligations.find((each) => each.plan === plan && each.id === id)
    return { who: found?.who, except: found?.except, to: found?.to }
  }

  it('sends plans of Hà Tĩnh and Cần Thơ to nobody named', () => {
    expect(asked('ha-tinh-2026-2030', 'implementation-plan').to).toBeNull()
    expect(asked('can-tho-2024', 'implementation-plan').to).toBeNull()
  })

  it('has Công an consolidate, and report only where it is told to assess its own (Hưng Yên II.1.5)', () => {
    for (const plan of plans)
      expect(asked(plan.id, 'synthesis').who).toEqual(['agency:cong-an-tinh'])
    expect(asked('hung-yen-2026', 'review-report').except).toEqual([])
    expect(asked('ha-tinh-2026-2030', 'periodic-report').except).toEqual(['agency:cong-an-tinh'])
  })

  it('charges the bank of Hà Tĩnh and the Sở Tư pháp of Cần Thơ alone', () => {
    expect(asked('ha-tinh-2026-2030', 'credit-plan').who).toEqual([
      'agency:ngan-hang-chinh-sach-xa-hoi',
    ])
    expect(asked('can-tho-2024', 'judicial-record-obstacles').who).toEqual(['agency:so-tu-phap'])
  })
})
