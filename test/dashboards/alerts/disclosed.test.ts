import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { disclosed, withoutNotes } from '#dashboards/alerts/disclosed.ts'
import { alertLines } from '#dashboards/alerts/text.ts'
import type { AlertView } from '#dashboards/views.ts'
import { alerts } from '#test/support/bac-ninh-view.ts'

const units = 'xã, phường'
const [signal, overdue] = alerts.opened as unknown as readonly [AlertView, AlertView]

/** What somebody outside the province's own roles is sent of the signal of a commune with other numbers. */
const outside = (numbers: Partial<AlertView>) =>
  alertLines(disclosed({ ...signal, ...numbers }), units)

const withheld = '- Số liệu: (…) Không công bố theo quy định bảo vệ dữ liệu cá nhân'

/** Figures of which one of the three counts is below 5. */
const small = fc.oneof(
  fc.record({ numerator: fc.nat(4), denominator: fc.nat(100_000) }),
  fc
    .record({ missing: fc.nat(4), denominator: fc.integer({ min: 4, max: 100_000 }) })
    .map(({ missing, denominator }) => ({ numerator: denominator - missing, denominator })),
  fc.record({ numerator: fc.nat(4), denominator: fc.nat(4) }),
)
const strength = fc.constantFrom('strong' as const, 'moderate' as const, null)
const note = fc.constantFrom('2 người, đã báo UBND', null)

describe('outside the province', () => {
  it('a small figure leaves no trace: all of them read alike, in every rule', () => {
    const rules = fc.constantFrom(
      'missed',
      'signal',
      'off',
      'outlook',
      'suspect',
      'restated',
    ) as fc.Arbitrary<AlertView['rule']>
    fc.assert(
      fc.property(rules, small, small, strength, strength, note, (rule, a, b, s, t, said) => {
        const text = outside({ rule, ...a, strength: s, note: said })
        expect(text).toBe(outside({ rule, ...b, strength: t, note: null }))
        expect(text).toContain(withheld)
      }),
    )
  })

  it.each([
    [3, 45, /3\/45|6,7|6,6|\b45\b/],
    [41, 45, /41\/45|91,1|\b45\b/],
    [0, 9, /0\/9 người|\b9 người/],
    [4, 4, /4\/4|100%/],
  ])('%i of %i is told neither as counts nor as a share', (numerator, denominator, trace) => {
    expect(outside({ numerator, denominator })).not.toMatch(trace)
    expect(alertLines({ ...signal, numerator, denominator }, units)).toMatch(trace)
  })

  it('a figure of five and more on every side is told', () => {
    expect(outside({ numerator: 5, denominator: 61 })).toContain('5/61 người')
    expect(outside({ numerator: 56, denominator: 61 })).toContain('56/61 người')
    expect(outside({ numerator: 57, denominator: 61 })).toContain(withheld)
  })

  it('what a check found may hold any number, and is withheld', () => {
    const found = { target: null, finding: 'Có 2 người dưới 14 tuổi', rule: 'suspect' } as const
    const text = outside({ ...found, numerator: null, denominator: null })
    expect(text).toContain(withheld)
    expect(text).not.toContain('14 tuổi')
  })

  it('a reminder holds no count of persons and is told whole', () => {
    const text = alertLines(disclosed(overdue), units)
    expect(text).toContain('Biểu 06, hạn trước ngày 15/9/2026, theo Kế hoạch, mục IV.2')
    expect(text).not.toContain('Không công bố')
  })
})

test('what a person wrote leaves the house with nobody', () => {
  const [closed] = alerts.closed as unknown as readonly AlertView[]
  if (closed === undefined) throw new Error('no closed alert')
  expect(alertLines(closed, units)).toContain('đã gửi lại số liệu')
  for (const shown of [withoutNotes(closed), disclosed(closed)])
    expect(alertLines(shown, units)).not.toContain('đã gửi lại số liệu')
})
