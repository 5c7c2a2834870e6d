/**
 * A program that takes in and keeps twelve reports below the folder named by its first argument, and kills itself at the step whose
 * number is its second: a step is each look at the clock and each word of progress. Started again, it must end in the same state.
 */
import { join } from 'node:path'
import { noLog } from '#pipelines/effects.ts'
import { openLedger } from '#pipelines/ledger/open.ts'
import { keep } from '#pipelines/steps/keep.ts'
import { receive } from '#pipelines/steps/receive.ts'
import { makeKeys } from '#pipelines/vault/keys.ts'
import { openVault } from '#pipelines/vault/vault.ts'
import { readerSetup } from './reader-setup.ts'
import { report } from './reports.ts'
import { scriptedReading } from './scripted-reader.ts'
import { unreliable } from './unreliable-connector.ts'

const root = process.argv[2]
let stepsLeft = Number(process.argv[3] ?? 0)
if (root === undefined) throw new RangeError('name a folder')
const files = Array.from({ length: 12 }, (_, n) => [
  `${n}.xlsx`,
  report({ rows: 5 + n, revision: n, window: `adm:2026-0${1 + (n % 3)}` }),
])
const keys = await makeKeys(join(root, 'keys'))
const ledger = await openLedger(join(root, 'data/ledger.sqlite'), clock)
const stores = {
  vault: await openVault(join(root, 'data/vault'), keys.vault),
  parsed: join(root, 'data/parsed'),
  personKey: keys.person,
  ledger,
  clock,
  log: noLog,
  progress: { start: step, advance: step, stop: step },
}
await receive({ ...stores, connectors: [unreliable('inbox', Object.fromEntries(files))] })
await keep({
  ...stores,
  readers: {
    setup: readerSetup,
    size: 2,
    read: scriptedReading,
    make: async () => null,
    search: async () => null,
    close() {},
  },
})
await ledger.close()

function clock(): Date {
  step()
  return new Date('2026-02-02T05:00:00Z')
}

function step(): void {
  stepsLeft -= 1
  if (stepsLeft === 0) process.kill(process.pid, 'SIGKILL')
}
