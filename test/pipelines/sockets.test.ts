import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { testSite } from '#test/support/site.ts'

const program = fileURLToPath(new URL('../../pipelines/hoanhap.mjs', import.meta.url))
const watch = pathToFileURL(join(import.meta.dirname, '../support/socket-watch.mjs')).href

/** How PostgreSQL says that a password is wrong. */
const refusal = Buffer.from('E\0\0\0\x2cSFATAL\0VFATAL\0C28P01\0Mno such password\0\0')

/** Runs a verb on a site with these sources; gives its exit code and what of the network it and its children touched. */
async function touchedBy(verb: string, sources: readonly object[]) {
  const place = await testSite({ communes: ['07210'], sources, readers: 1 })
  onTestFinished(() => place.remove())
  await place.deliver('a.csv', 'xin chào\n')
  const notes = join(await folderOfTest(), 'notes')
  await writeFile(notes, '')
  const child = spawn(process.execPath, [program, '--data', place.site.data, verb], {
    env: {
      ...process.env,
      NODE_OPTIONS: `--import ${watch}`,
      HOANHAP_SOCKETS: notes,
      SO_PASSWORD: 'mật khẩu',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(child, 'close')
  const touched = (await readFile(notes, 'utf8')).split('\n').filter(Boolean)
  return { code, touched: [...new Set(touched)].toSorted(), said }
}

test('a site with none but folders opens no socket and loads no library that could', async () => {
  const sources = [{ kind: 'folder', id: 'chia-se', path: 'inbox' }]
  const { code, touched } = await touchedBy('run', sources)
  expect({ code, touched }).toEqual({ code: 0, touched: [] })
})

test('the watch above sees them where they are configured', async () => {
  const refusing = createServer((socket) => {
    socket
      .on('error', () => {})
      .once('data', (said) => {
        socket.end(said.includes('SSH-') ? 'SSH-1.5-old\r\n' : refusal)
      })
  }).listen(0, '127.0.0.1')
  await once(refusing, 'listening')
  onTestFinished(() => void refusing.close())
  const { port } = refusing.address() as AddressInfo
  const at = { host: '127.0.0.1', port, user: 'so', password: { env: 'SO_PASSWORD' } }
  const fixed = { reporter: { fixed: 'police:07210' }, window: { fixed: 'adm:2026-01' } }
  const mapping = { form: 'returnee-register', ...fixed, columns: { ho_ten: 'full_name' } }
  const { code, touched, said } = await touchedBy('pull', [
    { kind: 'sftp', id: 'so', ...at, hostKey: `SHA256:${'A'.repeat(43)}`, folder: 'gui' },
    { kind: 'postgres', id: 'so', ...at, tls: false, database: 'so', view: 'so.v', mapping },
  ])
  expect(touched).toEqual(['connect', 'loaded pg', 'loaded ssh2', 'loaded ssh2-sftp-client'])
  expect(code, said).toBe(1)
})
