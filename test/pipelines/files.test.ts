import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type Disk,
  FileError,
  readPrivate,
  requireFreeDisk,
  sweepTemporary,
  writeDurably,
} from '#pipelines/files.ts'
import { filesBelow, folderOfTest } from '../support/folder-of-test.ts'

/** The real disk, whose n-th call (1, 2, …) fails, or which only counts them. */
function disk(failing = Number.POSITIVE_INFINITY) {
  const calls: string[] = []
  const call = (name: string) => {
    calls.push(name)
    if (calls.length === failing) throw new Error(`EIO at ${name}`)
  }
  const counted: Disk = {
    mkdir: (async (...of: Parameters<typeof fs.mkdir>) => {
      call('mkdir')
      return fs.mkdir(...of)
    }) as Disk['mkdir'],
    rename: async (...of) => {
      call('rename')
      return fs.rename(...of)
    },
    rm: fs.rm,
    rmdir: fs.rmdir,
    open: async (...of) => {
      call('open')
      const file = await fs.open(...of)
      return new Proxy(file, {
        get(target, key) {
          if (key !== 'writeFile' && key !== 'sync') {
            const value = Reflect.get(target, key)
            return typeof value === 'function' ? value.bind(target) : value
          }
          return async (bytes: string) => {
            call(key)
            return key === 'sync' ? target.sync() : target.writeFile(bytes)
          }
        },
      })
    },
  }
  return { calls, disk: counted }
}

describe('writeDurably', () => {
  test('syncs the bytes before the rename and the folder after it', async () => {
    const folder = await folderOfTest()
    const { calls, disk: counted } = disk()
    await writeDurably(join(folder, 'a'), 'x', { disk: counted })
    expect(calls).toEqual(['mkdir', 'open', 'writeFile', 'sync', 'rename', 'open', 'sync'])
  })

  test('enters new folders durably in their parents', async () => {
    const folder = await folderOfTest()
    const { calls, disk: counted } = disk()
    await writeDurably(join(folder, 'b/c/a'), 'x', { disk: counted })
    expect(calls.slice(0, 5)).toEqual(['mkdir', 'open', 'sync', 'open', 'sync'])
  })

  test.each([1, 2, 3, 4, 5, 6, 7])(
    'leaves the old or the new bytes when call %i fails',
    async (n) => {
      const folder = await folderOfTest()
      await writeDurably(join(folder, 'a'), 'old')
      await expect(writeDurably(join(folder, 'a'), 'new', { disk: disk(n).disk })).rejects.toThrow(
        'EIO',
      )
      const files = await filesBelow(folder)
      expect([...files.keys()]).toEqual([join(folder, 'a')])
      expect(String(files.get(join(folder, 'a')))).toBe(n <= 5 ? 'old' : 'new')
    },
  )

  test('what a kill left is swept, the rest stays', async () => {
    const folder = await folderOfTest()
    await writeDurably(join(folder, 'ab/a'), 'kept')
    await fs.writeFile(join(folder, 'ab/b.tmp-1-1'), 'half')
    expect(await sweepTemporary(folder)).toBe(1)
    expect([...(await filesBelow(folder)).keys()]).toEqual([join(folder, 'ab/a')])
  })
})

describe('readPrivate', () => {
  test.each([0o644, 0o640, 0o604])('refuses mode %o and says what to do', async (mode) => {
    const path = join(await folderOfTest(), 'key')
    await writeDurably(path, 'secret')
    await fs.chmod(path, mode)
    await expect(readPrivate(path)).rejects.toThrow(`chmod 600 ${path}`)
  })

  test('refuses a link to a private file', async () => {
    const folder = await folderOfTest()
    await writeDurably(join(folder, 'key'), 'secret')
    await fs.symlink(join(folder, 'key'), join(folder, 'link'))
    await expect(readPrivate(join(folder, 'link'))).rejects.toMatchObject({ fault: 'not-a-file' })
  })

  test('reads what writeDurably wrote', async () => {
    const path = join(await folderOfTest(), 'key')
    await writeDurably(path, 'secret')
    expect(String(await readPrivate(path))).toBe('secret')
  })
})

test('a disk with too little room is refused with both numbers', async () => {
  const folder = await folderOfTest()
  await requireFreeDisk(folder, 1)
  const refusal = await requireFreeDisk(folder, 2 ** 60).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(FileError)
  expect(String(refusal)).toMatch(/has \d+ MB free and needs 1099511627776 MB/)
})
