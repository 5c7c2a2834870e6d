import type { Cell } from './book.ts'
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'
import { textCell, unescaped } from './strings.ts'
import { parseXml } from './xml.ts'
import type { Archive } from './zip.ts'

/**
 * The texts that cells refer to by number, one cell value each, made once and shared by all cells; null where blank. Rich text is joined,
 * phonetic guides (`rPh`) are left out.
 */
export function readSharedStrings(archive: Archive, part: string | null): readonly (Cell | null)[] {
  if (part === null) return []
  const cells: (Cell | null)[] = []
  let text = ''
  let listening = false
  let phonetic = false
  parseXml(archive.take(part), part, {
    open: (tag) => {
      if (tag === 't') listening = !phonetic
      else if (tag === 'si') text = ''
      else if (tag === 'rPh') phonetic = true
    },
    text: (piece) => {
      if (listening) text += piece
    },
    close: (tag) => {
      if (tag === 't') listening = false
      else if (tag === 'si' && cells.push(textCell(unescaped(text))) > LIMITS.cells) {
        refuse('too-large', { limit: 'cells', most: LIMITS.cells })
      } else if (tag === 'rPh') phonetic = false
    },
  })
  return cells
}
