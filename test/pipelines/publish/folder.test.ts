import * as fs from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Disk } from '#pipelines/files.ts'
import { draftFolder, healFolder } from '#pipelines/publish/folder.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'

/** The real disk, whose n-th change (1, 2, …) fails once, or on which from the n-th on nothing happens any more: a killed process. */
function disk(n: number, how: 'fails' | 'is killed'): Disk {
  let calls = 0
  const at = (what: string) => {
    calls += 1
    if (how === 'fails' ? calls === n : calls >= n) {
      throw Object.assign(new Error(`EIO: ${what}`), { code: 'EIO' })
    }
  }
  return {
    mkdir: (async (...of: Parameters<typeof fs.mkdir>) => {
      at('mkdir')
      return fs.mkdir(...of)
    }) as Disk['mkdir'],
    async open(...of) {
      at('open')
      return fs.open(...of)
    },
    async rename(from, to) {
      at(`rename to ${basename(String(to))}`)
      await fs.rename(from, to)
    },
    rmdir: fs.rmdir,
    async rm(path, options) {
      at('rm')
      await fs.rm(path, options)
    },
  }
}

async function publish(out: string, edition: string, on: Disk = fs): Promise<void> {
  const draft = await draftFolder(out, on)
  await draft.write('index.html', edition)
  await draft.write('xa/07210.html', edition)
  await draft.publish()
}

async function said(out: string): Promise<string> {
  const pages = ['index.html', 'xa/07210.html'].map((page) => fs.readFile(join(out, page), 'utf8'))
  return (await Promise.all(pages)).join(' ')
}

test('whichever call fails, pages of one edition stand there, and the next publication is whole', async () => {
  for (let n = 1; ; n += 1) {
    const out = join(await folderOfTest(), 'out')
    await publish(out, 'first')
    const isDone = await publish(out, 'second', disk(n, 'fails')).then(
      () => true,
      () => false,
    )
    expect(await said(out), `call ${n}`).toMatch(/^(first first|second second)$/)
    await publish(out, 'third')
    expect(await said(out)).toBe('third third')
    expect(await fs.readdir(join(out, '..'))).toEqual(['out'])
    if (isDone) return expect(n).toBeGreaterThan(12)
  }
})

test('killed at any call, the pages of one edition stand there once they are healed', async () => {
  for (let n = 1; ; n += 1) {
    const out = join(await folderOfTest(), 'out')
    await publish(out, 'first')
    const isDone = await publish(out, 'second', disk(n, 'is killed')).then(
      () => true,
      () => false,
    )
    await healFolder(out, 'index.html')
    expect(await said(out), `call ${n}`).toMatch(/^(first first|second second)$/)
    if (isDone) return expect(n).toBeGreaterThan(12)
  }
})
