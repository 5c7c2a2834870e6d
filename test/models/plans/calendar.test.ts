import { describe, expect, it } from 'vitest'
import { bacNinh2026 as plan } from '#models/plans/bac-ninh-2026.ts'
import { maySend, obligationsOf, owes, strictDue, windowsTaken } from '#models/plans/calendar.ts'
import {
  measuredWindows,
  monthsLeft,
  ownWindow,
  ownWindowsToDate,
} from '#models/plans/plan-windows.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { window } from '#sources/vocabulary/window.ts'

const reporters = reportersOf(plan, places())
const three = reportersOf(plan, restrictTo(places(), ['07210', '07246', '07264']))

const until = (upTo: CalendarDate) => obligationsOf(plan, reporters, upTo)

describe('obligations', () => {
  const rows = until('2026-09-20')

  it('are counted by hand until 20/9/2026: nine months, three quarters, 99 communes', () => {
    const count = (form: string) => rows.filter((row) => row.form === form).length
    expect({
      register: count('returnee-register'),
      notices: count('release-notice'),
      reoffence: count('reoffence'),
      preRelease: count('pre-release'),
      models: count('support-model'),
      exemplars: count('exemplar'),
      communication: count('communication'),
    }).toEqual({
      register: 99 * 9,
      notices: 9,
      reoffence: 9,
      preRelease: 9,
      models: 99 * 3,
      exemplars: 99 * 3,
      communication: (99 + 12 + 3) * 3,
    })
    expect(rows).toHaveLength(1854)
  })

  it('name each form, reporter and window once', () => {
    const keys = rows.map((row) => `${row.form} ${row.reporter_id} ${row.window_id}`)
    expect(new Set(keys).size).toBe(rows.length)
  })

  it('rest on the clause in Q2 and Q3 only: 99 committees × 3 forms, 14 agencies', () => {
    const byClause = rows.filter(({ basis }) => basis === 'clause')
    expect(byClause).toHaveLength(2 * (99 * 3 + 14))
    expect(
      new Set(byClause.map((row) => `${row.window_id} ${row.due_before} ${row.reference}`)),
    ).toEqual(new Set(['adm:2026-Q2 2026-06-15 IV.2', 'adm:2026-Q3 2026-09-15 IV.2']))
  })

  it('never rest on the clause before the plan of 29/5/2026', () => {
    const q1 = rows.filter(({ window_id }) => window_id === 'adm:2026-Q1')
    expect(q1).toHaveLength(99 * 3 + 15)
    expect(new Set(q1.map((row) => `${row.basis} ${row.due_before}`))).toEqual(
      new Set(['directive 2026-03-18']),
    )
  })

  it('fall due before the 18th of the closing month by directive', () => {
    const register = rows.filter(({ reporter_id }) => reporter_id === 'police:07210')
    expect(register.map(({ window_id, due_before }) => [window_id, due_before])).toEqual([
      ['adm:2026-01', '2026-01-18'],
      ['adm:2026-02', '2026-02-18'],
      ['adm:2026-03', '2026-03-18'],
      ['adm:2026-04', '2026-04-18'],
      ['adm:2026-05', '2026-05-18'],
      ['adm:2026-06', '2026-06-18'],
      ['adm:2026-07', '2026-07-18'],
      ['adm:2026-08', '2026-08-18'],
      ['adm:2026-09', '2026-09-18'],
    ])
    expect(new Set(register.map(({ reference }) => reference))).toEqual(
      new Set(['theo hướng dẫn của Công an tỉnh']),
    )
  })

  it('leave Công an tỉnh, to whom IV.2 is addressed, to its own directive', () => {
    const own = rows.filter(
      (row) => row.form === 'communication' && row.reporter_id === 'agency:cong-an-tinh',
    )
    expect(own.map((row) => `${row.basis} ${row.due_before}`)).toEqual([
      'directive 2026-03-18',
      'directive 2026-06-18',
      'directive 2026-09-18',
    ])
  })

  it('expect the last quarter with the year, before 15/12/2026', () => {
    const q4 = until('2026-12-15').filter(
      (row) => row.window_id === 'adm:2026' && row.reporter_id === 'committee:07210',
    )
    expect(q4.map((row) => `${row.form} ${row.due_before} ${row.basis}`)).toEqual([
      'support-model 2026-12-15 clause',
      'exemplar 2026-12-15 clause',
      'communication 2026-12-15 clause',
    ])
  })

  it('include a window from the day after its last', () => {
    const months = (upTo: CalendarDate) =>
      obligationsOf(plan, three, upTo).filter(({ form }) => form === 'reoffence').length
    expect([months('2026-01-14'), months('2026-01-15')]).toEqual([0, 1])
  })

  it('say who owes what', () => {
    expect(owes(plan, 'police:07210', 'returnee-register')).toBe(true)
    expect(owes(plan, 'police:07210', 'communication')).toBe(false)
    expect(owes(plan, 'agency:so-tu-phap', 'communication')).toBe(true)
    expect(owes(plan, 'agency:so-tu-phap', 'reoffence')).toBe(false)
    expect(owes(plan, 'agency:cong-an-tinh', 'reoffence')).toBe(true)
  })

  it('are none for what is only taken when it comes', () => {
    for (const { form } of plan.taken) expect(rows.filter((row) => row.form === form)).toEqual([])
    expect(owes(plan, 'police:07210', 'community-sentence')).toBe(false)
    expect(maySend(plan, 'police:07210', 'community-sentence')).toBe(true)
    expect(maySend(plan, 'committee:07210', 'community-sentence')).toBe(false)
    expect(maySend(plan, 'agency:so-y-te', 'credit')).toBe(false)
    expect(maySend(plan, 'agency:so-tu-phap', 'communication')).toBe(true)
  })

  it('follow each other at the pace of a half-year', () => {
    const [line] = plan.collection
    if (line === undefined) throw new Error('the plan collects nothing')
    const halves = { ...plan, collection: [{ ...line, every: 'half-year' as const }] }
    const found = obligationsOf(halves, three, '2026-12-15')
    expect([...new Set(found.map(({ window_id }) => window_id))]).toEqual([
      'adm:2026-6M',
      'adm:2026-H2',
    ])
  })
})

describe('windows', () => {
  it('are taken as the collection asks, else as the form is made', () => {
    const taken = (reporter: Parameters<typeof windowsTaken>[1], form: string) =>
      windowsTaken(plan, reporter, form).map(({ kind }) => kind)
    expect(new Set(taken('police:07210', 'returnee-register'))).toEqual(new Set(['month']))
    expect(new Set(taken('police:07210', 'community-sentence'))).toEqual(new Set(['month']))
    expect(taken('agency:so-tai-chinh', 'funding')).toEqual(['half', 'half', 'year'])
    expect(taken('committee:07210', 'tally')).toHaveLength(27)
    expect(taken('police:07210', 'tally')).toEqual([])
  })

  it('are measured when they have closed', () => {
    expect(measuredWindows(plan, '2026-01-14')).toEqual([])
    expect(measuredWindows(plan, '2026-03-15').map(({ id }) => id)).toEqual([
      'adm:2026-01',
      'adm:2026-02',
      'adm:2026-03',
      'adm:2026-Q1',
      'adm:2026-2M',
    ])
    // 12 months, 4 quarters, 2 halves, 8 other sums from the start, the year
    expect(measuredWindows(plan, '2026-12-15')).toHaveLength(27)
  })

  it.each([
    ['T02', '2026-01-14', undefined],
    ['T02', '2026-01-15', 'adm:2026-01'],
    ['T02', '2026-02-20', 'adm:2026-2M'],
    ['T02', '2026-03-20', 'adm:2026-Q1'],
    ['T02', '2026-08-20', 'adm:2026-8M'],
    ['T02', '2026-09-14', 'adm:2026-8M'],
    ['T02', '2026-09-20', 'adm:2026-9M'],
    ['T02', '2027-03-01', 'adm:2026'],
    // quarterly figures do not exist between quarters
    ['T06a', '2026-02-20', undefined],
    ['T06a', '2026-08-20', 'adm:2026-6M'],
    ['T06a', '2026-09-20', 'adm:2026-9M'],
    ['T01', '2026-12-15', 'adm:2026'],
  ] as const)('judge %s on %s in %s', (id, on, expected) => {
    const target = plan.targets.find((each) => each.id === id) as (typeof plan.targets)[number]
    expect(ownWindow(plan, target, on)?.id).toBe(expected)
  })

  it('are followed back through the year in which they were judged, newest first', () => {
    const back = (id: string, on: Parameters<typeof ownWindow>[2]) => {
      const target = plan.targets.find((each) => each.id === id) as (typeof plan.targets)[number]
      return ownWindowsToDate(plan, target, on).map((each) => each.id)
    }
    expect(back('T02', '2026-01-14')).toEqual([])
    expect(back('T02', '2026-04-20')).toEqual([
      'adm:2026-4M',
      'adm:2026-Q1',
      'adm:2026-2M',
      'adm:2026-01',
    ])
    expect(back('T06a', '2026-09-20')).toEqual(['adm:2026-9M', 'adm:2026-6M', 'adm:2026-Q1'])
  })

  it('know how much of the year is left', () => {
    const left = ['adm:2026-01', 'adm:2026-Q1', 'adm:2026-9M', 'adm:2026'].map((id) =>
      monthsLeft(window(id)),
    )
    expect(left).toEqual([11, 9, 3, 0])
  })
})

describe('due days', () => {
  it.each([
    // 14/6/2026 is a Sunday
    ['2026-06-15', '2026-06-14', '2026-06-15'],
    // 17/2/2026 is Tết, offices open on Monday 23/2
    ['2026-02-18', '2026-02-17', '2026-02-23'],
    // 14/9 and 14/12 are Mondays
    ['2026-09-15', '2026-09-14', '2026-09-14'],
    ['2026-12-15', '2026-12-14', '2026-12-14'],
  ] as const)('"before %s" ends with %s; offices work on %s', (before, lastDay, workingDay) => {
    expect(strictDue(before)).toEqual({ lastDay, workingDay })
  })
})
