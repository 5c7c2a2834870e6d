import { writeFile } from 'node:fs/promises'
import { type backtest, skillOf } from '#models/judgement/backtest.ts'
import { replayed } from './replay.ts'
import { resultOf } from './result.ts'
import { years } from './years.ts'

/**
 * `npm run backtest [years]`: replays so many invented years of each course (40) and writes what came of it where the program reads it.
 *
 * Four to six minutes. The same number gives the same file.
 */
const FILE = 'models/judgement/backtest.json'

const each = Number(process.argv[2] ?? 40)
const all = years(each)
const forecasts = all.flatMap((replay, index) => {
  if (index % 12 === 0) console.error(`${index} of ${all.length} years`)
  return replayed(replay)
})
const result = resultOf(each, forecasts)
await writeFile(FILE, `${written(result)}\n`)
for (const row of result.horizons)
  console.log(
    row.course,
    row.monthsGone,
    `Brier ${row.brier}, base ${row.base}, skill ${skillOf(row)}`,
  )

/** One row a line, so that a change of the file reads as a change of its rows. */
function written({ years, horizons, reliability }: typeof backtest): string {
  const rows = (of: readonly object[]) =>
    of
      .map((row) => `    ${JSON.stringify(row).replaceAll(/[,:{]/g, '$& ').replace('}', ' }')}`)
      .join(',\n')
  return `{\n  "years": ${years},\n  "horizons": [\n${rows(horizons)}\n  ],\n  "reliability": [\n${rows(reliability)}\n  ]\n}`
}
