import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { textsOf } from '#sources/readers/texts.ts'
import { finderOf } from '#sources/search.ts'

const NAME = 'Đặng Khiết Tường'
const find = finderOf([{ kind: 'words', text: NAME }])

async function workbook(write: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => unknown) {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Bảng')
  sheet.addRow(['x'])
  write(sheet, book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const half = { font: { bold: true }, text: 'Đặng Kh' }

describe('everything that is written in a workbook', () => {
  test.each<[string, (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => unknown]>([
    ['in a cell', (sheet) => sheet.addRow([NAME])],
    [
      'in a cell of several fonts',
      (sheet) => sheet.addRow([{ richText: [half, { text: 'iết Tường' }] }]),
    ],
    ['in a comment', (sheet) => Object.assign(sheet.getCell('A1'), { note: `xem ${NAME}` })],
    [
      'on a hidden sheet',
      (_, book) => book.addWorksheet('h', { state: 'veryHidden' }).addRow([NAME]),
    ],
    ['as the name of a sheet', (_, book) => book.addWorksheet(NAME)],
    ['among its properties', (_, book) => Object.assign(book, { creator: NAME })],
    [
      'in a header for printing',
      (sheet) => Object.assign(sheet.headerFooter, { oddHeader: `&L${NAME}` }),
    ],
  ])('is found %s', async (_, write) => {
    expect(find(textsOf(await workbook(write)) ?? [])).toEqual([0])
  })

  test('reads over the ends of cells: rather too much than too little', async () => {
    const beside = await workbook((sheet) => sheet.addRow(['Đặng Khiết', 'Tường Vi']))
    expect(find(textsOf(beside) ?? [])).toEqual([0])
    const apart = await workbook((sheet) => sheet.addRow(['Đặng Khiết', 'và', 'Tường Vi']))
    expect(find(textsOf(apart) ?? [])).toEqual([])
  })
})

describe('what cannot be read to its last part', () => {
  test('is a picture, an embedded file, a password, a scan, a broken zip', async () => {
    const part = (name: string) =>
      zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), [name]: strToU8('x') })
    expect(textsOf(part('xl/media/image1.png'))).toBeNull()
    expect(textsOf(part('xl/embeddings/a.bin'))).toBeNull()
    expect(textsOf(part('xl/printerSettings/printerSettings1.bin'))).not.toBeNull()
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])
    expect(textsOf(ole)).toBeNull()
    expect(textsOf(strToU8('%PDF-1.4'))).toBeNull()
    expect(textsOf(part('a.xml').slice(0, 40))).toBeNull()
  })
})

test('text and JSON are what they say, however their letters are written', () => {
  const json = JSON.stringify({ a: NAME }).replaceAll(/[^ -~]/g, (letter) => {
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  expect(find(textsOf(strToU8(json)) ?? [])).toEqual([0])
  expect(
    find(textsOf(strToU8('<p>&#272;&#7863;ng Khi&#x1EBF;t T&#x1B0;&#x1EDD;ng</p>')) ?? []),
  ).toEqual([0])
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${NAME};1\n`, 'utf16le'))
  expect(find(textsOf(utf16) ?? [])).toEqual([0])
})
