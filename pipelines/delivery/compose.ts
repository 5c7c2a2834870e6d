import {
  addressees,
  closing,
  greeting,
  moreWords,
  severalWords,
  subjectWords,
  underPlan,
} from '#dashboards/words.ts'
import type { Plan } from '#models/plans/plan.ts'
import { dayOf } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { Contact } from '../ledger/contacts.ts'
import type { Batch } from '../ledger/outbox.ts'
import type { Letter } from './channel.ts'

/** What letters say beside their messages: under which plan, to whom. */
export interface Letterhead {
  readonly plan: Pick<Plan, 'document'>
  readonly reporters: readonly Reporter[]
}

/** Things that a letter tells of; of more it says how many: nobody reads the hundred and first. */
const MOST = 100

/** The letter of a batch; made of what was frozen in it, so that each attempt sends the same. */
export function letterOf({ id, at, contact, messages }: Batch, head: Letterhead): Letter {
  const [first] = messages
  const what =
    messages.length === 1 && first !== undefined
      ? first.subject
      : severalWords(messages.length, dayOf(at))
  const more = messages.length - MOST
  const texts = messages.slice(0, MOST).map(({ text }) => text.trimEnd())
  return {
    id,
    to: contact.address,
    at,
    subject: subjectWords(what),
    text: textOf(contact, head, more > 0 ? [...texts, moreWords(more)] : texts),
    items: messages.map(({ message_id, urgency, subject, text }) => ({
      id: message_id,
      urgency,
      subject,
      text,
    })),
  }
}

/** Greeting, plan, what is to be said, and that nobody need answer. */
export function textOf(
  contact: Pick<Contact, 'role' | 'reporter_id'> | null,
  { plan, reporters }: Letterhead,
  paragraphs: readonly string[],
): string {
  const name = nameOf(contact, reporters)
  return [
    ...(name === null ? [] : [greeting(name)]),
    underPlan(plan.document),
    ...paragraphs,
    closing,
    '',
  ].join('\n\n')
}

function nameOf(
  contact: Pick<Contact, 'role' | 'reporter_id'> | null,
  reporters: readonly Reporter[],
): string | null {
  if (contact === null) return null
  const { role, reporter_id } = contact
  if (reporter_id !== null) return reporters.findLast(({ id }) => id === reporter_id)?.name ?? null
  return Object.entries(addressees).find(([one]) => one === role)?.[1] ?? null
}
