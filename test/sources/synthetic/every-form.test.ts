import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { tasksFor } from '#models/plans/tasks.ts'
import { cover } from '#sources/forms/cover.ts'
import type { Column } from '#sources/forms/form.ts'
import { forms } from '#sources/forms/index.ts'
import type { Value } from '#sources/submission.ts'
import { blankWorkbook, type WorkbookSpec, writeWorkbook } from '#sources/workbooks/template.ts'
import { csvOf, jsonOf, ndjsonOf, tsvOf, type Values } from '#test/support/typed.ts'
import { about, halfYear, meant, readIn, sheetsOf, understood } from './sheets.ts'

const worlds = ['nắng', 'gió'].map(halfYear)

/** Some sheets of a form out of each world: of different windows, and of reporters that differ. */
function some(form: string, most: number) {
  return worlds.flatMap((world) => {
    const all = sheetsOf(world, form)
    const step = Math.max(1, Math.floor(all.length / most))
    return all.filter((_, n) => n % step === 0 && n / step < most).map((one) => ({ world, ...one }))
  })
}

describe.each(forms.map(({ id }) => id))('%s', (form) => {
  it('filled into the blank workbook by its sender is accepted, with the rows that were meant', async () => {
    const [one] = some(form, 1)
    const { world, spec, sheet, arrivedOn } = one ?? expect.fail('nobody sends it')
    const { reporter, unit, window, plan } = spec
    const blank = await blankWorkbook({
      forms: [sheet.form],
      rows: { 'task-progress': tasksFor(world.plan, reporter).map((task) => ({ ...task })) },
      ...{ plan, reporter, unit, window },
    })
    const reading = await readIn(world, await filledIn(blank, spec, sheet.rows), arrivedOn)
    expect(understood(reading)).toEqual(meant(sheet))
  })

  it('means the same as a workbook, in text of three kinds and in json of two', async () => {
    const sheets = some(form, 3)
    expect(sheets.length).toBeGreaterThan(1)
    for (const { world, sheet, spec, arrivedOn } of sheets) {
      const workbook = await readIn(world, await writeWorkbook(spec), arrivedOn)
      expect(understood(workbook)).toEqual(meant(sheet))
      for (const bytes of [
        csvOf(sheet),
        csvOf(sheet, undefined, ','),
        tsvOf(sheet),
        jsonOf(sheet),
        ndjsonOf(sheet),
      ]) {
        const reading = await readIn(world, bytes, arrivedOn)
        expect(understood(reading)).toEqual(meant(sheet))
        expect(about(reading)).toEqual(about(workbook))
      }
    }
  })
})

/** First field of the cover, and first row of a table, in our workbooks. */
const COVER_FROM = 4
const ROWS_FROM = 9

/** The workbook opened, typed into below its headers and saved, as a spreadsheet program does it. */
async function filledIn(
  blank: Uint8Array,
  { cover: onCover, sheets }: WorkbookSpec,
  rows: readonly Values[],
): Promise<Uint8Array> {
  const workbook = await new ExcelJS.Workbook().xlsx.load(blank.slice().buffer as ExcelJS.Buffer)
  const block = workbook.getWorksheet(cover.sheet) ?? expect.fail('no cover')
  Object.entries<Column>(cover.columns).forEach(([field, column], n) => {
    const value = onCover[field] ?? null
    if (value !== null) block.getCell(COVER_FROM + n, 2).value = typed(column, value)
  })
  const { sheet, columns, preset } = sheets[0]?.form ?? expect.fail('no form')
  const table = workbook.getWorksheet(sheet) ?? expect.fail(`no sheet ${sheet}`)
  const given = preset === undefined || preset.kind === 'suggested' ? [] : preset.fields
  for (const [n, row] of rows.entries()) {
    for (const [at, [field, column]] of Object.entries(columns).entries()) {
      const value = row[field] ?? null
      const cell = table.getCell(ROWS_FROM + n, at + 1)
      if (value === null) continue
      if (given.includes(field)) expect(cell.text).toBe(String(typed(column, value)))
      else cell.value = typed(column, value)
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** A label out of the drop-down, a day, triệu đồng, a number; everything else as text. */
function typed({ kind, choices }: Column, value: Exclude<Value, null>): string | number | Date {
  if (choices !== null) return choices[value] ?? value
  if (kind === 'date') return new Date(`${value}T00:00:00Z`)
  if (kind === 'money') return Number(value) / 1000
  if (kind === 'commune') return String(value).replaceAll(/@[\d-]+/g, '')
  return value
}
