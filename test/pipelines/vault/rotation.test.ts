import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { keyKinds, makeKeys, openKeys } from '#pipelines/vault/keys.ts'
import { rewrapVault } from '#pipelines/vault/rewrap.ts'
import {
  forgetKeyToCome,
  keyToCome,
  stageOf,
  sweepKeys,
  switchKey,
} from '#pipelines/vault/rotation.ts'
import { openVault, sha256Of } from '#pipelines/vault/vault.ts'
import { Dead, dieAt, life } from '#test/support/dying-disk.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'

vi.mock('node:fs/promises', async (original) =>
  (await import('#test/support/dying-disk.ts')).dying(await original()),
)
afterEach(() => dieAt(Number.POSITIVE_INFINITY))

const FILES = ['một', 'hai', ''].map((text) => Buffer.from(text))
const REPLACED = sha256Of(Buffer.from('purged'))

async function begun() {
  const root = await folderOfTest()
  const [folder, vault] = [join(root, 'keys'), join(root, 'vault')]
  const keys = await makeKeys(folder)
  const opened = await openVault(vault, keys.vault)
  for (const bytes of FILES) await opened.put(bytes)
  await opened.replacements.stage(REPLACED, Buffer.from('reading'))
  await opened.replacements.adopt(REPLACED)
  return { folder, vault, keys }
}

type Begun = Awaited<ReturnType<typeof begun>>

/** What `key rotate --vault` does beside the ledger. */
async function rotate({ folder, vault }: Begun): Promise<void> {
  await sweepKeys(folder)
  if ((await stageOf(folder, 'vault')) === 'switched') return switchKey(folder, keyKinds.vault.file)
  const { vault: from } = await openKeys(folder)
  const to = await keyToCome(folder, keyKinds.vault)
  await rewrapVault(vault, { from, to })
  await switchKey(folder, keyKinds.vault.file)
}

/** Everything that the vault holds, as whoever opens it with the keys that lie there reads it. */
async function held({ folder, vault }: Begun): Promise<readonly string[]> {
  const keys = await openKeys(folder)
  const opened = await openVault(vault, keys.vault, { next: keys.nextVault })
  const all = await Promise.all(
    (await opened.all()).map(
      async (sha256) => (await opened.replacements.get(sha256)) ?? opened.get(sha256),
    ),
  )
  return all.map((bytes) => Buffer.from(bytes).toString()).sort()
}

const CONTENT = ['', 'hai', 'một', 'reading']

describe('a vault under a new key', () => {
  test('opens with it alone; the old one is destroyed', async () => {
    const site = await begun()
    await rotate(site)
    const keys = await openKeys(site.folder)
    expect(keys.vault.recipient).not.toBe(site.keys.vault.recipient)
    expect(await held(site)).toEqual(CONTENT)
    const names = await readdir(site.folder)
    expect(names.sort()).toEqual(['person.hmac', 'sign.ed25519', 'vault.agekey'])
    expect((await stat(join(site.folder, 'vault.agekey'))).mode & 0o777).toBe(0o600)
    await expect(openVault(site.vault, site.keys.vault)).rejects.toThrow('put the right')
  })

  test('never holds a file that cannot be opened, wherever the rotation dies, and is finished by the next one', async () => {
    const measured = await begun()
    dieAt(Number.POSITIVE_INFINITY)
    await rotate(measured)
    const changes = life.changes
    expect(changes).toBeGreaterThan(30)
    for (let n = 1; n <= changes; n += 1) {
      const site = await begun()
      dieAt(n)
      await expect(rotate(site), `change ${n}`).rejects.toThrow(Dead)
      dieAt(Number.POSITIVE_INFINITY)
      expect(await held(site), `after change ${n}`).toEqual(CONTENT)
      await rotate(site)
      expect(await held(site), `after change ${n} and the next rotation`).toEqual(CONTENT)
      const { vault } = await openKeys(site.folder)
      expect(vault.recipient).not.toBe(site.keys.vault.recipient)
      const names = await readdir(site.folder)
      expect(names.sort()).toEqual(['person.hmac', 'sign.ed25519', 'vault.agekey'])
    }
  })

  test('takes in what comes while it is half done', async () => {
    const site = await begun()
    const next = await keyToCome(site.folder, keyKinds.vault)
    const opened = await openVault(site.vault, site.keys.vault, { next })
    await opened.put(Buffer.from('ba'))
    await rotate(site)
    expect(await held(site)).toEqual(['', 'ba', 'hai', 'một', 'reading'])
  })

  test('stops at a file that neither key opens, and leaves everything as it is', async () => {
    const site = await begun()
    const other = await begun()
    const stranger = await openVault(other.vault, other.keys.vault)
    const { sha256 } = await stranger.put(Buffer.from('lạ'))
    const { cp } = await vi.importActual<typeof import('node:fs/promises')>('node:fs/promises')
    const path = join(sha256.slice(0, 2), `${sha256}.age`)
    await cp(join(other.vault, path), join(site.vault, path))
    await expect(rotate(site)).rejects.toThrow(`${sha256}.age cannot be decrypted`)
    expect(await stageOf(site.folder, 'vault')).toBe('begun')
    expect((await openKeys(site.folder)).vault).toEqual(site.keys.vault)
  })
})

test('a key to come that is given up leaves the present one whole, even where that has a second name', async () => {
  const { folder, keys } = await begun()
  await keyToCome(folder, keyKinds.person)
  dieAt(3)
  await expect(switchKey(folder, keyKinds.person.file)).rejects.toThrow(Dead)
  dieAt(Number.POSITIVE_INFINITY)
  expect(await readdir(folder)).toContain('person.hmac.old')
  await forgetKeyToCome(folder, keyKinds.person.file)
  expect(Buffer.from(keys.person.secret)).toEqual(await readFile(join(folder, 'person.hmac')))
  expect(await stageOf(folder, 'person')).toBe('none')
})
