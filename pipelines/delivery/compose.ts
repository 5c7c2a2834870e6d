import { digestOf, digestText } from '#dashboards/alerts/digest.ts'
import {
  addressees,
  closing,
  greeting,
  severalWords,
  subjectWords,
  underPlan,
  untilWords,
} from '#dashboards/words.ts'
import type { Plan } from '#models/plans/plan.ts'
import { dayOf } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { Contact } from '../ledger/contacts.ts'
import type { Batch } from '../ledger/outbox-batches.ts'
import type { Letter } from './channel.ts'

/** What letters say beside their messages: under which plan, to whom. */
export interface Letterhead {
  readonly plan: Pick<Plan, 'document'>
  readonly reporters: readonly Reporter[]
}

/** Lines and blocks in a part of a letter; of more it says how many: nobody reads the hundred and first. */
const MOST = 100

/**
 * The letter of a batch; made of what was frozen in it, so that each attempt sends the same.
 *
 * One message is its own block; several are summed up in a sentence, then told by parts, with what they share said once.
 */
export function letterOf({ id, at, contact, messages }: Batch, head: Letterhead): Letter {
  const [first] = messages
  const on = dayOf(at)
  const digest = digestOf(messages)
  const [what, said] =
    messages.length === 1 && first !== undefined
      ? [first.subject, first.text.trimEnd()]
      : [severalWords(digest.counts, on), digestText(digest, untilWords(on), MOST)]
  return {
    id,
    to: contact.address,
    at,
    subject: subjectWords(what),
    text: textOf(contact, head, [said]),
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
