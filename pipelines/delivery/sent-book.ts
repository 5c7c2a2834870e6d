import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../files.ts'
import type { Message } from '../ledger/schema.ts'

const BOOK = 'sent-lately'
/** As old as a copy of the ledger may be that somebody restores. */
const KEPT_DAYS = 40
const DAY_MS = 24 * 60 * 60_000

/** What has left lately, and when, by {@link toldId}; beside the ledger, so that a copy of it that is restored does not send again. */
export async function sentLately(folder: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(folder, BOOK), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return ''
    throw cause
  })
  const lines = text.matchAll(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{64})$/gm)
  return new Map([...lines].map(([, at = '', id = '']) => [id, at]))
}

/** Enters what has left, by {@link toldId}; what is older than a copy of a ledger would be is let go. */
export async function enterSent(
  folder: string,
  sent: readonly (readonly [told: string, at: string])[],
  now: Date,
): Promise<void> {
  if (sent.length === 0) return
  const from = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString()
  const all = [...new Map([...(await sentLately(folder)), ...sent])]
  const lines = all.filter(([, at]) => at >= from).map(([told, at]) => `${at} ${told}\n`)
  await writeDurably(join(folder, BOOK), lines.join(''))
}

/** SHA-256 over the id and the words: an event that a restored ledger enters anew, with other words, is told. */
export function toldId({
  message_id,
  subject,
  text,
}: Pick<Message, 'message_id' | 'subject' | 'text'>): string {
  return createHash('sha256')
    .update(JSON.stringify([message_id, subject, text]))
    .digest('hex')
}
