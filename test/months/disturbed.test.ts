import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { pagesApp } from '#pipelines/server/pages.ts'
import { openStation } from '#pipelines/station.ts'
import { hoanhap } from '../support/command-line.ts'
import { type Grounds, makeGrounds, type Prepared } from '../support/faults/grounds.ts'
import { planted, textWith } from '../support/faults/mutations.ts'
import { type Circumstances, program } from '../support/faults/program.ts'
import { brokenAfterRun, brokenNow, brokenRefusal } from '../support/faults/promises.ts'

// The readers of this process; the programs that are disturbed have their own.
vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))

let grounds: Grounds
let second: Prepared
beforeAll(async () => {
  grounds = await makeGrounds()
  second = await grounds.second()
})
afterAll(() => grounds?.remove())

const at = 'main'
const killed = (kind: 'ledger' | 'half' | 'rename', what: string, nth = 1): Circumstances => ({
  fault: { at, kill: true, kind, what, nth },
})

/** One after another on one site, in the order of the work, each at its most telling moment; hundreds more, and what goes bad on disk, are in test/faults. */
const DISTURBANCES: readonly (readonly [what: string, how: Circumstances])[] = [
  [
    'killed with a file in the vault and not in the ledger',
    killed('ledger', '^insert into "file"'),
  ],
  [
    'the disk is full when the next file comes',
    { fault: { at, kind: 'write', what: '\\.age', nth: 1, error: 'ENOSPC', onwards: true } },
  ],
  ['killed with all files read and nothing decided', killed('ledger', '^insert into "submission"')],
  ['killed with a new generation and the pointer to the old one', killed('rename', 'CURRENT$')],
  ['killed with the old pages put aside', killed('rename', '^out$')],
]

describe('a run that is disturbed at every step', () => {
  it('loses nothing, serves the old generation and its pages, and ends as if nothing had happened', async () => {
    const site = await second.copy()
    const { shiftMs } = grounds
    for (const [what, how] of DISTURBANCES) {
      const ended = await program(site, ['run'], { ...how, shiftMs })
      const isKilled = how.fault !== undefined && 'kill' in how.fault
      if (isKilled) expect(ended.signal, `${what}: ${ended.err}`).toBe('SIGKILL')
      else expect(brokenRefusal(site, ended), what).toEqual([])
      expect(await brokenNow(site, second), what).toEqual([])
    }
    const page = await pagesApp(site.out).request('http://localhost/month.html')
    expect(page.status, 'the old pages, which stand aside').toBe(200)
    expect(await brokenAfterRun(site, second)).toEqual([])
  }, 180_000)

  it('would be seen to serve nothing if the pointer were moved too early: this test can fail', async () => {
    const site = await second.copyOfDone()
    const mutations = [planted.pointerFirst]
    const how = killed('rename', 'gen-000003.duckdb$')
    const ended = await program(site, ['build'], { ...how, mutations, shiftMs: grounds.shiftMs })
    expect(ended.signal, ended.err).toBe('SIGKILL')
    expect(await brokenNow(site, second)).toContain('what is served is null')
  })
})

describe('two at once', () => {
  it('one works, the other says who it is and since when; who only reads is not held up', async () => {
    const site = await second.copyOfDone()
    const verb = (...argv: string[]) => hoanhap(['--data', site.data, ...argv], grounds.effects)
    const station = await openStation(site, grounds.effects)
    try {
      for (const writing of ['run', 'pull', 'build', 'publish', 'rebuild']) {
        const { code, err } = await verb(writing)
        expect(code).toBe(1)
        expect(err).toMatch(
          new RegExp(
            `ledger.sqlite is being written by process ${process.pid} \\(.*\\) on .* since 2026-03-20T.*; wait until it ends, or stop it`,
          ),
        )
      }
      expect((await verb('dump', '--hash')).out.trim()).toBe(second.hash)
      expect((await verb('status')).code).toBe(0)
      expect((await verb('doctor')).code).toBe(0)
    } finally {
      await station.close()
    }
    await rm(dirname(site.data), { recursive: true })
  })
})

it('every planted fault still fits the text of the product', async () => {
  for (const fault of Object.values(planted)) await textWith(fault)
})
