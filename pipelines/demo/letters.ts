import type { Schedule } from '#sources/synthetic/index.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { deskOf } from '../delivery/desk.ts'
import { type SendSummary, sendDue } from '../delivery/send.ts'
import type { NewContact } from '../ledger/contacts.ts'
import type { Station } from '../station.ts'

/** Folder of the demo in which the letters lie, beside its data. */
export const LETTERS = 'outbox'

/** What the configuration of a demo says of delivery: no mail server is asked, letters are laid down to be read. */
export const demoDelivery = {
  mail: { by: 'folder', from: 'canh-bao@vi-du.vn', path: LETTERS },
} as const

/**
 * Invented people to whom a demo writes: the two roles of the province, and of communes and agencies those who have sent least, since
 * they are reminded. Everybody else has no address, so that the letters stay few.
 */
export function demoContacts(
  reporters: readonly Reporter[],
  { sendings }: Pick<Schedule, 'sendings'>,
  validFrom: NewContact['validFrom'],
): readonly NewContact[] {
  const sent = new Map<string, number>()
  for (const { reporter } of sendings) sent.set(reporter.id, (sent.get(reporter.id) ?? 0) + 1)
  const quietest = (kind: Reporter['kind']) =>
    reporters
      .filter((one) => one.kind === kind && one.standing === 'obliged')
      .toSorted((a, b) => (sent.get(a.id) ?? 0) - (sent.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1))
      .slice(0, 1)
  const contact = { channel: 'email', validFrom } as const
  return [
    { ...contact, reporter: null, role: 'analyst', address: 'tong-hop@vi-du.vn' },
    { ...contact, reporter: null, role: 'leadership', address: 'lanh-dao@vi-du.vn' },
    ...[...quietest('police'), ...quietest('agency')].map(({ id }) => ({
      ...contact,
      ...{ reporter: id, role: null, address: `${id.replace(':', '-')}@vi-du.vn` },
    })),
  ]
}

/** Sends everything that waits, as at the hour when the last of it may leave. */
export async function sendAllOf(station: Station): Promise<SendSummary> {
  const { db } = station.ledger
  const { last } = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.max('next_at').as('last'))
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  const clock = () => (last === null ? station.clock() : new Date(last))
  const log = { ...station.log, info() {} }
  return sendDue(deskOf(station, { clock, log }, (work) => work(db)))
}
