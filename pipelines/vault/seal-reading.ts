import { formById } from '#sources/forms/index.ts'
import type { Problem } from '#sources/problem.ts'
import type { Reading, SheetReading } from '#sources/submission.ts'
import type { PersonKey } from './keys.ts'
import type { Parsed, ParsedIdentity } from './parsed.ts'
import { submissionIdOf } from './parsed-lines.ts'
import { sealProblem, sealRow } from './seal.ts'

/** The form of a file in which none was found. */
export const NO_FORM = '-'

type FileIdentity = Omit<ParsedIdentity, 'form' | 'formVersion'>

/**
 * The submissions of one file as they may be kept outside the vault: one per form that was found, or a single one without a form, so
 * that every file leaves its problems somewhere.
 *
 * `before`: forms that an earlier reading found; those which this one does not find get an empty submission.
 */
export function sealReading(
  reading: Reading,
  file: FileIdentity,
  key: PersonKey,
  before: readonly { readonly form: string; readonly formVersion: number }[] = [],
): readonly Parsed[] {
  return sealRows(sealProblems(reading), file, key, before)
}

/** {@link sealReading} of a reading whose problems are masked already; masked twice, a value would seem to be the mask. */
export function sealRows(
  reading: Reading,
  file: FileIdentity,
  key: PersonKey,
  before: readonly { readonly form: string; readonly formVersion: number }[] = [],
): readonly Parsed[] {
  const names = new Set(reading.sheets.map((sheet) => sheet.sheet))
  const fileProblems = reading.problems.filter(({ sheet }) => sheet === null || !names.has(sheet))
  return sheetsOf(reading, before).map((sheet, position) =>
    sealSheet(sheet, position, fileProblems, reading.problems, file, key),
  )
}

/** The reading with its problems as they may be kept outside the vault; its rows are as they were. */
export function sealProblems(reading: Reading): Reading {
  const forms = new Map(reading.sheets.map((sheet) => [sheet.sheet, formById(sheet.form)]))
  const problems = reading.problems.map((problem) =>
    sealProblem(problem, problem.sheet === null ? undefined : forms.get(problem.sheet)),
  )
  return { ...reading, problems }
}

function sheetsOf(
  { sheets }: Reading,
  before: readonly { readonly form: string; readonly formVersion: number }[],
): readonly SheetReading[] {
  const found = sheets.length > 0 ? sheets : [nothing(NO_FORM, 0)]
  const lost = before.filter(({ form }) => !found.some((sheet) => sheet.form === form))
  return [...found, ...lost.map(({ form, formVersion }) => nothing(form, formVersion))]
}

function sealSheet(
  sheet: SheetReading,
  position: number,
  fileProblems: readonly Problem[],
  problems: readonly Problem[],
  file: FileIdentity,
  key: PersonKey,
): Parsed {
  const form = formById(sheet.form)
  const rows = form === undefined ? [] : sheet.rows.map((row) => sealRow(row, form, key))
  return {
    header: {
      kind: 'header',
      layout: 1,
      submissionId: submissionIdOf({ ...file, form: sheet.form }),
      ...file,
      form: sheet.form,
      formVersion: sheet.formVersion,
      position,
      sheet: sheet.sheet,
      reporter: sheet.reporter,
      window: sheet.window,
      revision: sheet.revision,
      nil: sheet.nil,
      dataTo: sheet.dataTo,
      documentNo: sheet.documentNo,
      documentDate: sheet.documentDate,
      outcome: sheet.outcome,
      rowsRead: sheet.rowsRead,
      rowsAccepted: sheet.rowsAccepted,
      columns: sheet.columns,
      fileProblems,
      problems: problems.filter((problem) => problem.sheet === sheet.sheet),
    },
    rows,
  }
}

function nothing(form: string, formVersion: number): SheetReading {
  return {
    form,
    formVersion,
    sheet: '',
    reporter: null,
    window: null,
    revision: null,
    nil: false,
    dataTo: null,
    documentNo: null,
    documentDate: null,
    outcome: 'rejected',
    rowsRead: 0,
    rowsAccepted: 0,
    columns: {},
    rows: [],
  }
}
