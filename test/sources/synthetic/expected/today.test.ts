import { describe, expect, it } from 'vitest'
import { periodsOf } from '#sources/synthetic/calendar.ts'
import { placesOf, type Succession } from '#sources/synthetic/expected/place.ts'
import { valuesOfToday } from '#sources/synthetic/expected/today.ts'
import type { Value } from '#sources/synthetic/expected/value.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'

const THEN = '2020-01-01'
const NOW = '2025-07-01'
const window = periodsOf(2022, 'pol').at(-1) as ReturnType<typeof periodsOf>[number]

function unit(code: string, level: Unit['level'], of: string | null, since: string): Unit {
  const validFrom = since as Unit['validFrom']
  const parentId = of === null ? null : (`${of}@${since}` as Unit['id'])
  const ends = since === THEN ? NOW : null
  return {
    ...{ id: `${code}@${validFrom}`, code, name: code, level, type: 'xa', parentId, validFrom },
    ...{ validTo: ends, mapColumn: null, mapRow: null },
  }
}

const units = [
  unit('24', 'province', null, THEN),
  ...['A', 'B', 'C', 'D'].map((code) => unit(code, 'commune', '24', THEN)),
  unit('24', 'province', null, NOW),
  ...['P', 'Q', 'R'].map((code) => unit(code, 'commune', '24', NOW)),
]

const step = (from: string, to: string, kind: Succession['kind']): Succession => ({
  fromUnit: `${from}@${THEN}`,
  toUnit: `${to}@${NOW}`,
  onDate: NOW,
  kind,
})

const value = (code: string, numerator: number, denominator: number): Value => ({
  ...{ indicator: 'employment-rate', parameters: {}, map: 'then', windowId: window.id },
  ...{ unitId: `${code}@${THEN}`, breakdown: '', category: '', numerator, denominator },
  ...{ basis: 'register', unitsExpected: 1, unitsCovered: 1, rowsWithheld: 0 },
  ...{ state: 'final', estimate: false },
})

function today(
  successions: readonly Succession[],
  communes: Readonly<Record<string, readonly [number, number] | null>>,
  province: readonly [number, number],
) {
  const covers = Object.entries(communes).map(([code, found]) => ({
    ...{ unitId: `${code}@${THEN}`, expected: 1, covered: found === null ? 0 : 1, withheld: 0 },
  }))
  const values = Object.entries(communes).flatMap(([code, found]) =>
    found === null ? [] : [value(code, ...found)],
  )
  const known = { places: placesOf(units, successions), day: '2026-09-20' } as const
  return valuesOfToday(known, window, covers, [...values, value('24', ...province)]).map((v) =>
    [
      ...[v.unitId.split('@')[0], v.category, `${v.numerator}/${v.denominator}`],
      ...[`${v.unitsCovered}/${v.unitsExpected}`, v.state, v.estimate ? 'ước' : ''],
    ].join(' '),
  )
}

describe('people of then on the places of today', () => {
  it('are 7 where communes with 3 and 4 became one, and as many in the province', () => {
    const merged = [step('A', 'P', 'whole'), step('B', 'P', 'whole')]
    expect(today(merged, { A: [3, 3], B: [4, 4] }, [7, 7])).toEqual([
      'P  7/7 2/2 final ',
      '24  7/7 1/1 final ',
    ])
  })

  it('are divided in equal shares, what is left over to the first by code', () => {
    const divided = [step('A', 'P', 'part'), step('A', 'R', 'part'), step('A', 'Q', 'part')]
    expect(today(divided, { A: [7, 11] }, [7, 11])).toEqual([
      'P  3/4 1/1 final ước',
      'Q  2/4 1/1 final ước',
      'R  2/3 1/1 final ước',
      '24  7/11 1/1 final ',
    ])
  })

  it('stand under the province where nobody knows the successor', () => {
    const lost = [step('A', 'P', 'whole'), step('D', '24', 'unknown')]
    expect(today(lost, { A: [1, 2], D: [3, 5] }, [4, 7])).toEqual([
      'P  1/2 1/1 final ',
      '24 unknown 3/5 1/1 final ',
      '24  4/7 1/1 final ',
    ])
  })

  it('are told as soon as one commune of then has sent, and provisional until all have', () => {
    const merged = [step('A', 'P', 'whole'), step('B', 'P', 'whole'), step('C', 'Q', 'whole')]
    expect(today(merged, { A: [3, 3], B: null, C: null }, [3, 3])).toEqual([
      'P  3/3 1/2 provisional ',
      '24  3/3 1/1 final ',
    ])
  })

  it('are told no second time where nothing has changed', () => {
    expect(today([], {}, [3, 3])).toEqual([])
  })
})
