import { expect, test } from 'vitest'
import { bacGiang2022 } from '#models/plans/bac-giang-2022.ts'
import { canTho2024 } from '#models/plans/can-tho-2024.ts'
import type { Plan } from '#models/plans/plan.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import type { CoverField } from '#sources/forms/cover.ts'
import { places } from '#sources/reference/places.ts'
import { namesPlan } from '#sources/sheets/cover-identity.ts'
import { reporterOf, type Say } from '#sources/sheets/cover-reporter.ts'
import type { Value } from '#sources/submission.ts'
import { window } from '#sources/vocabulary/window.ts'

/** Whose report a cover is in a window, of which unit, and what it is told. */
function readAs(plan: Plan, windowId: string, values: Partial<Record<CoverField, Value>>) {
  const told: string[] = []
  const say: Say = (field, code, facts) => {
    told.push([field, code, ...[facts?.['nearest'] ?? []].flat()].join(' '))
  }
  const known = {
    receivedOn: '2026-01-15',
    places: places(),
    reporters: reportersOf(plan, places()),
    plan: { number: '', family: 'pol', provinceCode: plan.provinceCode },
  } as const
  const cover = { sheet: '00.Thong tin', cells: {}, problems: [], values }
  const reporter = reporterOf(cover, window(windowId), known, say)
  return { reporter: reporter === null ? null : `${reporter.id} ${reporter.unitId}`, told }
}

const committee = { reporting_body: 'ubnd_huyen', unit_name: 'UBND huyện Lục Ngạn' }

test('a committee of a district reports by a code of three digits', () => {
  const found = { reporter: 'committee:219 219@2020-01-01', told: [] }
  expect(readAs(bacGiang2022, 'pol:2022-05', { ...committee, unit_code: '219' })).toEqual(found)
  expect(readAs(bacGiang2022, 'pol:2022-05', { ...committee, unit_code: '00219' })).toEqual(found)
})

test('nobody reports under the code of the district next to it', () => {
  const mixed = readAs(bacGiang2022, 'pol:2022-05', { ...committee, unit_code: '218' })
  expect(mixed).toEqual({ reporter: null, told: ['unit_name unknown-unit huyện Lục Ngạn'] })
})

test('a code is whose it was on the window’s last day', () => {
  const police = { reporting_body: 'cong_an_xa', unit_code: '31120', unit_name: null }
  const on = (id: string) => readAs(canTho2024, id, police).reporter
  expect(on('pol:2024-10')).toBe('police:31120 31120@2020-01-01')
  expect(on('pol:2025-06')).toBe('police:31120 31120@2024-11-01')
  expect(on('pol:2025-07')).toBe('police:31120 31120@2025-07-01')
})

test('districts report until they end, their communes from then on', () => {
  const district = { reporting_body: 'ubnd_huyen', unit_code: '916', unit_name: null }
  const commune = { reporting_body: 'ubnd_xa', unit_code: '31120', unit_name: null }
  expect(readAs(canTho2024, 'pol:2025-6M', district).reporter).toBe('committee:916 916@2024-11-01')
  expect(readAs(canTho2024, 'pol:2025', district).reporter).toBeNull()
  expect(readAs(canTho2024, 'pol:2025-6M', commune).reporter).toBeNull()
  expect(readAs(canTho2024, 'pol:2025', commune).reporter).toBe('committee:31120 31120@2025-07-01')
})

test('a plan whose number is blank is named by its title, or as a KH-UBND of some number', () => {
  const title = 'Thực hiện công tác tái hòa nhập cộng đồng giai đoạn 2026 - 2030'
  const plan = { number: '', title }
  expect(namesPlan(title, plan)).toBe(true)
  expect(namesPlan(`Kế hoạch ${title.toUpperCase()} của UBND tỉnh`, plan)).toBe(true)
  expect(namesPlan('Số     /KH-UBND', plan)).toBe(true)
  expect(namesPlan('77/KH - UBND ngày 26/3/2026', plan)).toBe(true)
  expect(namesPlan('951/QĐ-UBND', plan)).toBe(false)
  expect(namesPlan('Thực hiện công tác khác', plan)).toBe(false)
  expect(namesPlan('77/KH-UBND', { number: '195/KH-UBND', title })).toBe(false)
})
