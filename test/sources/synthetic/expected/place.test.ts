import { describe, expect, it } from 'vitest'
import { periodsOf } from '#sources/synthetic/calendar.ts'
import { placesOf, type Succession } from '#sources/synthetic/expected/place.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'

const OLD = '2024-11-01'
const NEW = '2025-07-01'

function unit(
  code: string,
  level: Unit['level'],
  parentId: Unit['id'] | null,
  since: string,
): Unit {
  const validFrom = since as Unit['validFrom']
  return {
    id: `${code}@${validFrom}`,
    code,
    name: code,
    level,
    type: level === 'commune' ? 'xa' : 'tinh',
    parentId,
    validFrom,
    validTo: since === OLD ? NEW : null,
    mapColumn: null,
    mapRow: null,
  }
}

/** A and B became P whole, C was divided between P and Q, nobody knows where D went. */
const units = [
  unit('92', 'province', null, OLD),
  unit('916', 'district', `92@${OLD}`, OLD),
  ...['A', 'B', 'C', 'D'].map((code) => unit(code, 'commune', `916@${OLD}`, OLD)),
  unit('92', 'province', null, NEW),
  ...['P', 'Q'].map((code) => unit(code, 'commune', `92@${NEW}`, NEW)),
]
const step = (from: string, to: string, kind: Succession['kind']): Succession => ({
  fromUnit: `${from}@${OLD}`,
  toUnit: `${to}@${NEW}`,
  onDate: NEW,
  kind,
})
const places = placesOf(units, [
  step('A', 'P', 'whole'),
  step('B', 'P', 'whole'),
  step('C', 'Q', 'part'),
  step('C', 'P', 'part'),
  step('D', '92', 'unknown'),
])
const windows = periodsOf(2025, 'pol')
const window = (id: string) => windows.find((each) => each.id === id) as (typeof windows)[number]
const YEAR_FROM = '2024-11-15'

describe('the places of the invented province through a reform', () => {
  it('live on as themselves until it, and then in their successors by equal shares', () => {
    const on = (code: string, day: `${number}-${number}-${number}`) =>
      places
        .sharesOn(`${code}@${OLD}`, day)
        .map((s) => `${s.unitId} ${s.kind} ${s.numerator}/${s.denominator}`)
    expect(on('A', '2025-06-30')).toEqual([`A@${OLD} unchanged 1/1`])
    expect(on('A', '2025-07-01')).toEqual([`P@${NEW} whole 1/1`])
    expect(on('C', '2026-01-01')).toEqual([`P@${NEW} part 1/2`, `Q@${NEW} part 1/2`])
    expect(on('D', '2026-01-01')).toEqual([`92@${NEW} unknown 1/1`])
  })

  it('have an heir in windows that end after it, in the same year, the first of several', () => {
    const heir = (code: string, id: string) =>
      places.heirIn(`${code}@${OLD}`, window(id), YEAR_FROM)
    expect(heir('A', 'pol:2025-6M')).toBe(`A@${OLD}`)
    expect(heir('A', 'pol:2025-8M')).toBe(`P@${NEW}`)
    expect(heir('C', 'pol:2025')).toBe(`P@${NEW}`)
    expect(heir('D', 'pol:2025')).toBe(`D@${OLD}`)
    expect(heir('916', 'pol:2025')).toBe(`92@${NEW}`)
    expect(heir('92', 'pol:2025')).toBe(`92@${NEW}`)
  })

  it('lie in districts and provinces, which lie in themselves', () => {
    expect(places.around(`A@${OLD}`)).toEqual([`916@${OLD}`, `92@${OLD}`])
    expect(places.around(`916@${OLD}`)).toEqual([`916@${OLD}`, `92@${OLD}`])
    expect(places.around(`P@${NEW}`)).toEqual([`92@${NEW}`])
  })
})
