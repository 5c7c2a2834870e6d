import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { targetPage } from '#dashboards/pages/target.ts'
import type { TargetPage } from '#dashboards/views-target.ts'
import { bacGiang2022 } from '#models/plans/bac-giang-2022.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { haTinh2026To2030 } from '#models/plans/ha-tinh-2026-2030.ts'
import { editionOf } from '#pipelines/publish/edition.ts'
import { snapshotOf } from '#pipelines/publish/snapshot.ts'
import { paceView } from '#pipelines/publish/target-pace.ts'
import { targetPageView } from '#pipelines/publish/target-page.ts'
import { targetViews } from '#pipelines/publish/targets.ts'
import { warehouse } from '#pipelines/warehouse/dialect.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import { openTags } from '#test/support/markup.ts'
import { monthOf } from '#test/support/plan-view.ts'
import { A, B, generationOf } from '#test/support/rows.ts'
import { offence, offences, register, resident } from '#test/support/sent.ts'

/** Twenty residents of A, three of them prosecuted in February, and thirty of B, none of them. */
const people = (code: string, n: number) =>
  Array.from({ length: n }, (_, at) => resident(`${code}-${at}`, '2024-05-01'))
const cases = [0, 1, 2].map((at) => offence(`V${at}`, `${A}-${at}`, A, '2026-02-01'))

let generation: Awaited<ReturnType<typeof generationOf>>
const pages = new Map<string, TargetPage>()
const pageOf = (id: string) => pages.get(id) as TargetPage

beforeAll(async () => {
  generation = await generationOf({
    communes: [A, B],
    businessDate: '2026-02-20',
    reports: ['2026-01', '2026-02'].flatMap((month) => [
      register(A, month, people(A, 20)),
      register(B, month, people(B, 30)),
      offences(month, month === '2026-02' ? cases : []),
    ]),
  })
  const setting = { plan: bacNinh2026, places: restrictTo(places(), [A, B]), config: {} } as never
  const snapshot = await snapshotOf(warehouse(generation.engine), setting)
  const edition = await editionOf(snapshot, { file: generation.engine.path, resultHash: '' })
  for (const view of targetViews(snapshot))
    pages.set(view.target.id, targetPageView(snapshot, edition, view))
})
afterAll(() => generation.close())

describe('what lies behind a target of events', () => {
  it('tests the province in the direction in which it missed', () => {
    // P(X ≥ 3 of 50 at 1 %) = 1 − 0.99^50 − 50·0.01·0.99^49 − 1225·0.0001·0.99^48 = 0.013817.
    const { evidence } = pageOf('T02')
    expect(evidence).toMatchObject({ direction: 'above', strength: 'moderate' })
    expect(evidence?.p).toBeCloseTo(0.013817, 6)
  })

  it('flags a commune by its count: 3 of 20, where 2 are a signal', () => {
    const communes = pageOf('T02').communes
    expect(communes).toMatchObject([
      { code: A, verdict: { code: 'SIG', listed: true }, signal: 'moderate', signalAt: 2 },
      { code: B, verdict: { code: 'OK?', listed: false }, signal: null, signalAt: 3 },
    ])
    expect(pageOf('T02').funnel).toMatchObject({ tested: 2, perCent: 10 })
    const [a, b] = communes.map(({ smoothed }) => smoothed?.rate ?? 0)
    // 3 of 20 and 0 of 30 are drawn towards 3 of 50.
    expect(a).toBeGreaterThan(0.06)
    expect(a).toBeLessThan(0.15)
    expect(b).toBeLessThan(0.06)
  })

  it('has the curves of every size up to the largest commune', () => {
    const sizes = pageOf('T02').funnel?.limits.map(({ n }) => n)
    expect(sizes).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
  })

  it('has two months and no limits for them, and a sum that signals with the third case', () => {
    const { months, cusum } = pageOf('T02')
    expect(months).toMatchObject({
      kind: null,
      points: 2,
      rows: [
        { windowId: 'adm:2026-01', numerator: 0, denominator: 50, limits: null, mark: null },
        { windowId: 'adm:2026-02', numerator: 3, denominator: 50, limits: null, mark: null },
      ],
    })
    expect(cusum?.p0).toBe(1 / 1200)
    expect(cusum?.rows.map(({ signal }) => signal)).toEqual([false, true])
    // Three times ln(p₁/p₀) = 0.6923 less 47 times 0.00083: a month of 50 with 3 cases.
    expect(cusum?.rows[1]?.value).toBeCloseTo(2.038, 3)
  })

  it('has an even pace of a twelfth a month over the whole year', () => {
    const { pace } = pageOf('T02')
    expect(pace?.rows).toHaveLength(12)
    expect(pace?.rows[1]).toMatchObject({ expected: true, numerator: 3, denominator: 50 })
    expect(pace?.rows[1]?.even).toBeCloseTo(0.01 / 6, 12)
    expect(pace?.rows[11]).toMatchObject({ expected: false, numerator: null })
  })
})

it('has nothing to test behind a duty, and its communes', () => {
  const { evidence, months, pace, cusum, funnel, communes } = pageOf('T03a')
  expect({ evidence, months, pace, cusum, funnel }).toEqual({
    evidence: null,
    months: null,
    pace: null,
    cusum: null,
    funnel: null,
  })
  expect(communes.map(({ code, signalAt, smoothed }) => ({ code, signalAt, smoothed }))).toEqual([
    { code: A, signalAt: null, smoothed: null },
    { code: B, signalAt: null, smoothed: null },
  ])
})

describe('of plans with other years and slower figures', () => {
  const bacGiang = monthOf(bacGiang2022, {
    windowId: 'pol:2022-09',
    toDateId: 'pol:2022-10M',
    slowId: 'pol:2022-6M',
    businessDate: '2022-09-20',
  })
  const haTinh = monthOf(haTinh2026To2030, {
    windowId: 'pol:2026-09',
    toDateId: 'pol:2026-10M',
    slowId: 'pol:2026-6M',
    businessDate: '2026-09-20',
  })
  const nothing = { evidence: null, months: null, cusum: null, funnel: null, communes: [] }

  it.each(
    [bacGiang, haTinh].flatMap(({ edition, targets }) =>
      targets.map((view) => [`${edition.plan.id} ${view.target.id}`, edition, view] as const),
    ),
  )('%s has a sound page', (_, edition, view) => {
    const pace = view.target.duty ? null : paceView(view)
    const page = targetPage({ ...nothing, edition, view, pace })
    expect(openTags(page)).toEqual([])
    expect(page).not.toMatch(/NaN|undefined|>null|\[object/)
    if (pace !== null) {
      const own = pace.rows.filter(({ expected }) => expected).map(({ windowId }) => windowId)
      expect(own).toEqual(view.history.map(({ windowId }) => windowId))
    }
  })
})
