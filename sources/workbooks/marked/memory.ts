import { cellPlace } from '#sources/readers/book.ts'
import { readSharedStrings } from '#sources/readers/shared-strings.ts'
import { unescaped } from '#sources/readers/strings.ts'
import { readWorkbookPart } from '#sources/readers/workbook-part.ts'
import { parseText } from '#sources/readers/xml.ts'
import type { Package } from './package.ts'
import { MEMORY, type Remembered } from './slip-sheet.ts'

/** What an earlier slip remembers of the cells that it marked, whichever program has saved it since. */
export function rememberedIn(
  parts: Package,
  workbook: string,
  slip: string,
): readonly Remembered[] {
  const rows = new Map<number, string[]>()
  let at = { row: 0, column: 0 }
  let type: string | undefined
  let text = ''
  let strings: ReturnType<typeof readSharedStrings> | null = null
  const shared = (index: number) => {
    strings ??= readSharedStrings(parts, readWorkbookPart(parts, workbook).sharedStrings)
    const cell = strings[index]
    return cell?.kind === 'text' ? cell.text : ''
  }
  parseText(parts.text(slip), slip, {
    open: (name, attributes) => {
      if (name !== 'c') return
      at = cellPlace(attributes.get('r') ?? '')
      type = attributes.get('t')
      text = ''
    },
    text: (piece) => {
      if (at.column >= MEMORY) text += piece
    },
    close: (name) => {
      if (name !== 'c' || at.column < MEMORY || text === '') return
      const cells = rows.get(at.row) ?? []
      rows.set(at.row, cells)
      cells[at.column - MEMORY] = type === 's' ? shared(Number(text)) : unescaped(text)
    },
  })
  return [...rows.values()].flatMap(([sheet = '', cell = '', fill = '']) =>
    isFill(fill) ? [{ sheet, cell, fill }] : [],
  )
}

/** One element `fill` and nothing that could close what it is put into. */
function isFill(xml: string): boolean {
  const names: string[] = []
  let roots = 0
  try {
    parseText(xml, 'fill', {
      open: (name) => {
        if (names.length === 0) roots += name === 'fill' ? 1 : 2
        names.push(name)
      },
      close: () => void names.pop(),
    })
    return roots === 1
  } catch {
    return false
  }
}
