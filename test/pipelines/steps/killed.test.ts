import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { openLedgerReadOnly } from '#pipelines/ledger/open.ts'
import { openKeys } from '#pipelines/vault/keys.ts'
import { openVault } from '#pipelines/vault/vault.ts'
import { filesBelow, folderOfTest } from '#test/support/folder-of-test.ts'
import { ledgerRows } from '#test/support/stores-of-test.ts'

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const program = fileURLToPath(new URL('../../support/take-in.ts', import.meta.url))

/**
 * One step each: opening the ledger, beginning to receive; for a file its arrival, its acknowledgement, progress; looking what is gone,
 * the end; beginning to read; for a file its submissions, progress; the end.
 */
const KILLS: readonly (readonly [step: number, where: string])[] = [
  [4, 'the first arrival is recorded, its acknowledgement is not'],
  [5, 'the bytes of the second file are in the vault, its arrival is not recorded'],
  [50, 'half of the files are read'],
  [42, 'all are read, nothing is decided'],
]

/** Runs the program to its end, or to the step at which it kills itself; gives the signal that ended it. */
async function takeIn(root: string, killAt = 0): Promise<string | null> {
  const child = fork(program, [root, String(killAt)], { execArgv: ['--import', tsx] })
  const [, signal] = await once(child, 'exit')
  return signal
}

/** What the stores say after all: rows but ids of arrivals, plain bytes of the vault, bytes of the parsed files. */
async function truthOf(root: string) {
  const ledger = await openLedgerReadOnly(join(root, 'data/ledger.sqlite'))
  const { file, delivery, submission } = await ledgerRows(ledger)
  await ledger.close()
  const vault = await openVault(
    join(root, 'data/vault'),
    (await openKeys(join(root, 'keys'))).vault,
  )
  const stored = await Promise.all((await vault.all()).map((sha256) => vault.get(sha256)))
  const parsed = await filesBelow(join(root, 'data/parsed'))
  return {
    file,
    delivery: delivery.map(({ id, ...arrival }) => arrival),
    submission,
    stored: stored.map((bytes) => Buffer.from(bytes).toString()),
    parsed: [...parsed].map(([path, bytes]) => [relative(root, path), bytes.toString('base64')]),
    files: (await filesBelow(join(root, 'data/vault'))).size,
  }
}

test('killed while receiving, reading and before deciding, it ends as if nothing had happened', async () => {
  const [undisturbed, disturbed] = [await folderOfTest(), await folderOfTest()]
  expect(await takeIn(undisturbed)).toBeNull()
  await cp(join(undisturbed, 'keys'), join(disturbed, 'keys'), { recursive: true })
  for (const [step, where] of KILLS) expect(await takeIn(disturbed, step), where).toBe('SIGKILL')
  expect(await takeIn(disturbed)).toBeNull()
  expect(await truthOf(disturbed)).toEqual(await truthOf(undisturbed))
}, 180_000)
