import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { manifestBytes, manifestOf, requireFrozen } from '#pipelines/issued/manifest.ts'
import { freeze, frozen, issuedPath, shaOf } from '#pipelines/issued/store.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'

test.each([false, true])(
  'bytes are frozen once under their SHA-256 (packed: %s)',
  async (packed) => {
    const folder = await folderOfTest()
    const sha = await freeze(folder, 'số liệu', { packed })
    expect(sha).toBe(shaOf('số liệu'))
    expect((await frozen(folder, sha, { packed })).toString()).toBe('số liệu')
    const kept = await readFile(issuedPath(folder, sha, packed))
    expect(await freeze(folder, 'số liệu', { packed })).toBe(sha)
    expect(await readFile(issuedPath(folder, sha, packed))).toEqual(kept)
  },
)

test.each([false, true])(
  'what has changed is refused and not served (packed: %s)',
  async (packed) => {
    const folder = await folderOfTest()
    const sha = await freeze(folder, 'số liệu', { packed })
    await writeFile(issuedPath(folder, sha, packed), 'số khác')
    await expect(frozen(folder, sha, { packed })).rejects.toThrow(/not as it was frozen; restore/)
    await freeze(folder, 'số liệu', { packed })
    expect((await frozen(folder, sha, { packed })).toString()).toBe('số liệu')
  },
)

test('what is not there says so', async () => {
  const folder = await folderOfTest()
  await expect(frozen(folder, shaOf('x'))).rejects.toThrow(/is not there; restore it/)
})

test('a document is whole when its list, its dump and every file are', async () => {
  const folder = await folderOfTest()
  const dump = await freeze(folder, 'dump', { packed: true })
  const page = await freeze(folder, '<p>')
  const bytes = manifestBytes({
    ...{ kind: 'issued', layout: 1, plan: 'p', window: 'adm:2026-01', businessDate: '2026-01-20' },
    ...{ knownUntil: '2026-01-20T02:00:00.000Z', figures: 'final', generation: 3, dump },
    files: [{ path: 'index.html', sha256: page, bytes: 3 }],
  })
  const bytes_sha = await freeze(folder, bytes)
  expect(await requireFrozen(folder, { dump_sha: dump, bytes_sha })).toMatchObject({
    generation: 3,
  })
  await expect(requireFrozen(folder, { dump_sha: page, bytes_sha })).rejects.toThrow(/another dump/)
  await writeFile(issuedPath(folder, page), '<b>')
  await expect(requireFrozen(folder, { dump_sha: dump, bytes_sha })).rejects.toThrow(
    /not as it was/,
  )
  const strange = await freeze(folder, '{}')
  await expect(manifestOf(folder, strange)).rejects.toThrow(/no list of frozen files/)
})
