import { describe, expect, it } from 'vitest'
import { besidesKinds } from '#sources/synthetic/mail/slip-kinds-besides.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import { halfYear, readIn, sheetsOf } from './sheets.ts'

const world = halfYear('nắng')

/** First row of a table, and letters of its columns; no form here has more than 26. */
const ROWS_FROM = 9
const letter = (column: number) => String.fromCharCode(65 + column)

const kinds = Object.entries(besidesKinds).flatMap(([form, own]) =>
  own.map((kind) => [`${form} ${kind.field} ${kind.code}`, form, kind] as const),
)

describe('one mistake in a sheet of the nine forms', () => {
  it.each(kinds)('%s: is told at its cell and costs what it must', async (_, form, kind) => {
    const [place] = sheetsOf(world, form).flatMap(({ spec, sheet, arrivedOn }) =>
      sheet.rows.flatMap((row, n) => {
        const typed = kind.typed(row, sheet.rows[n - 1])
        return typed === null ? [] : [{ spec, sheet, arrivedOn, n, typed }]
      }),
    )
    const { spec, sheet, arrivedOn, n, typed } = place ?? expect.fail('no row for it')
    const rows = sheet.rows.map((row, at) => (at === n ? { ...row, ...typed } : row))
    const bytes = await writeWorkbook({
      ...spec,
      sheets: [{ form: sheet.form, nil: false, rows }],
    })
    const { problems, sheets } = await readIn(world, bytes, arrivedOn)
    const told = problems.map(({ code, severity, cell }) => `${severity} ${code} ${cell}`)
    const column = Object.keys(sheet.form.columns).indexOf(kind.field)
    const severity = kind.severity ?? 'error'
    expect(told).toEqual([`${severity} ${kind.code} ${letter(column)}${ROWS_FROM + n}`])
    const lost = { nothing: 0, row: 1, sheet: rows.length }[kind.costs ?? 'row']
    expect(sheets[0]?.rowsAccepted).toBe(rows.length - lost)
  })
})
