import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Ledger, openLedger } from '#pipelines/ledger/open.ts'
import { folderOfTest } from './folder-of-test.ts'

/** A new ledger, closed when the test that asks for it has ended. */
export async function ledgerOfTest(): Promise<Ledger> {
  const ledger = await openLedger(join(await folderOfTest(), 'ledger.sqlite'), () => day(1))
  onTestFinished(() => ledger.close())
  return ledger
}

/** Noon in Hà Nội on a day of February 2026. */
export function day(n: number): Date {
  return new Date(Date.UTC(2026, 1, n, 5))
}
