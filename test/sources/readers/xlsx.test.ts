import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import type { Cell, Sheet } from '#sources/readers/book.ts'
import { isRefusal, type ReadBook, readBook } from '#sources/readers/index.ts'
import { workbookOf } from './zip-maker.ts'

async function bookOf(bytes: Uint8Array): Promise<ReadBook> {
  const read = await readBook(bytes)
  if (isRefusal(read)) throw new Error(JSON.stringify(read))
  return read
}

/** `{ A1: …, C7: … }` of the first sheet, or the one named. */
async function cellsOf(bytes: Uint8Array, name?: string): Promise<Record<string, Cell>> {
  const { sheets } = await bookOf(bytes)
  const sheet = name === undefined ? sheets[0] : sheets.find((one) => one.name === name)
  return addressed(sheet)
}

function addressed(sheet: Sheet | undefined): Record<string, Cell> {
  const rows = sheet?.rows ?? []
  return Object.fromEntries(
    rows.flatMap(({ row, cells }) =>
      [...cells].map(([column, cell]) => [`${String.fromCharCode(64 + column)}${row}`, cell]),
    ),
  )
}

const text = (text: string): Cell => ({ kind: 'text', text })
const number = (number: number, isDate = false): Cell => ({ kind: 'number', number, isDate })
const sheetOf = (xml: string) => workbookOf(`<sheetData>${xml}</sheetData>`)

describe('what exceljs writes', () => {
  test('comes back cell by cell', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('Biểu 01 & "phụ"')
    sheet.getCell('A1').value = 'Nguyễn Thị Ánh <b> & "c"'
    sheet.getCell('B1').value = 1234.5
    sheet.getCell('C1').value = new Date('2026-01-14T00:00:00Z')
    sheet.getCell('D1').value = true
    sheet.getCell('E1').value = { error: '#N/A' }
    sheet.getCell('F1').value = { formula: 'B1*2', result: 2469 }
    sheet.getCell('G1').value = { formula: 'A1', result: 'chữ' }
    sheet.getCell('H1').value = { formula: 'B1*2', result: undefined as never }
    sheet.getCell('I1').value = {
      richText: [{ text: 'một ' }, { font: { bold: true }, text: 'hai' }],
    }
    sheet.getCell('J1').value = { text: 'cổng', hyperlink: 'https://example.vn/' }
    sheet.getCell('K1').value = '  \u200b \t'
    sheet.getCell('L1').value = 'dòng một\ndòng hai'
    sheet.getCell('M1').value = { formula: 'TODAY()', result: new Date('2026-01-15T00:00:00Z') }
    sheet.getCell('A5').value = { formula: '1/0', result: { error: '#DIV/0!' } }
    sheet.getCell('A6').value = 46036
    sheet.getCell('A6').numFmt = 'dd/mm/yyyy'
    sheet.getCell('B6').value = 46036.5
    sheet.getCell('B6').numFmt = 'h:mm'
    sheet.getCell('A9').style = { font: { bold: true } }
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())

    const book = await bookOf(bytes)
    expect(book).toMatchObject({ kind: 'xlsx', date1904: false, envelope: null, notes: [] })
    expect(book.sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
      { name: 'Biểu 01 & "phụ"', hidden: false },
    ])
    expect(addressed(book.sheets[0])).toEqual({
      A1: text('Nguyễn Thị Ánh <b> & "c"'),
      B1: number(1234.5),
      // Day 46036 of Excel is 14/1/2026: 2026-01-14 minus 1899-12-30.
      C1: number(46036, true),
      D1: { kind: 'boolean', boolean: true },
      E1: { kind: 'error', text: '#N/A' },
      F1: number(2469),
      G1: text('chữ'),
      H1: { kind: 'formula-without-value' },
      I1: text('một hai'),
      J1: text('cổng'),
      L1: text('dòng một\ndòng hai'),
      M1: number(46037, true),
      A5: { kind: 'error', text: '#DIV/0!' },
      A6: number(46036, true),
      B6: number(46036.5),
    })
  })

  test('without shared strings, with 1904, hidden sheets and merges', async () => {
    const workbook = new ExcelJS.Workbook()
    workbook.properties.date1904 = true
    const sheet = workbook.addWorksheet('1')
    sheet.getCell('A1').value = 'gốc'
    sheet.mergeCells('A1:C2')
    sheet.getCell('A4').value = new Date('2026-01-14T00:00:00Z')
    workbook.addWorksheet('2', { state: 'hidden' }).getCell('A1').value = 'ẩn'
    workbook.addWorksheet('3', { state: 'veryHidden' }).getCell('A1').value = 'ẩn kỹ'
    const bytes = new Uint8Array(
      await workbook.xlsx.writeBuffer({ useSharedStrings: false } as never),
    )
    const book = await bookOf(bytes)
    expect(book.date1904).toBe(true)
    expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['1', false],
      ['2', true],
      ['3', true],
    ])
    // 46036 − 1462: the two calendars are four years and a day apart.
    expect(addressed(book.sheets[0])).toEqual({ A1: text('gốc'), A4: number(44574, true) })
  })
})

describe('what other programs write', () => {
  test('prefixed elements, strict namespaces, absolute targets, another name of the workbook', async () => {
    const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    const office = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const bytes = workbookOf('', {
      '_rels/.rels': `<p:Relationships xmlns:p="x"><p:Relationship Id="a" Type="${office}/officeDocument" Target="/xl/workbook2.xml"/></p:Relationships>`,
      'xl/workbook2.xml': `<x:workbook xmlns:x="${strict}" xmlns:d3p1="${office}" conformance="strict"><x:workbookPr/><x:sheets><x:sheet name="T&#7893;ng" sheetId="9" d3p1:id="q"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook2.xml.rels': `<Relationships><Relationship Id="q" Type="${office}/worksheet" Target="../xl/worksheets/./sheet1.xml"/><Relationship Id="s" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
      'xl/sharedStrings.xml':
        '<x:sst xmlns:x="y"><x:si><x:r><x:t xml:space="preserve">hai </x:t></x:r><x:r><x:t>phần</x:t></x:r><x:rPh sb="0" eb="1"><x:t>bỏ</x:t></x:rPh></x:si></x:sst>',
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${strict}" xmlns:y="z"><x:sheetData><x:row r="3"><x:c r="B3" t="s"><x:v>0</x:v></x:c><x:c r="C3" t="d"><x:v>2026-01-14T00:00:00</x:v></x:c><y:c r="D3"><y:v>7</y:v></y:c></x:row></x:sheetData></x:worksheet>`,
    })
    const { sheets } = await bookOf(bytes)
    expect(sheets[0]?.name).toBe('Tổng')
    expect(addressed(sheets[0])).toEqual({ B3: text('hai phần'), C3: number(46036, true) })
  })

  test('rows and cells without addresses count on from the one before', async () => {
    const xml =
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    expect(await cellsOf(sheetOf(xml))).toEqual({
      A1: number(1),
      B1: number(2),
      C4: number(3),
      D4: number(4),
      A5: number(5),
    })
  })

  test('UTF-16 parts, a BOM, inline and escaped texts, empty results of formulas', async () => {
    const xml = `<row r="1"><c r="A1" t="inlineStr"><is><r><t>trực </t></r><r><t>tiếp</t></r></is></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><f>1</f><v></v></c><c r="D1" t="s"><v>0</v></c><c r="E1" t="inlineStr"><is><t>a_x000D_b_x005F_</t></is></c><c r="F1" t="b"><v>0</v></c><c r="G1" s="1"><v>1E2</v></c></row>`
    const bytes = workbookOf(`<sheetData>${xml}</sheetData>`, {
      'xl/sharedStrings.xml': '\ufeff<sst><si><t>một</t></si></sst>',
    })
    expect(await cellsOf(bytes)).toEqual({
      A1: text('trực tiếp'),
      C1: { kind: 'formula-without-value' },
      D1: text('một'),
      E1: text('a\rb_'),
      F1: { kind: 'boolean', boolean: false },
      G1: number(100, true),
    })
  })

  test('values that a program left under a merge', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="B2"><v>4</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    const { sheets } = await bookOf(workbookOf(xml))
    expect(addressed(sheets[0])).toEqual({ A1: number(1), C1: number(3) })
    expect(sheets[0]?.rows.map(({ row }) => row)).toEqual([1])
  })

  test('macros and links to other books are noted and left alone', async () => {
    const bytes = workbookOf('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', {
      'xl/vbaProject.bin': 'không đọc',
      'xl/externalLinks/externalLink1.xml': '<!DOCTYPE x>',
    })
    expect((await bookOf(bytes)).notes).toEqual(['macro', 'external-links'])
  })
})

describe('a workbook that contradicts itself is damaged', () => {
  test.each([
    ['a row twice', '<row r="2"><c r="A2"><v>1</v></c></row><row r="2"/>', 'row-order'],
    ['a cell twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', 'cell-twice'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>', 'address'],
    ['a cell beyond the sheet', '<row r="1"><c r="XFE1"><v>1</v></c></row>', 'address'],
    ['a row beyond the sheet', '<row r="1048577"/>', 'row-order'],
    [
      'a string that is not there',
      '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
      'shared-string',
    ],
    ['a number that is none', '<row r="1"><c r="A1"><v>12,5</v></c></row>', 'number'],
    ['an infinite number', '<row r="1"><c r="A1"><v>1E999</v></c></row>', 'number'],
    ['a day that does not exist', '<row r="1"><c r="A1" t="d"><v>2026-02-30</v></c></row>', 'date'],
    ['XML that does not close', '<row r="1"><c r="A1"><v>1</v></row>', 'xml'],
  ])('%s', async (_, xml, reason) => {
    expect(await readBook(sheetOf(xml))).toMatchObject({
      refused: 'damaged-file',
      facts: { reason, part: 'xl/worksheets/sheet1.xml' },
    })
  })
})
