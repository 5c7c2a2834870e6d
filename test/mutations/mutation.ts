import type { Form } from '#sources/forms/form.ts'
import type { Problem, ProblemCode } from '#sources/problem.ts'
import type { BookName } from './books.ts'
import { coverSpot, type Edit, spotOf } from './edit.ts'
import type { Typed } from './parts.ts'

/** What an officer is told, and where: a cell, a header that is missing (sheet and field), a sheet, or the file. */
export interface Told {
  readonly code: ProblemCode
  readonly severity: Problem['severity']
  readonly sheet: string | null
  readonly cell: string | null
  readonly field: string | null
}

/** What a mistake keeps from being taken in. */
export type Costs = 'nothing' | 'row' | 'sheet' | 'file'

/** A way in which one place of a good workbook is made wrong, and what must come of it, written by hand. */
export interface Mutation {
  /** As its officer would say it. */
  readonly name: string
  readonly book: BookName
  readonly form: Form | null
  readonly edit: Edit
  readonly told: Told
  /** What else must then be said, because it follows from the rules. */
  readonly beside: readonly Told[]
  readonly costs: Costs
}

/** Another place than that of the mistake, and what is said there. */
type There = Pick<Told, 'code' | 'severity'> & { readonly field: string; readonly row: number }

interface More {
  /** Where it is told, when the rule is broken here and speaks there. */
  readonly at?: readonly [field: string, row: number]
  readonly beside?: readonly There[]
}

/** The table of one sheet of one workbook: each line is a class. */
export function classesIn(book: BookName, form: Form) {
  const there = ({ field, row, code, severity }: There): Told => ({
    ...spotOf(form, field, row),
    code,
    severity,
    field,
  })
  const line =
    (costs: Costs, severity: Problem['severity']) =>
    (
      name: string,
      field: string,
      row: number,
      typed: Typed,
      code: ProblemCode,
      { at: [toldAt, toldRow] = [field, row], beside = [] }: More = {},
    ): Mutation => ({
      name,
      book,
      form,
      edit: { on: 'cell', field, row, typed },
      told: there({ field: toldAt, row: toldRow, code, severity }),
      beside: beside.map(there),
      costs,
    })
  const onSheet = (
    name: string,
    edit: Edit,
    told: Partial<Told> & Pick<Told, 'code'>,
  ): Mutation => ({
    name,
    book,
    form,
    edit,
    told: { severity: 'error', sheet: form.sheet, cell: null, field: null, ...told },
    beside: [],
    costs: 'sheet',
  })
  const withholds = line('row', 'error')
  return {
    /** An error that withholds the row. */
    withholds,
    /** A warning: nothing is withheld. */
    warns: line('nothing', 'warning'),
    /** An error of one cell that refuses the sheet. */
    refuses: line('sheet', 'error'),
    /** Cells that must be filled: field, header as the officer reads it, row. */
    empties: (cells: readonly (readonly [field: string, header: string, row?: number])[]) =>
      cells.map(([field, header, row = 1]) =>
        withholds(`“${header}” is left empty`, field, row, null, 'required'),
      ),
    renames: (name: string, field: string, typed: string | null) =>
      onSheet(name, { on: 'header', field, typed }, { code: 'column-missing', field }),
    doubles: (name: string, field: string, cell: string) =>
      onSheet(name, { on: 'header-again', field }, { code: 'column-twice', cell, field }),
    onSheet,
    there: (field: string, row: number) => spotOf(form, field, row).cell,
  }
}

/** The table of the cover of one workbook. */
export function classesOnCover(book: BookName) {
  const there = ({ field, code, severity }: Omit<There, 'row'>): Told => ({
    ...coverSpot(field),
    code,
    severity,
    field,
  })
  const line =
    (costs: Costs, severity: Problem['severity']) =>
    (
      name: string,
      field: string,
      typed: Typed,
      code: ProblemCode,
      { at = field, beside = [] }: { at?: string; beside?: readonly Omit<There, 'row'>[] } = {},
    ): Mutation => ({
      name,
      book,
      form: null,
      edit: { on: 'cover', field, typed },
      told: there({ field: at, code, severity }),
      beside: beside.map(there),
      costs,
    })
  const refuses = line('file', 'error')
  return {
    refuses,
    warns: line('nothing', 'warning'),
    empties: (cells: readonly (readonly [field: string, label: string])[]) =>
      cells.map(([field, label]) =>
        refuses(`“${label}” of the cover is left empty`, field, null, 'cover-field-missing'),
      ),
    there,
  }
}
