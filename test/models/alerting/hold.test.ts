import { describe, expect, it } from 'vitest'
import { heldBy } from '#models/alerting/hold.ts'
import { judgePlaces } from '#models/judgement/places.ts'
import { underOne } from '#test/support/goals.ts'
import { measured } from '#test/support/measured.ts'

/** One of `among` communes in a month, the others without a case. */
function reading(month: number, x: number, n: number, { among = 1, covered = 1 } = {}) {
  const windowId = `adm:2026-${String(month).padStart(2, '0')}`
  const places = Array.from({ length: among }, (_, at) => {
    const unitId = `0721${at}@2025-07-01`
    const figure = at === 0 ? measured(x, n, { unitsCovered: covered }) : measured(0, n)
    return { unitId, level: 'commune', measured: figure, highestMonthlyInflow: null } as const
  })
  const [first] = judgePlaces({ target: underOne, windowId, monthsLeft: 12 - month }, places)
  if (first === undefined) throw new Error('nothing judged')
  return first
}

/** Newest first; the month of the reading that keeps the signal alive. */
const held = (...readings: readonly ReturnType<typeof reading>[]) =>
  heldBy(readings)?.verdict.windowId.slice(-2) ?? null

describe('a signal', () => {
  // 50 persons: 3 are a signal, 2 are not
  const signal = (month: number) => reading(month, 3, 50)
  const below = (month: number) => reading(month, 2, 50)
  const met = (month: number) => reading(month, 0, 50)
  const silent = (month: number) => reading(month, 3, 50, { covered: 0 })
  // P(X ≥ 3 | 50, 1 %) = 0.0138 > 10 % / 8
  const unlisted = (month: number) => reading(month, 3, 50, { among: 8 })

  it('is itself while it lasts', () => {
    expect(held(signal(4), signal(3))).toBe('04')
    expect(held(signal(4))).toBe('04')
  })

  it('is held for one window below the warning, and cleared by the second', () => {
    expect(held(below(4), signal(3))).toBe('03')
    expect(held(below(5), below(4), signal(3))).toBeNull()
    expect(held(met(5), below(4), signal(3))).toBeNull()
  })

  it('comes back with a later one', () => {
    expect(held(below(6), signal(5), below(4), below(3), signal(2))).toBe('05')
  })

  it('is not cleared by a window that says nothing', () => {
    expect(held(silent(4), signal(3))).toBe('03')
    expect(held(silent(5), below(4), silent(3), signal(2))).toBe('02')
    expect(held(below(5), silent(4), below(3), signal(2))).toBeNull()
  })

  it('is not cleared where only the list has dropped it, nor begun there', () => {
    expect(unlisted(4).verdict).toMatchObject({ code: 'SIG', listed: false })
    expect(held(unlisted(5), unlisted(4), signal(3))).toBe('03')
    expect(held(unlisted(5), unlisted(4))).toBeNull()
  })

  it('is not held where the earlier window, as known now, was none', () => {
    expect(held(below(4), below(3))).toBeNull()
    expect(held(below(4))).toBeNull()
  })
})
