import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { receive } from '#pipelines/steps/receive.ts'
import { answerName, DeliveryError, type FolderOptions, folder } from '#sources/connectors/index.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { storesOfTest } from '#test/support/stores-of-test.ts'

const NOW = Date.UTC(2026, 8, 20)

async function inboxOfTest(options: Partial<FolderOptions> = {}) {
  const inbox = await folderOfTest()
  const connector = folder({ id: 'inbox', folder: inbox, now: () => NOW, ...options })
  const put = async (name: string, secondsAgo = 60) => {
    const path = join(inbox, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, name)
    const at = new Date(NOW - secondsAgo * 1000)
    await utimes(path, at, at)
  }
  const names = async () => {
    const found: string[] = []
    for await (const { name } of connector.list()) found.push(name)
    return found
  }
  return { inbox, connector, put, names }
}

describe('an inbox folder', () => {
  test('is listed with what lies below it, in one order', async () => {
    const { put, names } = await inboxOfTest()
    for (const name of ['b.xlsx', 'a.xlsx', 'tháng 9/xã/c.csv']) await put(name)
    expect(await names()).toEqual(['a.xlsx', 'b.xlsx', 'tháng 9/xã/c.csv'])
  })

  test.each([
    '~$a.xlsx',
    '.a.xlsx',
    'a.xlsx.part',
    'a.tmp',
    'a.XLSX.PART',
    '.sync/a.xlsx',
    'a.crdownload',
    'a.xlsx.filepart',
  ])('does not list %s', async (name) => {
    const { put, names } = await inboxOfTest()
    await put(name)
    await put('z.xlsx')
    expect(await names()).toEqual(['z.xlsx'])
  })

  test('follows no link and opens no device', async () => {
    const { inbox, connector, put, names } = await inboxOfTest()
    const outside = await folderOfTest()
    await writeFile(join(outside, 'secret.xlsx'), 'secret')
    await put('a.xlsx')
    await symlink(join(outside, 'secret.xlsx'), join(inbox, 'link.xlsx'))
    await symlink(outside, join(inbox, 'linked'))
    execFileSync('mkfifo', [join(inbox, 'pipe.xlsx')])
    expect(await names()).toEqual(['a.xlsx'])
    for (const name of ['link.xlsx', 'linked/secret.xlsx', 'pipe.xlsx', '../a.xlsx']) {
      await expect(connector.read({ name })).rejects.toThrow(DeliveryError)
    }
  })

  test('does not read through a folder that became a link after the listing', async () => {
    const { inbox, connector, put, names } = await inboxOfTest()
    const outside = await folderOfTest()
    await writeFile(join(outside, 'a.xlsx'), 'secret')
    await put('xã/a.xlsx')
    expect(await names()).toEqual(['xã/a.xlsx'])
    await rm(join(inbox, 'xã'), { recursive: true })
    await symlink(outside, join(inbox, 'xã'))
    await expect(connector.read({ name: 'xã/a.xlsx' })).rejects.toThrow(
      /does not lie in the folder/,
    )
  })

  test('lets a file rest before it is listed, and does not wait for a clock that was set back', async () => {
    const { put, names } = await inboxOfTest()
    await put('growing.xlsx', 1)
    await put('resting.xlsx', 2)
    await put('from-tomorrow.xlsx', -86_400)
    expect(await names()).toEqual(['from-tomorrow.xlsx', 'resting.xlsx'])
  })

  test('that is not there says so', async () => {
    const { inbox, names } = await inboxOfTest()
    await rename(inbox, `${inbox}-moved`)
    await expect(names()).rejects.toThrow(`${inbox}" cannot be listed`)
    await rename(`${inbox}-moved`, inbox)
  })

  test('lists the rest before it tells of a folder that it cannot open', async () => {
    const { inbox, connector, put } = await inboxOfTest()
    for (const name of ['a.xlsx', 'b/b.xlsx', 'c.xlsx']) await put(name)
    const found: string[] = []
    const look = async () => {
      for await (const { name } of connector.list()) {
        found.push(name)
        await rm(join(inbox, 'b'), { recursive: true, force: true })
      }
    }
    await expect(look()).rejects.toThrow(join(inbox, 'b'))
    expect(found).toEqual(['a.xlsx', 'c.xlsx'])
  })

  test('answers beside the inbox, never outside its folder', async () => {
    const answers = await folderOfTest()
    const { connector } = await inboxOfTest({ answers })
    const answer = { name: 'phieu-kiem-tra.txt', bytes: new TextEncoder().encode('đã nhận') }
    await connector.answer?.({ name: 'xã/a.xlsx' }, [answer])
    await connector.answer?.({ name: 'xã/a.xlsx' }, [answer])
    expect(await readFile(join(answers, 'xã/a.phieu-kiem-tra.txt'), 'utf8')).toBe('đã nhận')
    expect(await readdir(join(answers, 'xã'))).toEqual(['a.phieu-kiem-tra.txt'])
    await connector.answer?.({ name: '../../escaped.xlsx' }, [answer])
    await expect(readFile(join(answers, '../../escaped.phieu-kiem-tra.txt'))).rejects.toThrow(
      'ENOENT',
    )
  })

  test('does not list its answers, which may lie inside it', async () => {
    const { inbox, put } = await inboxOfTest()
    const answers = join(inbox, 'phan-hoi')
    const connector = folder({ id: 'inbox', folder: inbox, answers, now: () => NOW })
    await put('a.xlsx')
    await put('xã/phan-hoi/b.xlsx')
    await put('phan-hoi/a.phieu-kiem-tra.xlsx')
    const names: string[] = []
    for await (const { name } of connector.list()) names.push(name)
    expect(names).toEqual(['a.xlsx', 'xã/phan-hoi/b.xlsx'])
  })

  test('takes back what it answered, and nothing else', async () => {
    const answers = await folderOfTest()
    const { connector } = await inboxOfTest({ answers })
    const answer = (name: string) => ({ name, bytes: Uint8Array.of(1) })
    await connector.answer?.({ name: 'xã/a.xlsx' }, [answer('phieu.txt'), answer('phieu.xlsx')])
    await connector.answer?.({ name: 'xã/b.xlsx' }, [answer('phieu.txt')])
    const names = ['phieu.txt', 'phieu.xlsx', 'phieu.xlsm']
    await connector.takeBack?.({ name: 'xã/a.xlsx' }, names)
    await connector.takeBack?.({ name: 'xã/never.xlsx' }, names)
    await connector.takeBack?.({ name: 'nowhere/never.xlsx' }, names)
    expect(await readdir(join(answers, 'xã'))).toEqual(['b.phieu.txt'])
  })

  test('answers through no link that somebody has laid among the answers', async () => {
    const answers = await folderOfTest()
    const outside = await folderOfTest()
    const { connector } = await inboxOfTest({ answers })
    await symlink(outside, join(answers, 'xã'))
    const answer = { name: 'phieu-kiem-tra.txt', bytes: Uint8Array.of(1) }
    await expect(connector.answer?.({ name: 'xã/a.xlsx' }, [answer])).rejects.toThrow(
      /cannot be answered in .* \(its folder leads elsewhere\)/,
    )
    expect(await readdir(outside)).toEqual([])
  })
})

test.each([
  ['a.xlsx', 'a.phieu-kiem-tra.txt'],
  ['xã/A.XLSM', 'xã/A.phieu-kiem-tra.txt'],
  ['a.csv', 'a.csv.phieu-kiem-tra.txt'],
  ['a.phieu-kiem-tra.xlsx', 'a.phieu-kiem-tra.txt'],
  ['a', 'a.phieu-kiem-tra.txt'],
])('the answer to %s is %s', (name, expected) => {
  const answer = { name: 'phieu-kiem-tra.txt', bytes: new Uint8Array() }
  expect(answerName({ name }, answer)).toBe(expected)
})

describe('a medium that is plugged out', () => {
  test('takes nothing with it, and brings nothing new when it is back', async () => {
    const stores = await storesOfTest()
    const medium = await folderOfTest()
    const connector = folder({ id: 'folder:usb', folder: medium, now: () => NOW })
    await writeFile(join(medium, 'a.xlsx'), 'a')
    await utimes(join(medium, 'a.xlsx'), 0, 0)
    const look = () => receive({ ...stores, connectors: [connector] })
    expect(await look()).toMatchObject({ arrivals: 1, failures: [] })
    await rename(medium, `${medium}-out`)
    expect((await look()).failures).toMatchObject([{ connector: 'folder:usb', name: null }])
    await rename(`${medium}-out`, medium)
    expect(await look()).toMatchObject({ arrivals: 0, unchanged: 1, failures: [] })
  })
})
