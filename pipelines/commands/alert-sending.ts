import { createHash } from 'node:crypto'
import { subjectWords, testMessage } from '#dashboards/words.ts'
import { dayOf } from '#sources/vocabulary/date.ts'
import { DeliveryError } from '../delivery/channel.ts'
import { textOf } from '../delivery/compose.ts'
import { deskOf } from '../delivery/desk.ts'
import { sendDue } from '../delivery/send.ts'
import { waysOf } from '../delivery/ways.ts'
import { auditWithin } from '../ledger/audit.ts'
import { type Contact, contacts } from '../ledger/contacts.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import { requeue } from '../ledger/outbox-batches.ts'
import type { Site } from '../site.ts'
import { settingOf } from '../station.ts'
import { type Answer, answer, type Context } from './command.ts'
import { actorOf } from './decide.ts'
import { UsageError } from './usage.ts'

export interface SendOptions {
  readonly again?: true
  readonly actor?: string
}

/** Sends what is due; with `again` what was given up is tried from the beginning. */
export async function alertsSend(
  { site, effects }: Context,
  { again, ...by }: SendOptions = {},
): Promise<Answer> {
  await requireLedger(site)
  const desk = deskOf(await settingOf(site), effects)
  const { clock } = effects
  const requeued = again
    ? await desk.enter((db) =>
        db.transaction().execute(async (tx) => {
          const n = await requeue(tx, clock(), dayOf(clock()))
          const object = `${n} messages that were given up`
          await auditWithin(tx, { at: clock(), actor: actorOf(by), action: 'send-again', object })
          return n
        }),
      )
    : 0
  const summary = await sendDue(desk)
  const { sent, later, givenUp, troubles, waiting, nextAt } = summary
  return answer(
    { ...summary, requeued },
    [
      ...(again ? [`${requeued} messages that were given up wait again`] : []),
      `${sent} letters sent, ${later} to be tried again, ${givenUp} given up`,
      ...troubles.map((trouble) => `✗ ${trouble}`),
      `${waiting} messages wait${nextAt === null ? '' : `, the next from ${nextAt} on`}`,
    ],
    later + givenUp === 0,
  )
}

/** A sender makes no ledger where there is none: it would be that of another folder. */
async function requireLedger({ ledger }: Site): Promise<void> {
  await (await openLedgerReadOnly(ledger)).close()
}

/** Sends a test message by each way that is asked for, at once; neither the outbox nor the quiet hours are asked. */
export async function alertsTest(
  { site, effects }: Context,
  { to }: { readonly to?: string } = {},
): Promise<Answer> {
  const setting = await settingOf(site)
  const { clock } = effects
  const ways = waysOf(setting.config, site, clock)
  const targets = await targetsOf(site.ledger, to, clock())
  const tried = []
  for (const { contact, channel, address } of targets) {
    const way = Object.entries(ways).find(([kind]) => kind === channel)?.[1]
    if (way === undefined)
      throw new UsageError(
        `no way out for ${channel}: name one in hoanhap.config.json under delivery (mail, webhooks)`,
      )
    const at = clock()
    const { subject, text } = testMessage
    const id = createHash('sha256').update(`test ${at.toISOString()} ${address}`).digest('hex')
    const whole = { subject: subjectWords(subject), text: textOf(contact, setting, [text]) }
    const items = [{ id, urgency: 'now' as const, subject, text }]
    const whom = contact === null ? 'the address' : `contact ${contact.id}`
    tried.push(
      await way.send({ id, to: address, at, ...whole, items }).then(
        (said) => ({ whom, ok: true, said }),
        (cause: unknown) => ({ whom, ok: false, said: refusalOf(cause) }),
      ),
    )
  }
  return answer(
    { tried },
    tried.map(({ whom, ok, said }) => `${ok ? '✓' : '✗'} ${whom}: ${said}`),
    tried.every(({ ok }) => ok),
  )
}

interface TestTarget extends Pick<Contact, 'channel' | 'address'> {
  readonly contact: Contact | null
}

async function targetsOf(
  ledger: string,
  to: string | undefined,
  now: Date,
): Promise<readonly TestTarget[]> {
  if (to !== undefined && !/^\d+$/.test(to)) return [addressed(to)]
  const { db, close } = await openLedgerReadOnly(ledger)
  try {
    const all = await contacts(db, dayOf(now))
    const chosen =
      to === undefined
        ? all.filter(({ role, channel }) => role === 'operator' && channel !== 'phone')
        : all.filter(({ id }) => id === Number(to))
    if (chosen.length > 0)
      return chosen.map((contact) => {
        const { channel, address } = contact
        return { contact, channel, address }
      })
    throw new UsageError(
      to === undefined
        ? 'no operator is among the contacts; name one with --to, or enter one: hoanhap contacts add --role operator …'
        : `no contact ${to} is valid now: hoanhap contacts list`,
    )
  } finally {
    await close()
  }
}

function addressed(address: string): TestTarget {
  if (address.startsWith('https://')) return { contact: null, channel: 'webhook', address }
  if (/^[^\s@]+@[^\s@]+$/.test(address)) return { contact: null, channel: 'email', address }
  throw new UsageError('--to is the number of a contact, an e-mail address, or https://…')
}

function refusalOf(cause: unknown): string {
  if (cause instanceof DeliveryError) return `${cause.message} (${cause.retry})`
  if (cause instanceof Error) return cause.message
  throw cause
}
