/** Bytes of any kind as sheets of cells, before anybody asks what they mean. */
export interface Book {
  readonly kind: 'xlsx' | 'csv' | 'json'
  readonly sheets: readonly Sheet[]
  /** Excel's other calendar, in which day 0 is 1/1/1904. */
  readonly date1904: boolean
  /** Texts of page headers, page footers and drawings, where stamps stand; absent where there are none. */
  readonly stamps?: readonly string[]
  /** What csv and json say of themselves; in a workbook the cover and the hidden sheet say it. */
  readonly envelope: Envelope | null
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Only rows with at least one non-empty cell, in order. */
  readonly rows: readonly SheetRow[]
}

export interface SheetRow {
  /** 1-based, as Excel shows it. */
  readonly row: number
  /** By a filter or by hand. */
  readonly hidden?: true
  /** By 1-based column number; empty cells are absent. */
  readonly cells: ReadonlyMap<number, Cell>
}

export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** `isDate`: the cell's number format shows a date, so the number is a serial day. */
  | { readonly kind: 'number'; readonly number: number; readonly isDate: boolean }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'formula-without-value' }

/** Identity of a submission in csv, json and database rows. */
export interface Envelope {
  readonly form: string
  readonly version: number
  readonly reporter: string
  readonly window: string
  readonly revision: number
  readonly nil: boolean
  readonly dataTo?: string
  readonly plan?: string
}

/** `1` → `A`, `28` → `AB`. */
export function columnLetter(column: number): string {
  let rest = column
  let letters = ''
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

/** `(12, 6)` → `F12`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetter(column)}${row}`
}

/** `AB12` → row 12, column 28; 0 and 0 where it is no address. */
export function cellPlace(address: string): { readonly row: number; readonly column: number } {
  const [, letters = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  return { row: Number(row), column: columnNumber(letters) }
}

/** `AB` → `28`. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}
