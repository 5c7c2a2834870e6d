import type { Sent } from './plan-world.ts'

interface YearOf {
  readonly year: number
  readonly start: number
  readonly end: number
}

/** The years of each former place in the tally of a review: how many were managed at their beginning and end. */
export function reviewed(rows: readonly Sent[]): readonly (readonly YearOf[])[] {
  const groups = new Map<string, Map<number, YearOf>>()
  for (const { unit, row } of rows) {
    const key = `${unit} ${row['old_unit']}`
    const years = groups.get(key) ?? new Map<number, YearOf>()
    const year = Number(row['year'])
    const known = years.get(year) ?? { year, start: -1, end: -1 }
    const count = Number(row['count'])
    if (row['item'] === 'managed_start') years.set(year, { ...known, start: count })
    else if (row['item'] === 'managed_end') years.set(year, { ...known, end: count })
    groups.set(key, years)
  }
  return [...groups.values()].map((years) => [...years.values()].sort((a, b) => a.year - b.year))
}
