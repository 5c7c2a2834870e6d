import ExcelJS from 'exceljs'
import { cover } from '#sources/forms/cover.ts'

/** A workbook as an officer may have changed it before sending. */
export async function spoiled(
  bytes: Uint8Array,
  spoil: (book: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer)
  spoil(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Without its cover: nobody knows whose it is. */
export function coverless(book: ExcelJS.Workbook): void {
  const front = book.getWorksheet(cover.sheet)
  if (front === undefined) throw new Error(`no sheet '${cover.sheet}'`)
  book.removeWorksheet(front.id)
}

/** Writes other words to the right of a label of the cover. */
export function onCover(label: string, words: string) {
  return (book: ExcelJS.Workbook): void => {
    let found = false
    book.getWorksheet(cover.sheet)?.eachRow((row) => {
      row.eachCell((cell, column) => {
        if (String(cell.value).startsWith(label) && !found) {
          row.getCell(column + 1).value = words
          found = true
        }
      })
    })
    if (!found) throw new Error(`no label '${label}'`)
  }
}
