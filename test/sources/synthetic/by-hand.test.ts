import { describe, expect, it } from 'vitest'
import { definitionsOf } from '#models/definitions.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import { expectationOf } from '#sources/synthetic/expected/index.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'
import type { SheetSpec } from '#sources/workbooks/template.ts'
import { byHandCommunes, byHandSpecs, byHandTable } from '#test/support/by-hand.ts'

const own = restrictTo(places(), byHandCommunes)
const reporters = reportersOf(bacNinh2026, own)
const { document, collection, taken, obligations, provinceCode, unitsOn } = bacNinh2026

/** What the generator of the invented province makes of the month that was worked out by hand. */
const expected = expectationOf(
  byHandSpecs({ plan: bacNinh2026, places: own, reporters }).map(({ name, arrivedOn, spec }) => ({
    name,
    arrivedOn,
    spec: { ...spec, sheets: spec.sheets.map(placed) },
    slips: [],
    copyOf: null,
  })),
  '2026-03-20',
  definitionsOf(bacNinh2026).map(({ indicator, parameters }) => ({
    indicator: indicator.id,
    parameters,
  })),
  {
    plan: {
      number: document.number ?? '',
      title: document.title,
      date: document.date,
      collection,
      taken,
      clauses: obligations,
    },
    reporters,
    family: 'adm',
    years: [2026],
    reviews: [],
    successions: [],
    units: [own.province(provinceCode, unitsOn) as Unit, ...own.communesOf(provinceCode, unitsOn)],
  },
)

/** The tables name communes by code; a report that was read names the unit. */
function placed({ form, rows, ...sheet }: SheetSpec): SheetSpec {
  const unitOf = (value: unknown) => own.byCode(String(value), '2026-03-14')?.id ?? value
  const named = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => [
        field,
        form.columns[field]?.kind === 'commune' ? unitOf(value) : value,
      ]),
    ),
  )
  return { form, ...sheet, rows: named as SheetSpec['rows'] }
}

const values = new Map(
  expected.values
    .filter(({ breakdown, parameters }) => breakdown === '' && isOfPlan(parameters))
    .map((v) => [
      `${nameOf(v)} ${v.windowId} ${v.unitId.split('@')[0]}`,
      `${v.numerator}/${v.denominator}`,
    ]),
)

/** Those of the table: of everyone of whom the plan speaks, by the register. */
function isOfPlan({ who = 'plan', basis = 'register' }: Readonly<Record<string, string>>): boolean {
  return who === 'plan' && basis === 'register'
}

/** `reporting-timeliness/exemplar`; of others the indicator alone. */
function nameOf({ indicator, parameters }: (typeof expected.values)[number]): string {
  const { form } = parameters
  return form === undefined ? indicator : `${indicator}/${form}`
}

describe('a month worked out by hand, counted as the invented province is', () => {
  it.each(
    byHandTable('expected').map((row) => [
      `${row['indicator']} ${row['window']} ${row['unit']}`,
      row['numerator'] === '' ? undefined : `${row['numerator']}/${row['denominator']}`,
    ]),
  )('%s: %s', (figure, value) => {
    expect(values.get(figure as string)).toBe(value)
  })

  it('finds P12 on two registers and P11 on none, and nothing else', () => {
    expect(expected.context.map(({ code, file }) => `${code} ${file.slice(3)}`).sort()).toEqual([
      'noticed-not-registered release-notice.xlsx',
      'overlapping-stays returnee-register.xlsx',
      'overlapping-stays returnee-register.xlsx',
    ])
  })
})
