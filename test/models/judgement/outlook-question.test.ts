import { describe, expect, it } from 'vitest'
import { outlookQuestion, windowsBehind } from '#models/judgement/outlook-question.ts'
import type { Measured } from '#models/measured.ts'
import { bacGiang2022 } from '#models/plans/bac-giang-2022.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { haTinh2026To2030 } from '#models/plans/ha-tinh-2026-2030.ts'
import type { Plan } from '#models/plans/plan.ts'
import type { Target } from '#models/plans/target.ts'
import { window } from '#sources/vocabulary/window.ts'
import { measured } from '#test/support/measured.ts'

const targetOf = (plan: Plan, id: string) => plan.targets.find((each) => each.id === id) as Target
const reoffending = targetOf(bacNinh2026, 'T02')

/** `x/n`, or `x/n 8/10` where eight of ten units are covered. */
function told(figures: Readonly<Record<string, string>>, withheld = 0) {
  return (id: string): Measured | null => {
    const [share, units = '10/10'] = figures[id]?.split(' ') ?? []
    if (share === undefined) return null
    const [x, n] = share.split('/').map(Number) as [number, number]
    const [unitsCovered, unitsExpected] = units.split('/').map(Number) as [number, number]
    return measured(x, n, { windowId: id, unitsCovered, unitsExpected, rowsWithheld: withheld })
  }
}

const quarter = {
  'adm:2026-01': '0/100',
  'adm:2026-2M': '1/110',
  'adm:2026-Q1': '2/126',
  'adm:2026-02': '1/104',
  'adm:2026-03': '1/112',
}

describe('the question of an outlook', () => {
  it('counts what is to come by the least, the mean and the fullest month so far', () => {
    const question = outlookQuestion(reoffending, window('adm:2026-Q1'), told(quarter))
    expect(question).toMatchObject({
      course: 'exposed',
      x: 2,
      n: 126,
      monthsGone: 3,
      monthsLeft: 9,
    })
    // 10 and 16 have come: nine months of each, and of 13.
    expect(question?.coming).toEqual({ low: 90, mid: 117, high: 144 })
  })

  it('adds up person-months, and takes the months to come to be as the last one', () => {
    const question = outlookQuestion(reoffending, window('adm:2026-Q1'), told(quarter))
    expect(question?.exposure).toEqual({ seen: 100 + 104 + 112, unseen: 9 * 112 })
    expect(question?.prior).toEqual({ events: 0.5, over: 0 })
  })

  it('knows that silent units have lived through the year, too', () => {
    const question = outlookQuestion(
      reoffending,
      window('adm:2026-2M'),
      told({ 'adm:2026-01': '0/100', 'adm:2026-2M': '0/80 8/10', 'adm:2026-02': '0/80 8/10' }, 1),
    )
    // 100 and 100 persons in all, of whom eight tenths are known; two tenths and a row are owed in any case.
    expect(question?.exposure).toEqual({ seen: 160, unseen: 40 + 10 * 100 })
    expect(question?.coming).toEqual({ low: 21, mid: 21, high: 21 })
  })

  it('takes no late report for somebody who came', () => {
    const question = outlookQuestion(
      reoffending,
      window('adm:2026-2M'),
      told({ 'adm:2026-01': '0/80 8/10', 'adm:2026-2M': '0/105', 'adm:2026-02': '0/104' }),
    )
    // 100 in January, two tenths of them told of later: 5 have come.
    expect(question?.coming).toEqual({ low: 50, mid: 50, high: 50 })
  })

  it('fills a month that nobody told of with the mean, and shares what came between two figures', () => {
    const { 'adm:2026-02': _, 'adm:2026-2M': __, ...rest } = quarter
    const question = outlookQuestion(reoffending, window('adm:2026-Q1'), told(rest))
    expect(question?.exposure?.seen).toBe(100 + 106 + 112)
    // 26 in two months, or, for what is certain, in one of them.
    expect(question?.coming).toEqual({ low: 9 * 13, mid: 9 * 13, high: 9 * 26 })
  })

  it('asks last year where there was one: its rate, and how much it weighs', () => {
    const before = { 'adm:2025': '12/1500', 'adm:2025-12': '1/1400', 'adm:2025-11': '2/1300' }
    const question = outlookQuestion(
      reoffending,
      window('adm:2026-Q1'),
      told({ ...quarter, ...before }),
    )
    // Two months known, 1,350 in each of twelve: 16,200 person-months; 2,400 of them count.
    expect(question?.prior.over).toBe(2400)
    expect(question?.prior.events).toBeCloseTo(0.5 + (12 / 16_200) * 2400, 12)
  })

  it('knows which figures are events, which persons that enter, and which stand', () => {
    const courses = [
      [bacGiang2022, 'T02', 'pol:2022-2M'],
      [bacGiang2022, 'T03f', 'pol:2022-2M'],
      [haTinh2026To2030, 'T03', 'pol:2026-2M'],
    ] as const
    expect(
      courses.map(
        ([plan, id, at]) =>
          outlookQuestion(targetOf(plan, id), window(at), told({ [at]: '1/4' }))?.course,
      ),
    ).toEqual(['exposed', 'entering', 'standing'])
  })

  it('is none without a figure, without anybody, or of a review', () => {
    const at = window('adm:2026-2M')
    expect(outlookQuestion(reoffending, at, told({}))).toBeNull()
    expect(outlookQuestion(reoffending, at, told({ 'adm:2026-2M': '0/0' }))).toBeNull()
    expect(outlookQuestion(reoffending, at, told({ 'adm:2026-2M': '3/2' }))).toBeNull()
    const review = '2020-06-15..2026-01-14'
    expect(outlookQuestion(reoffending, window(review), told({ [review]: '1/9' }))).toBeNull()
  })

  it('looks at every window it may ask for, and at no other year', () => {
    const asked = new Set<string>()
    const spy = (id: string) => {
      asked.add(id)
      return told({ ...quarter, 'adm:2025': '12/1500' })(id)
    }
    outlookQuestion(reoffending, window('adm:2026-Q1'), spy)
    expect([...asked].filter((id) => !windowsBehind(window('adm:2026-Q1')).includes(id))).toEqual(
      [],
    )
    expect(asked.size).toBeGreaterThan(15)
  })
})
