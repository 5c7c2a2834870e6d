/** Zero-width and bidirectional marks, soft hyphens, control characters, halves of pairs: invisible, and equal-looking names differ by them. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\p{Cs}]|(?!\s)\p{Cc}/gu

/** The five tone marks, decomposed: grave, acute, tilde, hook above, dot below. The marks of â, ă, ê, ô, ơ, ư are not among them. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g
const MARK = /\p{M}/gu
const WORD = /[\p{L}\p{M}]+/gu
/** Words of plain letters between single spaces, as most cells are: already {@link tidy}, and without diacritics. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/**
 * Types of units before a name, written out or shortened: `phường `, `P. `, `TP.`, `P7`.
 *
 * A lone letter counts only before a dot, a space or a digit, so that `Phú Thọ` keeps its P.
 */
const TYPE_WORDS = [
  'đặc khu',
  'thành phố',
  'thị trấn',
  'thị xã',
  'phường',
  'tỉnh',
  'huyện',
  'quận',
  'xã',
]
const TYPE_LETTERS = ['đk', 'tp', 'tt', 'tx', 'p', 'h', 'q', 'x', 't']
const LARGER_WORDS = ['thành phố', 'thị xã', 'tỉnh', 'huyện', 'quận']
const LARGER_LETTERS = ['tp', 'tx', 'h', 'q', 't']
const PREFIX = prefixOf(TYPE_WORDS.map(withTonesLast), TYPE_LETTERS)
const FOLDED_PREFIX = prefixOf(TYPE_WORDS.map(withoutMarks), TYPE_LETTERS.map(withoutMarks))
const LARGER_PREFIX = prefixOf(LARGER_WORDS.map(withTonesLast), LARGER_LETTERS)

/** The text as its writer saw it: NFC, invisible marks gone, runs of white space one space, trimmed. */
export function tidy(text: string): string {
  if (PLAIN.test(text)) return text
  return text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

/** Tidy, lower case, without diacritics: `Chấp hành xong` and `CHAP HANH XONG` are both `chap hanh xong`; đ is d. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase()
  return withoutMarks(tidy(text).toLowerCase())
}

/**
 * What two spellings of one place have in common: case, type prefix and the place of the tone mark (`Hòa`, `Hoà`) are gone, all
 * other diacritics stay, because `Tân Lập` and `Tân Lạp` are two places.
 *
 * About 190 names of communes differ in tone placement between official lists.
 */
export function placeKey(text: string): string {
  const key = spellingKey(text)
  return key.replace(PREFIX, '') || key
}

/** True when the text says of itself that it is more than a commune: `huyện Lục Ngạn`, `TP. Bắc Giang`. */
export function namesLargerUnit(text: string): boolean {
  return LARGER_PREFIX.test(spellingKey(text))
}

/** The folded name, and, where it begins like a type, also the rest: `phuong bac giang` is meant as `bac giang`, `xa ly` is a name. */
export function foldedNames(text: string): readonly string[] {
  const whole = fold(placeKey(text))
  const rest = whole.replace(FOLDED_PREFIX, '')
  return rest === whole || rest === '' ? [whole] : [whole, rest]
}

/** Edits from one text to the other: insert, delete, replace, swap neighbours (optimal string alignment). */
export function distance(a: string, b: string): number {
  const from = [...a]
  const to = [...b]
  const at = (row: readonly number[] | undefined, column: number) => row?.[column] ?? 0
  let before: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [i, letter] of from.entries()) {
    const row = [i + 1]
    for (const [j, other] of to.entries()) {
      const replaced = at(above, j) + (letter === other ? 0 : 1)
      const swapped =
        i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other
          ? at(before, j - 1) + 1
          : Number.POSITIVE_INFINITY
      row.push(Math.min(at(above, j + 1) + 1, at(row, j) + 1, replaced, swapped))
    }
    before = above
    above = row
  }
  return at(above, to.length)
}

/** A name as it is compared: {@link placeKey} for equality of marks, folded for nearness. */
export interface Spelling {
  readonly key: string
  readonly folded: string
}

/** The spelling of a name; made once where the same candidates are asked again and again. */
export function spellingOf(name: string): Spelling {
  const key = placeKey(name)
  return { key, folded: fold(key) }
}

/** The candidates that the text may have meant, nearest first; none when more than half of its letters would have to change. */
export function nearest(text: string, candidates: readonly string[], most = 3): string[] {
  return nearestBy(text, candidates, spellingOf, most)
}

/** {@link nearest} among things that bear a name. Of equally near ones those with the same diacritics stand first, then the order given. */
export function nearestBy<T>(
  text: string,
  candidates: readonly T[],
  spelling: (candidate: T) => Spelling,
  most = 3,
): T[] {
  const asked = foldedNames(text)
  const askedKey = placeKey(text)
  return candidates
    .flatMap((candidate) => {
      const { key, folded } = spelling(candidate)
      const close = asked.filter(
        (each) => 2 * Math.abs(each.length - folded.length) <= folded.length,
      )
      const edits = Math.min(...close.map((each) => distance(each, folded)))
      if (2 * edits > folded.length) return []
      return [{ candidate, edits, marks: distance(askedKey, key) }]
    })
    .sort((a, b) => a.edits - b.edits || a.marks - b.marks)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** Lower case, one apostrophe, one dash without spaces, and each word's tone mark behind the word. */
function spellingKey(text: string): string {
  const plain = tidy(text)
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/ ?[-‐‑–—] ?/g, '-')
  return withTonesLast(plain)
}

function withTonesLast(text: string): string {
  return text.replace(WORD, (word) => {
    const marks = word.normalize('NFD')
    return marks.replace(TONE, '').normalize('NFC') + (marks.match(TONE) ?? []).join('')
  })
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(MARK, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}

function prefixOf(words: readonly string[], letters: readonly string[]): RegExp {
  return new RegExp(`^(?:(?:${words.join('|')})[ .:]+|(?:${letters.join('|')})(?:[. ]+|(?=\\d)))`)
}
