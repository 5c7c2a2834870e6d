import { mkdir, readdir, readFile, rename, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { DeliveryError, type SftpOptions, sftp } from '#sources/connectors/index.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { sftpServer } from '#test/support/sftp-server.ts'

const answer = (text: string) => [{ name: 'feedback.txt', bytes: new TextEncoder().encode(text) }]

/** A server with a folder `gui`, and a connector that looks at it. */
async function serverOfTest(options: Partial<SftpOptions> = {}) {
  const root = await folderOfTest()
  await mkdir(join(root, 'gui'))
  const server = await sftpServer(root)
  onTestFinished(() => server.close())
  const connector = sftp({
    id: 'sftp:ubnd',
    host: '127.0.0.1',
    port: server.port,
    user: server.user,
    hostKey: server.hostKey,
    password: async () => server.password,
    folder: 'gui',
    ...options,
  })
  onTestFinished(async () => connector.close?.())
  const put = async (name: string, text = name, secondsAgo = 60) => {
    const path = join(root, 'gui', name)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, text)
    const at = new Date(Date.now() - secondsAgo * 1_000)
    await utimes(path, at, at)
  }
  const names = async () => {
    const found: string[] = []
    for await (const { name } of connector.list()) found.push(name)
    return found
  }
  return { root, server, connector, put, names }
}

/** What a call throws, as far as it decides what happens next. */
async function refusalOf(call: Promise<unknown>) {
  const cause = await call.then(
    () => null,
    (cause: unknown) => cause,
  )
  expect(cause).toBeInstanceOf(DeliveryError)
  const { message, retry } = cause as DeliveryError
  return { message, retry }
}

describe('an SFTP server', () => {
  test('that shows another key is refused with the one that it shows, and told nothing', async () => {
    const hostKey = `SHA256:${'A'.repeat(43)}`
    const { names, server } = await serverOfTest({ hostKey })
    const { message, retry } = await refusalOf(names())
    expect(message).toContain(`shows the host key ${server.hostKey}`)
    expect(message).toContain(`the configuration names ${hostKey}`)
    expect(retry).toBe(false)
    expect(server.asked.size).toBe(0)
  })

  test('that does not let the user in is not asked again', async () => {
    const { names } = await serverOfTest({ password: async () => 'wrong' })
    expect(await refusalOf(names())).toEqual({
      message: expect.stringContaining('authentication methods failed'),
      retry: false,
    })
  })

  test('that nobody answers for, or that falls silent, is worth another try', async () => {
    const { names, server, connector, put } = await serverOfTest({ timeoutMs: 700 })
    await put('a.xlsx')
    expect(await names()).toEqual(['a.xlsx'])
    server.silent = true
    expect(await refusalOf(connector.read({ name: 'a.xlsx' }))).toEqual({
      message: expect.stringContaining('a path took more than 0.7 s'),
      retry: true,
    })
    server.silent = false
    expect(Buffer.from(await connector.read({ name: 'a.xlsx' })).toString()).toBe('a.xlsx')
    const nobody = await serverOfTest()
    await nobody.server.close()
    expect(await refusalOf(nobody.names())).toMatchObject({ retry: true })
  })

  test('is asked over one connection for a whole look', async () => {
    const { connector, put, server } = await serverOfTest()
    for (const name of ['a.xlsx', 'b.xlsx', 'c/d.xlsx']) await put(name)
    for await (const delivery of connector.list()) await connector.read(delivery)
    expect(server.asked.get('OPEN')).toBe(3)
    expect(server.signIns).toBe(1)
  })
})

describe('a folder on an SFTP server', () => {
  test('that is not there says so, and is not asked for again', async () => {
    const { names } = await serverOfTest({ folder: 'nhan' })
    expect(await refusalOf(names())).toMatchObject({ retry: false })
  })

  test('lists what is at rest, and nothing that a program still writes', async () => {
    const { put, names } = await serverOfTest()
    for (const name of ['a.xlsx', '.a.xlsx', '~$a.xlsx', 'a.xlsx.filepart', 'b.tmp', 'xã/c.csv'])
      await put(name)
    await put('growing.xlsx', 'x', 2)
    expect(await names()).toEqual(['a.xlsx', 'xã/c.csv'])
  })

  test('leaves a file for the next look whose size changes meanwhile', async () => {
    const { connector, put, server } = await serverOfTest()
    await put('a.xlsx', 'một')
    const listed: unknown[] = []
    for await (const delivery of connector.list()) {
      listed.push(delivery)
      server.sizes.set('a.xlsx', 9_999)
      const { message, retry } = await refusalOf(connector.read(delivery))
      expect(message).toContain('(it is still growing); it is tried again at the next look')
      expect(retry).toBe(false)
    }
    expect(listed).toHaveLength(1)
  })

  test('follows no link, listed or not, nor a folder that became one', async () => {
    const { root, connector, put, names } = await serverOfTest()
    await mkdir(join(root, 'mat'))
    await writeFile(join(root, 'mat/secret.xlsx'), 'secret')
    await put('xã/a.xlsx')
    await symlink(join(root, 'mat/secret.xlsx'), join(root, 'gui/link.xlsx'))
    await symlink(join(root, 'mat'), join(root, 'gui/linked'))
    expect(await names()).toEqual(['xã/a.xlsx'])
    await rename(join(root, 'gui/xã'), join(root, 'gui/xã cũ'))
    await symlink(join(root, 'mat'), join(root, 'gui/xã'))
    for (const name of ['link.xlsx', 'linked/secret.xlsx', 'xã/secret.xlsx', '../mat/secret.xlsx'])
      await expect(connector.read({ name })).rejects.toThrow(DeliveryError)
  })

  test('is answered beside it, whole or not at all, and the same answer replaces the old one', async () => {
    const { root, connector } = await serverOfTest({ answers: 'phan-hoi' })
    await connector.answer?.({ name: 'xã/a.xlsx' }, answer('một'))
    await connector.answer?.({ name: 'xã/a.xlsx' }, answer('hai'))
    await connector.answer?.({ name: '../../escaped.xlsx' }, answer('ba'))
    expect(await readdir(root, { recursive: true })).toEqual(
      expect.arrayContaining(['phan-hoi', 'phan-hoi/xã', 'phan-hoi/xã/a.feedback.txt']),
    )
    expect(await readdir(join(root, 'phan-hoi/xã'))).toEqual(['a.feedback.txt'])
    expect(await readFile(join(root, 'phan-hoi/xã/a.feedback.txt'), 'utf8')).toBe('hai')
    expect((await readdir(root)).toSorted()).toEqual(['gui', 'phan-hoi'])
    await connector.takeBack?.({ name: 'xã/a.xlsx' }, ['feedback.txt', 'feedback.xlsx'])
    expect(await readdir(join(root, 'phan-hoi/xã'))).toEqual([])
  })

  test('is answered by way of no link that a sender has laid where answers lie', async () => {
    const { root, connector } = await serverOfTest({ answers: 'phan-hoi' })
    await mkdir(join(root, 'phan-hoi'))
    await mkdir(join(root, 'khac'))
    await writeFile(join(root, 'khac/a.feedback.txt'), 'của người khác')
    await symlink(join(root, 'khac'), join(root, 'phan-hoi/xã'))
    await symlink(join(root, 'khac/b.txt'), join(root, 'phan-hoi/b.feedback.txt.tmp'))
    await refusalOf(connector.answer?.({ name: 'xã/a.xlsx' }, answer('một')) ?? Promise.resolve())
    await connector.answer?.({ name: 'b.xlsx' }, answer('hai'))
    await connector.takeBack?.({ name: 'xã/a.xlsx' }, ['feedback.txt'])
    expect(await readdir(join(root, 'khac'))).toEqual(['a.feedback.txt'])
    expect(await readFile(join(root, 'khac/a.feedback.txt'), 'utf8')).toBe('của người khác')
    expect(await readFile(join(root, 'phan-hoi/b.feedback.txt'), 'utf8')).toBe('hai')
  })

  test('does not list its own answers where they lie in it', async () => {
    const { connector, put, names, root } = await serverOfTest({ answers: 'gui/phan-hoi' })
    await put('a.xlsx')
    await connector.answer?.({ name: 'a.xlsx' }, answer('một'))
    await utimes(join(root, 'gui/phan-hoi/a.feedback.txt'), 0, 0)
    expect(await names()).toEqual(['a.xlsx'])
  })
})
