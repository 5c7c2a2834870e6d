import { rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connectorKinds, folder } from '#sources/connectors/index.ts'
import { folderOfTest } from '../support/folder-of-test.ts'
import { connectorContract } from './connector-contract.ts'

connectorContract('folder', async () => {
  const inbox = await folderOfTest()
  return { connector: folder({ id: 'inbox', folder: inbox }), ...fileSender(inbox) }
})

test('every kind of connector stands in the suite above', () => {
  expect([...connectorKinds]).toEqual(['folder'])
})

test('a name in an old alphabet, which cannot be opened again, is told and hides no other', async () => {
  const inbox = await folderOfTest()
  const old = [Buffer.from(`${inbox}/a DS `), Buffer.from([0xe1, 0xe9])]
  await writeFile(Buffer.concat(old), 'x')
  await fileSender(inbox).put('b.xlsx', Buffer.from('x'))
  const names: string[] = []
  const listing = async () => {
    for await (const { name } of folder({ id: 'inbox', folder: inbox }).list()) names.push(name)
  }
  await expect(listing()).rejects.toThrow(
    '"a DS \uFFFD\uFFFD" has a name in an old alphabet, rename it',
  )
  expect(names).toEqual(['b.xlsx'])
})

/** A sender who lays files into a folder; they came a minute ago, so that none seems to be growing. */
function fileSender(inbox: string) {
  const aMinuteAgo = new Date(Date.now() - 60_000)
  return {
    async put(name: string, bytes: Uint8Array) {
      await writeFile(join(inbox, name), bytes)
      await utimes(join(inbox, name), aMinuteAgo, aMinuteAgo)
    },
    remove: (name: string) => rm(join(inbox, name)),
  }
}
