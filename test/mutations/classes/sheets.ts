import { reoffence } from '#sources/forms/reoffence.ts'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import type { BookName } from '../books.ts'
import type { Edit } from '../edit.ts'
import type { Costs, Mutation, Told } from '../mutation.ts'
import { classesIn } from '../mutation.ts'
import { type Parts, partOf, sheetNames, textOf, withText } from '../parts.ts'

const WARD: BookName = 'the register of a ward'
const REGISTER = '01.Danh sach'
const COVER = '00.Thong tin'
const MARKER = '_hoanhap'

const register = classesIn(WARD, returneeRegister)
const quiet = classesIn('the lists of a quiet month', reoffence)

const ofBook = (
  name: string,
  edit: Edit,
  told: Partial<Told> & Pick<Told, 'code'>,
  costs: Costs,
): Mutation => ({
  name,
  book: WARD,
  form: returneeRegister,
  edit,
  told: { severity: 'error', sheet: null, cell: null, field: null, ...told },
  beside: [],
  costs,
})

/** Sheets: ticked and not, doubled, taken out, of other versions, handed out to somebody else. */
export const ofSheets: readonly Mutation[] = [
  quiet.onSheet(
    'the tick of a quiet month is taken away',
    { on: 'tick', typed: '☐ Không phát sinh trong kỳ' },
    { code: 'nothing-and-not-ticked', cell: 'A4' },
  ),
  quiet.onSheet(
    'the question of the tick is wiped out',
    { on: 'tick', typed: null },
    { code: 'nothing-and-not-ticked' },
  ),
  register.onSheet(
    'nothing happened, says the tick above the rows',
    { on: 'tick', typed: '☑ Không phát sinh trong kỳ' },
    { code: 'ticked-with-rows', cell: 'A4' },
  ),
  register.onSheet(
    'the row of headers is wiped out',
    { on: 'parts', change: withoutHeaders },
    { code: 'column-missing' },
  ),
  register.onSheet(
    'the sheet is copied, and both have rows',
    { on: 'parts', change: (parts) => withCopy(parts, 'Danh sach (2)') },
    { code: 'no-known-form' },
  ),
  ofBook(
    'a sheet of notes is added',
    { on: 'parts', change: (parts) => withNotes(parts, 'Ghi chú') },
    { code: 'no-known-form', severity: 'warning', sheet: 'Ghi chú' },
    'nothing',
  ),
  ofBook(
    'the cover is taken out',
    { on: 'parts', change: (parts) => withoutSheet(parts, COVER) },
    { code: 'cover-missing' },
    'file',
  ),
  ofBook(
    'the cover is sent alone',
    { on: 'parts', change: (parts) => withoutSheet(parts, REGISTER) },
    { code: 'no-known-form' },
    'file',
  ),
  ofBook(
    'everything is wiped out',
    { on: 'parts', change: wiped },
    { code: 'empty-workbook' },
    'file',
  ),
  register.onSheet(
    'the form is of a version to come',
    { on: 'cell-at', sheet: MARKER, cell: 'B3', typed: 2 },
    { code: 'wrong-version' },
  ),
  ofBook(
    'the workbook is of a layout of former times',
    { on: 'cell-at', sheet: MARKER, cell: 'B1', typed: 0 },
    { code: 'wrong-version' },
    'file',
  ),
  ofBook(
    'the workbook was handed out to a neighbour',
    { on: 'cell-at', sheet: MARKER, cell: 'B2', typed: 'police:07246' },
    { code: 'unknown-reporter', severity: 'warning', sheet: COVER, cell: 'B4', field: 'unit_code' },
    'nothing',
  ),
  ofBook(
    'a row was hidden by a filter and forgotten',
    { on: 'parts', change: withHiddenRow },
    { code: 'hidden-rows', severity: 'warning', sheet: REGISTER },
    'nothing',
  ),
  ofBook(
    'last month’s register is left in a hidden sheet',
    {
      on: 'parts',
      change: (parts) => {
        const more = withCopy(parts, 'Tháng trước')
        const book = textOf(more, 'xl/workbook.xml')
        const hidden = book.replace(
          'name="Tháng trước" state="visible"',
          'name="Tháng trước" state="hidden"',
        )
        return withText(more, 'xl/workbook.xml', hidden)
      },
    },
    { code: 'hidden-sheet', severity: 'warning', sheet: 'Tháng trước' },
    'nothing',
  ),
]

const NO_CELLS = /<sheetData>.*<\/sheetData>/s

function withoutHeaders(parts: Parts): Parts {
  const name = partOf(parts, REGISTER)
  return withText(parts, name, textOf(parts, name).replace(/<row r="7".*?<\/row>/s, ''))
}

function withHiddenRow(parts: Parts): Parts {
  const name = partOf(parts, REGISTER)
  return withText(parts, name, textOf(parts, name).replace('<row r="9"', '<row r="9" hidden="1"'))
}

function wiped(parts: Parts): Parts {
  return sheetNames(parts)
    .filter((name) => !name.startsWith('_'))
    .map((name) => partOf(parts, name))
    .reduce((all, name) => {
      return withText(all, name, textOf(all, name).replace(NO_CELLS, '<sheetData/>'))
    }, parts)
}

function withoutSheet(parts: Parts, name: string): Parts {
  const book = textOf(parts, 'xl/workbook.xml')
  const entry = new RegExp(`<sheet [^>]*?name="${name}"[^>]*/>`)
  return withText(parts, 'xl/workbook.xml', book.replace(entry, ''))
}

function withCopy(parts: Parts, name: string): Parts {
  return withSheet(parts, name, textOf(parts, partOf(parts, REGISTER)))
}

function withNotes(parts: Parts, name: string): Parts {
  const cell = '<c r="A1" t="inlineStr"><is><t>Việc cần làm trong tuần</t></is></c>'
  const rows = `<sheetData><row r="1">${cell}</row></sheetData>`
  return withSheet(parts, name, textOf(parts, partOf(parts, REGISTER)).replace(NO_CELLS, rows))
}

function withSheet(parts: Parts, name: string, xml: string): Parts {
  const target = 'worksheets/added.xml'
  const book = textOf(parts, 'xl/workbook.xml')
  const links = textOf(parts, 'xl/_rels/workbook.xml.rels')
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'
  const entry = `<sheet sheetId="99" name="${name}" state="visible" r:id="rId99"/></sheets>`
  const link = `<Relationship Id="rId99" Type="${type}" Target="${target}"/></Relationships>`
  const added = withText(parts, `xl/${target}`, xml)
  const listed = withText(added, 'xl/workbook.xml', book.replace('</sheets>', entry))
  return withText(listed, 'xl/_rels/workbook.xml.rels', links.replace('</Relationships>', link))
}
