import { describe, expect, it } from 'vitest'
import { made } from './small.ts'

const communes = 6
const world = (rates?: NonNullable<Parameters<typeof made>[0]>['rates']) =>
  made({ communes, ...(rates && { rates }) }).province

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
