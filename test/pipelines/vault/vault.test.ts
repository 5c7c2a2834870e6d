import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeKeys } from '#pipelines/vault/keys.ts'
import { openVault, VaultError } from '#pipelines/vault/vault.ts'
import { filesBelow, folderOfTest } from '#test/support/folder-of-test.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function vaultOfTest() {
  const folder = await folderOfTest()
  const keys = await makeKeys(join(folder, 'keys'))
  const place = join(folder, 'vault')
  return { place, keys, vault: await openVault(place, keys.vault) }
}

describe('vault', () => {
  test.each([0, 1, 64 * 1024, 300_000])('gives back %i bytes as they were put', async (length) => {
    const { vault } = await vaultOfTest()
    const bytes = randomBytes(length)
    const put = await vault.put(bytes)
    expect(put).toEqual({ sha256: sha256(bytes), isNew: true })
    expect(Buffer.from(await vault.get(put.sha256)).equals(bytes)).toBe(true)
  })

  test('keeps the same bytes once, under the hash of the plain bytes, read-only', async () => {
    const { vault, place } = await vaultOfTest()
    const bytes = Buffer.from('một lần')
    await vault.put(bytes)
    const path = join(place, sha256(bytes).slice(0, 2), `${sha256(bytes)}.age`)
    const before = await readFile(path)
    expect(await vault.put(bytes)).toEqual({ sha256: sha256(bytes), isNew: false })
    expect((await readFile(path)).equals(before)).toBe(true)
    expect((await stat(path)).mode & 0o777).toBe(0o440)
    expect(await vault.all()).toEqual([sha256(bytes)])
  })

  test('holds no plain text', async () => {
    const { vault, place } = await vaultOfTest()
    await vault.put(Buffer.from('Nguyễn Văn Kín 024085000001'))
    for (const bytes of (await filesBelow(place)).values()) {
      expect(bytes.includes('Nguyễn')).toBe(false)
      expect(bytes.includes('024085000001')).toBe(false)
    }
  })

  test('says what it lacks and what is damaged', async () => {
    const { vault, place } = await vaultOfTest()
    const { sha256: sha } = await vault.put(Buffer.from('a'))
    const { sha256: moved } = await vault.put(Buffer.from('b'))
    const pathOf = (name: string) => join(place, name.slice(0, 2), `${name}.age`)
    await expect(vault.get('0'.repeat(64))).rejects.toMatchObject({ fault: 'missing' })
    for (const path of [pathOf(sha), pathOf(moved)]) await chmod(path, 0o600)
    await writeFile(pathOf(moved), await readFile(pathOf(sha)))
    await expect(vault.get(moved)).rejects.toMatchObject({ fault: 'damaged' })
    const bytes = await readFile(pathOf(sha))
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await writeFile(pathOf(sha), bytes)
    const refusal = await vault.get(sha).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(VaultError)
    expect(String(refusal)).toContain('restore it from the backup of the vault')
  })

  test('another key is refused before anything is written under it', async () => {
    const { place } = await vaultOfTest()
    const strange = await makeKeys(join(place, '../other-keys'))
    await expect(openVault(place, strange.vault)).rejects.toMatchObject({ fault: 'other-key' })
  })
})

test('of two puts of the same bytes at once, the one that fails takes nothing from the one that was told', async () => {
  const { vault: key } = await makeKeys(await folderOfTest())
  let isFirst = true
  const disk = {
    ...fs,
    open: async (...[path, flags, mode]: Parameters<typeof fs.open>) => {
      const handle = await fs.open(path, flags, mode)
      if (isFirst && String(path).includes('.age')) {
        isFirst = false
        handle.sync = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
      }
      return handle
    },
  }
  const vault = await openVault(await folderOfTest(), key, { disk })
  const bytes = randomBytes(100)
  const [first, second] = await Promise.allSettled([vault.put(bytes), vault.put(bytes)])
  expect(first.status).toBe('rejected')
  expect(second).toMatchObject({ status: 'fulfilled', value: { isNew: true } })
  const [stored] = await vault.all()
  expect(Buffer.from(await vault.get(stored ?? ''))).toEqual(bytes)
})
