import { type Cell, cellAddress, type Sheet } from '../readers/book.ts'
import { fold } from '../vocabulary/text.ts'

/** Whether "Không phát sinh trong kỳ" is ticked, and where. */
export interface Tick {
  readonly ticked: boolean
  readonly cell: string | null
}

const ASKED = 'khong phat sinh trong ky'
const MARK = /^\W*(☑|✓|✔|✅|🗹|☒|\[[xv]\]|[xv](?= )|co:)/u
const YES: readonly string[] = [
  '☑',
  '✓',
  '✔',
  '✅',
  '🗹',
  '☒',
  'x',
  'v',
  'co',
  'true',
  '1',
  '[x]',
  '[v]',
]

/** Looks above row `before` for the question, marked in front of itself or in a cell to the right of it. */
export function tickOf(sheet: Sheet, before: number): Tick {
  for (const { row, cells } of sheet.rows) {
    if (row >= before) break
    for (const [column, cell] of cells) {
      const text = cell.kind === 'text' && cell.text.length < 200 ? fold(cell.text) : ''
      const at = text.indexOf(ASKED)
      if (at < 0 || at > 8) continue
      const right = [...cells].filter(([other]) => other > column).map(([, other]) => other)
      const behind = text.slice(at + ASKED.length).replace(/^[\s:.]+/, '')
      const ticked = MARK.test(text.slice(0, at)) || YES.includes(behind) || right.some(isMark)
      return { ticked, cell: cellAddress(row, column) }
    }
  }
  return { ticked: false, cell: null }
}

function isMark(cell: Cell): boolean {
  if (cell.kind === 'boolean') return cell.boolean
  if (cell.kind === 'number') return cell.number === 1
  return cell.kind === 'text' && cell.text.length < 20 && YES.includes(fold(cell.text))
}
