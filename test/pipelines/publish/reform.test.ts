import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leadershipMonth } from '#dashboards/pages/leadership-month.ts'
import { counsellingCoverage } from '#models/indicators/index.ts'
import { define } from '#models/indicators/indicator.ts'
import { canTho2024 } from '#models/plans/can-tho-2024.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { communeView, submitted } from '#pipelines/publish/communes.ts'
import { districtView } from '#pipelines/publish/districts.ts'
import { editionOf } from '#pipelines/publish/edition.ts'
import { leadershipView } from '#pipelines/publish/month.ts'
import { type Snapshot, snapshotOf } from '#pipelines/publish/snapshot.ts'
import { warehouse } from '#pipelines/warehouse/dialect.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import { openTags, textOf } from '#test/support/markup.ts'
import { type Generation, generationOf, type Row } from '#test/support/rows.ts'
import { register, resident } from '#test/support/sent.ts'

/*
 * The month that closed on 14/6/2025, looked at on 5/7/2025: on 1/7 Cái Khế (31117) and An Hòa (31120) went whole into the new phường
 * 31120, Bùi Hữu Nghĩa (31178) was divided between 31120 and 31168, Bình Thủy (31168) and An Thới (31177) went whole into the new 31168.
 */
const COMMUNES = ['31117', '31120', '31178', '31168', '31177']
const lists: Readonly<Record<string, readonly Row[]>> = {
  '31117': [
    resident('A', '2025-02-01', { counselled_on: '2025-02-05' }),
    resident('Y', '2025-04-01'),
  ],
  '31120': ['B', 'B2', 'B3'].map((name) => resident(name, '2025-03-01')),
  '31178': [resident('D', '2025-01-10')],
}

describe('a page of a month before a reform, made after it', () => {
  let made: Generation
  let snapshot: Snapshot
  beforeAll(async () => {
    made = await generationOf({
      plan: canTho2024,
      communes: COMMUNES,
      businessDate: '2025-07-05',
      reports: Object.entries(lists).map(([code, rows]) =>
        register(
          code,
          'pol:2025-06',
          rows.map((row) => ({ ...row, unit: `${code}@2024-11-01` })),
        ),
      ),
    })
    const few = restrictTo(places(), COMMUNES)
    const reporters = reportersOf(canTho2024, few)
    const setting = { plan: canTho2024, places: few, reporters, config: {} } as never
    snapshot = await snapshotOf(warehouse(made.engine), setting)
  })
  afterAll(() => made?.close())
  const edition = () => editionOf(snapshot, { file: '/w/gen-000001.duckdb', resultHash: '' })

  it('tells of the units of the month’s last day', async () => {
    expect(snapshot.communes.map(({ unit_id }) => unit_id)).toEqual([
      '31117@2024-11-01',
      '31120@2024-11-01',
      '31168@2024-11-01',
      '31177@2024-11-01',
      '31178@2024-11-01',
    ])
    expect(snapshot.districts.map(({ unit_id }) => unit_id)).toEqual([
      '916@2024-11-01',
      '918@2024-11-01',
    ])
    expect(await edition()).toMatchObject({ windowId: 'pol:2025-06', covered: 5, expected: 5 })
    expect([snapshot.provinceIn('pol:2025-06'), snapshot.provinceIn('pol:2025-07')]).toEqual([
      '92@2020-01-01',
      '92@2025-07-01',
    ])
  })

  it('knows whom an id means for which unit', () => {
    const nameOf = (unit: string) => snapshot.reporterOf('police:31120', unit)?.name
    expect(nameOf('31120@2024-11-01')).toBe('Công an phường An Hòa')
    expect(nameOf('31120@2025-07-01')).toBe('Công an phường Cái Khế')
    expect(nameOf('31117@2024-11-01')).toBeUndefined()
  })

  it('names the reports of a commune and of a district after who sent them', async () => {
    const all = await submitted(snapshot)
    const [, commune] = snapshot.communes
    const [district] = snapshot.districts
    if (commune === undefined || district === undefined) throw new Error('no unit')
    const { reports } = communeView(snapshot, await edition(), [], all, commune)
    expect(new Set(reports.map(({ reporterName }) => reporterName))).toEqual(
      new Set(['Công an phường An Hòa']),
    )
    const page = districtView(snapshot, await edition(), all, district)
    expect(page.district.name).toBe('quận Ninh Kiều')
    expect(page.communes.map(({ code }) => code)).toEqual(['31117', '31120'])
  })

  it('shows the people of the old units on those of today', async () => {
    const { today } = await leadershipView(snapshot, await edition(), [], null)
    const at = today?.figures.findIndex(({ definition }) => {
      return definition.id === define(counsellingCoverage).id
    })
    const cells = today?.units.map(({ name, cells: row }) => [name, row[at ?? -1]])
    // 2 of Cái Khế and 3 of An Hòa give 5, and the one who was divided goes to the first by code
    expect(cells).toEqual([
      ['phường Cái Khế', expect.objectContaining({ numerator: 1, denominator: 6, estimate: true })],
      ['phường Bình Thuỷ', expect.objectContaining({ numerator: 0, denominator: 0 })],
    ])
    expect(today?.figures[at ?? -1]?.whole).toMatchObject({ numerator: 1, denominator: 6 })
  })

  it('is sound, and says first how the reports stand where nothing is promised in numbers', async () => {
    const page = leadershipMonth(await leadershipView(snapshot, await edition(), [], null))
    expect(openTags(page)).toEqual([])
    const text = textOf(page)
    expect(text).toContain('đã nhận 5/5 phường')
    expect(text).toMatch(/Đã đến hạn \d+ báo cáo: \d+ đúng hạn, \d+ chậm, 0 chưa gửi\./)
    expect(text).toContain('Trên bản đồ đơn vị hành chính hiện nay')
    expect(text).not.toMatch(/NaN|undefined|null/)
  })
})
