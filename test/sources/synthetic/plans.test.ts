import { describe, expect, it } from 'vitest'
import type { World } from '#pipelines/demo/order.ts'
import { businessDayOf, usualOrder } from '#pipelines/demo/usual.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import { booksOf, perfect, rowsIn } from './plan-world.ts'
import { reviewed } from './review-sums.ts'
import { readIn } from './sheets.ts'

const days = {
  'bac-ninh-2026': '2026-09-20',
  'bac-giang-2022': '2026-09-20',
  'ha-tinh-2026-2030': '2026-09-20',
  'can-tho-2024': '2025-11-20',
  'hung-yen-2026': '2026-03-05',
} as const

it.each(Object.entries(days))('%s is looked at on %s', (plan, day) => {
  expect(businessDayOf(usualOrder(plan))).toBe(day)
})

/** The first workbook of each kind: by whom, of which sort of window, with which forms, before or after a reform. */
function kindsIn(world: World) {
  const kinds = new Map<string, World['deliveries'][number]>()
  for (const delivery of world.deliveries) {
    const { spec, slips } = delivery
    if (spec instanceof Uint8Array || slips.length > 0) continue
    const { reporter, window, unit, sheets } = spec
    const forms = sheets.map(({ form, rows }) => `${form.id} ${rows.length > 0}`)
    const key = [reporter.kind, window.kind, unit.validFrom, ...forms].join()
    if (!kinds.has(key)) kinds.set(key, delivery)
  }
  return [...kinds.values()]
}

describe.each(Object.keys(days))('%s', (plan) => {
  const world = perfect(plan, { seed: 'đủ', communes: 3, taken: true })

  it('takes whatever is sent right', async () => {
    const kinds = kindsIn(world)
    expect(kinds.length).toBeGreaterThan(1)
    for (const { name, spec, arrivedOn } of kinds) {
      if (spec instanceof Uint8Array) continue
      const { outcome, problems } = await readIn(world, await writeWorkbook(spec), arrivedOn)
      const refused = problems.filter(({ severity }) => severity === 'error')
      expect([name, outcome, refused]).toEqual([name, 'accepted', []])
    }
  }, 60_000)

  it('sends for each window what its collection asks of who reports on the last day', () => {
    const sent = new Set(
      booksOf(world).flatMap(({ reporter, window, sheets }) =>
        sheets.map(({ form }) => `${form.id} ${reporter.id} ${reporter.unitId} ${window.id}`),
      ),
    )
    for (const { form, by } of world.plan.collection)
      for (const { id, unitId, to } of world.schedule.reporters) {
        const asked = by.some((sender) => sender === id || id.startsWith(`${sender}:`))
        const began = to === undefined || to > '2024-12-14'
        if (asked && began) {
          const own = [...sent].filter((key) => key.startsWith(`${form} ${id} ${unitId} `))
          expect(own.length, `${form} ${id} ${unitId}`).toBeGreaterThan(0)
        }
      }
  })
})

describe('Bắc Giang in 2022', () => {
  const world = perfect('bac-giang-2022', { seed: 'huyện', communes: 15, size: 'small' })

  it('has ten districts, whose committees count what the police of their communes list', () => {
    const districtOf = new Map(world.province.communes.map(({ unit }) => [unit.id, unit.parentId]))
    const seats = world.province.seats.map(({ unit }) => unit.id)
    expect(seats).toHaveLength(10)
    for (const window of ['pol:2021-12', 'pol:2022-05', 'pol:2022-11']) {
      const listed = rowsIn(world, 'returnee-register', window).filter(
        ({ row }) => row['left_on'] === null,
      )
      for (const seat of seats) {
        const own = listed.filter(({ unit }) => districtOf.get(unit as never) === seat)
        const told = rowsIn(world, 'tally', window).find(
          ({ unit, row }) => unit === seat && row['item'] === 'managed_end',
        )
        expect(told?.row['count']).toBe(own.length)
      }
    }
  })

  it('is told of places of detention in the districts, too', () => {
    const facilities = new Set(rowsIn(world, 'pre-release').map(({ row }) => row['facility']))
    expect(facilities.size).toBe(11)
  })

  it('never takes back how many were reached', () => {
    const reached = new Map<string, number>()
    for (const { unit, window, row } of rowsIn(world, 'communication').toSorted((a, b) =>
      a.window < b.window ? -1 : 1,
    )) {
      if (row['adults_reached'] === null) continue
      expect(Number(row['adults_reached']), window).toBeGreaterThanOrEqual(reached.get(unit) ?? 0)
      reached.set(unit, Number(row['adults_reached']))
    }
  })
})

describe('Hưng Yên’s review', () => {
  const world = perfect('hung-yen-2026', { seed: 'soát', communes: 4 })

  it('has no lives, and each year of each former place begins as the one before it ended', () => {
    expect(world.province.persons).toEqual([])
    const groups = reviewed(rowsIn(world, 'tally', '2020-06-15..2026-01-14'))
    expect(groups.length).toBeGreaterThan(4)
    for (const years of groups) {
      expect(years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026])
      for (const [n, { start }] of years.slice(1).entries()) expect(start).toBe(years[n]?.end)
    }
  })

  it('names the former places with district and province', () => {
    const places = new Set(rowsIn(world, 'tally').map(({ row }) => String(row['old_unit'])))
    for (const place of places) expect(place).toMatch(/^\p{Lu}.*, .*, tỉnh (Hưng Yên|Thái Bình)$/u)
  })
})
