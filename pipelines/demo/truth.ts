import type { Expected } from '#sources/synthetic/index.ts'

type Value = Expected['values'][number]

/** What stands in a row of a figure's values, in this order. */
const COLUMNS = [
  'map',
  'windowId',
  'unitId',
  'breakdown',
  'category',
  'numerator',
  'denominator',
  'unitsExpected',
  'unitsCovered',
  'rowsWithheld',
  'state',
  'estimate',
] as const satisfies readonly (keyof Value)[]

/**
 * The expectation as `truth/expected.json` tells it: values by figure, each a row of columns that are named once. Written out in full
 * those of a province would fill hundreds of megabytes.
 */
export function truthOf({ values, ...others }: Expected) {
  const figures = new Map<string, { readonly of: Value; readonly rows: unknown[][] }>()
  for (const value of values) {
    const key = `${value.indicator} ${JSON.stringify(value.parameters)}`
    const figure = figures.get(key) ?? { of: value, rows: [] }
    figures.set(key, figure)
    figure.rows.push(COLUMNS.map((column) => value[column]))
  }
  return {
    ...others,
    columns: COLUMNS,
    figures: [...figures.values()].map(({ of: { indicator, parameters, basis }, rows }) => ({
      indicator,
      parameters,
      basis,
      values: rows,
    })),
  }
}
