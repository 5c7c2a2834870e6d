import type { Book, Sheet } from '../readers/book.ts'
import { fold, tidy } from '../vocabulary/text.ts'
import { layout } from '../workbooks/layout.ts'
import { secrecyOn } from './cover.ts'
import { headerOf } from './header.ts'
import type { Matched } from './match.ts'

/** Stamps stand above the table; no title is longer. */
const TITLE_ROWS = 20

/** "MẬT", "Tối mật", "ĐỘ MẬT: MẬT", alone; or behind a colon, a dash or a bracket: "Số: 12/BC-CA (MẬT)". With diacritics: "mặt" is a face. */
const STAMP =
  /(?:^[^\p{L}\p{N}]*|(?:độ mật|dấu mật)[^\p{L}\p{N}]+|[(:–-]\s*)(?:tối |tuyệt )?mật[^\p{L}\p{N}]*$/iu
const WITHOUT_MARKS = /^[^A-Z]*(?:TOI MAT|TUYET MAT|DO MAT ?[:-] ?(?:TOI |TUYET )?MAT)[^A-Z]*$/

/**
 * Where the file says that it is classified, or null where it does not: by its cover, by a stamp above a table, in a page header or footer, or
 * in a text box (Luật Bảo vệ bí mật nhà nước 2018, Điều 8). Such a file is refused unread.
 */
export function secretMark(book: Book, { cover, forms }: Matched): { sheet: string | null } | null {
  if (cover !== null && isSecretWord(secrecyOn(cover))) return { sheet: cover.name }
  if (book.stamps?.some(isStamp)) return { sheet: null }
  const stamped = book.sheets.find((sheet) => {
    if (sheet.name === layout.listSheet) return false
    const form = forms.find((each) => each.sheet === sheet)?.form
    const below = form === undefined ? null : headerOf(sheet, form)
    return isStamped(sheet, below?.row ?? Number.POSITIVE_INFINITY)
  })
  return stamped === undefined ? null : { sheet: stamped.name }
}

function isStamped({ rows }: Sheet, before: number): boolean {
  return rows
    .slice(0, TITLE_ROWS)
    .filter(({ row }) => row < before)
    .some(({ cells }) =>
      [...cells.values()].some((cell) => cell.kind === 'text' && isStamp(cell.text)),
    )
}

function isStamp(text: string): boolean {
  if (text.length > 200) return false
  const typed = tidy(text)
  return STAMP.test(typed) || WITHOUT_MARKS.test(typed)
}

/** "Mật", and "Tối mật", "Tuyệt mật", which are no choice at all. */
function isSecretWord(typed: string | null): boolean {
  if (typed === null) return false
  const word = fold(typed)
  return /(^| )mat( |$)/.test(word) && !/khong/.test(word)
}
