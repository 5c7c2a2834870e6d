import { readdir, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { currentFile } from '#pipelines/warehouse/generation.ts'
import { damages, flip } from '../support/faults/damage.ts'
import { brokenByDamage } from '../support/faults/damaged.ts'
import { type Grounds, makeGrounds, type Prepared, servedHash } from '../support/faults/grounds.ts'
import { spread } from '../support/faults/lanes.ts'
import { type Planted, planted } from '../support/faults/mutations.ts'
import { program } from '../support/faults/program.ts'

vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))

let grounds: Grounds
let second: Prepared
beforeAll(async () => {
  grounds = await makeGrounds()
  second = await grounds.second()
}, 600_000)
afterAll(() => grounds?.remove())

describe('what goes bad on disk', () => {
  it.each(damages)(
    '$what: no wrong figure, a sentence, and what mends it does',
    async (damage) => {
      expect(await brokenByDamage(damage, second)).toEqual([])
    },
    300_000,
  )

  it('a byte of the generation turned over, wherever it lies, never gives another figure', async () => {
    const site = await second.copyOfDone()
    const file = await currentFile(site.warehouse)
    const seen = { refused: 0, unread: 0 }
    for (const at of spread(60, (await stat(file)).size - 1, 3)) {
      await flip(file, at)
      const served = await servedHash(site, grounds.effects)
      expect([second.hash, null], `byte ${at}`).toContain(served)
      seen[served === null ? 'refused' : 'unread'] += 1
      await flip(file, at)
    }
    console.log(
      `60 bytes turned over: ${seen.refused} refused, ${seen.unread} in blocks that hold no figure`,
    )
    expect(seen.refused).toBeGreaterThan(0)
    await rm(dirname(site.data), { recursive: true })
  }, 300_000)
})

/** A damage, the check that is taken out, and the command line that then says nothing. */
const UNCHECKED: readonly (readonly [damage: string, without: Planted, argv: readonly string[]])[] =
  [
    ['a file of the vault holds the bytes of another', planted.noSha, ['doctor', '--full']],
    ['a figure in a parsed file is another, well packed', planted.noEndLine, ['build']],
    ['a parsed file has one row less, well written', planted.noVerify, ['build']],
    ['the key of another vault is in place', planted.anyKey, ['build']],
    ['a log of other rows lies beside the generation', planted.noStrayLog, ['dump', '--hash']],
  ]

describe('without the check that finds it', () => {
  it.each(UNCHECKED)(
    '%s: the program says nothing, or serves other figures',
    async (what, without, argv) => {
      const damage = damages.find((one) => one.what === what)
      if (damage === undefined) throw new RangeError(`no damage is called '${what}'`)
      const site = await second.copyOfDone()
      await damage.harm(site)
      const { shiftMs } = grounds
      const checked = await program(site, argv, { shiftMs })
      const isMended = (await servedHash(site, grounds.effects)) === second.hash
      expect(checked.code === 1 || isMended, 'with the check').toBe(true)
      if (checked.code === 0) await damage.harm(site)
      const { code, out, err } = await program(site, argv, { shiftMs, mutations: [without] })
      const isNoticed = code !== 0 && damage.refused?.[1].test(`${out}${err}`) === true
      expect(isNoticed, `${out}${err}`).toBe(false)
      if (checked.code === 0) expect(await servedHash(site, grounds.effects)).not.toBe(second.hash)
    },
    300_000,
  )
})

describe('two at once', () => {
  it('one does the job, the other says who it is and since when; without the lease both would write', async () => {
    const { shiftMs } = grounds
    const two = async (mutations: readonly Planted[]) => {
      const site = await second.copy()
      const both = await Promise.all(
        [0, 1].map(() => program(site, ['run'], { shiftMs, mutations })),
      )
      return { site, both, codes: both.map(({ code }) => code).toSorted() }
    }
    const { site, both, codes } = await two([])
    expect(codes).toEqual([0, 1])
    expect(both.map(({ err }) => err).join('\n')).toMatch(
      /ledger\.sqlite is being written by process \d+ \(hoanhap\.mjs .*run\) on .* since 2026-03-20T\S+; wait until it ends, or stop it/,
    )
    expect(await servedHash(site, grounds.effects)).toBe(second.hash)
    expect(await readdir(site.warehouse)).toEqual([
      'CURRENT',
      'gen-000001.duckdb',
      'gen-000002.duckdb',
    ])
    expect((await two([planted.noLease])).codes).not.toEqual([0, 1])
  }, 600_000)
})
