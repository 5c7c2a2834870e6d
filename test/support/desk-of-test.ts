import { join } from 'node:path'
import { blockOf, type Entry } from '#dashboards/alerts/entry.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import type { Desk } from '#pipelines/delivery/send.ts'
import { smtp } from '#pipelines/delivery/smtp.ts'
import type { Ways } from '#pipelines/delivery/ways.ts'
import { noLog } from '#pipelines/effects.ts'
import { raise } from '#pipelines/ledger/alerts.ts'
import { addContacts, type NewContact } from '#pipelines/ledger/contacts.ts'
import type { Ledger } from '#pipelines/ledger/open.ts'
import { enterMessages } from '#pipelines/ledger/outbox.ts'
import type { Message } from '#pipelines/ledger/schema.ts'
import { folderOfTest } from './folder-of-test.ts'
import { day, ledgerOfTest } from './ledger-of-test.ts'

/** A sender with a real ledger and a clock that the test sets; nothing is ever quiet. */
export async function deskOfTest(ways: Ways, outbox?: string) {
  const ledger = await ledgerOfTest()
  const time = { now: day(3) }
  const desk: Desk = {
    ways,
    hours: { digestAt: '07:30', quietHours: null },
    head: { plan: bacNinh2026, reporters: [] },
    outbox: outbox ?? join(await folderOfTest(), 'outbox'),
    clock: () => time.now,
    log: noLog,
    enter: (work) => work(ledger.db),
  }
  return { desk, ledger, time }
}

/** Mail by a server on this machine that is waited for only so long. */
export function mailBy(port: number, seconds = 60): Ways {
  const settings = { by: 'smtp', from: 'canh-bao@vi-du.vn', host: '127.0.0.1' } as const
  return {
    email: smtp({ ...settings, port, security: 'none', seconds }, { seen: (path) => path }),
  }
}

export async function contactOf(
  { db }: Ledger,
  contact: Partial<NewContact> & Pick<NewContact, 'address'>,
): Promise<number> {
  const role = contact.reporter ? null : 'analyst'
  const usual = { reporter: null, role, channel: 'email', validFrom: '2026-01-01' } as const
  const [id] = await addContacts(db, [{ ...usual, ...contact }], { at: day(1), actor: 'test' })
  return id ?? 0
}

/** Queues one message of an event of its own for a contact, to leave from the second day on. */
export async function queued(
  { db }: Ledger,
  contact: number,
  subject: string,
  urgency: 'now' | 'digest' = 'now',
  from: Date = day(2),
  entry: Entry = blockOf('target'),
): Promise<void> {
  const key = {
    ...{ rule: 'missed', plan: 'bac-ninh-2026', target: subject, unit_id: 'A' },
    cycle: 'adm:2026',
  }
  const by = { hash: subject, generation: 1, at: day(1), actor: 'hoanhap' }
  await raise(db, key, by)
  const { case_id } = await db
    .selectFrom('alert_case')
    .select('case_id')
    .where('target', '=', subject)
    .executeTakeFirstOrThrow()
  const text = `${subject}\n- Số liệu: 12/34 người\n`
  const message = {
    ...({ of: { case_id, seq: 1 }, contact, audience: 'province', urgency } as const),
    ...{ place: 0, subject, text, from, ...entry },
  }
  await enterMessages(db, [message], [], day(2))
}

export async function outboxRows({ db }: Ledger): Promise<readonly Message[]> {
  return db.selectFrom('outbox').selectAll().orderBy('message_id').execute()
}
