import type { Letter } from './channel.ts'

/**
 * A letter as a mail: plain text, one recipient, marked as automatic so that no absence notice answers it.
 *
 * The same letter gives the same bytes, its Message-ID included. A line break in a subject would begin another header: there is none.
 */
export function mailOf({ id, to, at, subject, text }: Letter, from: string) {
  return {
    from,
    to: { name: '', address: to },
    envelope: { from, to: [to] },
    subject: subject.replaceAll(/[\p{Cc}\s]+/gu, ' '),
    text,
    date: at,
    messageId: messageIdOf(id, from),
    headers: { 'Auto-Submitted': 'auto-generated', Precedence: 'list' },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** `<3f…@congan.vn>`: the batch at the domain of the sender. */
export function messageIdOf(id: string, from: string): string {
  return `<${id.slice(0, 40)}@${from.slice(from.lastIndexOf('@') + 1)}>`
}
