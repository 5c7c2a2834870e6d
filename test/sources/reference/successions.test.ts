import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { places } from '#sources/reference/places.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'

const all = places()
const eve: CalendarDate = '2025-06-30'
const from = (code: string, on: CalendarDate) => {
  const unit = all.byCode(code, on)
  return straight
    .filter((each) => each.fromUnit === unit?.id)
    .map((each) => `${each.toUnit} ${each.kind}`)
}

/** Those that cross all reforms at once; the steps in between are told of in lives-on.test.ts. */
const straight = all.successions.filter(({ onDate }) => onDate === '2025-07-01')

describe('the successions', () => {
  it('lead from a former commune to a unit of today, each pair once', () => {
    const pairs = straight.map((each) => `${each.fromUnit} ${each.toUnit}`)
    expect(new Set(pairs).size).toBe(pairs.length)
    for (const { fromUnit, toUnit, onDate } of straight) {
      expect(all.byId(fromUnit)).toMatchObject({ level: 'commune' })
      expect((all.byId(fromUnit)?.validTo ?? '9') <= onDate).toBe(true)
      expect(all.byId(toUnit)).toMatchObject({ validFrom: onDate, validTo: null })
    }
  })

  it('of the eve of the reform are the rows of the table', () => {
    const rows = readFileSync('sources/reference/successions_2025.csv', 'utf8').trim().split('\n')
    const expected = rows.slice(1).map((row) => {
      const cells = row.split(',')
      return `${cells[0]} ${cells[6]}`
    })
    const actual = straight
      .filter(({ fromUnit }) => all.byId(fromUnit)?.validTo === '2025-07-01')
      .map(({ fromUnit, toUnit }) => `${fromUnit.slice(0, 5)} ${toUnit.slice(0, 5)}`)
    expect(expected).toHaveLength(1175)
    expect(actual.sort()).toEqual(expected.sort())
  })

  it('leave nobody behind and count nobody twice', () => {
    for (const unit of all.units.filter((u) => u.level === 'commune' && u.validTo !== null)) {
      const kinds = straight.filter((s) => s.fromUnit === unit.id).map((s) => s.kind)
      expect(kinds.length, unit.id).toBeGreaterThan(0)
      expect(kinds.every((kind) => (kinds.length > 1 ? kind === 'part' : kind !== 'part'))).toBe(
        true,
      )
    }
  })

  it('reach every commune of the four provinces', () => {
    const reached = new Set(straight.map((each) => each.toUnit))
    for (const province of ['24', '42', '33', '92']) {
      for (const unit of all.communesOf(province, '2026-01-01')) {
        expect(reached.has(unit.id), unit.id).toBe(true)
      }
    }
  })

  it('join the wards of Bắc Giang in the phường of that name', () => {
    const wards = ['07201', '07207', '07210', '07213', '07225', '07231', '07441']
    for (const ward of wards) {
      expect(from(ward, eve)).toEqual(['07210@2025-07-01 whole'])
      expect(from(ward, '2022-09-14')).toEqual(['07210@2025-07-01 whole'])
    }
  })

  it('keep a commune that did not change and divide one that was divided', () => {
    expect(from('07663', eve)).toEqual(['07663@2025-07-01 unchanged'])
    expect(from('11989', eve)).toEqual(['11992@2025-07-01 part', '11995@2025-07-01 part'])
  })

  it('call xã Kỳ Lợi divided into three, though the table calls one of them whole', () => {
    expect(from('18796', eve).sort()).toEqual([
      '18754@2025-07-01 part',
      '18823@2025-07-01 part',
      '18832@2025-07-01 part',
    ])
  })

  it('lead the wards that joined Thới Bình in 2024 where it went', () => {
    const went = from('31123', eve)
    expect(went).toHaveLength(1)
    for (const ward of ['31126', '31129', '31141']) {
      expect(from(ward, '2024-09-14')).toEqual(went)
      expect(from(ward, eve)).toEqual([])
    }
  })

  it('lead 17 communes of Bắc Giang to the province only', () => {
    const unknown = straight.filter((each) => each.kind === 'unknown')
    expect(unknown).toHaveLength(17)
    expect(new Set(unknown.map((each) => each.toUnit))).toEqual(new Set(['24@2025-07-01']))
    expect(unknown.map((each) => each.fromUnit.slice(0, 5))).toContain('07204')
  })
})
