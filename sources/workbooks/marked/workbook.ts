import { relationshipsOf } from '#sources/readers/relationships.ts'
import { parseText } from '#sources/readers/xml.ts'
import { isSlip } from '../slip.ts'
import { words } from '../words.ts'
import { type Edit, edited, escaped, prefixOf, withAttributes } from './edits.ts'
import { declare, namespacesOf, type Package, relate } from './package.ts'

/** A sheet of any kind, in the order of the tabs. */
export interface TabSheet {
  readonly name: string
  readonly part: string
  readonly kind: string
  readonly from: number
  readonly to: number
}

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'

/** Sheets of the workbook with their parts, charts and dialogs too. */
export function sheetsOf(parts: Package, workbook: string): readonly TabSheet[] {
  const text = parts.text(workbook)
  const related = new Map(relationshipsOf(parts, workbook).map((to) => [to.id, to]))
  const sheets: { name: string; part: string; kind: string; from: number; to: number }[] = []
  let inSheets = false
  parseText(text, workbook, {
    open: (name, attributes, from, to) => {
      if (name === 'sheets') inSheets = true
      if (name !== 'sheet' || !inSheets) return
      const { part = null, kind = '' } = related.get(attributes.local('id') ?? '') ?? {}
      sheets.push({ name: attributes.local('name') ?? '', part: part ?? '', kind, from, to })
    },
    close: (name, _, to) => {
      if (name === 'sheets') inSheets = false
      const last = sheets.at(-1)
      if (name === 'sheet' && inSheets && last !== undefined) last.to = to
    },
  })
  return sheets
}

/**
 * Makes the slip the first sheet and the one that is open; gives its part. What names sheets by their place (defined names of one sheet)
 * follows. A slip of an earlier answer is used again, wherever it stands.
 */
export function placeSlip(parts: Package, workbook: string, sheets: readonly TabSheet[]): string {
  const old = sheets.findIndex(({ name, kind }) => kind === 'worksheet' && isSlip(name))
  const before = sheets[old]
  const part = before?.part ?? parts.free('xl/worksheets/sheet', '.xml')
  const text = parts.text(workbook)
  const tag =
    before === undefined
      ? newSheet(parts, workbook, part, text)
      : withAttributes(text.slice(before.from, before.to), {
          name: escaped(words.slip),
          state: null,
        })
  const edits: Edit[] = before === undefined ? [] : [{ ...before, text: '' }]
  const moved = (place: number) => (place === old ? 0 : place < old || old < 0 ? place + 1 : place)
  parseText(text, workbook, {
    open: (name, attributes, from, to) => {
      const opening = text.slice(from, to)
      const local = attributes.get('localSheetId')
      if (name === 'sheets') edits.push(sheetFirst(opening, to, from, tag))
      if (name === 'workbookView') {
        const firstSheet = attributes.get('firstSheet') === undefined ? null : 0
        const changed = withAttributes(opening, { activeTab: 0, firstSheet })
        edits.push({ from, to, text: changed })
      }
      if (name === 'definedName' && local !== undefined) {
        const localSheetId = moved(Number(local))
        edits.push({ from, to, text: withAttributes(opening, { localSheetId }) })
      }
    },
  })
  parts.write(workbook, edited(text, edits))
  return part
}

/** A workbook without any sheet yet has an empty list. */
function sheetFirst(opening: string, to: number, from: number, tag: string): Edit {
  if (!opening.endsWith('/>')) return { from: to, to, text: tag }
  const name = /^<([^\s/>]+)/.exec(opening)?.[1] ?? 'sheets'
  return { from, to, text: `<${name}>${tag}</${name}>` }
}

function newSheet(parts: Package, workbook: string, part: string, text: string): string {
  declare(parts, part, TYPE)
  const id = relate(parts, workbook, 'worksheet', part)
  const ids = [...text.matchAll(/\ssheetId\s*=\s*["'](\d{1,9})/g)].map(([, n]) => Number(n))
  const sheetId = Math.max(0, ...ids) + 1
  return `<${prefixOf(text)}sheet name="${escaped(words.slip)}" sheetId="${sheetId}" xmlns:r="${namespacesOf(text).relations}" r:id="${id}"/>`
}
