import type { Column, Form } from '#sources/forms/form.ts'
import { places } from '#sources/reference/places.ts'
import type { Value } from '#sources/submission.ts'

export type Values = Readonly<Record<string, Value>>

/** One sheet as its sender means it, whatever file it is sent in. */
export interface Sheet {
  readonly form: Form
  readonly reporter: string
  readonly window: string
  readonly dataTo: string
  readonly rows: readonly Values[]
}

/** How somebody types a value that is there. */
export type Typing = (column: Column, value: string | number) => string

/** As most do: labels, `25/8/2026`, `1234,5`, `07210 Bắc Giang`. */
export const usual: Typing = ({ kind, choices }, value) => {
  if (choices !== null) return choices[value] ?? String(value)
  if (kind === 'date') return String(value).split('-').reverse().join('/')
  if (kind === 'money') return String(Number(value) / 1000).replace('.', ',')
  if (kind === 'commune') return communes(value, (unit) => `${unit.code} ${unit.name}`)
  return String(value)
}

/** Each commune of a value in other words. */
export function communes(
  value: string | number,
  say: (unit: { readonly code: string; readonly name: string; readonly type: string }) => string,
): string {
  return String(value)
    .split('; ')
    .map((id) => {
      const unit = places().byId(id)
      return unit === undefined ? id : say(unit)
    })
    .join('; ')
}

/** Delimited text with the envelope above it, as UTF-8 with a mark in front. */
export function csvOf(sheet: Sheet, typing: Typing = usual, delimiter = ';'): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${delimited(sheet, typing, delimiter)}`)
}

/** What Excel saves as "Unicode Text": tabs, UTF-16 with a mark in front. */
export function tsvOf(sheet: Sheet, typing: Typing = usual): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${delimited(sheet, typing, '\t')}`, 'utf16le'))
}

export function jsonOf(sheet: Sheet): Uint8Array {
  const rows = sheet.rows.map((row) => machineRow(sheet.form, row))
  return new TextEncoder().encode(JSON.stringify({ ...envelopeOf(sheet), rows }))
}

export function ndjsonOf(sheet: Sheet): Uint8Array {
  const lines = [envelopeOf(sheet), ...sheet.rows.map((row) => machineRow(sheet.form, row))]
  return new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

function delimited({ form, rows, ...sheet }: Sheet, typing: Typing, delimiter: string): string {
  const columns = Object.entries(form.columns)
  const { dataTo, ...envelope } = envelopeOf({ form, rows, ...sheet })
  const head = Object.entries({ ...envelope, data_to: dataTo }).map(
    ([key, value]) => `# ${key}: ${value}`,
  )
  const records = [
    columns.map(([, { header }]) => header),
    ...rows.map((row) =>
      columns.map(([field, column]) => {
        const value = row[field] ?? null
        return value === null ? '' : typing(column, value)
      }),
    ),
  ]
  const lines = records.map((record) => record.map((text) => quoted(text, delimiter)))
  return [...head, ...lines.map((line) => line.join(delimiter)), ''].join('\r\n')
}

function envelopeOf({ form, reporter, window, dataTo, rows }: Sheet) {
  const nil = rows.length === 0 ? 'co' : 'khong'
  return { form: form.id, version: form.version, reporter, window, revision: 1, nil, dataTo }
}

/** As a program sends it: codes, ISO days, triệu đồng as numbers. */
function machineRow({ columns }: Form, row: Values): Values {
  return Object.fromEntries(
    Object.entries(columns).map(([field, { kind }]) => {
      const value = row[field] ?? null
      if (value === null) return [field, null]
      if (kind === 'money') return [field, Number(value) / 1000]
      return [field, kind === 'commune' ? communes(value, ({ code }) => code) : value]
    }),
  )
}

function quoted(text: string, delimiter: string): string {
  return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
}
