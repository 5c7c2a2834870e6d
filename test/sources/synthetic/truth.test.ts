import { describe, expect, it } from 'vitest'
import { truthOf } from '#sources/synthetic/index.ts'
import { windowsOf } from '#sources/vocabulary/window.ts'
import { recount, sheetsInForce } from './recount.ts'
import { communesOfBacNinh, made } from './small.ts'

const small = made()
const tiny = made({ seed: 'ba xã', communes: communesOfBacNinh(3), size: 'tiny' })
const lastMonth = 'adm:2026-09'

function bothOf({ province, schedule, deliveries }: typeof small) {
  const inForce = sheetsInForce(deliveries)
  const communes = province.communes.map(({ unit }) => unit)
  const windows = windowsOf('adm', 2026).filter(({ to }) => to <= '2026-09-15')
  const counted = windows.flatMap((window) =>
    Object.entries(recount(inForce, communes, window, lastMonth)).flatMap(([indicator, pairs]) =>
      [...pairs].map(
        ([unit, [numerator, denominator]]) =>
          `${indicator} ${window.id} ${unit === 'province' ? province.unitId : unit} ${numerator}/${denominator}`,
      ),
    ),
  )
  const planted = truthOf(province, schedule).map(
    ({ indicator, windowId, unitId, numerator, denominator }) =>
      `${indicator} ${windowId} ${unitId} ${numerator}/${denominator}`,
  )
  return { counted: counted.toSorted(), planted: planted.toSorted() }
}

describe('the planted truth', () => {
  it('is what the rules give for the rows of three communes', () => {
    const { counted, planted } = bothOf(tiny)
    expect(planted).toEqual(counted)
  })

  it('is what the rules give for the rows of the whole province, in every window of nine months', () => {
    const { counted, planted } = bothOf(small)
    expect(planted.length).toBeGreaterThan(10_000)
    expect(planted).toEqual(counted)
  })

  it('leaves duties open somewhere and fulfilled elsewhere, and has communes without a value', () => {
    const year = truthOf(small.province, small.schedule).filter(
      ({ windowId, unitId }) => windowId === 'adm:2026-9M' && unitId !== small.province.unitId,
    )
    const reception = year.filter(({ indicator }) => indicator === 'reception-coverage')
    expect(reception.length).toBeLessThan(99)
    expect(reception.some((v) => v.denominator > 0 && v.numerator === v.denominator)).toBe(true)
    expect(reception.some((v) => v.numerator < v.denominator)).toBe(true)
    expect(reception.some((v) => v.denominator === 0)).toBe(true)
  })
})
