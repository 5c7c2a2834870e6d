import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { noLog } from '#pipelines/effects.ts'
import { openLedger } from '#pipelines/ledger/open.ts'
import { draftFolder } from '#pipelines/publish/folder.ts'
import { receive } from '#pipelines/steps/receive.ts'
import { type Keys, makeKeys } from '#pipelines/vault/keys.ts'
import { openVault, sha256Of } from '#pipelines/vault/vault.ts'
import { currentFile, makeCurrent } from '#pipelines/warehouse/generation.ts'
import { folderOfTest } from '../support/folder-of-test.ts'
import { FragileDisk, type Weakness } from '../support/fragile-disk.ts'
import { day } from '../support/ledger-of-test.ts'
import { unreliable } from '../support/unreliable-connector.ts'

const FILES = Object.fromEntries(['a', 'b'].map((name) => [`${name}.xlsx`, Buffer.from(name)]))

let keys: Keys
let made: string
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'hoanhap-'))
  keys = await makeKeys(made)
})
afterAll(() => rm(made, { recursive: true, force: true }))

/** Sender, vault on a fragile disk, ledger on a sound one: what was told the sender must be in both after any cut. */
async function intake(weakness: Weakness = {}) {
  const root = await folderOfTest()
  const folder = join(root, 'vault')
  await mkdir(folder)
  const disk = new FragileDisk(folder, weakness)
  const ledger = await openLedger(join(root, 'ledger.sqlite'), () => day(1))
  onTestFinished(() => ledger.close())
  const sender = unreliable('inbox', FILES)
  return {
    disk,
    /** One look at what was sent; how it ends does not matter. */
    async look() {
      const vault = await openVault(folder, keys.vault, { disk })
      const clock = () => day(2)
      await receive({ connectors: [sender], vault, ledger, clock, log: noLog })
    },
    /** What was acknowledged and cannot be given back, or stands in no ledger. */
    async lost(): Promise<readonly string[]> {
      const vault = await openVault(folder, keys.vault).catch(() => null)
      const known = await ledger.db.selectFrom('delivery').select('sha256').execute()
      const lost: string[] = []
      for (const name of new Set(sender.acknowledged)) {
        const bytes = FILES[name] as Uint8Array
        const stored = await vault?.get(sha256Of(bytes)).catch(() => null)
        const isKnown = known.some(({ sha256 }) => sha256 === sha256Of(bytes))
        if (!isKnown || stored == null || sha256Of(stored) !== sha256Of(bytes)) lost.push(name)
      }
      return lost
    },
    acknowledged: sender.acknowledged,
  }
}

/** Takes in with the power cut at call 1, 2, … until a look ends undisturbed; each time all that was acknowledged must be there. */
async function cutEverywhere(weakness: Weakness = {}) {
  const lost: string[] = []
  for (let n = 1; ; n += 1) {
    const one = await intake(weakness)
    one.disk.cutAfter(n)
    await one.look().catch(() => {})
    const isDone = one.acknowledged.length === 2
    await one.disk.cutPower()
    lost.push(...(await one.lost()).map((name) => `${name} at call ${n}`))
    if (isDone || lost.length > 0) return { cuts: n, lost }
  }
}

describe('what was acknowledged', () => {
  test('survives a power cut at every call to the disk', async () => {
    const { cuts, lost } = await cutEverywhere()
    expect(lost).toEqual([])
    expect(cuts).toBeGreaterThan(16)
  })

  test.each([{ forgetsFiles: true }, { forgetsFolders: true }])(
    'would be lost on a disk that syncs only in words (%o): this test can fail',
    async (weakness) => {
      expect((await cutEverywhere(weakness)).lost).not.toEqual([])
    },
  )

  test('survives when the process is killed at any call, looks again, and then the power is cut', async () => {
    const { cuts } = await cutEverywhere()
    for (let n = 1; n <= cuts; n += 1) {
      const one = await intake()
      one.disk.cutAfter(n)
      await one.look().catch(() => {})
      // Killed, not cut: the system still has all that was written.
      one.disk.powerOn()
      await one.look()
      expect(one.acknowledged.length).toBeGreaterThanOrEqual(2)
      await one.disk.cutPower()
      expect(await one.lost(), `killed at call ${n}`).toEqual([])
    }
  })

  test('was not acknowledged after a sync that failed, and is not believed when the next sync succeeds', async () => {
    for (let n = 1; ; n += 1) {
      const one = await intake({ failingSync: n })
      await one.look().catch(() => {})
      const isDone = one.acknowledged.length === 2
      await one.look()
      expect(new Set(one.acknowledged).size, `sync ${n}`).toBe(2)
      await one.disk.cutPower()
      expect(await one.lost(), `sync ${n} fails`).toEqual([])
      if (isDone) break
    }
  })
})

describe('the current generation', () => {
  /** The second generation takes the first one's place, the power is cut at call `n`; of what was not synced the names that `keeps` says stay. */
  async function cut(n: number, keeps: (path: string) => boolean, weakness: Weakness = {}) {
    const root = await folderOfTest()
    const disk = new FragileDisk(root, weakness)
    for (const generation of [1, 2]) {
      if (generation === 2) disk.cutAfter(n)
      const draft = join(root, `${generation}.draft`)
      const file = await disk.open(draft, 'wx').catch(() => null)
      await file?.writeFile(`generation ${generation}`).catch(() => {})
      await file?.close()
      const before = disk.calls
      const made = await makeCurrent(root, draft, generation, disk).catch(() => null)
      if (generation === 2 && made !== null && before < n) {
        await disk.cutPower(keeps)
        return { isDone: true, said: await said(root) }
      }
    }
    await disk.cutPower(keeps)
    return { isDone: false, said: await said(root) }
  }

  const said = (root: string) =>
    currentFile(root)
      .then((path) => readFile(path, 'utf8'))
      .catch((cause: Error) => cause.message)

  test.each([
    ['nothing', () => false],
    ['everything', () => true],
    ['only the pointer', (path: string) => path.endsWith('CURRENT')],
    ['only the generation', (path: string) => path.endsWith('.duckdb')],
  ] as const)(
    'is whole after a cut at every call, when of unsynced names %s stays',
    async (_, keeps) => {
      for (let n = 1; ; n += 1) {
        const { isDone, said: now } = await cut(n, keeps)
        expect(now, `call ${n}`).toMatch(isDone ? /^generation 2$/ : /^generation [12]$/)
        if (isDone) break
      }
    },
  )

  test('would point to nothing on a disk that syncs folders only in words: this test can fail', async () => {
    const seen: string[] = []
    for (let n = 1; n < 12; n += 1) {
      const { said: now } = await cut(n, (path) => path.endsWith('CURRENT'), {
        forgetsFolders: true,
      })
      seen.push(now)
    }
    expect(seen.some((now) => !/^generation [12]$/.test(now))).toBe(true)
  })
})

describe('the pages', () => {
  /** Two publications of three pages, the power cut at call `n` of the second; gives the pages that are there afterwards. */
  async function cut(n: number, weakness: Weakness = {}) {
    const root = await folderOfTest()
    const out = join(root, 'out')
    const disk = new FragileDisk(root, weakness)
    let isDone = false
    for (const edition of ['first', 'second']) {
      if (edition === 'second') disk.cutAfter(n)
      isDone = await published(out, disk, edition).then(
        () => true,
        () => false,
      )
    }
    await disk.cutPower()
    const names = await readdir(out).catch(() => [])
    const texts = await Promise.all(
      names.toSorted().map((name) => readFile(join(out, name), 'utf8')),
    )
    return { isDone, said: texts.join(' ') }
  }

  async function published(out: string, disk: FragileDisk, edition: string): Promise<void> {
    const draft = await draftFolder(out, disk)
    for (const page of ['a', 'b', 'c']) await draft.write(`${page}.html`, `${page} ${edition}`)
    await draft.publish()
  }

  test('are all of one edition after a cut at every call', async () => {
    for (let n = 1; ; n += 1) {
      const { isDone, said } = await cut(n)
      expect(said, `call ${n}`).toMatch(/^a (first b first c first|second b second c second)$/)
      if (isDone) return expect(said).toContain('second')
    }
  })

  test('would be empty on a disk that syncs files only in words: this test can fail', async () => {
    expect((await cut(1, { forgetsFiles: true })).said).not.toContain('first')
  })
})
