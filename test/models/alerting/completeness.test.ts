import { describe, expect, it } from 'vitest'
import { conditionsOf } from '#models/alerting/conditions.ts'
import type { ExpectedReport } from '#models/measured.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'

const province = '24@2025-07-01'
const agency = (n: number, standing: Reporter['standing'] = 'obliged'): Reporter => ({
  id: `agency:so-${n}`,
  kind: 'agency',
  name: `Sở ${n}`,
  unitId: province,
  standing,
})

/** Of ten reporters, all obliged but the last. */
const reporters = Array.from({ length: 10 }, (_, n) => agency(n, n === 9 ? 'requested' : 'obliged'))

function reports(
  arrived: number,
  { among = 9, dueBefore = '2026-09-15' as CalendarDate } = {},
): readonly ExpectedReport[] {
  return reporters.slice(0, among).map(({ id }, n) => ({
    form: 'communication',
    reporterId: id,
    windowId: 'adm:2026-Q3',
    dueBefore,
    basis: 'clause',
    reference: 'IV.2',
    arrivedOn: n < arrived ? '2026-09-14' : null,
  }))
}

function incomplete(expected: readonly ExpectedReport[], on: CalendarDate = '2026-09-15') {
  return conditionsOf('p', [], expected, reporters, on)
    .filter(({ rule }) => rule === 'incomplete')
    .map((one) => ({ ...one, facts: JSON.parse(one.facts) }))
}

describe('a form of which too few have come', () => {
  it('is a case of the province: 7 of 9 are 77.8 %, 8 of 9 are 88.9 %', () => {
    expect(incomplete(reports(7))).toMatchObject([
      {
        target: 'communication',
        unit_id: province,
        cycle: 'adm:2026-Q3',
        window_id: 'adm:2026-Q3',
        facts: { numerator: 7, denominator: 9, unitsCovered: 7, unitsExpected: 9 },
      },
    ])
    expect(incomplete(reports(8))).toEqual([])
  })

  it('is none at exactly 80 %', () => {
    expect(incomplete(reports(4, { among: 5 }))).toEqual([])
    expect(incomplete(reports(3, { among: 5 }))).toHaveLength(1)
  })

  it('waits for the day, leaves out who has more time, and who is only asked', () => {
    expect(incomplete(reports(0), '2026-09-14')).toEqual([])
    const moreTime = (report: ExpectedReport): ExpectedReport => ({
      ...report,
      dueBefore: '2026-10-01',
    })
    const extended = reports(6).map((report, n) => (n === 8 ? moreTime(report) : report))
    expect(incomplete(extended)[0]?.facts).toMatchObject({ numerator: 6, denominator: 8 })
    expect(incomplete(reports(7, { among: 10 }))[0]?.facts).toMatchObject({ denominator: 9 })
  })

  it('counts who has more time and has sent it all the same', () => {
    // Five had more time and are there; of the other four three are, which is 75 %: of all nine it is 88.9 %.
    const early = (arrived: number) =>
      reports(arrived).map((report, n) =>
        n < 5 ? { ...report, dueBefore: '2026-10-01' as CalendarDate } : report,
      )
    expect(incomplete(early(8))).toEqual([])
    expect(incomplete(early(7))[0]?.facts).toMatchObject({ numerator: 7, denominator: 9 })
  })

  it('says nothing of a form that one body owes', () => {
    expect(incomplete(reports(0, { among: 1 }))).toEqual([])
    expect(incomplete(reports(0, { among: 2 }))).toHaveLength(1)
  })
})
