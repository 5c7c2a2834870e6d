import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import type { Problem, ProblemCode } from '#sources/problem.ts'
import type { Value } from '#sources/submission.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { isCalendarDate } from '#sources/vocabulary/date.ts'
import type { ReporterId } from '#sources/vocabulary/reporter.ts'
import type { UnitId } from '#sources/vocabulary/unit.ts'
import { fileExists, writeDurably } from '../files.ts'
import type { Pseudonym } from './pseudonym.ts'
import { sha256Of } from './vault.ts'

/** What a parsed file depends on: with the same identity it has the same content. */
export interface ParsedIdentity {
  readonly sha256: string
  /** `-` for a file in which no form was found. */
  readonly form: string
  readonly formVersion: number
  readonly reader: number
  /** First 8 hexadecimal digits of the SHA-256 over the reference tables. */
  readonly reference: string
  readonly keyId: string
  readonly receivedOn: CalendarDate
}

/** The first line: everything about one submission but its rows, with no personal value in it. */
export interface ParsedHeader extends ParsedIdentity {
  readonly kind: 'header'
  readonly layout: 1
  readonly submissionId: string
  /** Place of the sheet among those of the file, from 0. */
  readonly position: number
  readonly sheet: string
  readonly reporter: ReporterId | null
  readonly window: string | null
  readonly revision: number | null
  readonly nil: boolean
  readonly dataTo: CalendarDate | null
  readonly documentNo: string | null
  readonly documentDate: CalendarDate | null
  /** What this reading says; what the sender was told stands in the ledger. */
  readonly outcome: 'accepted' | 'partial' | 'rejected'
  readonly rowsRead: number
  readonly rowsAccepted: number
  /** Field → column letter. */
  readonly columns: Readonly<Record<string, string>>
  /** Of the file and its cover; the same list in each submission of the file. */
  readonly fileProblems: readonly Problem[]
  /** Of this sheet. */
  readonly problems: readonly Problem[]
}

/** One accepted row: fields that may leave the vault, and the person's identifiers as pseudonyms. */
export interface ParsedRow {
  readonly row: number
  readonly unitId: UnitId
  readonly values: Readonly<Record<string, Value>>
  readonly ids: readonly Pseudonym[]
}

export interface Parsed {
  readonly header: ParsedHeader
  readonly rows: readonly ParsedRow[]
}

/** A parsed file that is missing or not what was written; it can always be made again from the vault. */
export class ParsedError extends Error {
  override readonly name = 'ParsedError'
  readonly path: string

  constructor(path: string, found: string, options?: ErrorOptions) {
    super(`${path} ${found}; read it again from the vault: hoanhap rebuild`, options)
    this.path = path
  }
}

const date = z.custom<CalendarDate>((v) => typeof v === 'string' && isCalendarDate(v))
const count = z.int().min(0)

const problem = z.strictObject({
  code: z.custom<ProblemCode>((v) => typeof v === 'string'),
  severity: z.enum(['error', 'warning']),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  field: z.string().nullable(),
  value: z.string().nullable(),
  personal: z.boolean(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
})

export const parsedHeader: z.ZodType<ParsedHeader> = z.strictObject({
  kind: z.literal('header'),
  layout: z.literal(1),
  submissionId: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  form: z.string(),
  formVersion: count,
  reader: count,
  reference: z.string(),
  keyId: z.string(),
  receivedOn: date,
  position: count,
  sheet: z.string(),
  reporter: z.custom<ReporterId>((v) => typeof v === 'string').nullable(),
  window: z.string().nullable(),
  revision: z.int().nullable(),
  nil: z.boolean(),
  dataTo: date.nullable(),
  documentNo: z.string().nullable(),
  documentDate: date.nullable(),
  outcome: z.enum(['accepted', 'partial', 'rejected']),
  rowsRead: count,
  rowsAccepted: count,
  columns: z.record(z.string(), z.string()),
  fileProblems: z.array(problem),
  problems: z.array(problem),
})

export const parsedRow: z.ZodType<ParsedRow> = z.strictObject({
  row: z.int().min(1),
  unitId: z.custom<UnitId>((v) => typeof v === 'string'),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  ids: z.array(z.custom<Pseudonym>((v) => typeof v === 'string')),
})

const trailer = z.strictObject({ kind: z.literal('end'), rows: count, sha256: z.string() })

/** `<sha256>.<form>-<form version>.<reader>.<reference>.<key id>.<received_on>.ndjson.gz` */
export function parsedName(of: ParsedIdentity): string {
  return `${of.sha256}.${of.form}-${of.formVersion}.${of.reader}.${of.reference}.${of.keyId}.${of.receivedOn}.ndjson.gz`
}

/** Where a parsed file lies: in the folder of the first two digits of its SHA-256. */
export function parsedPath(folder: string, name: string): string {
  return join(folder, name.slice(0, 2), name)
}

/** Writes one submission durably, the same bytes each time; gives the file's name. */
export async function writeParsed(folder: string, { header, rows }: Parsed): Promise<string> {
  const name = parsedName(header)
  await writeDurably(parsedPath(folder, name), await pack(linesOf({ header, rows })))
  return name
}

/** Reads one submission back; throws a {@link ParsedError} when anything was cut off, changed or is missing. */
export async function readParsed(folder: string, name: string): Promise<Parsed> {
  const path = parsedPath(folder, name)
  const text = await unpack(path)
  const end = text.lastIndexOf('\n', text.length - 2) + 1
  const body = text.slice(0, end)
  try {
    const { rows: count, sha256 } = trailer.parse(JSON.parse(text.slice(end)))
    const [first = '', ...rest] = body.split('\n')
    if (sha256 !== sha256Of(body) || count !== rest.length - 1) {
      throw new TypeError('the last line disagrees with the lines before it')
    }
    const header = parsedHeader.parse(JSON.parse(first))
    if (parsedName(header) !== name) throw new TypeError('the first line names another file')
    return { header, rows: rest.slice(0, -1).map((line) => parsedRow.parse(JSON.parse(line))) }
  } catch (cause) {
    throw new ParsedError(path, 'is not as it was written', { cause })
  }
}

export function hasParsed(folder: string, name: string): Promise<boolean> {
  return fileExists(parsedPath(folder, name))
}

/** Removes the parsed files that none of the given names keeps (older versions); gives their number. */
export async function pruneParsed(folder: string, keep: ReadonlySet<string>): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const stale = entries.filter((entry) => entry.isFile() && !keep.has(entry.name))
  for (const entry of stale) await rm(join(entry.parentPath, entry.name), { force: true })
  return stale.length
}

function linesOf({ header, rows }: Parsed): string {
  const body = [header, ...rows].map((line) => `${JSON.stringify(line)}\n`).join('')
  const end = { kind: 'end', rows: rows.length, sha256: sha256Of(body) }
  return `${body}${JSON.stringify(end)}\n`
}

/** zlib writes no time into the header, so that equal lines are equal bytes. */
function pack(text: string): Promise<Buffer> {
  return promisify(gzip)(text)
}

async function unpack(path: string): Promise<string> {
  const packed = await readFile(path).catch((cause: unknown) => {
    throw new ParsedError(path, 'cannot be read', { cause })
  })
  const bytes = await promisify(gunzip)(packed).catch((cause: unknown) => {
    throw new ParsedError(path, 'is not as it was written', { cause })
  })
  return bytes.toString('utf8')
}
