import { describe, expect, it } from 'vitest'
import { placeName, places, referenceSha, restrictTo } from '#sources/reference/places.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { placeKey } from '#sources/vocabulary/text.ts'

const all = places()
const today: CalendarDate = '2026-09-14'
const eve: CalendarDate = '2025-06-30'
const names = (units: readonly { readonly name: string }[]) => units.map((unit) => unit.name)

describe('the units', () => {
  it('of today are 34 provinces and 3,321 communes', () => {
    const present = all.units.filter((unit) => unit.validTo === null)
    const count = (key: 'level' | 'type', value: string) =>
      present.filter((unit) => unit[key] === value).length
    expect(count('level', 'province')).toBe(34)
    expect(count('level', 'commune')).toBe(3321)
    expect(count('level', 'district')).toBe(0)
    expect(['xa', 'phuong', 'dac_khu'].map((type) => count('type', type))).toEqual([2611, 697, 13])
  })

  // Counts of the tables: 2022 and 2024 as the plans knew them, NQ 1191 and NQ 1192 took 17 and 3 communes away before the reform.
  it.each([
    ['24', '2026-09-14', 99],
    ['42', '2026-09-14', 69],
    ['33', '2026-09-14', 104],
    ['92', '2026-09-14', 103],
    ['24', '2022-09-14', 209],
    ['24', '2024-12-31', 209],
    ['24', '2025-01-01', 192],
    ['92', '2024-10-31', 83],
    ['92', '2024-11-01', 80],
    ['34', '2025-06-30', 242],
    ['34', '2025-07-01', 0],
  ] as const)('of province %s on %s are %i communes', (province, on, communes) => {
    expect(all.communesOf(province, on)).toHaveLength(communes)
  })

  it('have an id each, a parent that lives as long, and one code a day', () => {
    expect(new Set(all.units.map((unit) => unit.id)).size).toBe(all.units.length)
    for (const unit of all.units) {
      expect(unit.id).toBe(`${unit.code}@${unit.validFrom}`)
      if (unit.level === 'province') continue
      const parent = unit.parentId === null ? undefined : all.byId(unit.parentId)
      expect(parent, unit.id).toBeDefined()
      expect((parent?.validFrom ?? '') <= unit.validFrom, unit.id).toBe(true)
      expect((parent?.validTo ?? '9') >= (unit.validTo ?? '9'), unit.id).toBe(true)
    }
    for (const on of ['2022-09-14', '2025-02-01', today] as const) {
      for (const unit of all.units) {
        if (unit.validFrom <= on && (unit.validTo === null || on < unit.validTo)) {
          expect(all.byCode(unit.code, on)).toBe(unit)
        }
      }
    }
  })

  it('of Bắc Giang in 2022 lie in ten districts', () => {
    const districts = new Set(all.communesOf('24', '2022-09-14').map((unit) => unit.parentId))
    expect(districts.size).toBe(10)
    expect(all.byCode('221', '2022-09-14')).toMatchObject({ name: 'Yên Dũng', type: 'huyen' })
    expect(all.byCode('221', '2025-02-01')).toBeUndefined()
    expect(all.byCode('224', '2025-02-01')).toMatchObject({ name: 'Chũ', type: 'thi_xa' })
  })

  it('have a place of their own on the tile map of their province', () => {
    for (const province of all.units.filter((u) => u.level === 'province' && u.validTo === null)) {
      const tiles = all.communesOf(province.code, today).map((unit) => {
        expect(unit.mapColumn, unit.id).toBeGreaterThanOrEqual(0)
        expect(unit.mapRow, unit.id).toBeGreaterThanOrEqual(0)
        return `${unit.mapColumn}/${unit.mapRow}`
      })
      expect(tiles.length, province.name).toBeGreaterThan(0)
      expect(new Set(tiles).size, province.name).toBe(tiles.length)
    }
  })

  it('bear names that no type prefix was taken from', () => {
    for (const unit of all.units) {
      expect(placeKey(placeName(unit)), placeName(unit)).toBe(placeKey(unit.name))
      expect(placeKey(unit.name).replace(/[^\p{L}\d]/gu, '')).toHaveLength(
        unit.name
          .normalize('NFD')
          .replace(/[\u0302\u0306\u031B]/g, '')
          .replace(/[^\p{L}\d]/gu, '').length,
      )
    }
  })
})

describe('a code', () => {
  it('means the unit of its day', () => {
    const on = (day: CalendarDate) => {
      const unit = all.byCode('07210', day)
      return unit && placeName(unit)
    }
    expect(on('2026-09-14')).toBe('phường Bắc Giang')
    expect(on('2025-07-01')).toBe('phường Bắc Giang')
    expect(on('2025-06-30')).toBe('phường Hoàng Văn Thụ')
    expect(on('2022-09-14')).toBe('phường Hoàng Văn Thụ')
    expect(on('2019-12-31')).toBeUndefined()
  })

  it('of 24 is Bắc Ninh, and was Bắc Giang', () => {
    expect(all.province('24', today)).toMatchObject({ id: '24@2025-07-01', name: 'Bắc Ninh' })
    expect(all.province('24', eve)).toMatchObject({ name: 'Bắc Giang' })
    expect(all.province('27', eve)).toMatchObject({ name: 'Bắc Ninh' })
    expect(all.province('27', today)).toBeUndefined()
    expect(all.province('07210', today)).toBeUndefined()
  })

  it('of 07261 bore another name before 1/1/2025', () => {
    expect(all.byCode('07261', '2022-09-14')?.name).toBe('Tam Hiệp')
    expect(all.byCode('07261', '2025-02-01')?.name).toBe('Tân Hiệp')
  })
})

describe('a name', () => {
  it.each([
    ['Bắc Giang', '07210'],
    ['PHƯỜNG BẮC GIANG', '07210'],
    ['  p. bắc  giang ', '07210'],
    ['Bắc Giang'.normalize('NFD'), '07210'],
    ['Xã Phúc Hòa', '07330'],
    ['Xã Phúc Hoà', '07330'],
    ['Hiệp Hòa', '07840'],
    ['Cảnh Thụy', '07738'],
    ['Cảnh Thuỵ', '07738'],
  ])("'%s' in Bắc Ninh is %s", (name, code) => {
    expect(all.byName(name, today, '24')?.code).toBe(code)
  })

  it('keeps its other diacritics', () => {
    expect(all.byName('Bac Giang', today, '24')).toBeUndefined()
    expect(all.byName('Bắc Giàng', today, '24')).toBeUndefined()
  })

  it('is unique in each of the four provinces today', () => {
    for (const province of ['24', '42', '33', '92']) {
      for (const unit of all.communesOf(province, today)) {
        expect(all.byName(unit.name, today, province), placeName(unit)).toBe(unit)
      }
    }
  })

  it('means nothing where several bear it', () => {
    const bearers = all.units.filter((u) => u.validTo === null && u.name === 'Tân Tiến')
    expect(bearers.length).toBeGreaterThan(1)
    expect(all.byName('Tân Tiến', today)).toBeUndefined()
    expect(all.byName('Tân Tiến', today, '24')?.code).toBe('07699')
    // Phúc Sơn lay in Tân Yên (07318, gone on 1/1/2025) and in Sơn Động (07630).
    expect(all.byName('Phúc Sơn', '2022-09-14', '24')).toBeUndefined()
    expect(all.byName('Phúc Sơn', '2025-02-01', '24')?.code).toBe('07630')
  })
})

describe('what stands in a cell', () => {
  it.each([
    ['07210', '07210'],
    [' 07210 Bắc Giang', '07210'],
    ['07210 - Phường Bắc Giang', '07210'],
    ['07210 – phuong bac giang', '07210'],
    ['(07210) Bắc Giang', '07210'],
    ['Phường Bắc Giang (07210)', '07210'],
    ['Bắc Giang 07210', '07210'],
    ['Phường Bắc Giang', '07210'],
    ['xã Tam Tiến', '07264'],
    ['00004 Ba Đình', '00004'],
  ])("'%s' means %s", (text, code) => {
    expect(all.resolve(text, today, '24')?.code).toBe(code)
  })

  it.each([
    ['07210 Xuân Lương'],
    ['07211'],
    ['072100'],
    ['7210'],
    ['24'],
    ['Ba Đình'],
    ['huyện Lục Ngạn'],
    ['TP. Bắc Giang'],
    ['tỉnh Bắc Giang'],
    ['Bac Giang'],
    ['0912345678'],
    [''],
  ])("'%s' means nothing", (text) => {
    expect(all.resolve(text, today, '24')).toBeUndefined()
  })

  it('means no district and no province', () => {
    expect(all.byCode('213', '2022-09-14')?.level).toBe('district')
    expect(all.resolve('213', '2022-09-14', '24')).toBeUndefined()
  })

  it.each([
    ['Bắc Giag', ['Bắc Giang']],
    ['phuong bac giang', ['Bắc Giang']],
    ['Xuan Lương', ['Xuân Lương']],
    ['7210', ['Bắc Giang']],
    ['07211', ['Bắc Giang']],
    ['07210 Xuân Lương', ['Bắc Giang', 'Xuân Lương']],
    ['0912345678', []],
  ] as const)("'%s' suggests %s", (text, expected) => {
    const suggested = names(all.nearest(text, today, '24'))
    expect(suggested.slice(0, expected.length)).toEqual(expected)
    if (expected.length === 0) expect(suggested).toEqual([])
  })

  it('suggests three when not said, of the day and of the province', () => {
    expect(all.nearest('Tân Sơ', today, '24')).toHaveLength(3)
    expect(all.nearest('Tân Sơ', today, '24', 1).map((u) => u.code)).toEqual(['07531'])
    expect(all.nearest('Hoàng Văn Thu', eve, '24', 1).map((u) => u.code)).toEqual(['07210'])
    expect(names(all.nearest('Hoàng Văn Thu', today, '24', 1))).not.toContain('Hoàng Văn Thụ')
    expect(all.nearest('Ba Đinh', today, undefined, 1).map((u) => u.code)).toEqual(['00004'])
  })
})

describe('a smaller country', () => {
  const small = restrictTo(all, ['07210', '07246', '07264'])

  it('has the three communes and the province they lie in', () => {
    expect(small.communesOf('24', today).map((u) => u.code)).toEqual(['07210', '07246', '07264'])
    expect(small.province('24', today)?.name).toBe('Bắc Ninh')
    expect(small.province('01', today)).toBeUndefined()
    expect(small.byCode('07228', today)).toBeUndefined()
    expect(small.resolve('Bắc Giang', today, '24')?.code).toBe('07210')
  })

  it('keeps only successions between its own units', () => {
    const ids = new Set(small.units.map((unit) => unit.id))
    expect(small.successions.length).toBeGreaterThan(0)
    for (const { fromUnit, toUnit } of small.successions) {
      expect(ids.has(fromUnit) && ids.has(toUnit)).toBe(true)
    }
  })
})

describe('the checksum of the tables', () => {
  it('is a SHA-256 and always the same', () => {
    expect(referenceSha()).toMatch(/^[0-9a-f]{64}$/)
    expect(referenceSha()).toBe(referenceSha())
  })
})
