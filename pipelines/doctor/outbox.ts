import { dayOf } from '#sources/vocabulary/date.ts'
import { receipts } from '../delivery/receipts.ts'
import { isNewest } from '../ledger/migrations.ts'
import { type MessageSubject, messageId } from '../ledger/outbox.ts'
import { outboxCounts } from '../ledger/outbox-counts.ts'
import type { LedgerDatabase, Message } from '../ledger/schema.ts'
import { Fault, requireNone } from './finding.ts'

/** Every message is named by what it tells of and to whom, and none was given up; how many wait. */
export async function outbox(db: LedgerDatabase, folder: string): Promise<string> {
  if (!(await isNewest(db))) return 'none yet: the next run brings the ledger to its newest shape'
  const messages = await db.selectFrom('outbox').selectAll().execute()
  requireNone(
    messages.flatMap((one) =>
      messageId(subjectOf(one), one.contact) === one.message_id
        ? []
        : [`message ${one.message_id} tells of something else`],
    ),
    'restore the ledger from its copy',
  )
  const { waiting, givenUp } = await outboxCounts(db, dayOf(new Date()))
  if (givenUp > 0) {
    const reasons = messages.filter(({ state }) => state === 'given-up').map(({ reason }) => reason)
    throw new Fault(
      `${givenUp} messages were given up: ${[...new Set(reasons)].join('; ')}`,
      'mend that, or end the contact (hoanhap contacts end), then: hoanhap alerts send --again',
    )
  }
  const left = (await receipts(folder)).length
  return `${waiting} messages wait${left === 0 ? '' : `, ${left} receipts to be entered`}`
}

function subjectOf({ case_id, seq, about }: Message): MessageSubject {
  return case_id !== null && seq !== null ? { case_id, seq } : { about: about ?? '' }
}
