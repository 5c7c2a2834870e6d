import { expect, it } from 'vitest'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { issuersOf } from '#models/plans/issuance.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places } from '#sources/reference/places.ts'

const reporters = reportersOf(bacNinh2026, places())

it('asks every committee and agency of Bắc Ninh for a plan before 8/6/2026, but not the police, who receive it', () => {
  const { clause, dueBefore, issuers } = issuersOf(bacNinh2026, reporters) ?? {}
  expect([clause, dueBefore]).toEqual(['IV.1', '2026-06-08'])
  expect(issuers?.filter(({ kind }) => kind === 'committee')).toHaveLength(99)
  expect(issuers?.filter(({ kind }) => kind === 'agency')).toHaveLength(14)
  expect(issuers?.some(({ id }) => id === 'agency:cong-an-tinh')).toBe(false)
  expect(issuers?.filter(({ standing }) => standing === 'requested')).toHaveLength(3)
})

it('is null for a plan that asks nobody for one', () => {
  const without = { ...bacNinh2026, obligations: [] }
  expect(issuersOf(without, reporters)).toBeNull()
})
