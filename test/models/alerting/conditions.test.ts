import { describe, expect, it } from 'vitest'
import { conditionsOf } from '#models/alerting/conditions.ts'
import type { Judged } from '#models/alerting/of-verdict.ts'
import type { ExpectedReport, Measured, Verdict } from '#models/measured.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'

const reporters: readonly Reporter[] = [
  {
    id: 'police:07210',
    kind: 'police',
    name: 'Công an phường Bắc Giang',
    unitId: '07210@2025-07-01',
    standing: 'obliged',
  },
  {
    id: 'agency:so-tu-phap',
    kind: 'agency',
    name: 'Sở Tư pháp',
    unitId: '24@2025-07-01',
    standing: 'obliged',
  },
  {
    id: 'agency:toa-an',
    kind: 'agency',
    name: 'Tòa án nhân dân tỉnh',
    unitId: '24@2025-07-01',
    standing: 'requested',
  },
]

/** A signal of 99 communes, of which 2 are listed; what is no signal keeps none alive. */
function judged(
  code: Verdict['code'],
  numerator: number,
  denominator: number,
  more: Partial<Verdict> = {},
): Judged {
  const at = { windowId: 'adm:2026-9M', unitId: '24@2025-07-01', definitionId: 'd/1' }
  const measured: Measured = {
    ...at,
    numerator,
    denominator,
    basis: 'register',
    unitsExpected: 99,
    unitsCovered: 99,
    rowsWithheld: 0,
    state: 'final',
  }
  const verdict: Verdict = {
    ...at,
    target: 'T02',
    fact: 'unmet',
    code,
    strength: 'moderate',
    slack: -1,
    listed: null,
    outlook: null,
    ...more,
  }
  const place = {
    level: 'province',
    measured,
    verdict,
    family: { size: 99, level: 10, kept: 2 },
  } as const
  return { ...place, official: true, signal: code === 'SIG' ? place : null }
}

function report(form: string, reporterId: string, arrivedOn: ExpectedReport['arrivedOn'] = null) {
  return {
    form,
    reporterId,
    windowId: 'adm:2026-Q3',
    dueBefore: '2026-09-15',
    basis: 'clause',
    reference: 'IV.2',
    arrivedOn,
  } as const
}

const verdictsOnly = (each: readonly Judged[]) =>
  conditionsOf('bac-ninh-2026', each, [], reporters, '2026-09-20')
const reportsOnly = (each: readonly ExpectedReport[], on: CalendarDate) =>
  conditionsOf('bac-ninh-2026', [], each, reporters, on).filter(({ rule }) => rule !== 'incomplete')

describe('conditions of verdicts', () => {
  const codes = ['NA', 'DQ', 'ND', 'OPEN', 'MISS', 'SIG', 'NUM', 'OK?', 'OK', 'MET'] as const

  it('fire for a miss, a signal and an official figure that is off, and for nothing else', () => {
    const fired = codes.flatMap((code) => verdictsOnly([judged(code, 6, 200)]))
    expect(fired.map(({ rule }) => rule)).toEqual(['missed', 'signal', 'off'])
  })

  it('say nothing of a commune that is off by few', () => {
    const fired = codes.flatMap((code) =>
      verdictsOnly([{ ...judged(code, 6, 200), official: false }]),
    )
    expect(fired.map(({ rule }) => rule)).toEqual(['missed', 'signal'])
  })

  it('are two where a certain miss is a signal, too, each with its own facts', () => {
    const place = judged('MISS', 6, 200)
    const fired = verdictsOnly([{ ...place, signal: place }])
    expect(fired.map(({ rule }) => rule)).toEqual(['missed', 'signal'])
    const [missed, signal] = fired.map(({ facts }) => JSON.parse(facts))
    expect(missed).not.toHaveProperty('familySize')
    expect(signal).toMatchObject({ ...missed, familySize: 99, familyLevel: 10, familyKept: 2 })
  })

  it('need a place on the list to be a signal', () => {
    expect(verdictsOnly([{ ...judged('SIG', 6, 200), official: false, signal: null }])).toEqual([])
  })

  it('tell of a signal that is held what reads now and what read then', () => {
    const then = judged('SIG', 6, 200, { windowId: 'adm:2026-8M' })
    const [off, held] = verdictsOnly([{ ...judged('NUM', 6, 500), signal: then }])
    expect(off).toMatchObject({ rule: 'off' })
    expect(held).toMatchObject({ rule: 'signal', window_id: 'adm:2026-9M', cycle: 'adm:2026' })
    expect(JSON.parse(held?.facts ?? '')).toMatchObject({
      code: 'NUM',
      numerator: 6,
      denominator: 500,
      held: 1,
      signalWindow: 'adm:2026-8M',
      signalNumerator: 6,
      signalDenominator: 200,
    })
  })

  it('carry key, cycle and the integers behind them', () => {
    const [fired] = verdictsOnly([judged('SIG', 6, 200)])
    expect(fired).toMatchObject({
      rule: 'signal',
      plan: 'bac-ninh-2026',
      target: 'T02',
      unit_id: '24@2025-07-01',
      cycle: 'adm:2026',
      window_id: 'adm:2026-9M',
      facts:
        '{"code":"SIG","definition":"d/1","denominator":200,"fact":"unmet","familyKept":2,"familyLevel":10,"familySize":99,"held":0,"numerator":6,"signalDenominator":200,"signalNumerator":6,"signalWindow":"adm:2026-9M","slack":-1,"strength":"moderate","unitsCovered":99,"unitsExpected":99}',
    })
    // printf '{"code":"SIG","denominator":200,"numerator":6,"strength":"moderate"}' | sha256sum
    expect(fired?.evidence_hash).toBe(
      'e1e0d305c9b8818d6c2982785c9420b3932be3543013d2404ff0a41308b0a7d6',
    )
  })

  it('are the same evidence while the figure is the same, and new evidence when it moves', () => {
    const hash = (each: Judged) => verdictsOnly([each])[0]?.evidence_hash
    expect(hash(judged('SIG', 6, 200, { slack: -4 }))).toBe(hash(judged('SIG', 6, 200)))
    expect(hash(judged('SIG', 7, 200))).not.toBe(hash(judged('SIG', 6, 200)))
  })
})

describe('conditions of reports', () => {
  it('begin on the day named after "trước ngày"', () => {
    const awaited = [report('communication', 'agency:so-tu-phap')]
    expect(reportsOnly(awaited, '2026-09-14').map(({ rule }) => rule)).toEqual(['due-soon'])
    expect(reportsOnly(awaited, '2026-09-15')).toMatchObject([
      {
        rule: 'overdue',
        target: 'communication/agency:so-tu-phap',
        unit_id: '24@2025-07-01',
        cycle: 'adm:2026-Q3',
      },
    ])
  })

  it('do not reproach a body that the plan only asks', () => {
    const asked = [report('communication', 'agency:toa-an')]
    expect(reportsOnly(asked, '2026-09-15').map(({ rule }) => rule)).toEqual(['reminder-requested'])
  })

  it('remind from the third working day before the last one, and not those who are only asked', () => {
    const awaited = [report('communication', 'agency:so-tu-phap')]
    expect(reportsOnly(awaited, '2026-09-08')).toEqual([])
    expect(reportsOnly(awaited, '2026-09-09').map(({ rule }) => rule)).toEqual(['due-soon'])
    expect(reportsOnly([report('communication', 'agency:toa-an')], '2026-09-14')).toEqual([])
  })

  it('are new evidence at each stage and at none between; the asked are asked twice', () => {
    const hashes = (reporter: string, on: CalendarDate) =>
      reportsOnly([report('communication', reporter)], on)[0]?.evidence_hash
    const days = ['2026-09-15', '2026-09-20', '2026-09-21', '2026-09-28', '2026-12-31'] as const
    const news = (reporter: string) =>
      days.map((day) => hashes(reporter, day)).map((hash, n, all) => all.indexOf(hash) === n)
    expect(news('agency:so-tu-phap')).toEqual([true, false, true, true, false])
    expect(news('agency:toa-an')).toEqual([true, false, true, false, false])
  })

  it('end when the report arrives, late as it may be', () => {
    expect(
      reportsOnly([report('communication', 'agency:so-tu-phap', '2026-09-15')], '2026-09-15'),
    ).toEqual([])
  })

  it('keep two agencies of one province apart, in an order that does not depend on the input', () => {
    const both = [
      report('communication', 'agency:toa-an'),
      report('communication', 'agency:so-tu-phap'),
    ]
    const fired = reportsOnly(both, '2026-09-15')
    expect(fired.map(({ target }) => target)).toEqual([
      'communication/agency:so-tu-phap',
      'communication/agency:toa-an',
    ])
    expect(reportsOnly(both.toReversed(), '2026-09-15')).toEqual(fired)
  })

  it('need to know the reporter', () => {
    expect(() => reportsOnly([report('communication', 'agency:so-x')], '2026-09-15')).toThrow(
      /'agency:so-x'.*3 reporters/,
    )
  })
})
