import ExcelJS from 'exceljs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { returneeRegister } from '#sources/forms/returnee-register.ts'
import { window } from '#sources/vocabulary/window.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import { context } from '#test/sources/made-book.ts'
import { resident } from './sent.ts'
import { spoiled } from './spoiled.ts'

export const LIST = '01.Danh sach'

/** Rows that nobody would complain of, but for those changes. */
export function residentRows(changes: Readonly<Record<number, object>>, rows = 8) {
  return Array.from({ length: rows }, (_, n) => ({
    case_file_no: `A-00${n}`,
    full_name: `Nguyễn Văn ${'ABCDEGHIKLMN'[n]}`,
    national_id: `02408500000${n}`,
    ...resident('x', '2026-01-05').values,
    certificate_date: '2026-01-06',
    completion_date: '2026-01-05',
    reported_on: '2026-01-06',
    received_on: '2026-01-07',
    ...changes[n],
  }))
}

/** The register of Công an phường Bắc Giang for January 2026; data begins in row 9. */
export function registerBook(changes: Readonly<Record<number, object>> = {}): Promise<Uint8Array> {
  const [reporter] = context.reporters
  const unit = context.places.byId('07210@2025-07-01')
  if (reporter === undefined || unit === undefined) throw new Error('no Bắc Giang')
  return writeWorkbook({
    plan: { number: '195/KH-UBND', title: 'Công tác tái hòa nhập cộng đồng năm 2026' },
    reporter,
    unit,
    window: window('adm:2026-01'),
    cover: { data_to: '2026-01-14', prepared_by: 'Trần Văn Lập' },
    sheets: [{ form: returneeRegister, nil: false, rows: residentRows(changes) as never }],
  })
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/**
 * What officers do to a workbook: a sheet of sums, fills and fonts of their own, comments, names, a picture, a chart and whatever else their
 * program keeps.
 */
export async function officersBook(
  changes: Readonly<Record<number, object>> = {},
): Promise<Uint8Array> {
  const worked = await spoiled(await registerBook(changes), (book) => {
    const list = book.getWorksheet(LIST)
    if (list === undefined) throw new Error(LIST)
    const paint = (argb: string) =>
      ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const
    list.getCell('C9').style = { ...list.getCell('C9').style, fill: paint('FF92D050') }
    list.getCell('H10').style = { ...list.getCell('H10').style, fill: paint('FF00B0F0') }
    list.getCell('D10').note = 'Đã đối chiếu thẻ căn cước'
    list.getCell('AY12').value = {
      richText: [{ text: 'hẹn ' }, { font: { bold: true }, text: 'tuần sau' }],
    }
    const sums = book.addWorksheet('Tinh')
    sums.getCell('A1').value = { formula: `COUNTA('${LIST}'!B9:B16)`, result: 8 }
    sums.getCell('B2').value = { formula: 'A1*2', result: 16 }
    sums.getCell('C3').value = { text: 'trang chủ', hyperlink: 'https://bacninh.gov.vn' }
    const image = book.addImage({ buffer: PIXEL as never, extension: 'png' })
    sums.addImage(image, 'D4:F8')
    book.definedNames.add(`'${LIST}'!$B$9:$B$16`, 'HoSo')
  })
  const parts = unzipSync(worked)
  const added = {
    'xl/charts/chart1.xml': strToU8('<c:chartSpace xmlns:c="urn:c"><c:chart/></c:chartSpace>'),
    'customXml/item1.xml': strToU8('<b:Sources xmlns:b="urn:b" Style="APA"/>'),
    'xl/printerSettings/printerSettings1.bin': Uint8Array.of(1, 0, 255, 3),
  }
  return zipSync({ ...parts, ...added })
}

/** Everything of a workbook that a person would see, by another program. */
export async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer)
  return book
}
