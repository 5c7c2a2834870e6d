import { describe, expect, it } from 'vitest'
import { livesOn } from '#sources/reference/lives-on.ts'
import { places } from '#sources/reference/places.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Succession, Unit, UnitId } from '#sources/vocabulary/unit.ts'

/** `31120@2025-07-01 part 1/2`, and so on. */
const shares = (unitId: string, day: CalendarDate) =>
  livesOn(
    places(),
    day,
  )(unitId as never).map(
    ({ unitId: id, kind, numerator, denominator }) => `${id} ${kind} ${numerator}/${denominator}`,
  )

describe('a commune lives on', () => {
  it('in itself while it is there', () => {
    expect(shares('07210@2025-07-01', '2026-09-20')).toEqual(['07210@2025-07-01 unchanged 1/1'])
    expect(shares('31117@2024-11-01', '2025-06-30')).toEqual(['31117@2024-11-01 unchanged 1/1'])
  })

  it('whole in the one that it was merged into', () => {
    expect(shares('31117@2024-11-01', '2025-07-01')).toEqual(['31120@2025-07-01 whole 1/1'])
  })

  it('in equal shares in those among whom it was divided', () => {
    expect(shares('31178@2024-11-01', '2026-01-01')).toEqual([
      '31120@2025-07-01 part 1/2',
      '31168@2025-07-01 part 1/2',
    ])
    // xã Kỳ Lợi of Hà Tĩnh went to three
    expect(shares('18796@2020-01-01', '2026-01-01')).toEqual([
      '18754@2025-07-01 part 1/3',
      '18823@2025-07-01 part 1/3',
      '18832@2025-07-01 part 1/3',
    ])
  })

  it('through two reforms: three wards of Cần Thơ joined Thới Bình on 1/11/2024, and that went into Tân An', () => {
    expect(shares('31126@2020-01-01', '2024-12-01')).toEqual(['31123@2024-11-01 whole 1/1'])
    expect(shares('31126@2020-01-01', '2025-07-01')).toEqual(['31135@2025-07-01 whole 1/1'])
    expect(shares('31117@2020-01-01', '2024-12-01')).toEqual(['31117@2024-11-01 unchanged 1/1'])
  })

  it('in all among whom it was divided, also where one of them is still there and another was merged since', () => {
    const [first, second, third] = ['2020-01-01', '2023-01-01', '2025-07-01'] as const
    const unit = (code: string, validFrom: CalendarDate, validTo: CalendarDate | null): Unit => ({
      ...{ id: `${code}@${validFrom}`, code, name: code, level: 'commune', type: 'xa' },
      ...{ parentId: null, validFrom, validTo, mapColumn: null, mapRow: null },
    })
    const units = [
      unit('00001', first, second),
      unit('00002', second, null),
      unit('00003', second, third),
      unit('00004', third, null),
    ]
    const [old, stays, ended, last] = units.map(({ id }) => id) as [UnitId, UnitId, UnitId, UnitId]
    const successions: readonly Succession[] = [
      { fromUnit: old, toUnit: stays, onDate: second, kind: 'part' },
      { fromUnit: old, toUnit: ended, onDate: second, kind: 'part' },
      { fromUnit: ended, toUnit: last, onDate: third, kind: 'whole' },
    ]
    expect(livesOn({ units, successions }, '2026-01-01')(old).map(({ unitId }) => unitId)).toEqual([
      stays,
      last,
    ])
  })

  it('somewhere in the province where nobody established the successor: 17 communes of Bắc Giang', () => {
    const unknown = places()
      .units.filter(({ level, id }) => level === 'commune' && id.endsWith('@2020-01-01'))
      .filter(({ id }) => shares(id, '2026-01-01').some((share) => share.includes('unknown')))
    expect(unknown).toHaveLength(17)
    expect(new Set(unknown.flatMap(({ id }) => shares(id, '2026-01-01')))).toEqual(
      new Set(['24@2025-07-01 unknown 1/1']),
    )
  })
})
