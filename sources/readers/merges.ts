import { type Cell, columnNumber, type SheetRow } from './book.ts'

export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

const REF = /^([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})$/

/** `A1:C2` as numbers; null when it is no range. */
export function areaOf(ref: string): Merge | null {
  const [, left, top, right, bottom] = REF.exec(ref) ?? []
  if (left === undefined || right === undefined) return null
  const area = {
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  }
  return area.top <= area.bottom && area.left <= area.right ? area : null
}

/** Takes the values away that lie under a merge, its top-left cell excepted; rows that held nothing else go with them. */
export function dropCovered(
  rows: readonly (SheetRow & { readonly cells: Map<number, Cell> })[],
  merges: readonly Merge[],
): readonly SheetRow[] {
  if (merges.length === 0) return rows
  const byRow = new Map(rows.map(({ row, cells }) => [row, cells]))
  for (const { top, left, bottom, right } of merges) {
    for (let row = top; row <= bottom; row++) {
      const cells = byRow.get(row)
      if (cells === undefined) continue
      for (let column = left; column <= right; column++) {
        if (row !== top || column !== left) cells.delete(column)
      }
    }
  }
  return rows.filter(({ cells }) => cells.size > 0)
}
