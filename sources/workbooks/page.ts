import type { Form } from '../forms/form.ts'
import { widthOf } from './looks.ts'

const A4 = 9
const A3 = 8
/** Characters that a landscape page holds at two thirds of their size. */
const A4_WIDTH = 220
const A3_WIDTH = 330

/** How a sheet is printed, and what follows from it for what stands above and below the table. */
export interface Page {
  /** Characters wide, column by column. */
  readonly widths: readonly number[]
  readonly paper: number
  /** Beside each other. */
  readonly across: number
  /** Columns that stay on the screen, and on every page where there are several. */
  readonly frozen: number
  /** First column of what stands above and below: what stands in repeated columns would be cut and repeated on each page. */
  readonly from: number
}

/** A4 where the table stays legible, else as many A3 as it takes. */
export function pageOf({ columns }: Form): Page {
  const widths = Object.entries(columns).map(([field, column]) => widthOf(field, column))
  const width = sum(widths)
  const across = Math.ceil(width / A3_WIDTH)
  const frozen = widths.length > 10 ? 3 : 1
  return {
    widths,
    paper: width > A4_WIDTH ? A3 : A4,
    across,
    frozen,
    from: across > 1 ? frozen + 1 : 1,
  }
}

/** Characters that fit beside each other on one screen. */
const SCREEN = 150

/** The last column over which titles are centred: all of one page, of several pages what a screen shows. */
export function titleEnd({ widths, across, from }: Page): number {
  if (across === 1) return widths.length
  const over = widths.findIndex((_, at) => sum(widths.slice(from - 1, at + 1)) > SCREEN)
  return over === -1 ? widths.length : Math.max(over, from)
}

/**
 * The columns of the three signatures: spread over the last page, so that they stand beside each other; in narrow tables each the next. One
 * in a column that is narrower than its words keeps a free one before it, or the signature there would cut them.
 */
export function signatureColumns({ widths, across }: Page): readonly number[] {
  const total = sum(widths)
  const start = across === 1 ? 0 : total * (1 - LAST_PAGE / across)
  const at = (sixth: number) => columnAt(widths, start + ((total - start) * sixth) / 6)
  const after = (before: number, wanted: number) => {
    const isCut = wanted <= before + 1 && (widths[before] ?? 0) < SIGNATURE
    return Math.max(wanted, before + (isCut ? 2 : 1))
  }
  const first = at(1)
  const second = after(first, at(3))
  return [first, second, after(second, at(5))]
}

/** Characters of the longest line of a signature but the last one's. */
const SIGNATURE = 20

/** The last page is not full, and repeats the first columns. */
const LAST_PAGE = 0.7

function columnAt(widths: readonly number[], place: number): number {
  const at = widths.findIndex((_, index) => sum(widths.slice(0, index + 1)) > place)
  return at === -1 ? widths.length : at + 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
