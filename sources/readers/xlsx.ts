import type { Book } from './book.ts'
import { drawnTexts } from './drawings.ts'
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readSheet } from './sheet.ts'
import { refuseOtherZip } from './sniff.ts'
import { readDateStyles } from './styles.ts'
import { findWorkbook, readWorkbookPart } from './workbook-part.ts'
import { openZip } from './zip.ts'

/** What a workbook carries beside cells; none of it is ever opened. */
export type WorkbookNote = 'macro' | 'external-links'

/** A workbook in OOXML (.xlsx, .xlsm), transitional or strict, as sheets of cells. */
export function readXlsx(bytes: Uint8Array): Book & { readonly notes: readonly WorkbookNote[] } {
  const archive = openZip(bytes)
  const part = findWorkbook(archive) ?? refuseOtherZip(archive.names)
  const workbook = readWorkbookPart(archive, part)
  const book = {
    strings: readSharedStrings(archive, workbook.sharedStrings),
    dateStyles: readDateStyles(archive, workbook.styles),
    date1904: workbook.date1904,
  }
  const budget = { left: LIMITS.cells }
  const stamps: string[] = []
  const sheets = workbook.sheets.map((sheet) => {
    const read = readSheet(archive, sheet, book, budget)
    stamps.push(...read.stamps)
    return { name: sheet.name, hidden: sheet.hidden, rows: read.rows }
  })
  stamps.push(...drawnTexts(archive))
  if (sheets.every((sheet) => sheet.hidden || sheet.rows.length === 0)) refuse('empty-workbook')
  const notes: WorkbookNote[] = []
  if (workbook.macros) notes.push('macro')
  if (workbook.externalLinks) notes.push('external-links')
  return {
    kind: 'xlsx',
    sheets,
    date1904: workbook.date1904,
    envelope: null,
    notes,
    ...(stamps.length > 0 && { stamps }),
  }
}
