import { expect, it } from 'vitest'
import { bacNinh2026 as plan } from '#models/plans/bac-ninh-2026.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places, restrictTo } from '#sources/reference/places.ts'

const reporters = reportersOf(plan, places())

it('are 99 police, 99 committees, 15 agencies and one facility', () => {
  const of = (kind: string) => reporters.filter((each) => each.kind === kind).length
  expect([of('police'), of('committee'), of('agency'), of('facility')]).toEqual([99, 99, 15, 1])
  expect(new Set(reporters.map(({ id }) => id)).size).toBe(214)
})

it('are named as in a sentence', () => {
  const name = (id: string) => reporters.find((each) => each.id === id)?.name
  expect(name('police:07210')).toBe('Công an phường Bắc Giang')
  expect(name('committee:07264')).toBe('UBND xã Tam Tiến')
  expect(name('agency:so-tu-phap')).toBe('Sở Tư pháp')
  expect(name('facility:trai-tam-giam')).toBe('Trại tạm giam Công an tỉnh')
})

it('stand for their commune, or for the province', () => {
  const unit = (id: string) => reporters.find((each) => each.id === id)?.unitId
  expect(unit('police:07210')).toBe('07210@2025-07-01')
  expect(unit('committee:07210')).toBe('07210@2025-07-01')
  expect(unit('agency:toa-an')).toBe('24@2025-07-01')
  expect(unit('facility:trai-tam-giam')).toBe('24@2025-07-01')
})

it('are only asked where the plan says "Đề nghị"', () => {
  const asked = reporters.filter(({ standing }) => standing === 'requested')
  expect(asked.map(({ id }) => id)).toEqual([
    'agency:vien-kiem-sat',
    'agency:toa-an',
    'agency:mat-tran-to-quoc',
  ])
})

it('follow the places that they are given', () => {
  const few = reportersOf(plan, restrictTo(places(), ['07210', '07246', '07264']))
  expect(few).toHaveLength(3 + 3 + 15 + 1)
})

it('need the province', () => {
  expect(() => reportersOf({ ...plan, provinceCode: '99' }, places())).toThrow(
    /province '99' is unknown on 2026-05-29/,
  )
})
