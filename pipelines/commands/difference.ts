import { type Form, storedFields } from '#sources/forms/form.ts'
import { formById } from '#sources/forms/index.ts'
import type { Submission } from '../ledger/schema.ts'
import { counting } from '../ledger/submissions.ts'
import type { Station } from '../station.ts'
import { type Parsed, type ParsedRow, readParsed } from '../vault/parsed.ts'

/** What would change if one submission took the place of the one that counts. */
export interface Difference {
  /** Null where none counts. */
  readonly replaces: string | null
  readonly rowsBefore: number
  readonly rowsAfter: number
  /** Rows of the one that counts without a counterpart. */
  readonly gone: readonly Place[]
  readonly come: readonly Place[]
  /** Rows on both sides with other values in some column. */
  readonly changedRows: number
  /** By header of the column, the number of rows in which it differs; columns that stay in the vault are not compared. */
  readonly changedCells: Readonly<Record<string, number>>
}

/** A row of a sheet, and what tells it apart without telling whose it is. */
export interface Place {
  readonly row: number
  /** Kinds of identifiers with the last letters of their pseudonyms, or the values of the form's key. */
  readonly key: string
}

/** The difference between a submission and the one that counts for its form, reporter and window. */
export async function differenceFrom(
  { ledger, site }: Station,
  submission: Submission,
): Promise<Difference> {
  const own = (other: Submission) => other.submission_id === submission.submission_id
  const inForce = (await counting(ledger.db, submission)).findLast((other) => !own(other))
  const parsedOf = ({ parsed_name }: Submission) => readParsed(site.parsed, parsed_name)
  const before = inForce === undefined ? null : await parsedOf(inForce)
  return differenceOf(before, await parsedOf(submission))
}

/** Rows are the same person's when they share an identifier; on forms without persons, when their keys are equal. */
export function differenceOf(before: Parsed | null, after: Parsed): Difference {
  const form = formById(after.header.form)
  const { pairs, gone, come } = matched(before?.rows ?? [], after.rows, form)
  const fields = form === undefined ? [] : storedFields(form)
  const changes = pairs.map(([one, other]) =>
    fields.filter((field) => (one.values[field] ?? null) !== (other.values[field] ?? null)),
  )
  const cells = new Map<string, number>()
  for (const field of changes.flat()) {
    const header = form?.columns[field]?.header ?? field
    cells.set(header, (cells.get(header) ?? 0) + 1)
  }
  return {
    replaces: before?.header.submissionId ?? null,
    rowsBefore: before?.rows.length ?? 0,
    rowsAfter: after.rows.length,
    gone: gone.map((row) => placeOf(row, form)),
    come: come.map((row) => placeOf(row, form)),
    changedRows: changes.filter((fields) => fields.length > 0).length,
    changedCells: Object.fromEntries([...cells].sort(([, a], [, b]) => b - a)),
  }
}

/** As lines for a person. */
export function differenceLines(difference: Difference): readonly string[] {
  const { replaces, rowsBefore, rowsAfter, gone, come, changedRows, changedCells } = difference
  const list = (word: string, places: readonly Place[]) =>
    places.map(({ row, key }) => `  ${word} row ${row}: ${key}`)
  return [
    replaces === null
      ? `nothing counts in its place; rows ${rowsAfter}`
      : `rows ${rowsBefore} -> ${rowsAfter}: ${gone.length} gone, ${come.length} new, ${changedRows} changed`,
    ...list('gone', gone),
    ...list('new', come),
    ...Object.entries(changedCells).map(([header, n]) => `  changed in ${n} rows: ${header}`),
  ]
}

interface Matched {
  readonly pairs: readonly (readonly [before: ParsedRow, after: ParsedRow])[]
  readonly gone: readonly ParsedRow[]
  readonly come: readonly ParsedRow[]
}

function matched(
  before: readonly ParsedRow[],
  after: readonly ParsedRow[],
  form: Form | undefined,
): Matched {
  const left = new Set(before)
  const byKey = new Map<string, ParsedRow[]>()
  for (const row of before) {
    for (const key of keysOf(row, form)) byKey.set(key, [...(byKey.get(key) ?? []), row])
  }
  const pairs: [ParsedRow, ParsedRow][] = []
  const come: ParsedRow[] = []
  for (const row of after) {
    const same = keysOf(row, form).flatMap((key) => byKey.get(key) ?? [])
    const other = same.find((one) => left.has(one))
    if (other === undefined) come.push(row)
    else pairs.push([other, row])
    if (other !== undefined) left.delete(other)
  }
  return { pairs, gone: [...left], come }
}

function keysOf(row: ParsedRow, form: Form | undefined): readonly string[] {
  return row.ids.length > 0 ? row.ids : [keyOf(row, form)]
}

function keyOf({ values, unitId }: ParsedRow, form: Form | undefined): string {
  const own = (form?.key ?? []).map((field) => values[field]).filter((value) => value != null)
  return own.length > 0 ? own.join(' ') : unitId
}

function placeOf(row: ParsedRow, form: Form | undefined): Place {
  const ids = row.ids.map((id) => `${id.slice(0, id.indexOf(':'))} …${id.slice(-6)}`)
  return { row: row.row, key: ids.length > 0 ? ids.join(', ') : keyOf(row, form) }
}
