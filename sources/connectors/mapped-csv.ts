import { createHash } from 'node:crypto'
import { csvRecords, delimiterOf } from '../readers/csv-records.ts'
import { decode } from '../readers/encoding.ts'
import { LIMITS } from '../readers/limits.ts'
import { type Connector, type Delivery, DeliveryError } from './connector.ts'
import { folder } from './folder.ts'
import { mappedDocument } from './mapped-document.ts'
import {
  columnsOf,
  type Fact,
  type MappedRow,
  type Mapping,
  nameOf,
  type Owner,
  ownerIn,
} from './mapping.ts'
import { reasonOf } from './passing.ts'

export interface MappedCsvOptions {
  readonly id: string
  /** Where the other system lays its exports. */
  readonly folder: string
  readonly mapping: Mapping
  /** Columns of theirs that we do not need; every other one must be mapped. */
  readonly ignored?: readonly string[]
  readonly quietMs?: number | undefined
  readonly now?: (() => number) | undefined
}

/** Of one export: it is read by this process, which must not be filled by it. */
const MOST_CELLS = 4 * LIMITS.cells

/** A record of an export, by their headers. */
type Row = ReadonlyMap<string, string>

/** Rows by the name of the reporter and window that they are about. */
type Groups = ReadonlyMap<string, readonly Row[]>

/**
 * Exports of another system, `.csv` or `.tsv` in a folder, as documents of ours: what a register already holds is not typed again.
 *
 * Each file gives one delivery for every reporter and window in it, `adm:2026-09/police:07210/<file>`. A header that is neither mapped nor
 * ignored, a mapped one that is missing, a row without reporter or window: the file is refused as a whole, and the others are listed.
 */
export function mappedCsv(options: MappedCsvOptions): Connector {
  const { id, mapping, ignored = [] } = options
  const exports = folder(options)
  const version = createHash('sha256').update(JSON.stringify(mapping)).digest('hex').slice(0, 12)
  let last: { readonly stamp: string; readonly groups: Groups } | null = null

  /** The file that was read last is held until the look is over: its deliveries come one after the other. */
  async function groupsOf(file: Delivery): Promise<Groups> {
    const stamp = `${file.stamp}.${version} ${file.name}`
    if (file.stamp !== undefined && last?.stamp === stamp) return last.groups
    const groups = await read(file)
    last = { stamp, groups }
    return groups
  }

  async function read(file: Delivery): Promise<Groups> {
    const fail = (why: string) => new DeliveryError(id, file.name, why)
    if (!/\.(csv|tsv)$/i.test(file.name)) throw fail('is no .csv or .tsv; export it as one of them')
    const bytes = await exports.read(file)
    if (bytes.length > LIMITS.fileBytes)
      throw fail(`is too large (more than ${LIMITS.fileBytes} bytes); export less at a time`)
    try {
      return grouped(recordsOf(bytes, mapping, ignored), mapping)
    } catch (cause) {
      throw new DeliveryError(id, file.name, `is not as configured: ${reasonOf(cause)}`, { cause })
    }
  }

  async function* list(): AsyncIterable<Delivery> {
    const failures: unknown[] = []
    for await (const file of exports.list()) {
      try {
        for (const name of (await groupsOf(file)).keys())
          yield { name: `${name}/${file.name}`, stamp: `${file.stamp}.${version}` }
      } catch (cause) {
        failures.push(cause)
      }
    }
    if (failures.length === 0) return
    const why = `cannot be listed to its end (${failures.map(reasonOf).join('; ')})`
    throw new DeliveryError(id, options.folder, why, { cause: new AggregateError(failures) })
  }

  return Object.freeze({
    id,
    list,
    async read({ name, stamp }: Delivery) {
      const owner = ownerIn(name)
      const group = owner === null ? null : nameOf(owner)
      if (owner === null || group === null)
        throw new DeliveryError(id, name, 'is no name of reporter, window and file')
      const theirs = stamp?.slice(0, -version.length - 1)
      const file = { name: owner.rest, ...(theirs !== undefined && { stamp: theirs }) }
      const rows = (await groupsOf(file)).get(group)
      if (rows === undefined) throw new DeliveryError(id, name, 'is no longer in its file')
      const ours = rows.map((row) => mapped(row, mapping))
      return mappedDocument({ id, name }, mapping, owner, ours)
    },
    async close() {
      last = null
    },
  })
}

/** The records below the header line, which must be the first that is not empty. */
function recordsOf(bytes: Uint8Array, mapping: Mapping, ignored: readonly string[]): Row[] {
  const { text } = decode(bytes)
  const delimiter = delimiterOf(/^.*\S.*$/m.exec(text)?.[0] ?? '')
  let headers: readonly string[] | null = null
  let line = 0
  let cells = 0
  const rows: Row[] = []
  for (const given of csvRecords(text, delimiter)) {
    line += 1
    const record = given.map(tidy)
    if (record.every((cell) => cell === '')) continue
    cells += headers?.length ?? record.length
    if (cells > MOST_CELLS)
      throw new RangeError(`more than ${MOST_CELLS} cells; export less at a time`)
    if (headers === null) {
      requireHeaders(record, columnsOf(mapping), ignored)
      headers = record
      continue
    }
    if (record.slice(headers.length).some((cell) => cell !== ''))
      throw new RangeError(`line ${line} has more cells than the header`)
    rows.push(new Map(headers.map((header, column) => [header, record[column] ?? ''])))
  }
  if (headers === null) requireHeaders([], columnsOf(mapping), ignored)
  return rows
}

function tidy(cell: string): string {
  return cell.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** Names columns that nobody knows, but never the first line of an export without headers: persons stand there. */
function requireHeaders(
  headers: readonly string[],
  needed: readonly string[],
  ignored: readonly string[],
): void {
  const named = headers.filter((header) => header !== '')
  if (!needed.some((column) => named.includes(column)))
    throw new RangeError(`its first line is no header: none of ${quoted(needed)} stands there`)
  const known = new Set([...needed, ...ignored])
  const unknown = named.filter((header) => !known.has(header))
  const missing = needed.filter((column) => !named.includes(column))
  const twice = named.filter((header, n) => named.indexOf(header) !== n)
  const wrong = [
    unknown.length > 0 && `unknown columns ${quoted(unknown)}, map or ignore them`,
    missing.length > 0 && `missing columns ${quoted(missing)}`,
    twice.length > 0 && `columns that stand twice ${quoted(twice)}`,
  ].filter((what) => what !== false)
  if (wrong.length > 0) throw new RangeError(wrong.join('; '))
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ')
}

/** Rows by the name of their owner, in the order of their first ones. */
function grouped(rows: readonly Row[], { reporter, window }: Mapping): Groups {
  const groups = new Map<string, Row[]>()
  rows.forEach((row, n) => {
    const owner: Owner = { reporter: factOf(reporter, row), window: factOf(window, row) }
    const name = nameOf(owner)
    if (name === null)
      throw new RangeError(
        `row ${n + 1} names no reporter and window, as police:07210, adm:2026-09`,
      )
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [row])
    else group.push(row)
  })
  return groups
}

function factOf(fact: Fact, row: Row): string {
  if ('fixed' in fact) return fact.fixed
  const value = row.get(fact.column) ?? ''
  return value === '' ? '' : `${fact.prefix ?? ''}${value}`
}

function mapped(row: Row, { columns, revision }: Mapping): MappedRow {
  return {
    revision: factOf(revision, row),
    values: Object.keys(columns).map((column) => row.get(column) ?? null),
  }
}
