import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readdir, stat, watch } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openLedger } from '#pipelines/ledger/open.ts'
import type { BuildRequest } from '#pipelines/warehouse/builder.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'

const fileOf = (path: string) => fileURLToPath(new URL(`../../pipelines/${path}`, import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

test('a builder ends in the middle of its work when the process that asked dies', async () => {
  const folder = await folderOfTest()
  const ledger = join(folder, 'ledger.sqlite')
  await (await openLedger(ledger, () => new Date('2026-03-20T00:00:00Z'))).close()
  const request: BuildRequest = {
    ledger,
    parsed: folder,
    file: join(folder, 'gen-000001.duckdb.draft'),
    plan: 'bac-ninh-2026',
    province: null,
    communes: null,
    businessDate: '2026-09-20',
    knownUntil: '2026-09-20T00:00:00.000Z',
    codeVersion: 'test',
    keyId: 'test',
  }
  const builder = fork(fileOf('warehouse/builder-child.ts'), {
    execArgv: ['--import', tsx],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  onTestFinished(() => void builder.kill('SIGKILL'))
  const watching = watch(folder)
  builder.send(request)
  for await (const { filename } of watching) if (filename === basename(request.file)) break
  builder.disconnect()
  const [code] = await once(builder, 'exit')
  expect(code, 'it would end with 0 if it had worked to the end').toBe(1)
})

test('a reader that a file keeps busy for ever ends, too, when the process that asked is killed', async () => {
  const program = fork(fileURLToPath(new URL('../support/hang-reader.ts', import.meta.url)), {
    execArgv: ['--import', tsx],
  })
  const [reader] = (await once(program, 'message')) as [number]
  onTestFinished(() => void (isAlive(reader) && process.kill(reader, 'SIGKILL')))
  expect(isAlive(reader)).toBe(true)
  program.kill('SIGKILL')
  await vi.waitUntil(() => !isAlive(reader), { timeout: 20_000 })
})

/** Neither gone nor waiting to be buried. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

test('what the program makes is closed to group and others, whatever the umask was', async () => {
  const folder = await folderOfTest()
  const program = spawn(process.execPath, [
    fileOf('hoanhap.mjs'),
    '--data',
    join(folder, 'data'),
    'init',
  ])
  await once(program, 'close')
  const made = await readdir(folder, { recursive: true })
  expect(made).toEqual(expect.arrayContaining(['data/ledger.sqlite', 'hoanhap.config.json']))
  for (const name of made) expect((await stat(join(folder, name))).mode & 0o077, name).toBe(0)
})

test('a reader of its output who leaves early, as head does, is no mistake', async () => {
  const program = spawn(process.execPath, [fileOf('hoanhap.mjs'), '--help'])
  program.stdout.destroy()
  let said = ''
  program.stderr.on('data', (chunk) => {
    said += chunk
  })
  const [code] = await once(program, 'close')
  expect({ code, said }).toEqual({ code: 0, said: '' })
})
