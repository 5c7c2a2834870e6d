import { textsOf } from './readers/texts.ts'
import { fold } from './vocabulary/text.ts'

/** What is looked for: words, however they are accented, spaced or spelt in capitals; or the digits of a number. */
export interface Needle {
  readonly kind: 'words' | 'digits'
  readonly text: string
}

/** The places, in the list of needles, of those that stand in some text; one pass over the text, however many there are. */
export type Finder = (texts: readonly string[]) => readonly number[]

/** The places in the list of what stands anywhere in a file; null when the file cannot be read to its last part. */
export function search(bytes: Uint8Array, needles: readonly Needle[]): readonly number[] | null {
  const texts = textsOf(bytes)
  return texts === null ? null : finderOf(needles)(texts)
}

/**
 * Looks rather too far than not far enough: digits are found within longer numbers, across spaces and dots, without the zeros in front,
 * and as spreadsheets write large numbers (`2.4085E+10`).
 */
export function finderOf(needles: readonly Needle[]): Finder {
  const words = indexOf(needles, 'words', (text) => tokensOf(text).join(' '))
  const digits = indexOf(needles, 'digits', (text) => digitsOf(text).replace(/^0+/, ''))
  const counts = [...new Set([...words.keys()].map((key) => key.split(' ').length))]
  const lengths = [...new Set([...digits.keys()].map((key) => key.length))]
  return (texts) => {
    const found = new Set<number>()
    const note = (places: readonly number[] = []) => {
      for (const place of places) found.add(place)
    }
    for (const text of texts) {
      const tokens = tokensOf(text)
      for (const count of counts) {
        for (let at = 0; at + count <= tokens.length; at += 1) {
          note(words.get(tokens.slice(at, at + count).join(' ')))
        }
      }
      for (const number of numbersIn(text)) {
        for (const length of lengths) {
          for (let at = 0; at + length <= number.length; at += 1) {
            note(digits.get(number.slice(at, at + length)))
          }
        }
      }
    }
    return [...found].sort((a, b) => a - b)
  }
}

function indexOf(
  needles: readonly Needle[],
  kind: Needle['kind'],
  keyOf: (text: string) => string,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [at, needle] of needles.entries()) {
    const key = needle.kind === kind ? keyOf(needle.text) : ''
    if (key !== '') places.set(key, [...(places.get(key) ?? []), at])
  }
  return places
}

function tokensOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}

/** Runs of digits, also over the marks that people put between them, and numbers written with an exponent. */
function numbersIn(text: string): readonly string[] {
  const plain = text.match(/\d+/g) ?? []
  const spaced = (text.match(/\d+(?:[\s.,'’_-]{1,2}\d+)+/g) ?? []).map(digitsOf)
  const powers = [...text.matchAll(/(\d)\.?(\d*)e\+?(\d{1,2})(?!\d)/gi)].map(
    ([, whole = '', part = '', power]) => (whole + part).padEnd(Number(power) + 1, '0'),
  )
  return [...plain, ...spaced, ...powers]
}
