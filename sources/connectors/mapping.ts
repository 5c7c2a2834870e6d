import { isCalendarDate } from '../vocabulary/date.ts'
import { isWindowId } from '../vocabulary/window.ts'

/** How the other system writes a day: `14/9/2026` (also with `.` or `-`), `2026-09-14`, `20260914`. */
export type DayOrder = 'd/m/y' | 'y-m-d' | 'ymd'

/** What one of their columns is in our form. */
export interface FieldMap {
  readonly field: string
  /** Their word → our code; words that are not named stay as they are. */
  readonly values?: Readonly<Record<string, string>> | undefined
  readonly date?: DayOrder | undefined
}

/** A fact about the whole document: the same for all, or in a column of every row, behind a prefix (`police:`). */
export type Fact =
  | { readonly fixed: string }
  | { readonly column: string; readonly prefix?: string | undefined }

/** How rows of another system become documents of one form, one for each reporter and window. Nothing is guessed. */
export interface Mapping {
  readonly form: string
  readonly version: number
  readonly reporter: Fact
  readonly window: Fact
  /** The highest of the rows counts; `{ fixed: '1' }` where the system knows none. */
  readonly revision: Fact
  /** Their column → our field. */
  readonly columns: Readonly<Record<string, FieldMap>>
}

/** A value as the other system gives it. */
export type Raw = string | number | boolean | null

/** Whose document, and of when. */
export interface Owner {
  readonly reporter: string
  readonly window: string
}

/** A row in the mapping's terms: its revision, and its values in the order of the mapping's columns. */
export interface MappedRow {
  readonly revision: string
  readonly values: readonly Raw[]
}

/**
 * The document of one reporter and window, as the JSON reader knows it: the envelope, then a row a line, in one order whatever the order
 * in which they came, so that the same rows are the same bytes.
 *
 * A value that the mapping does not understand is handed on as it is: reading refuses it and tells its author.
 *
 * @throws RangeError for a revision that is no whole number from 1 on.
 */
export function documentOf(mapping: Mapping, owner: Owner, rows: readonly MappedRow[]): Uint8Array {
  const fields = Object.values(mapping.columns)
  const revision = Math.max(...rows.map((row) => wholeOf(row.revision)))
  const head = { form: mapping.form, version: mapping.version, ...owner, revision, nil: 'khong' }
  const lines = rows.map(({ values }) =>
    JSON.stringify(
      Object.fromEntries(fields.map((map, n) => [map.field, fieldValue(map, values[n] ?? null)])),
    ),
  )
  return new TextEncoder().encode(`${[JSON.stringify(head), ...lines.sort()].join('\n')}\n`)
}

/** The columns of the other system that a mapping needs. */
export function columnsOf({ columns, reporter, window, revision }: Mapping): readonly string[] {
  const facts = [reporter, window, revision].flatMap((fact) =>
    'column' in fact ? [fact.column] : [],
  )
  return [...new Set([...Object.keys(columns), ...facts])]
}

/** No person's number or name has this shape: names of deliveries stand in ledger and log. */
const REPORTER = /^(?:(?:police|committee):\d{3,5}|(?:agency|facility):[a-z][a-z0-9-]*)$/

/** The name of a delivery, `adm:2026-09/police:07210`; null where the one is no reporter or the other no window. */
export function nameOf({ reporter, window }: Owner): string | null {
  return REPORTER.test(reporter) && isWindowId(window) ? `${window}/${reporter}` : null
}

/** The owner in a name, with what follows it. */
export function ownerIn(name: string): (Owner & { readonly rest: string }) | null {
  const [, window, reporter, rest = ''] = /^([^\s/]+)\/([^\s/]+)(?:\/(.*))?$/s.exec(name) ?? []
  return window === undefined || reporter === undefined ? null : { window, reporter, rest }
}

function fieldValue({ values, date }: FieldMap, raw: Raw): Raw {
  if (raw === null) return null
  const text = String(raw).trim()
  if (text === '') return null
  if (values !== undefined && Object.hasOwn(values, text)) return values[text] ?? null
  return date === undefined ? (typeof raw === 'string' ? text : raw) : dayOf(date, text)
}

const DAYS: Readonly<Record<DayOrder, RegExp>> = {
  'd/m/y': /^(?<d>\d{1,2})[/.-](?<m>\d{1,2})[/.-](?<y>\d{4})$/,
  'y-m-d': /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/,
  ymd: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
}

function dayOf(order: DayOrder, text: string): string {
  const parts = DAYS[order].exec(text)?.groups
  if (parts === undefined) return text
  const day = [parts['y'], parts['m']?.padStart(2, '0'), parts['d']?.padStart(2, '0')].join('-')
  return isCalendarDate(day) ? day : text
}

function wholeOf(revision: string): number {
  if (/^[1-9]\d{0,5}$/.test(revision)) return Number(revision)
  throw new RangeError('the revision of a row is none of 1, 2, 3 …')
}
