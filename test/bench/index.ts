import { machine } from './figures.ts'
import { intake } from './intake.ts'
import { judge } from './judge.ts'
import { measure } from './measure.ts'
import { month } from './month.ts'

/** `npm run bench -- month`: one or more benchmarks, all when none is named; one JSON document on stdout, the rest on stderr. */
const benchmarks = { intake, month, measure, judge } as const
type Name = keyof typeof benchmarks

const wanted = process.argv.slice(2).filter((word) => word !== '--')
const unknown = wanted.find((word) => !(word in benchmarks))
if (unknown !== undefined) {
  process.stderr.write(
    `no benchmark '${unknown}'; known are ${Object.keys(benchmarks).join(', ')}\n`,
  )
  process.exit(2)
}
const names = (wanted.length > 0 ? wanted : Object.keys(benchmarks)) as readonly Name[]
const figures: Record<string, unknown> = { machine: machine() }
for (const name of names) {
  process.stderr.write(`${name} …\n`)
  figures[name] = await benchmarks[name]()
}
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
