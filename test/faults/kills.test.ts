import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Grounds, makeGrounds, type Prepared, servedHash } from '../support/faults/grounds.ts'
import { inLanes, spread } from '../support/faults/lanes.ts'
import { planted } from '../support/faults/mutations.ts'
import { type Circumstances, type Ended, type Fault, program } from '../support/faults/program.ts'
import { brokenAtAll, brokenNow } from '../support/faults/promises.ts'

// The readers of this process, which only mends; the programs that are killed have their own.
vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))

/** SIGKILLs in all; HOANHAP_KILLS asks for more. */
const KILLS = Number(process.env['HOANHAP_KILLS'] ?? 200)
const SEED = Number(process.env['HOANHAP_SEED'] ?? 1)

/** A command line on a kind of site, who of its processes is killed, and its share of all kills. */
interface Target {
  readonly argv: readonly string[]
  readonly on: 'fresh' | 'second' | 'done'
  readonly at: Fault['at'] | 'any time'
  readonly share: number
}

const TARGETS: readonly Target[] = [
  { argv: ['run'], on: 'second', at: 'main', share: 0.5 },
  { argv: ['run'], on: 'second', at: 'builder', share: 0.08 },
  { argv: ['run'], on: 'second', at: 'any time', share: 0.07 },
  { argv: ['run'], on: 'fresh', at: 'main', share: 0.1 },
  { argv: ['pull'], on: 'second', at: 'main', share: 0.05 },
  { argv: ['build'], on: 'done', at: 'main', share: 0.05 },
  { argv: ['publish'], on: 'done', at: 'main', share: 0.07 },
  { argv: ['serve', '--port', '0'], on: 'second', at: 'main', share: 0.08 },
]

let grounds: Grounds
beforeAll(async () => {
  grounds = await makeGrounds()
  await grounds.second()
}, 600_000)
afterAll(() => grounds?.remove())

const tally: Record<string, number> = {}
const total = () => Object.values(tally).reduce((sum, n) => sum + n, 0)

it.each(TARGETS)(
  '$argv on a $on site, killed in $at',
  async (target) => {
    const prepared = await preparedFor(target.on)
    const moments = await undisturbed(target, prepared)
    const count = Math.round(KILLS * target.share)
    const broken = await inLanes(spread(count, moments, SEED), (n) => kill(target, n, prepared))
    expect(broken.flat()).toEqual([])
  },
  3_600_000,
)

it('every kill was one', () => {
  console.log(
    `${total()} kills, seed ${SEED}: ${Object.entries(tally)
      .map(([how, n]) => `${n} ${how}`)
      .join(', ')}`,
  )
  expect(total()).toBeGreaterThanOrEqual(KILLS)
})

async function preparedFor(on: Target['on']): Promise<Prepared> {
  if (on !== 'done') return grounds[on]()
  const { hash, copyOfDone } = await grounds.second()
  return { ...(await grounds.second()), before: hash, copy: copyOfDone }
}

/** The number of moments of a command line, or of milliseconds of which it surely takes more: two run at a time, after this one. */
async function undisturbed(target: Target, prepared: Prepared): Promise<number> {
  const begun = Date.now()
  const ended = await launch(target, prepared, {})
  if (target.argv[0] === 'serve') expect(ended.err).toContain('the job ran')
  else expect(ended.code, ended.err).toBe(0)
  return target.at === 'any time'
    ? Math.round(0.9 * (Date.now() - begun))
    : ended.moments[target.at].length
}

async function launch(target: Target, prepared: Prepared, how: Circumstances): Promise<Ended> {
  const site = await prepared.copy()
  const ended = await program(site, target.argv, {
    ...how,
    ...untilDone(target),
    shiftMs: grounds.shiftMs,
  })
  expect(await brokenAtAll(site, prepared)).toEqual([])
  return ended
}

function untilDone({ argv }: Target): Circumstances {
  return argv[0] === 'serve' ? { until: 'the job ran' } : {}
}

async function kill(target: Target, n: number, prepared: Prepared): Promise<readonly string[]> {
  const { at } = target
  const site = await prepared.copy()
  const how = at === 'any time' ? { killAfterMs: n } : { fault: { at, kill: n } }
  const ended = await program(site, target.argv, {
    ...how,
    ...untilDone(target),
    shiftMs: grounds.shiftMs,
  })
  const served = await servedHash(site, grounds.effects)
  const name = served === prepared.hash ? 'the new' : served === null ? 'no' : 'the old'
  const isKilled =
    at === 'builder'
      ? ended.code === 1 && ended.err.includes('SIGKILL')
      : ended.signal === 'SIGKILL'
  const outcome = `${target.argv[0]} (${at}) with ${name} generation served`
  if (isKilled) tally[outcome] = (tally[outcome] ?? 0) + 1
  const where = `${target.argv.join(' ')} killed in ${at} at ${n} (${whatOf(ended, at)})`
  const broken = [
    ...(isKilled ? [] : [`it ended with ${ended.code ?? ended.signal}: ${ended.err.slice(-500)}`]),
    ...(await brokenAtAll(site, prepared)),
  ]
  return broken.map((sentence) => `${where}: ${sentence}`)
}

/** What the killed process was about to do. */
function whatOf({ moments }: Ended, at: Target['at']): string {
  const last = at === 'builder' ? moments.builder.at(-1) : moments.main.at(-1)
  return last === undefined ? 'before its first change' : `${last.kind} ${last.what}`
}

describe('the test can fail', () => {
  it('it sees a sender told too early, who loses his file', async () => {
    const prepared = await grounds.second()
    const site = await prepared.copy()
    const ended = await program(site, ['pull'], {
      fault: { at: 'main', kill: true, kind: 'ledger', what: '"acked_at"', nth: 3 },
      mutations: [planted.earlyAcknowledgement],
      shiftMs: grounds.shiftMs,
    })
    expect(ended.signal, ended.err).toBe('SIGKILL')
    expect((await brokenNow(site, prepared)).join()).toContain('was acknowledged and is lost')
  })

  it('it sees pages that are written over the old ones', async () => {
    const prepared = await preparedFor('done')
    const site = await prepared.copy()
    const ended = await program(site, ['publish'], {
      fault: { at: 'main', kill: true, kind: 'half', what: '^out/communes/', nth: 2 },
      mutations: [planted.pagesInPlace],
      shiftMs: grounds.shiftMs,
    })
    expect(ended.signal, ended.err).toBe('SIGKILL')
    expect(await brokenNow(site, prepared)).not.toEqual([])
  })
})
