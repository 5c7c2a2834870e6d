import { fold } from '../vocabulary/text.ts'
import { words } from './words.ts'

/** "Phiếu kiểm tra số liệu" as words for the sheet that stands first in an answer; who makes it says them, it is only laid out here. */
export interface Slip {
  readonly title: string
  /** Receipt number, file, time … with their labels. */
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly verdict: { readonly text: string; readonly tone: 'accepted' | 'warning' | 'error' }
  /** What the sender does next. */
  readonly ask: readonly string[]
  readonly forms: SlipTable<SlipForm>
  /** One list for each kind of problem. */
  readonly lists: readonly SlipTable<SlipProblem>[]
}

export interface SlipTable<Row> {
  readonly title: string
  /** Of the four columns. */
  readonly head: readonly [string, string, string, string]
  readonly rows: readonly Row[]
  /** Colour of the cells that the list is about. */
  readonly colour?: 'error' | 'warning'
}

export interface SlipForm {
  /** Name of the sheet, to which a link leads where the workbook has it. */
  readonly sheet: string
  /** `12/14` */
  readonly rows: string
  readonly text: string
}

export interface SlipProblem {
  readonly sheet: string
  /** `F12`, `dòng 4` or nothing. */
  readonly place: string
  /** The cell to which the place is a link. */
  readonly cell: string | null
  readonly text: string
}

const NAME = new RegExp(`^${fold(words.slip)}( ?\\(\\d+\\))?$`)

/** True for the sheet of an answer that came back with the file, and for copies that a program has numbered. */
export function isSlip(sheetName: string): boolean {
  return sheetName.length < 60 && NAME.test(fold(sheetName))
}
