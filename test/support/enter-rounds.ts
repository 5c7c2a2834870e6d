/**
 * A program that enters rounds of alerts into the ledger named by its first argument up to the one named by its second, beginning with the
 * last that left an event there, and tells of each; whoever listens may kill it at any moment.
 */
import { enterRound } from '#pipelines/ledger/alert-round.ts'
import { openLedger } from '#pipelines/ledger/open.ts'
import { byRound, PLAN, roundOf } from './rounds.ts'

const [, , path, rounds] = process.argv
if (path === undefined || rounds === undefined)
  throw new RangeError('name a ledger and how many rounds')
const ledger = await openLedger(path, () => new Date('2026-02-01T05:00:00Z'))
const { last } = await ledger.db
  .selectFrom('alert_event')
  .select((eb) => eb.fn.max('generation').as('last'))
  .executeTakeFirstOrThrow()
for (let n = last ?? 1; n <= Number(rounds); n += 1) {
  await enterRound(ledger.db, PLAN, roundOf(n), byRound(n))
  process.send?.(n)
}
await ledger.close()
