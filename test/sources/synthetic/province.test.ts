import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { lookingAt } from '#pipelines/demo/looking.ts'
import { places } from '#sources/reference/places.ts'
import { expectedOf } from '#sources/synthetic/index.ts'
import { nationalIdProblem } from '#sources/vocabulary/identifier.ts'
import { codesOf, made } from './small.ts'

const startedAt = process.cpuUsage()
const { province } = made()
const spent = process.cpuUsage(startedAt)

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const YEAR_FROM = '2025-12-15'
const NINE_MONTHS = '2026-09-15'
/** Before 30/4 and 2/9; of 2025 the days on which people really came home. */
const WAVES = [
  ...['2025-05-01', '2025-09-01', '2026-04-27', '2026-04-28', '2026-04-29'],
  ...['2026-08-29', '2026-08-30', '2026-08-31'],
]

describe('the province', () => {
  it('is the same for the same seed, with its reports and their meaning, and another for another', () => {
    const few = { communes: 9, months: 4 }
    const [one, again, other] = [made(few), made(few), made({ ...few, seed: 'khác' })]
    const all = (world: typeof one) => {
      const { province, schedule, deliveries } = world
      return hash([
        province,
        deliveries,
        expectedOf(province, schedule, deliveries, lookingAt(world, codesOf(world))),
      ])
    }
    expect(all(again)).toBe(all(one))
    expect(hash(other.province.persons)).not.toBe(hash(one.province.persons))
  })

  it('keeps the lives of a commune when another commune is added behind it', () => {
    const codes = province.communes.map(({ unit }) => unit.code)
    const idsIn = (communes: number) =>
      made({ communes: codes.slice(0, communes), size: 'tiny' }).province.persons.map(
        ({ fullName, birthYear, release }) => `${fullName} ${birthYear} ${release.on}`,
      )
    const five = idsIn(5)
    expect(idsIn(6).slice(0, five.length)).toEqual(five)
  })

  it('takes less than three seconds of processor time with all reports, workbooks unwritten', () => {
    expect((spent.user + spent.system) / 1_000_000).toBeLessThan(3)
  })

  it('refuses no communes and a thirteenth month', () => {
    expect(() => made({ communes: [] })).toThrow('at least one')
    expect(() => made({ months: 13 })).toThrow('1 to 12')
  })
})

describe('its magnitudes', () => {
  const managed = province.persons.filter(({ stays }) =>
    stays.some(({ from, to }) => from < NINE_MONTHS && (to === null || to > YEAR_FROM)),
  )

  it('have 1,500 to 2,000 persons, most communes 6 to 31, three none, two over 60', () => {
    expect(managed.length).toBeGreaterThan(1_500)
    expect(managed.length).toBeLessThan(2_000)
    const sizes = province.communes.map(
      ({ unit }) =>
        managed.filter(({ stays }) => stays.some(({ unitId }) => unitId === unit.id)).length,
    )
    expect(sizes.filter((size) => size === 0)).toHaveLength(3)
    expect(sizes.filter((size) => size > 60)).toHaveLength(2)
    expect(sizes.filter((size) => size >= 6 && size <= 36)).toHaveLength(94)
  })

  it('have a share of prosecuted near one in a hundred, and under it', () => {
    const prosecuted = managed.filter(({ cases }) =>
      cases.some(
        ({ prosecutedOn, droppedOn }) =>
          prosecutedOn !== null && prosecutedOn < NINE_MONTHS && droppedOn === null,
      ),
    )
    const perThousand = (1_000 * prosecuted.length) / managed.length
    expect(perThousand).toBeGreaterThan(5)
    expect(perThousand).toBeLessThan(10)
  })

  it('have 2 to 6 % conditional releases, each with a probation, and amnesties on their two days only', () => {
    const bases = managed.map(({ release }) => release.basis)
    const conditional = bases.filter((basis) => basis === 'tha_tu_co_dieu_kien').length
    expect(conditional / bases.length).toBeGreaterThan(0.02)
    expect(conditional / bases.length).toBeLessThan(0.06)
    for (const { release } of managed) {
      expect(release.probationEnd !== null).toBe(release.basis === 'tha_tu_co_dieu_kien')
      if (release.basis === 'dac_xa') expect(WAVES).toContain(release.on)
    }
  })

  it('plant what makes counting hard', () => {
    const cases = province.persons.flatMap(({ cases, stays }) =>
      cases.map((each) => ({ ...each, stays })),
    )
    expect(cases.some(({ droppedOn }) => droppedOn !== null)).toBe(true)
    expect(cases.some(({ prosecutedOn }) => prosecutedOn === null)).toBe(true)
    expect(cases.some(({ stays }) => stays.length === 0)).toBe(true)
    expect(
      cases.some(({ stays, unitId }) => stays.length > 1 && stays.at(-1)?.unitId !== unitId),
    ).toBe(true)
    expect(province.persons.some(({ cases }) => cases.length === 2)).toBe(true)
    expect(province.persons.some(({ stays }) => stays.some((stay) => !stay.leavingRecorded))).toBe(
      true,
    )
    expect(province.persons.some(({ papers }) => papers.nationalIdFrom !== null)).toBe(true)
    expect(
      province.persons.filter(({ papers }) => papers.nationalId === null).length,
    ).toBeGreaterThan(10)
    expect(
      province.persons.some(({ stays, notice }) => stays.length === 0 && notice !== null),
    ).toBe(true)
    expect(province.persons.some(({ stays }) => stays.length === 3)).toBe(true)
    expect(province.models.some(({ covers }) => covers.length > 0)).toBe(true)
  })
})

describe('a whole province', () => {
  it('of Bắc Ninh’s size has about 1,700 releases in the year, and 4,500 to 6,000 persons on its registers', () => {
    const { persons } = made({ size: 'full', months: 12 }).province
    const registered = persons.filter(({ stays }) => stays.length > 0)
    const released = registered.filter(
      ({ release, stays }) => stays[0]?.entry === 'ra_trai' && release.on >= YEAR_FROM,
    )
    expect(registered.length).toBeGreaterThan(4_500)
    expect(registered.length).toBeLessThan(6_000)
    expect(released.length).toBeGreaterThan(1_500)
    expect(released.length).toBeLessThan(1_900)
  })

  it('can be any of the 34', () => {
    const codes = places()
      .units.filter(({ level, validTo }) => level === 'province' && validTo === null)
      .map(({ code }) => code)
    expect(codes).toHaveLength(34)
    for (const code of codes) {
      const world = made({ province: code, communes: 3, months: 1, size: 'tiny' })
      expect(world.province.unit.code).toBe(code)
      expect(world.deliveries.length).toBeGreaterThan(3)
    }
  })
})

describe('its people', () => {
  it('carry ids that agree with them, and nobody shares one', () => {
    const { persons } = province
    for (const { papers, sex, birthYear } of persons) {
      if (papers.nationalId !== null) {
        expect(nationalIdProblem(papers.nationalId, sex, birthYear)).toBeNull()
      }
    }
    for (const field of ['nationalId', 'oldId'] as const) {
      const ids = persons.map(({ papers }) => papers[field]).filter((id) => id !== null)
      expect(new Set(ids).size).toBe(ids.length)
    }
    expect(new Set(persons.map(({ caseFileNo }) => caseFileNo)).size).toBe(persons.length)
  })

  it('live in one commune at a time, arriving where they go on the day they leave', () => {
    for (const { stays } of province.persons) {
      for (const [index, stay] of stays.entries()) {
        const next = stays[index + 1]
        if (stay.to !== null) expect(stay.to > stay.from).toBe(true)
        if (next === undefined) continue
        expect(next.from).toBe(stay.to)
        expect(next.entry).toBe('chuyen_den')
        expect(next.movedFrom?.id).toBe(stay.unitId)
        expect(stay.movedTo?.id).toBe(next.unitId)
      }
      expect(new Set(stays.map(({ unitId }) => unitId)).size).toBe(stays.length)
    }
  })
})
