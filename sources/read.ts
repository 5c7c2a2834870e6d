import type { CellContext } from './cells/cell.ts'
import { cover as coverForm } from './forms/cover.ts'
import type { Pace } from './forms/frequency.ts'
import { anyForms } from './forms/index.ts'
import type { Problem } from './problem.ts'
import type { Book, Sheet } from './readers/book.ts'
import { type BookNote, isRefusal, type Refusal, readBook } from './readers/index.ts'
import type { Places } from './reference/places.ts'
import {
  type Assigned,
  afterAssignment,
  assignedIdentity,
  assignSheet,
  checkAssigned,
} from './sheets/assigned.ts'
import { type Cover, readCover } from './sheets/cover.ts'
import { identifyByCover } from './sheets/cover-identity.ts'
import { identifyByEnvelope } from './sheets/envelope-identity.ts'
import type { FileContext } from './sheets/file.ts'
import { type Identified, type Identity, type Known, unknownIdentity } from './sheets/identity.ts'
import { type Matched, matchSheets } from './sheets/match.ts'
import { isError, ofFile, ofSheet } from './sheets/problems.ts'
import { secretMark } from './sheets/secrecy.ts'
import { readSheet, type SheetResult } from './sheets/sheet.ts'
import { readSignedDocument } from './sheets/signed-document.ts'
import type { Outcome, Reading } from './submission.ts'
import { addDays, type CalendarDate } from './vocabulary/date.ts'
import type { Reporter, ReporterId } from './vocabulary/reporter.ts'
import type { Family } from './vocabulary/window.ts'
import { layout } from './workbooks/layout.ts'
import { isSlip } from './workbooks/slip.ts'

/** All that the meaning of a file depends on beside its bytes. */
export interface ReadContext {
  readonly fileName: string
  readonly receivedOn: CalendarDate
  readonly places: Places
  readonly reporters: readonly Reporter[]
  readonly plan: PlanFacts
  /** What a person said in place of the cover; absent while the file speaks for itself. */
  readonly assigned?: Assigned
  /** Also give cover and lines, of which the workbook of the next window is made. */
  readonly lines?: true
}

export interface PlanFacts {
  readonly id: string
  /** `195/KH-UBND`, as the cover must name it; empty where the paper leaves it blank. */
  readonly number: string
  /** By which the cover may name it where there is no number. */
  readonly title?: string
  readonly family: Family
  readonly provinceCode: string
  /** Whether the plan takes the form from the reporter. */
  readonly owed: (reporter: ReporterId, form: string) => boolean
  /** Forms that the plan takes at another pace than their own. */
  readonly paces?: Readonly<Record<string, Pace>>
}

/**
 * The answer for one file: a pure function of the bytes and the context.
 *
 *     bytes ─▶ book ─▶ sheets matched to cover and forms ─▶ identity ─▶ rows of cells ─▶ values ─▶ checks ─▶ reading
 */
export async function read(bytes: Uint8Array, context: ReadContext): Promise<Reading> {
  const book = await readBook(bytes)
  return isRefusal(book) ? unread(book, context) : readingOf(book, context, book.notes)
}

/** {@link read} from the sheets on: a book made by hand reads as well as one of bytes. The slip of an earlier answer is no part of it. */
export function readingOf(
  whole: Book,
  context: ReadContext,
  notes: readonly BookNote[] = [],
): Reading {
  const { assigned } = context
  const book = { ...whole, sheets: whole.sheets.filter(({ name }) => !isSlip(name)) }
  const found = matchSheets(book)
  const matched = assigned === undefined ? found : assignSheet(found, book, assigned.form)
  const secret = secretMark(book, found)
  if (secret !== null) return rejected([ofSheet(secret.sheet, 'secret')])
  const { cover } = matched
  const { identity, problems } = identify(book, matched, context)
  const misfits = [...notesOf(notes), ...checkSheets(book, matched, assigned), ...problems]
  const file = fileContext(book, identity, !misfits.some(isError), context)
  const results = matched.forms.map((found) => readSheet(found, file))
  return {
    outcome: outcomeOf(results, misfits),
    sheets: results.map(({ reading }) => reading),
    problems: [...misfits, ...results.flatMap((result) => result.problems)],
    ...(context.lines && cover !== null && { cover: coverValues(cover, book, context) }),
  }
}

function identify(book: Book, { cover, marker }: Matched, context: ReadContext): Identified {
  const { assigned, reporters } = context
  if (assigned === undefined) return identifyByOwnWords(book, { cover, marker }, context, context)
  const said = assignedIdentity(assigned, reporters)
  const known = { ...context, said }
  const { identity, problems } = identifyByOwnWords(book, { cover, marker }, context, known)
  return {
    identity: { ...identity, ...said },
    problems: [...checkAssigned(said, assigned), ...afterAssignment(problems)],
  }
}

function identifyByOwnWords(
  book: Book,
  { cover, marker }: Pick<Matched, 'cover' | 'marker'>,
  context: ReadContext,
  known: Known,
): Identified {
  if (book.envelope !== null) return identifyByEnvelope(book.envelope, known)
  if (cover === null) return { identity: unknownIdentity, problems: [] }
  const read = coverOf(cover, book, context)
  const { identity, problems } = identifyByCover(read, marker, known)
  return { identity, problems: [...read.problems, ...problems] }
}

function coverOf(sheet: Sheet, book: Book, context: ReadContext): Cover {
  return readCover(sheet, cellContext(book, context, context.receivedOn))
}

function coverValues(sheet: Sheet, book: Book, context: ReadContext): Reading['cover'] {
  const values = Object.entries(coverOf(sheet, book, context).values)
  return Object.fromEntries(values.map(([field, value]) => [field, value ?? null]))
}

function fileContext(
  { kind, date1904, envelope }: Book,
  identity: Identity,
  acceptable: boolean,
  context: ReadContext,
): FileContext {
  const { reporter } = identity
  return {
    kind,
    receivedOn: context.receivedOn,
    identity,
    acceptable,
    nil: envelope?.nil ?? null,
    lines: context.lines === true,
    owed: (form) => reporter !== null && context.plan.owed(reporter.id, form),
    every: (form) => context.plan.paces?.[form.id] ?? form.every,
    cells: ({ window }) => cellContext({ kind, date1904 }, context, addDays(window.to, -1)),
  }
}

function cellContext(
  { kind, date1904 }: Pick<Book, 'kind' | 'date1904'>,
  { receivedOn, places, plan: { provinceCode } }: ReadContext,
  on: CalendarDate,
): CellContext {
  return {
    on,
    receivedOn,
    date1904,
    numbersAsText: kind === 'csv',
    places,
    provinceCode,
    communes: new Set(places.communesOf(provinceCode, on).map(({ id }) => id)),
    dates: { dayFirst: 0, monthFirst: 0, either: 0 },
  }
}

/** What the book itself is, before anybody's words: macros that were not run, an encoding that was converted. */
function notesOf(notes: readonly BookNote[]): Problem[] {
  return notes.flatMap((note) => {
    if (note === 'macro') return [ofFile('macro', {}, 'warning')]
    if (note === 'windows-1258') return [ofFile('bad-encoding', { converted: note }, 'warning')]
    return []
  })
}

/** A report has a cover and at least one form; a sheet that nobody knows is told of, so that no row is lost unseen. */
function checkSheets(
  { sheets, envelope }: Book,
  { cover, forms, unknown, concealed, marker }: Matched,
  assigned: Assigned | undefined,
): Problem[] {
  if (envelope !== null) return []
  const visible = sheets.filter(({ hidden }) => !hidden)
  if (visible.every(({ rows }) => rows.length === 0)) return [ofFile('empty-workbook')]
  if (forms.length === 0) {
    return [
      ofFile('no-known-form', { known: anyForms.map(({ sheet }) => sheet) }),
      ...concealed.map(({ name }) => ofSheet(name, 'hidden-sheet', {}, 'warning')),
    ]
  }
  if (marker !== null && marker.layoutVersion !== layout.version) {
    const facts = { version: marker.layoutVersion, expected: layout.version }
    return [ofFile('wrong-version', facts)]
  }
  return [
    ...(cover === null && assigned === undefined
      ? [ofFile('cover-missing', { expected: coverForm.sheet })]
      : []),
    ...unknown.map(({ name }) => ofSheet(name, 'no-known-form', {}, 'warning')),
    ...concealed.map(({ name }) => ofSheet(name, 'hidden-sheet', {}, 'warning')),
  ]
}

function outcomeOf(results: readonly SheetResult[], misfits: readonly Problem[]): Outcome {
  const outcomes = results.map(({ reading }) => reading.outcome)
  if (misfits.some(isError) || outcomes.every((each) => each === 'rejected')) return 'rejected'
  return outcomes.every((each) => each === 'accepted') ? 'accepted' : 'partial'
}

function unread(refusal: Refusal, { assigned, reporters }: ReadContext): Reading {
  const document =
    assigned === undefined
      ? null
      : readSignedDocument(refusal, assigned, assignedIdentity(assigned, reporters))
  return document ?? refused(refusal)
}

function refused({ refused: code, facts }: Refusal): Reading {
  return rejected([ofFile(code, facts)])
}

function rejected(problems: readonly Problem[]): Reading {
  return { outcome: 'rejected', sheets: [], problems }
}
