import type { CoverField } from '#sources/forms/cover.ts'
import { releaseNotice } from '#sources/forms/release-notice.ts'
import { type Cell, cellAddress, type Sheet } from '#sources/readers/book.ts'
import { coverSheet, formSheet, type Typed } from '#test/sources/made-book.ts'
import { type Entry, zipOf } from '#test/sources/readers/zip-maker.ts'

/** Day on which all of these files are received. */
export const RECEIVED_ON = '2026-03-20'
export const COVER = '00.Thong tin'
export const SHEET = '02.Thong bao'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export type Row = Readonly<Record<string, Typed>>

/** Two people announced for March; the rows stand in 9 and 10. */
export const people: readonly Row[] = [
  {
    full_name: 'Người Một',
    national_id: '024085000001',
    birth_year: 1985,
    facility: 'Trại giam mẫu',
    notice_date: { day: '2026-02-20' },
    release_basis: 'Chấp hành xong án phạt tù',
    release_date: { day: '2026-03-01' },
    commune: '07210',
  },
  {
    full_name: 'Người Hai',
    national_id: '024190000002',
    birth_year: 1990,
    facility: 'Trại giam mẫu',
    notice_date: { day: '2026-02-21' },
    release_basis: 'Chấp hành xong án phạt tù',
    release_date: { day: '2026-03-02' },
    commune: '07210',
  },
]

/** What differs from the good report. */
export interface Changes {
  readonly cover?: Partial<Record<CoverField, Typed>>
  readonly rows?: readonly Row[]
  readonly above?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  readonly tick?: string
  /** Address → the whole `<c>`, in the sheet of the form. */
  readonly cells?: Readonly<Record<string, string>>
  /** The sheet's XML after everything else. */
  readonly sheet?: (xml: string) => string
  /** Parts in the place of others or beside them. */
  readonly parts?: Readonly<Record<string, string>>
}

/** The parts of the province police's report for March 2026, name → XML. */
export function partsOf(changes: Changes = {}): Record<string, string> {
  const cover = coverSheet({
    unit_code: 'cong-an-tinh',
    unit_name: 'Công an tỉnh',
    reporting_body: 'Công an tỉnh',
    window: 'Tháng 3/2026',
    data_to: { day: '2026-03-14' },
    ...changes.cover,
  })
  const { rows = people, above = [], headers = {}, tick = '☐' } = changes
  const form = formSheet({ form: releaseNotice, rows, above, headers, tick })
  const xml = sheetXml(form, changes.cells)
  return {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><sheets><sheet name="${COVER}" sheetId="1" r:id="r1"/><sheet name="${SHEET}" sheetId="2" r:id="r2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="r3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r4" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': '<sst><si><t>Trại giam mẫu</t></si></sst>',
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': sheetXml(cover),
    'xl/worksheets/sheet2.xml': changes.sheet?.(xml) ?? xml,
    ...changes.parts,
  }
}

/** {@link partsOf} as a file. */
export function report(changes: Changes = {}): Uint8Array {
  return packed(partsOf(changes))
}

/** Parts as a zip, then entries that a good one would not have. */
export function packed(
  parts: Readonly<Record<string, string>>,
  more: readonly Entry[] = [],
): Uint8Array {
  return zipOf([...Object.entries(parts).map(([name, data]) => ({ name, data })), ...more])
}

function sheetXml({ rows }: Sheet, cells: Readonly<Record<string, string>> = {}): string {
  const lines = rows.map(({ row, cells: own }) => {
    const addresses = new Set([...own.keys()].map((column) => cellAddress(row, column)))
    const added = Object.keys(cells).filter(
      (each) => each.replace(/\D/g, '') === String(row) && !addresses.has(each),
    )
    const said = [...own].map(([column, cell]) => {
      const address = cellAddress(row, column)
      return [address, cells[address] ?? cellXml(address, cell)] as const
    })
    const all = [...said, ...added.map((address) => [address, cells[address] ?? ''] as const)]
    const inOrder = all.sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
    return `<row r="${row}">${inOrder.map(([, xml]) => xml).join('')}</row>`
  })
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function cellXml(address: string, cell: Cell): string {
  if (cell.kind === 'number') {
    return `<c r="${address}"${cell.isDate ? ' s="1"' : ''}><v>${cell.number}</v></c>`
  }
  return cell.kind === 'text' ? textXml(address, cell.text) : `<c r="${address}"/>`
}

/** A cell with its text in itself. */
export function textXml(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

export function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** So many rows, each made from its number. */
export function lines(from: number, many: number, xml: (n: number) => string): string {
  return Array.from({ length: many }, (_, n) => xml(from + n)).join('')
}
