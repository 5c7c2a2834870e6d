import { type Book, cellAddress } from './book.ts'
import { refuse } from './refusal.ts'

/** Encodings of before Unicode: fonts that draw Vietnamese letters in the place of the signs of Latin-1. */
export type Legacy = 'TCVN3' | 'VNI'

/** Two words may be chance; beside more words of real Vietnamese they are a quotation. */
const LEAST = 2
/** Words that are looked at before it is decided. */
const MOST = 5_000

/** Signs of Latin-1 that are no letters of Vietnamese: without one of them nothing is looked at twice. */
const SIGNS =
  /[\u00a1-\u00be\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]/
const BETWEEN = /[\s!-@[-`{-~“”‘’–—…]+/
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const TONE_ON_LAST = /[aeio]\p{M}*u[\u0300\u0301\u0303\u0309\u0323]/u
const SYLLABLE =
  /^(?:ngh|ng|gh|gi|kh|nh|ch|tr|th|ph|qu|[bcdđghklmnprstvx])?(?:uyê|iê|yê|uô|ươ|oai|oay|uây|iêu|yêu|uôi|ươi|ươu|oa|oă|oe|uâ|uê|uơ|uy|ia|ua|ưa|[aăâeêioôơuưy])(?:ng|nh|ch|[nmcptiyou])?$/

const TCVN3 = new Map(
  zip(
    '¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦',
    'áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ',
  ),
)
/** VNI writes a letter, then its marks as one sign; a few letters have a sign of their own. */
const VNI_LETTERS = new Map(zip('ñôöíìæóòîÑÔÖÍÌÆÓÒÎ', 'đơưíìỉĩịỵĐƠƯÍÌỈĨỊỴ'))
const VNI_MARKS = new Map(
  zip('ùøûõïâáàåãäêéèúüë', [
    ...['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'],
    ...['\u0302', '\u0302\u0301', '\u0302\u0300', '\u0302\u0309', '\u0302\u0303', '\u0302\u0323'],
    ...['\u0306', '\u0306\u0301', '\u0306\u0300', '\u0306\u0309', '\u0306\u0303', '\u0306\u0323'],
  ]),
)

/** Refuses a book whose cells hold the letters of such a font ("Hä vµ tªn", "Hoï vaø teân"), with the first such cell. */
export function refuseLegacy(book: Book): void {
  const places = new Map<string, { sheet: string; cell: string }>()
  for (const { name, rows } of book.sheets) {
    for (const { row, cells } of rows) {
      for (const [column, cell] of cells) {
        if (cell.kind === 'text' && SIGNS.test(cell.text) && !places.has(cell.text))
          places.set(cell.text, { sheet: name, cell: cellAddress(row, column) })
      }
    }
  }
  const looksLike = legacyOf(places.keys())?.encoding
  if (looksLike === undefined) return
  const first = [...places].find(([text]) => legacyOf([text], 1) !== null)?.[1]
  refuse('bad-encoding', { looksLike, ...first })
}

/** Which of the two the texts are written in, by how many of their words become syllables of Vietnamese; null for none. */
export function legacyOf(
  texts: Iterable<string>,
  least = LEAST,
): { readonly encoding: Legacy; readonly words: number } | null {
  const counts = { TCVN3: 0, VNI: 0, unicode: 0 }
  let seen = 0
  for (const text of texts) {
    if (!SIGNS.test(text)) continue
    for (const word of wordsOf(text)) {
      if (isSyllable(word)) counts.unicode += 1
      else if (isSyllable(fromTcvn3(word))) counts.TCVN3 += 1
      else if (isSyllable(fromVni(word))) counts.VNI += 1
      seen += 1
    }
    if (seen > MOST) break
  }
  const encoding = counts.TCVN3 >= counts.VNI ? 'TCVN3' : 'VNI'
  const words = counts[encoding]
  return words >= least && words > counts.unicode ? { encoding, words } : null
}

/** How many words with diacritics are syllables of Vietnamese. */
export function syllablesIn(text: string): number {
  return wordsOf(text).filter(isSyllable).length
}

/** Words that hold more than ASCII; a sign alone (`½`, `×`) is none. */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(BETWEEN)
    .filter((word) => word.length >= 2 && word.length <= 16 && /[^\0-\x7f]/.test(word))
}

/** `Họ`, `và`, `TÊN`: one tone at most, never on a last u (`cau`), and letters as they follow each other in Vietnamese. */
function isSyllable(word: string): boolean {
  const marks = word.toLowerCase().normalize('NFD')
  return (
    !TONE_ON_LAST.test(marks) &&
    (marks.match(TONES)?.length ?? 0) <= 1 &&
    SYLLABLE.test(marks.replace(TONES, '').normalize('NFC'))
  )
}

function fromTcvn3(word: string): string {
  return [...word].map((sign) => TCVN3.get(sign) ?? sign).join('')
}

function fromVni(word: string): string {
  let text = ''
  for (const sign of word) {
    const marks = /[aeouyơư]$/i.test(text) ? VNI_MARKS.get(sign.toLowerCase()) : undefined
    text += marks ?? VNI_LETTERS.get(sign) ?? sign
  }
  return text.normalize('NFC')
}

function* zip(from: string, to: Iterable<string>): Generator<readonly [string, string]> {
  const signs = [...from]
  let at = 0
  for (const letter of to) yield [signs[at++] ?? '', letter]
}
