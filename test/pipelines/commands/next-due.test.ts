import { describe, expect, it } from 'vitest'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import type { Plan, Task } from '#models/plans/plan.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { nextDueLine, nextDues } from '#pipelines/commands/next-due.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'

const reporters = reportersOf(bacNinh2026, restrictTo(places(), ['07210', '07246', '07264']))
const lines = (plan: Plan, on: CalendarDate, atMost = 3) =>
  nextDues(plan, reporters, on, atMost).map(nextDueLine)

describe('what status says is due next', () => {
  it('puts the clause before the directive, and one day in the singular', () => {
    expect(lines(bacNinh2026, '2026-09-13', 2)).toEqual([
      'due 2026-09-14 in 1 day: periodic-report of adm:2026-Q3 from 3 committees, 14 agencies (clause IV.2)',
      'due 2026-09-17 in 4 days: returnee-register, release-notice, reoffence, pre-release of adm:2026-09 from 3 police, agency:cong-an-tinh, facility:trai-tam-giam (directive of the province)',
    ])
  })

  it('is nothing when the plan is over', () => {
    expect(nextDues(bacNinh2026, reporters, '2027-01-01', 3)).toEqual([])
  })

  const task = (id: string): Task => ({
    id,
    text: id,
    deadline: { kind: 'before', date: '2026-06-08' },
  })
  const withTasks = (...ids: readonly string[]): Plan => ({
    ...bacNinh2026,
    bodies: bacNinh2026.bodies.map((body) => ({
      ...body,
      tasks: body.slug === 'so-y-te' ? ids.map(task) : [],
    })),
  })

  it('names some of many tasks of one day', () => {
    expect(lines(withTasks('a', 'b', 'c', 'd', 'e', 'f', 'g'), '2026-06-01', 2)[1]).toBe(
      'due 2026-06-07 in 6 days: a, b, c, d, e and 2 more from agency:so-y-te (tasks of the plan)',
    )
    expect(lines(withTasks('III.9.1'), '2026-06-01', 2)[1]).toBe(
      'due 2026-06-07 in 6 days: III.9.1 from agency:so-y-te (clause III.9.1)',
    )
  })

  it('does not say twice what an obligation and a task of its clause ask', () => {
    expect(lines(withTasks('IV.1'), '2026-06-01', 2)).toEqual([
      'due 2026-06-07 in 6 days: implementation-plan from 3 committees, 14 agencies (clause IV.1)',
      'due 2026-06-14 in 13 days: periodic-report of adm:2026-Q2 from 3 committees, 14 agencies (clause IV.2)',
    ])
  })
})
