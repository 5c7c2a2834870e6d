import { readFile } from 'node:fs/promises'
import { csvRecords, delimiterOf } from '#sources/readers/csv-records.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import {
  addContacts,
  type Contact,
  channels,
  contactSchema,
  contacts,
  duplicates,
  endContact,
  type NewContact,
  roles,
} from '../ledger/contacts.ts'
import { businessDateOf, openStation, type Station } from '../station.ts'
import { type Answer, answer, type Context, table } from './command.ts'
import { actorOf } from './decide.ts'
import { UsageError } from './usage.ts'

interface ByActor {
  readonly actor?: string
}

export interface AddOptions extends ByActor {
  readonly reporter?: string
  readonly role?: string
  readonly channel: string
  readonly address: string
  readonly from?: CalendarDate
}

export interface EndOptions extends ByActor {
  /** First day without it; the business date when left out. */
  readonly on?: CalendarDate
}

const COLUMNS = ['reporter', 'role', 'channel', 'address', 'from'] as const

/** The contacts that are valid now, with their addresses; `all` also those that were ended or are to come. */
export function contactList(
  context: Context,
  { all }: { readonly all?: true } = {},
): Promise<Answer> {
  return withStation(context, async (station) => {
    const on = businessDateOf(station)
    const rows = await contacts(station.ledger.db, all ? undefined : on)
    return answer({ contacts: rows }, rows.length === 0 ? 'no contacts' : contactTable(rows))
  })
}

/** Enters one contact of a reporter or a role; one that stands already is refused. */
export function contactAdd(context: Context, options: AddOptions): Promise<Answer> {
  return withStation(context, async (station) => {
    const { reporter = '', role = '', channel, address, from = '' } = options
    const { contact, wrong } = checked(station, { reporter, role, channel, address, from })
    if (contact === null) throw new UsageError(wrong.join('; '))
    if (duplicates(await contacts(station.ledger.db), [contact]).length > 0)
      throw new UsageError('this contact stands already: hoanhap contacts list')
    return entered(station, [contact], options)
  })
}

/** Ends a contact; it is kept, since what was sent by it was. */
export function contactEnd(context: Context, id: number, options: EndOptions): Promise<Answer> {
  return withStation(context, async (station) => {
    const { db } = station.ledger
    const contact = (await contacts(db)).find((one) => one.id === id)
    if (contact === undefined) throw new UsageError(`no contact ${id}: hoanhap contacts list --all`)
    if (contact.valid_to !== null)
      throw new UsageError(`contact ${id} ended on ${contact.valid_to} already`)
    const on = options.on ?? businessDateOf(station)
    if (on < contact.valid_from)
      throw new UsageError(`contact ${id} is valid from ${contact.valid_from} on; not before`)
    await endContact(db, contact, on, byOf(station, options))
    return answer({ ended: id, on }, `contact ${id} ended, ${on} is the first day without it`)
  })
}

/**
 * Enters the contacts of a CSV file (`reporter,role,channel,address,from`; comma, semicolon or tab), all or none: each line that is wrong
 * is told, by number and without its address.
 */
export function contactImport(context: Context, path: string, options: ByActor): Promise<Answer> {
  return withStation(context, async (station) => {
    const lines = linesOf(await readFile(path, 'utf8'))
    const read = lines.map(({ line, words }) => ({ line, ...checked(station, words) }))
    const good = read.flatMap(({ line, contact }) => (contact === null ? [] : [{ line, contact }]))
    const twice = duplicates(
      await contacts(station.ledger.db),
      good.map(({ contact }) => contact),
    ).map((at) => ({ line: good[at]?.line ?? 0, wrong: ['stands already, or twice in the file'] }))
    const bad = [...read.filter(({ wrong }) => wrong.length > 0), ...twice]
      .map(({ line, wrong }) => ({ line, wrong }))
      .sort((a, b) => a.line - b.line)
    if (bad.length === 0)
      return entered(
        station,
        good.map(({ contact }) => contact),
        options,
      )
    return answer(
      { added: [], bad },
      [
        ...bad.map(({ line, wrong }) => `✗ line ${line}: ${wrong.join('; ')}`),
        'nothing was entered; mend these lines and import the file again',
      ],
      false,
    )
  })
}

async function entered(
  station: Station,
  added: readonly NewContact[],
  options: ByActor,
): Promise<Answer> {
  const ids = await addContacts(station.ledger.db, added, byOf(station, options))
  return answer({ added: ids, bad: [] }, `${ids.length} contacts entered: ${ids.join(', ')}`)
}

function checked(
  station: Station,
  { reporter, role, channel, address, from }: Words,
): { readonly contact: NewContact | null; readonly wrong: readonly string[] } {
  const schema = contactSchema(new Set(station.reporters.map(({ id }) => id)))
  const { success, data, error } = schema.safeParse({
    reporter: reporter || null,
    role: role || null,
    channel,
    address,
    validFrom: from || businessDateOf(station),
  })
  if (success) return { contact: data, wrong: [] }
  return { contact: null, wrong: error.issues.map(({ path, message }) => said(path, message)) }
}

function said(path: readonly PropertyKey[], message: string): string {
  const field = String(path[0] ?? '')
  if (field === 'channel') return `channel: known are ${channels.join(', ')}`
  if (field === 'role') return `role: known are ${roles.join(', ')}`
  return `${field === 'validFrom' ? 'from' : field}: ${message}`
}

type Words = Readonly<Record<(typeof COLUMNS)[number], string>>

function linesOf(text: string): readonly { readonly line: number; readonly words: Words }[] {
  const whole = text.replace(/^\uFEFF/, '')
  const delimiter = delimiterOf(whole.split(/\r?\n/, 1)[0] ?? '')
  const [head = [], ...rest] = [...csvRecords(whole, delimiter)]
  const names = head.map((name) => name.trim().toLowerCase())
  const unknown = names.filter((name) => !COLUMNS.some((column) => column === name))
  if (unknown.length > 0 || !names.includes('channel') || !names.includes('address')) {
    throw new UsageError(
      `the first line names the columns: ${COLUMNS.join(',')} (from may be left out)`,
    )
  }
  const field = (record: readonly string[], name: string) =>
    (record[names.indexOf(name)] ?? '').trim()
  return rest.flatMap((record, at) => {
    if (record.every((text) => text.trim() === '')) return []
    const words = Object.fromEntries(COLUMNS.map((name) => [name, field(record, name)])) as Words
    return [{ line: at + 2, words }]
  })
}

function contactTable(rows: readonly Contact[]): string {
  return table(
    ['id', 'whose', 'channel', 'address', 'from', 'until'],
    rows.map((row) => [
      ...[String(row.id), row.reporter_id ?? row.role ?? '', row.channel, row.address],
      ...[row.valid_from, row.valid_to ?? ''],
    ]),
  )
}

function byOf({ clock }: Station, { actor }: ByActor) {
  return { at: clock(), actor: actorOf(actor === undefined ? {} : { actor }) }
}

async function withStation(
  { site, effects }: Context,
  work: (station: Station) => Promise<Answer>,
): Promise<Answer> {
  const station = await openStation(site, effects)
  try {
    return await work(station)
  } finally {
    await station.close()
  }
}
