/** A program that holds the ledger named by its first argument, says so, and waits to be killed. */
import { openLedger } from '#pipelines/ledger/open.ts'

const path = process.argv[2]
if (path === undefined) throw new RangeError('name a ledger')
await openLedger(path, () => new Date('2026-02-01T05:00:00Z'))
process.send?.('held')
setInterval(() => {}, 1_000)
