import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measure as measureStatements } from '#models/measure.ts'
import { sqlText } from '#pipelines/warehouse/dialect.ts'
import { type Engine, openForWriting } from '#pipelines/warehouse/engine.ts'
import { runAll } from '#pipelines/warehouse/statements.ts'
import { anyForms } from '#sources/forms/index.ts'
import { byHand } from './by-hand.ts'
import { atMost, growth, median, peakOf, rounded, seconds } from './figures.ts'
import { makeNation } from './nation.ts'
import { nationDefinitions } from './nation-plan.ts'
import { NATION, registerRows } from './nation-size.ts'

const ROUNDS = 3

interface Measured {
  readonly communes: number
  readonly registerRows: number
  readonly values: number
  readonly ourSeconds: number
  readonly handSeconds: number
  readonly ratio: number
  readonly rowsPerSecond: number
  readonly peakMiB: number
}

/**
 * Measuring every figure of every plan over five years of a nation, 24 million rows of its registers made inside DuckDB: the models'
 * statements beside one statement written by hand, round about, whose values must be the same; each size in a process of its own, so
 * that its memory is its own.
 *
 * All plans are measured in the windows of one family, each form at the pace at which most plans take it. There are no districts and no
 * reviews of former units: those figures stand in small tests alone.
 */
export async function measure() {
  const sizes: Measured[] = []
  for (const communes of [10, 100, 1_000, NATION.communes]) {
    process.stderr.write(`measure: ${communes} communes\n`)
    sizes.push(await inProcessOfItsOwn(communes))
  }
  const nation = sizes.at(-1) as Measured
  const slope = growth(sizes.map((size) => ({ amount: size.registerRows, time: size.ourSeconds })))
  return {
    sizes,
    goals: [
      atMost(1.5, 'measuring / the hand-written statement, nation', nation.ratio),
      atMost(4096, 'peak memory of the nation, MiB', nation.peakMiB),
      atMost(1.05, 'growth of measuring with the rows, as a power', slope),
    ],
  }
}

function inProcessOfItsOwn(communes: number): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [String(communes)], {
      execArgv: ['--import', import.meta.resolve('tsx/esm')],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.once('message', (measured) => resolve(measured as Measured))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code !== 0) reject(new Error(`measuring ${communes} communes ended with ${code}`))
    })
  })
}

const FORMS = new Set(anyForms.map(({ id }) => id))

async function measured(communes: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'hoanhap-bench-'))
  const engine = await openForWriting(join(folder, 'nation.duckdb'))
  try {
    await makeNation(engine, communes)
    await engine.rows('checkpoint')
    const ours: number[] = []
    const hands: number[] = []
    let values = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      await engine.rows('begin')
      ours.push(
        await seconds(() => runAll(engine, measureStatements(sqlText(), nationDefinitions, FORMS))),
      )
      hands.push(await seconds(() => engine.rows(byHand())))
      if (round === 0) values = await sameValues(engine)
      await engine.rows('rollback')
    }
    const ratio = median(ours.map((own, n) => own / (hands[n] as number)))
    return {
      communes,
      registerRows: registerRows(communes),
      values,
      ourSeconds: rounded(median(ours)),
      handSeconds: rounded(median(hands)),
      ratio: rounded(ratio),
      rowsPerSecond: rounded(registerRows(communes) / median(ours)),
      peakMiB: peakOf('self'),
    }
  } finally {
    engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The number of values, once both sides have been found to be the same to the last one; by their sums of hashes, since both are large. */
async function sameValues(engine: Engine): Promise<number> {
  const rows = ['value', 'by_hand'].map(
    (table) => `
      select definition_id, count(*) as n,
        sum(hash(window_id, unit_id, breakdown, category, numerator, denominator)::hugeint)::varchar as sum
      from ${table} group by definition_id`,
  )
  const other = await engine.rows(`
    select definition_id, o.n as ours, h.n as hand
    from (${rows[0]}) o full join (${rows[1]}) h using (definition_id)
    where o.n is distinct from h.n or o.sum is distinct from h.sum`)
  if (other.length > 0) {
    throw new Error(`the two do not measure the same: ${JSON.stringify(other)}`)
  }
  const [all] = await engine.rows('select count(*) as n from value')
  return Number(all?.['n'])
}

if (process.send !== undefined && process.argv[1] === fileURLToPath(import.meta.url)) {
  const answer = await measured(Number(process.argv[2]))
  process.send(answer, () => process.exit(0))
}
