import { describe, expect, it } from 'vitest'
import { places } from '#sources/reference/places.ts'
import { makeProvince, type Rates } from '#sources/synthetic/index.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'

const unit = places().byId('24@2025-07-01') as Unit
const communes = places()
  .units.filter(({ level, parentId }) => level === 'commune' && parentId === unit.id)
  .slice(0, 8)

const world = (rates?: Rates) =>
  makeProvince({
    seed: 'tỷ lệ',
    unit,
    communes,
    year: 2026,
    months: 9,
    size: 'small',
    ...(rates && { rates }),
  })

describe('true rates', () => {
  it('left out, or empty, change nothing', () => {
    expect(world({})).toEqual(world())
  })

  it('of prosecutions are each person’s own chance: nobody’s, everybody’s, about so many', () => {
    const charged = (prosecuted: number) =>
      world({ prosecuted }).persons.filter(({ cases }) => cases.length > 0).length
    const there = world().persons.filter(({ stays }) => stays.length === 1).length
    expect(charged(0)).toBe(0)
    // Not on the days before they came, nor in the last months before they leave.
    expect(charged(10_000)).toBeGreaterThan(there * 0.6)
    expect(charged(10_000)).toBeLessThanOrEqual(there)
    expect(charged(5000)).toBeGreaterThan(charged(10_000) * 0.35)
    expect(charged(5000)).toBeLessThan(charged(10_000) * 0.65)
  })

  it('of work hold for those who were home before the year, and for those who came in it', () => {
    const first = (rates: Parameters<typeof world>[0]) =>
      world(rates).persons.filter(({ work }) => work[0]?.work === 'on_dinh').length
    const settled = world().persons.filter(({ work }) => work[0]?.work !== 'chua').length
    expect(first({ stable: 0 })).toBe(0)
    expect(first({ stable: 100 })).toBeGreaterThanOrEqual(settled)
    const found = (placed: number) =>
      world({ placed }).persons.filter(
        ({ work, newJobOn }) => work[0]?.work === 'chua' && newJobOn !== null,
      ).length
    expect(found(0)).toBe(0)
    expect(found(100)).toBeGreaterThan(found(50))
  })
})
