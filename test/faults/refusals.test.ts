import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { siteOf } from '#pipelines/site.ts'
import { type Grounds, makeGrounds, type Prepared, servedHash } from '../support/faults/grounds.ts'
import { inLanes, random, spread } from '../support/faults/lanes.ts'
import { planted } from '../support/faults/mutations.ts'
import { type Circumstances, type Fault, type Moment, program } from '../support/faults/program.ts'
import {
  brokenAfterRun,
  brokenAtAll,
  brokenNow,
  brokenRefusal,
} from '../support/faults/promises.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))

const SEED = Number(process.env['HOANHAP_SEED'] ?? 1)

let grounds: Grounds
let second: Prepared
let main: readonly Moment[]
let builder: readonly Moment[]
beforeAll(async () => {
  grounds = await makeGrounds()
  second = await grounds.second()
  const site = await second.copy()
  const { code, err, moments } = await program(site, ['run'], { shiftMs: grounds.shiftMs })
  expect(code, err).toBe(0)
  main = moments.main
  builder = moments.builder
}, 600_000)
afterAll(() => grounds?.remove())

/** Runs under given circumstances: a refusal with a sentence, nothing lost, and the next run ends as if nothing had happened. */
async function refused(what: string, how: Circumstances): Promise<readonly string[]> {
  const site = await second.copy()
  const ended = await program(site, ['run'], { ...how, shiftMs: grounds.shiftMs })
  const broken = [...brokenRefusal(site, ended), ...(await brokenAtAll(site, second))]
  return broken.map((sentence) => `${what}: ${sentence}`)
}

/** Calls of one kind to one kind of place: `sync data/vault/#/#.age`. */
function classOf({ kind, what }: Moment): string {
  const place = what
    .replace(/\.tmp-\d+-\d+$/, '')
    .replaceAll(/[0-9a-f]{12,}/g, '#')
    .replaceAll(/\/[0-9a-f]{2}(?=\/|$)/g, '/#')
    .replaceAll(/\d+/g, '#')
  return `${kind} ${place}`
}

/** One of each class, which of them by chance of the seed. */
function oneOfEach(moments: readonly Moment[]): readonly Moment[] {
  const chance = random(SEED)
  const classes = new Map<string, Moment[]>()
  for (const moment of moments) {
    classes.set(classOf(moment), [...(classes.get(classOf(moment)) ?? []), moment])
  }
  return [...classes.values()].map((all) => all[Math.floor(chance() * all.length)] as Moment)
}

const errorOf = (kind: Moment['kind'], n: number) =>
  kind === 'ledger' ? (n % 2 ? 'SQLITE_FULL' : 'SQLITE_IOERR_WRITE') : n % 2 ? 'ENOSPC' : 'EIO'

describe('the n-th call fails', () => {
  it('in the program, for each kind of call to each kind of place', async () => {
    const chosen = oneOfEach(main).filter(({ kind }) => kind !== 'half' && kind !== 'word')
    const broken = await inLanes(chosen, (moment) => {
      const { kind, nth, n } = moment
      const fault: Fault = { at: 'main', kind, nth, error: errorOf(kind, n) }
      return refused(`${fault.error} at ${classOf(moment)}, its ${nth}th`, { fault })
    })
    console.log(`${chosen.length} failing calls of the program`)
    expect(broken.flat()).toEqual([])
  }, 3_600_000)

  it('in the builder, spread over its statements', async () => {
    const statements = builder.filter(({ kind }) => kind === 'warehouse').length
    const broken = await inLanes(spread(12, statements, SEED), (nth) =>
      refused(`statement ${nth}`, {
        fault: { at: 'builder', kind: 'warehouse', nth, error: 'EIO' },
      }),
    )
    expect(broken.flat()).toEqual([])
  }, 3_600_000)

  it('would see a sync that failed and was taken for done: this test can fail', async () => {
    const fault: Fault = { at: 'main', kind: 'sync', what: '\\.age', nth: 1, error: 'EIO' }
    const mutations = [planted.swallowedSync]
    expect(await refused('a swallowed sync', { fault })).toEqual([])
    const swallowed = (await refused('', { fault, mutations })).join()
    expect(swallowed).toContain('it ended with 0')
  }, 600_000)
})

describe('the disk is full', () => {
  it('from the n-th write on, spread over the run', async () => {
    const writes = main.filter(({ kind }) => kind === 'write').length
    const broken = await inLanes(spread(16, writes, SEED), (nth) =>
      refused(`full at write ${nth}`, {
        fault: { at: 'main', kind: 'write', nth, error: 'ENOSPC', onwards: true },
      }),
    )
    expect(broken.flat()).toEqual([])
  }, 3_600_000)

  it('for files of more than so many bytes, those of SQLite and DuckDB too', async () => {
    const broken = await inLanes([64, 256, 512, 1_000, 2_000, 4_000, 8_000], (mostBlocks) =>
      refused(`ulimit -f ${mostBlocks}`, { mostBlocks }),
    )
    expect(broken.flat()).toEqual([])
  }, 3_600_000)

  it('really: a file system of which little is left', async (context) => {
    const place = await mkdtemp(join(tmpdir(), 'hoanhap-full-'))
    const call = promisify(execFile)
    const mounted = await call('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', place]).then(
      () => true,
      () => false,
    )
    if (!mounted) {
      await rm(place, { recursive: true })
      context.skip('mounting a file system is not permitted here')
    }
    try {
      for (const [verb, slack] of [
        ['build', 300],
        ['build', 2_000],
        ['build', 6_000],
        ['publish', 100],
        ['run', 20_000],
      ] as const) {
        const site = await onto(place)
        const { stdout } = await call('du', ['-sk', dirname(site.data)])
        const full = Number.parseInt(stdout, 10) + slack
        await call('mount', ['-o', `remount,size=${full}k`, place])
        const ended = await program(site, [verb], { shiftMs: grounds.shiftMs })
        expect(brokenRefusal(site, ended), `${verb} with ${slack} KiB`).toEqual([])
        const done = { ...second, before: second.hash }
        expect(await brokenNow(site, done), `${verb} with ${slack} KiB`).toEqual([])
        expect(await servedHash(site, grounds.effects)).toBe(second.hash)
        await call('mount', ['-o', 'remount,size=400m', place])
        expect(await brokenAfterRun(site, second), `${verb} with ${slack} KiB`).toEqual([])
        await rm(dirname(site.data), { recursive: true })
      }
    } finally {
      await call('umount', ['-l', place])
      await rm(place, { recursive: true, force: true })
    }
  }, 600_000)

  async function onto(place: string) {
    const from = await second.copyOfDone()
    const root = join(place, 'site')
    await mkdir(root)
    await cp(dirname(from.data), root, { recursive: true, preserveTimestamps: true })
    return siteOf(join(root, 'data'), {})
  }
})
