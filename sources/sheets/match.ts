import { cover } from '../forms/cover.ts'
import type { Form } from '../forms/form.ts'
import { anyForms, formById } from '../forms/index.ts'
import type { Book, Sheet } from '../readers/book.ts'
import { fold } from '../vocabulary/text.ts'
import { dataRows } from './body.ts'
import { headerKey, headerOf, likeness, looksLikeCover } from './header.ts'
import { type Marker, markerOf } from './marker.ts'

/** Which sheet of a book carries what. */
export interface Matched {
  readonly cover: Sheet | null
  readonly forms: readonly FormSheet[]
  /** Visible sheets that carry no known form although something stands in them. */
  readonly unknown: readonly Sheet[]
  /** Hidden sheets with rows of a known form, or a cover: they are not read, and that is told. */
  readonly concealed: readonly Sheet[]
  readonly marker: Marker | null
}

export interface FormSheet {
  readonly sheet: Sheet
  readonly form: Form
  /** The version that the file says it was made by; ours where it says none. */
  readonly version: number
  /** Name of another sheet with rows of the same form; one form of one file is one report. */
  readonly doubledBy: string | null
}

/** A name is believed unless almost nothing under it fits; headers alone must fit by half. */
const NAMED = 0.3
const UNNAMED = 0.5
/** Two columns may stand in anybody's notes, `Mục` and `Nội dung` as well. */
const LEAST_UNNAMED = 3

const formsByName = new Map(anyForms.map((form) => [fold(form.sheet), form]))
const COVER = headerKey(cover.sheet)

/** Matches sheets to cover and forms: by the hidden sheet, by name, by the headers themselves. */
export function matchSheets(book: Book): Matched {
  if (book.envelope !== null) return matchEnvelope(book)
  const marker = markerOf(book)
  const visible = book.sheets.filter(({ hidden }) => !hidden)
  const front =
    visible.find(({ name }) => headerKey(name) === COVER) ?? visible.find(looksLikeCover) ?? null
  const forms: FormSheet[] = []
  const unknown: Sheet[] = []
  for (const sheet of visible) {
    if (sheet === front || sheet.rows.length === 0) continue
    const form = formOf(sheet, marker)
    if (form === null) {
      unknown.push(sheet)
      continue
    }
    const version = marker?.sheets.get(sheet.name)?.version ?? form.version
    forms.push({ sheet, form, version, doubledBy: null })
  }
  const concealed = book.sheets.filter((sheet) => sheet.hidden && isReport(sheet, marker))
  return { cover: front, forms: onePerForm(forms), unknown, concealed, marker }
}

function matchEnvelope(book: Book): Matched {
  const form = formById(book.envelope?.form ?? '')
  const [sheet = { name: book.envelope?.form ?? '', hidden: false, rows: [] }] = book.sheets
  const forms =
    form === undefined
      ? []
      : [{ sheet, form, version: book.envelope?.version ?? form.version, doubledBy: null }]
  return {
    cover: null,
    forms,
    unknown: form === undefined ? [sheet] : [],
    concealed: [],
    marker: null,
  }
}

/** Of several sheets with one form, the one that bears its name, else the first; the others count only if they hold rows. */
function onePerForm(forms: readonly FormSheet[]): readonly FormSheet[] {
  const kept = new Map<string, FormSheet>()
  for (const each of forms) {
    const first = kept.get(each.form.id)
    if (first === undefined) {
      kept.set(each.form.id, each)
      continue
    }
    const [main, other] = isNamed(each) && !isNamed(first) ? [each, first] : [first, each]
    const doubledBy = holdsRows(other) ? other.sheet.name : first.doubledBy
    kept.set(each.form.id, { ...main, doubledBy })
  }
  return [...kept.values()]
}

function isReport(sheet: Sheet, marker: Marker | null): boolean {
  if (sheet.rows.length === 0) return false
  if (looksLikeCover(sheet)) return true
  const form = formOf(sheet, marker)
  return form !== null && holdsRows({ sheet, form })
}

function isNamed({ sheet, form }: FormSheet): boolean {
  return fold(sheet.name) === fold(form.sheet)
}

function holdsRows({ sheet, form }: Pick<FormSheet, 'sheet' | 'form'>): boolean {
  const header = headerOf(sheet, form)
  return header !== null && dataRows(sheet, header, form).length > 0
}

function formOf(sheet: Sheet, marker: Marker | null): Form | null {
  const named =
    formById(marker?.sheets.get(sheet.name)?.form ?? '') ?? formsByName.get(fold(sheet.name))
  if (named !== undefined && likeness(sheet, named) >= NAMED) return named
  const likely = anyForms
    .filter((form) => (headerOf(sheet, form)?.columns.size ?? 0) >= LEAST_UNNAMED)
    .map((form) => ({ form, fit: likeness(sheet, form) }))
    .reduce<{ form: Form; fit: number } | null>(
      (best, next) => (next.fit > (best?.fit ?? 0) ? next : best),
      null,
    )
  return likely !== null && likely.fit >= UNNAMED ? likely.form : (named ?? null)
}
