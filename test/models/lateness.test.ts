import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrivalCounts } from '#models/arrivals.ts'
import {
  type ArrivalCount,
  delays,
  type FormLateness,
  latenessOf,
} from '#models/judgement/lateness.ts'
import { arrivalViews } from '#pipelines/publish/lateness.ts'
import type { Snapshot } from '#pipelines/publish/snapshot.ts'
import { warehouse } from '#pipelines/warehouse/dialect.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { A, B, C, type Generation, generationOf, type Sent } from '#test/support/rows.ts'

/** Five months close on the 14th; the fifth is three days old. */
const businessDate = '2026-05-17'

describe('a register of three communes over five months, by hand', () => {
  /** Day on which each commune's came; null for never. */
  const arrivals: readonly (readonly [string, ...(CalendarDate | null)[]])[] = [
    ['2026-01', '2026-01-14', '2026-01-16', '2026-01-24'],
    ['2026-02', '2026-02-15', '2026-02-17', '2026-03-15'],
    ['2026-03', '2026-03-12', '2026-03-19', null],
    // the third paper is dated after the business date: nobody knows of it yet
    ['2026-04', '2026-04-14', '2026-04-14', '2026-05-20'],
    ['2026-05', '2026-05-15', null, null],
  ]
  const sent = arrivals.flatMap(([window, ...days]) =>
    days.flatMap((arrivedOn, at): Sent[] => {
      const reporter = `police:${[A, B, C][at]}`
      if (arrivedOn === null) return []
      const receivedAt = arrivedOn > businessDate ? { receivedAt: '2026-05-17T02:00:00.000Z' } : {}
      return [{ form: 'returnee-register', reporter, window, rows: [], arrivedOn, ...receivedAt }]
    }),
  )
  const missing = ['2026-03', '2026-05'].flatMap((window) =>
    (window === '2026-03' ? [C] : [B, C]).map(
      (code) => `returnee-register police:${code} ${window}`,
    ),
  )

  let given: Generation
  let forms: readonly FormLateness[]
  beforeAll(async () => {
    given = await generationOf({ businessDate, reports: sent, missing })
    forms = latenessOf(await arrivalCounts(warehouse(given.engine)).execute(), businessDate)
  })
  afterAll(() => given?.close())

  const register = () => forms.find(({ form }) => form === 'returnee-register') as FormLateness

  it('counts what had come by each delay', () => {
    // days 0 1 2 3 5 7 10 14 21 28 42 56 after the 14th
    expect(
      register().windows.map((each) => [
        each.windowId,
        each.age,
        `${each.arrived}/${each.expected}`,
        each.byDelay.map((count) => count ?? '.').join(' '),
      ]),
    ).toEqual([
      ['adm:2026-01', 123, '3/3', '1 1 2 2 2 2 3 3 3 3 3 3'],
      ['adm:2026-02', 92, '3/3', '0 1 1 2 2 2 2 2 2 2 3 3'],
      ['adm:2026-03', 64, '2/3', '1 1 1 1 2 2 2 2 2 2 2 2'],
      ['adm:2026-04', 33, '2/3', '2 2 2 2 2 2 2 2 2 2 . .'],
      ['adm:2026-05', 3, '1/3', '0 1 1 1 . . . . . . . .'],
    ])
  })

  it('puts the windows together, step by step', () => {
    // missing of 15 at the close 11, then 9, 8, 7; of the four older 5 at 3 days and then 4, 4, 3, 3, 3, 3; of the three oldest 2 and then 1, 1
    const [three, ten] = [7 / 15, ((7 / 15) * 3) / 5]
    const missing = [11 / 15, 9 / 15, 8 / 15, three, (three * 4) / 5, (three * 4) / 5]
    const later = [ten, ten, ten, ten, ten / 2, ten / 2]
    expect(register().usual.map((share) => share?.toFixed(12))).toEqual(
      [...missing, ...later].map((share) => (1 - share).toFixed(12)),
    )
  })

  it('tells how many of the missing still come', () => {
    const [january, february, march, april, may] = register().windows.map(({ outlook }) => outlook)
    expect([january, february]).toEqual([{ kind: 'whole' }, { kind: 'whole' }])
    expect(march).toEqual({ kind: 'past' })
    // at 33 days one was missing of the first three months, and is at 42 and 56
    expect(april).toEqual({ kind: 'coming', reports: 0, within: 56, windows: 3 })
    // missing at 3 days 1 + 1 + 2 + 1, at 5 and 7 days 4, at 10 to 28 days 3; of the three that know more, 2 at 28 and 1 at 42 and 56:
    // 4/5 × 3/4 × 1/2 of the two stay away
    expect(may).toMatchObject({ kind: 'coming', within: 56, windows: 4 })
    expect(may?.kind === 'coming' && may.reports).toBeCloseTo(
      2 * (1 - (4 / 5) * (3 / 4) * (1 / 2)),
      12,
    )
  })

  it('keeps those who are only asked apart', () => {
    const of = (form: string) =>
      forms
        .filter((each) => each.form === form)
        .map(({ standing, windows }) => [
          standing,
          windows.map(({ windowId, expected, arrived }) => `${windowId} ${arrived}/${expected}`),
        ])
    // the court, the procuracy and the Front are asked; open windows stand nowhere
    expect(of('communication')).toEqual([
      ['obliged', ['adm:2026-Q1 15/15']],
      ['requested', ['adm:2026-Q1 3/3']],
    ])
    expect(of('returnee-register').map(([standing]) => standing)).toEqual(['obliged'])
  })

  it('stands on the page by the numbers of the forms, those who are asked last', async () => {
    const meta = { business_date: businessDate }
    const views = await arrivalViews({ db: warehouse(given.engine), meta } as Snapshot)
    expect(views.map(({ formNumber, standing }) => `${formNumber} ${standing}`)).toEqual([
      ...['01', '02', '03', '04', '05', '06', '07'].map((number) => `${number} obliged`),
      '06 requested',
    ])
    expect(views[0]?.formTitle).toMatch(/^DANH SÁCH THEO DÕI/)
  })
})

describe('a triangle', () => {
  /** A window of months ago with the delays at which its reports came, null for never. */
  const counted = (age: number, ...came: readonly (number | null)[]): ArrivalCount[] => {
    const last = addDays(businessDate, -age)
    return came.map((delay) => ({
      form: 'exemplar',
      standing: 'obliged',
      window_id: `closed ${age} days ago`,
      to_date: addDays(last, 1),
      arrived_on: delay === null ? null : addDays(last, delay),
      reports: 1,
    }))
  }
  const newest = (...rows: readonly ArrivalCount[][]) =>
    latenessOf(rows.flat(), businessDate)[0]?.windows.at(-1)?.outlook

  it('says that two windows are too few', () => {
    const two = [counted(90, 0, 5), counted(60, 1, 4)]
    expect(newest(...two, counted(2, 0, null))).toEqual({ kind: 'too-few' })
    expect(newest(counted(120, 0, 9), ...two, counted(2, 0, null))).toMatchObject({
      kind: 'coming',
      reports: 1,
    })
  })

  it('says so where nothing was ever missing at that age', () => {
    const prompt = [counted(120, 0, 1), counted(90, 0, 2), counted(60, 1, 1)]
    expect(newest(...prompt, counted(2, 0, null))).toEqual({ kind: 'unprecedented' })
  })

  it('tells until the day by which all others had come', () => {
    const prompt = [counted(120, 0, 4), counted(90, 0, 3), counted(60, 1, 5)]
    const outlook = { kind: 'coming', reports: 1, within: 5, windows: 3 }
    expect(newest(...prompt, counted(2, 0, null))).toEqual(outlook)
  })

  it('is whole for good once all that came late have come', () => {
    const prompt = [counted(120, 0, 4), counted(90, 0, 3), counted(60, 1, 5)]
    const usual = latenessOf(prompt.flat(), businessDate)[0]?.usual
    // of six, two at the close, three a day later, four on the third day, all on the fifth
    expect(usual?.map((share) => share && Math.round(share * 6))).toEqual([
      2, 3, 3, 4, 6, 6, 6, 6, 6, 6, 6, 6,
    ])
  })

  it('looks no further ahead than three windows have seen', () => {
    const young = [counted(25, 0, 9), counted(20, 0, null), counted(15, 0, null)]
    expect(newest(...young, counted(8, 0, null))).toEqual({
      kind: 'coming',
      reports: 1 - 2 / 3,
      within: 14,
      windows: 3,
    })
  })

  it('counts an arrival before the close as one of its last day', () => {
    const [form] = latenessOf(counted(4, -30, -1, 0), businessDate)
    expect(form?.windows[0]?.byDelay.slice(0, 5)).toEqual([3, 3, 3, 3, null])
  })

  it('has nothing where nothing is expected', () => {
    expect(latenessOf([], businessDate)).toEqual([])
  })

  it('never falls from left to right, and foretells no more than is missing', () => {
    const came = fc.array(fc.option(fc.integer({ min: -9, max: 70 }), { nil: null }), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(fc.array(came, { minLength: 1, maxLength: 9 }), (windows) => {
        const rows = windows.flatMap((each, at) =>
          counted(8 * (windows.length - at), ...each).map((row) =>
            row.arrived_on !== null && row.arrived_on > businessDate
              ? { ...row, arrived_on: null }
              : row,
          ),
        )
        const usual = (latenessOf(rows, businessDate)[0]?.usual ?? []).filter(
          (each) => each !== null,
        )
        expect(usual.slice(1).filter((share, at) => share < (usual[at] as number))).toEqual([])
        expect(usual.every((share) => share >= 0 && share <= 1)).toBe(true)
        for (const { expected, arrived, byDelay, outlook } of latenessOf(rows, businessDate)[0]
          ?.windows ?? []) {
          const known = byDelay.filter((count) => count !== null)
          expect(known).toEqual([...known].sort((a, b) => a - b))
          expect(known.every((count) => count <= arrived)).toBe(true)
          expect(byDelay).toHaveLength(delays.length)
          expect(outlook.kind === 'whole').toBe(arrived === expected)
          if (outlook.kind !== 'coming') continue
          expect(outlook.reports).toBeGreaterThanOrEqual(0)
          expect(outlook.reports).toBeLessThanOrEqual(expected - arrived)
        }
      }),
    )
  })
})
