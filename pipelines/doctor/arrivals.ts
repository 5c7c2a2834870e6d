import { dayOf } from '#sources/vocabulary/date.ts'
import type { LedgerDatabase } from '../ledger/schema.ts'
import { requireNone } from './finding.ts'

/** Files, their arrivals and their submissions tell of one moment of receipt. */
export async function arrivals(db: LedgerDatabase): Promise<string> {
  const files = await db.selectFrom('file').selectAll().orderBy('sha256').execute()
  const deliveries = await db.selectFrom('delivery').selectAll().orderBy('id', 'desc').execute()
  const submissions = await db.selectFrom('submission').selectAll().execute()
  const first = new Map(deliveries.map((delivery) => [delivery.sha256, delivery]))
  const received = new Map(files.map((file) => [file.sha256, file.first_received_at]))
  const wrong = [
    ...files
      .filter(
        ({ sha256, first_received_at }) => first.get(sha256)?.received_at !== first_received_at,
      )
      .map(({ sha256 }) => `file ${sha256} and its first delivery tell of two moments`),
    ...submissions
      .filter(
        ({ sha256, received_at, arrived_on }) =>
          received.get(sha256) !== received_at || dayOf(new Date(received_at)) !== arrived_on,
      )
      .map(({ submission_id }) => `submission ${submission_id} and its file tell of two moments`),
  ]
  requireNone(wrong, 'restore the ledger from its copy')
  return `${deliveries.length} of ${files.length} files`
}
