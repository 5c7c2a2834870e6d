import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type Book, cellPlace } from '#sources/readers/book.ts'
import { isRefusal, readBook } from '#sources/readers/index.ts'
import { type Mark, marked } from '#sources/workbooks/marked/index.ts'
import { redrawn } from '#sources/workbooks/marked/vml.ts'
import type { Slip } from '#sources/workbooks/slip.ts'

const SLIP = 'Phiếu kiểm tra số liệu'
const head = ['1', '2', '3', '4'] as const
const slip: Slip = {
  title: 'PHIẾU',
  facts: [],
  verdict: { text: 'KẾT QUẢ', tone: 'warning' },
  ask: [],
  forms: { title: 'BIỂU', head, rows: [] },
  lists: [],
}
const mark = (cell: string, text = 'Sửa.'): Mark => ({ sheet: 'A', cell, severity: 'error', text })

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...lines: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`
const to = (id: string, kind: string, target: string, base = RELATIONS) =>
  `<Relationship Id="${id}" Type="${base}/${kind}" Target="${target}"/>`

/** A workbook of one sheet, by hand; `parts` in place of its own. */
function bookOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const all: Readonly<Record<string, string | Uint8Array>> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations(to('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" sheetId="4" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(to('rId1', 'worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>`,
    ...parts,
  }
  const bytes = Object.entries(all).map(
    ([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part] as const,
  )
  return zipSync(Object.fromEntries(bytes))
}

async function readOf(bytes: Uint8Array): Promise<Book> {
  const book = await readBook(bytes)
  return isRefusal(book) ? expect.fail(JSON.stringify(book)) : book
}

const partOf = (bytes: Uint8Array, name: string) =>
  new TextDecoder().decode(unzipSync(bytes)[name] ?? expect.fail(`no ${name}`))

/** Names of the sheets, and what stands in the last. */
async function said(bytes: Uint8Array) {
  const { sheets } = await readOf(bytes)
  const cells = sheets
    .at(-1)
    ?.rows.flatMap(({ row, cells: own }) => [...own].map(([column, cell]) => [row, column, cell]))
  return { names: sheets.map(({ name }) => name), cells }
}

const NUMBER = [[1, 1, { kind: 'number', number: 7, isDate: false }]]

describe('a workbook that other programs wrote', () => {
  test.each([
    ['without styles', {}],
    [
      'of the strict standard',
      {
        'xl/workbook.xml':
          '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><sheets><sheet name="A" sheetId="4" r:id="rId1"/></sheets></workbook>',
        'xl/worksheets/sheet1.xml':
          '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>',
      },
    ],
    [
      'under a prefix',
      {
        'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:q="${RELATIONS}"><x:bookViews><x:workbookView activeTab="0"/></x:bookViews><x:sheets><x:sheet name="A" sheetId="4" q:id="rId1"/></x:sheets></x:workbook>`,
        'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      },
    ],
    [
      'in UTF-16',
      {
        'xl/worksheets/sheet1.xml': new Uint8Array(
          Buffer.from(
            `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>`,
            'utf16le',
          ),
        ),
      },
    ],
    [
      'with relations by whole addresses',
      {
        'xl/_rels/workbook.xml.rels': relations(
          to('rId1', 'worksheet', '/xl/worksheets/sheet1.xml'),
        ),
      },
    ],
  ])('is marked and reads as before: %s', async (_, parts) => {
    const answer = marked(bookOf(parts), [mark('A1'), mark('C3')], slip)
    expect(await said(answer)).toEqual({ names: [SLIP, 'A'], cells: NUMBER })
    const sheet = partOf(answer, 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<(x:)?c( r="A1")? s="\d+"/)
    expect(sheet).toMatch(/<(x:)?c r="C3" s="\d+"\/>/)
    expect(partOf(answer, 'xl/comments1.xml')).toContain('ref="C3"')
    expect(marked(answer, [mark('A1'), mark('C3')], slip)).toEqual(answer)
  })

  test('has the sheets of its names counted anew', () => {
    const names =
      '<definedNames><definedName name="Vung" localSheetId="0">A!$A$1</definedName></definedNames>'
    const sheets = '<sheets><sheet name="A" sheetId="4" r:id="rId1"/></sheets>'
    const workbook = `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView firstSheet="3" activeTab="2"/></bookViews>${sheets}${names}</workbook>`
    const answer = marked(bookOf({ 'xl/workbook.xml': workbook }), [], slip)
    const text = partOf(answer, 'xl/workbook.xml')
    expect(text).toContain('<definedName name="Vung" localSheetId="1">A!$A$1</definedName>')
    expect(text).toContain('<workbookView firstSheet="0" activeTab="0"/>')
  })
})

test('our words are found in a comment that Excel has joined to those of others', async () => {
  const joined = `<comments xmlns="${MAIN}"><authors><author>Lập</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t xml:space="preserve">Xem lại\n\n[${SLIP}]\nSửa.</t></r><r><t>đi</t></r></text></comment></commentList></comments>`
  const bytes = bookOf({
    'xl/worksheets/_rels/sheet1.xml.rels': relations(to('rId1', 'comments', '../comments1.xml')),
    'xl/comments1.xml': joined,
  })
  const comments = partOf(marked(bytes, [], slip), 'xl/comments1.xml')
  expect(comments).toContain('<text><r><t xml:space="preserve">Xem lại</t></r></text>')
})

describe('drawings of comments', () => {
  const at = (cell: string) => cellPlace(cell)

  test('are added to those of others, each under a number of its own', () => {
    const others =
      '<xml xmlns:v="urn:v"><v:shape id="_x0000_s1030" type="#x"><br></v:shape><v:shapetype id="_x0000_t202"></v:shapetype></xml>'
    const drawn = redrawn(
      others,
      [],
      [
        { ...at('B3'), letters: 40 },
        { ...at('C4'), letters: 4 },
      ],
    )
    expect(drawn).toContain('<v:shape id="_x0000_s1030" type="#x"><br></v:shape>')
    expect([...drawn.matchAll(/id="_x0000_s(\d+)"/g)].map(([, id]) => id)).toEqual([
      '1030',
      '1031',
      '1032',
    ])
    expect(drawn).toContain('<x:Row>2</x:Row><x:Column>1</x:Column>')
    expect(drawn.match(/<v:shapetype /g)).toHaveLength(1)
  })

  test('of a cell go, and no others', () => {
    const drawn = redrawn(
      null,
      [],
      [
        { ...at('B3'), letters: 4 },
        { ...at('B4'), letters: 4 },
      ],
    )
    const left = redrawn(drawn, [at('B3')], [])
    expect(left).not.toContain('<x:Row>2</x:Row>')
    expect(left).toContain('<x:Row>3</x:Row>')
  })
})
