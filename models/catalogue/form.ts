import { type Column, type Form, type Preset, tableOf } from '#sources/forms/form.ts'
import { type FormId, formById } from '#sources/forms/index.ts'
import type { Collection, Plan, Taken } from '../plans/plan.ts'

/** A column with its name in the table. */
export interface ColumnFacts
  extends Pick<Column, 'kind' | 'header' | 'need' | 'store' | 'help' | 'choices' | 'sql'> {
  readonly field: string
  readonly group: string | null
  /** Who fills it in, where not everybody does. */
  readonly owner: string | null
}

/** What the catalogue says of a form, as plain data. */
export interface FormFacts
  extends Pick<Form<FormId>, 'id' | 'number' | 'version' | 'title' | 'subtitle' | 'sheet'> {
  readonly table: string
  readonly submittedBy: Form['submittedBy']
  readonly every: Form['every']
  /** Header of the column that names the place of a row; null where it is the reporter's own. */
  readonly place: string | null
  /** Headers of the columns in which no two rows agree. */
  readonly key: readonly string[]
  readonly preset: PresetFacts | null
  readonly columns: readonly ColumnFacts[]
  /** What the checks of rows and of the sheet ask; a check without words is undefined, which a test refuses. */
  readonly checks: readonly (string | undefined)[]
  readonly asked: readonly { readonly plan: Plan; readonly lines: readonly Collection[] }[]
  readonly taken: readonly { readonly plan: Plan; readonly lines: readonly Taken[] }[]
}

/** Rows that stand in a blank sheet, by header; none where they follow from a plan. */
export interface PresetFacts {
  readonly kind: Preset['kind']
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Reads a form for the catalogue. */
export function formFacts(form: Form<FormId>, plans: readonly Plan[]): FormFacts {
  const { id, number, version, title, subtitle, sheet, submittedBy, every, unit, key } = form
  const header = (field: string) => form.columns[field]?.header ?? field
  return {
    ...{ id, number, version, title, subtitle, sheet, submittedBy, every },
    table: tableOf(form),
    place: unit === 'reporter' ? null : header(unit.column),
    key: key.map(header),
    preset: presetOf(form),
    columns: columnsOf(form),
    checks: [...form.rowChecks, ...form.tableChecks].flatMap<string | undefined>(
      ({ words }) => words ?? [undefined],
    ),
    asked: linesOf(plans, (plan) => plan.collection, id),
    taken: linesOf(plans, (plan) => plan.taken, id),
  }
}

/** Number and title of a form: what other articles call it. */
export function formName(id: FormId): Pick<FormFacts, 'id' | 'number' | 'title'> {
  const { number = id, title = id } = formById(id) ?? {}
  return { id, number, title }
}

function presetOf({ preset, columns }: Form): PresetFacts | null {
  if (preset === undefined) return null
  const { kind, fields, rows } = preset
  const shown = (field: string, value: unknown) =>
    columns[field]?.choices?.[`${value}`] ?? `${value ?? ''}`
  return {
    kind,
    head: fields.map((field) => columns[field]?.header ?? field),
    rows: rows.map((row) => fields.map((field) => shown(field, row[field]))),
  }
}

function columnsOf({ columns }: Form): readonly ColumnFacts[] {
  return Object.entries(columns).map(([field, column]) => {
    const { kind, header, need, store, help, choices, sql, group, owners } = column
    const owner = owners?.name ?? null
    return { field, kind, header, need, store, help, choices, sql, group, owner }
  })
}

function linesOf<L extends { readonly form: FormId }>(
  plans: readonly Plan[],
  of: (plan: Plan) => readonly L[],
  id: FormId,
): readonly { readonly plan: Plan; readonly lines: readonly L[] }[] {
  return plans
    .map((plan) => ({ plan, lines: of(plan).filter(({ form }) => form === id) }))
    .filter(({ lines }) => lines.length > 0)
}
