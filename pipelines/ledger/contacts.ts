import type { Selectable } from 'kysely'
import { z } from 'zod'
import { type CalendarDate, isCalendarDate } from '#sources/vocabulary/date.ts'
import { auditWithin } from './audit.ts'
import type { ContactTable, LedgerDatabase } from './schema.ts'

export type Contact = Selectable<ContactTable>

/** Who beside the reporters is written to. */
export const roles = ['analyst', 'leadership', 'ministry', 'operator'] as const
export const channels = ['email', 'phone', 'webhook'] as const
export type Role = (typeof roles)[number]
export type Channel = (typeof channels)[number]

/** A contact to be entered; addresses are personal data: no message, log or audit entry repeats one. */
export interface NewContact {
  /** One of the two says whose it is. */
  readonly reporter: string | null
  readonly role: Role | null
  readonly channel: Channel
  readonly address: string
  readonly validFrom: CalendarDate
}

const phone = /^\+?\d{8,15}$/
const day = z.custom<CalendarDate>((v) => typeof v === 'string' && isCalendarDate(v), {
  error: 'expected a day as YYYY-MM-DD',
})

/** Spaces, dots and dashes between digits are how people write telephone numbers. */
const addresses: Readonly<Record<Channel, z.ZodType<string, string>>> = {
  email: z.string().trim().toLowerCase().pipe(z.email('expected an address as ten@noi.vn')),
  phone: z
    .string()
    .transform((text) => text.replaceAll(/[\s.()-]/g, ''))
    .pipe(z.string().regex(phone, 'expected a telephone number of 8 to 15 digits')),
  webhook: z
    .string()
    .trim()
    .pipe(z.url({ protocol: /^https$/, error: 'expected an address that begins with https://' }))
    .refine((text) => !/^https:\/\/[^/]*@/.test(text), 'a password has no place in an address'),
}

/** Checks the words of a contact; `reporters` are those there are. What is wrong is told by field, without the address. */
export function contactSchema(reporters: ReadonlySet<string>) {
  const base = {
    reporter: z
      .string()
      .refine(
        (id) => reporters.has(id),
        'no such reporter; known are police:07210, committee:… as in hoanhap status',
      )
      .nullable(),
    role: z.enum(roles).nullable(),
    validFrom: day,
  }
  return z
    .discriminatedUnion('channel', [
      z.strictObject({ ...base, channel: z.literal('email'), address: addresses.email }),
      z.strictObject({ ...base, channel: z.literal('phone'), address: addresses.phone }),
      z.strictObject({ ...base, channel: z.literal('webhook'), address: addresses.webhook }),
    ])
    .refine(({ reporter, role }) => (reporter === null) !== (role === null), {
      error: 'say either the reporter or the role whose contact it is',
      path: ['reporter'],
    })
}

/** All contacts, or those that are valid on a day, by whose they are. */
export async function contacts(db: LedgerDatabase, on?: CalendarDate): Promise<readonly Contact[]> {
  const rows = await db.selectFrom('contact').selectAll().orderBy('id').execute()
  return rows.filter(
    ({ valid_from, valid_to }) =>
      on === undefined || (valid_from <= on && (valid_to === null || valid_to > on)),
  )
}

/** The place in the list of each contact that would be valid beside its like, there already or earlier in the list. */
export function duplicates(
  known: readonly Contact[],
  added: readonly NewContact[],
): readonly number[] {
  const listed = new Set<string>()
  return added.flatMap((contact, at) => {
    const key = keyOf({ ...contact, reporter_id: contact.reporter })
    const meets = known.some(
      (one) => keyOf(one) === key && (one.valid_to === null || one.valid_to > contact.validFrom),
    )
    if (meets || listed.has(key)) return [at]
    listed.add(key)
    return []
  })
}

function keyOf(of: Pick<Contact, 'reporter_id' | 'role' | 'channel' | 'address'>): string {
  return [of.reporter_id, of.role, of.channel, of.address].join('\n')
}

/** Enters contacts with their audit entries, all or none; gives their ids. */
export async function addContacts(
  db: LedgerDatabase,
  added: readonly NewContact[],
  by: { readonly at: Date; readonly actor: string },
): Promise<readonly number[]> {
  return db.transaction().execute(async (tx) => {
    const ids: number[] = []
    for (const { reporter, role, channel, address, validFrom } of added) {
      const { id } = await tx
        .insertInto('contact')
        .values({
          ...{ reporter_id: reporter, role, channel, address },
          ...{ valid_from: validFrom, valid_to: null },
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const object = `contact ${id} of ${reporter ?? role}, ${channel}`
      await auditWithin(tx, { ...by, action: 'contact-add', object })
      ids.push(id)
    }
    return ids
  })
}

/** Ends a contact on a day, which is the first without it; it stays in the ledger. */
export async function endContact(
  db: LedgerDatabase,
  { id, reporter_id, role, channel }: Contact,
  on: CalendarDate,
  by: { readonly at: Date; readonly actor: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('contact').set({ valid_to: on }).where('id', '=', id).execute()
    const object = `contact ${id} of ${reporter_id ?? role}, ${channel}`
    await auditWithin(tx, { ...by, action: 'contact-end', object })
  })
}
