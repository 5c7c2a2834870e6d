import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { noLog } from '#pipelines/effects.ts'
import { type Ledger, openLedger } from '#pipelines/ledger/open.ts'
import type { Readers } from '#pipelines/readers/pool.ts'
import { makeKeys } from '#pipelines/vault/keys.ts'
import { openVault } from '#pipelines/vault/vault.ts'
import type { Reading } from '#sources/submission.ts'
import { folderOfTest } from './folder-of-test.ts'
import { day } from './ledger-of-test.ts'
import { readerSetup } from './reader-setup.ts'
import { scriptedReading } from './scripted-reader.ts'

/** Keys, vault, ledger and parsed folder of one test, with a clock that it sets. */
export async function storesOfTest() {
  const root = await folderOfTest()
  const keys = await makeKeys(join(root, 'keys'))
  const data = join(root, 'data')
  const vault = await openVault(join(data, 'vault'), keys.vault)
  const time = { now: day(2) }
  const clock = () => time.now
  const ledger = await openLedger(join(data, 'ledger.sqlite'), clock)
  onTestFinished(() => ledger.close())
  const parsed = join(data, 'parsed')
  return { data, keys, personKey: keys.person, vault, ledger, parsed, time, clock, log: noLog }
}

/** Readers in this process that answer as a scripted file says, and count what they read. */
export function scriptedReaders(
  answer: (reading: Reading) => Reading = (reading) => reading,
): Readers & { readonly read: Readers['read']; count: number } {
  const readers = {
    setup: readerSetup,
    size: 2,
    count: 0,
    async read(job: { readonly bytes: Uint8Array }) {
      readers.count += 1
      return answer(await scriptedReading(job))
    },
    make: async () => null,
    search: async () => null,
    close() {},
  }
  return readers
}

/** All rows of the tables that receiving and keeping write. */
export async function ledgerRows({ db }: Ledger) {
  return {
    file: await db.selectFrom('file').selectAll().orderBy('sha256').execute(),
    delivery: await db.selectFrom('delivery').selectAll().orderBy('id').execute(),
    submission: await db.selectFrom('submission').selectAll().orderBy('submission_id').execute(),
  }
}
