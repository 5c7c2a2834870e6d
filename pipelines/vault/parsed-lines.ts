import { z } from 'zod'
import type { Problem } from '#sources/problem.ts'
import type { Value } from '#sources/submission.ts'
import { type CalendarDate, isCalendarDate } from '#sources/vocabulary/date.ts'
import type { ReporterId } from '#sources/vocabulary/reporter.ts'
import type { UnitId } from '#sources/vocabulary/unit.ts'
import { problemSchema } from '../problem.ts'
import type { Pseudonym } from './pseudonym.ts'

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
  /** Id of the action by whose words the file was read; absent where it was read by its own. */
  readonly assignment?: number
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

const date = z.custom<CalendarDate>((v) => typeof v === 'string' && isCalendarDate(v))
const count = z.int().min(0)

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
  assignment: z.int().min(1).exactOptional(),
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
  fileProblems: z.array(problemSchema),
  problems: z.array(problemSchema),
})

/**
 * A row as it was written; throws a TypeError for any other shape. By hand: zod took two thirds of the time of loading a build, and the
 * digest of the last line vouches for the bytes.
 */
export function parsedRow(line: unknown): ParsedRow {
  if (!isRecord(line) || Object.keys(line).join() !== 'row,unitId,values,ids') throw notARow()
  const { row, unitId, values, ids } = line
  const fits =
    Number.isSafeInteger(row) &&
    (row as number) >= 1 &&
    typeof unitId === 'string' &&
    isRecord(values) &&
    Object.values(values).every(isValue) &&
    Array.isArray(ids) &&
    ids.every((id) => typeof id === 'string')
  if (!fits) throw notARow()
  return line as unknown as ParsedRow
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isValue(value: unknown): value is Value {
  return value === null || typeof value === 'string' || typeof value === 'number'
}

function notARow(): TypeError {
  return new TypeError('a line is no row of a parsed file')
}

export const parsedEnd = z.strictObject({ kind: z.literal('end'), rows: count, sha256: z.string() })

/** `<sha256>/<form>` as it was sent, `<sha256>/<form>@<assignment>` as assigned. */
export function submissionIdOf({
  sha256,
  form,
  assignment,
}: Pick<ParsedIdentity, 'sha256' | 'form' | 'assignment'>): string {
  return `${sha256}/${form}${assignment === undefined ? '' : `@${assignment}`}`
}

/** `<sha256>.<form>-<form version>.<reader>.<reference>.<key id>.<received_on>[.a<assignment>].ndjson.gz` */
export function parsedName(of: ParsedIdentity): string {
  const assigned = of.assignment === undefined ? '' : `.a${of.assignment}`
  return `${of.sha256}.${of.form}-${of.formVersion}.${of.reader}.${of.reference}.${of.keyId}.${of.receivedOn}${assigned}.ndjson.gz`
}
