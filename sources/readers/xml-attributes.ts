import { attributeOf, type Fail } from './xml-text.ts'

export interface Attributes {
  /** By the whole name. */
  readonly get: (name: string) => string | undefined
  /** By the name without prefix: `r:id`, `rel:id` and `d3p1:id` are one. */
  readonly local: (name: string) => string | undefined
}

const MOST_ATTRIBUTES = 100
const [SPACE, QUOTE, APOSTROPHE, SLASH, LESS, EQUALS, GREATER] = [32, 34, 39, 47, 60, 61, 62]

/** One list, filled again for every tag. */
export function newAttributes(
  text: string,
  fail: Fail,
): Attributes & { read: (from: number) => number } {
  const names: string[] = []
  const values: string[] = []
  let many = 0
  return {
    get: (name) => {
      for (let n = 0; n < many; n++) if (names[n] === name) return values[n]
      return undefined
    },
    local: (name) => {
      for (let n = 0; n < many; n++) {
        if (names[n] === name || names[n]?.endsWith(`:${name}`)) return values[n]
      }
      return undefined
    },
    /** From behind the tag's name to its `>` or `/>`. */
    read: (from) => {
      many = 0
      let at = from
      for (;;) {
        const start = skipBlanks(text, at)
        const code = text.charCodeAt(start)
        if (code === GREATER) return start
        if (code === SLASH && text.charCodeAt(start + 1) === GREATER) return start
        if (start === at || many === MOST_ATTRIBUTES) fail('xml')
        const nameEnd = endOfName(text, start)
        const equals = skipBlanks(text, nameEnd)
        const opening = skipBlanks(text, equals + 1)
        const quote = text.charCodeAt(opening)
        if (nameEnd === start || text.charCodeAt(equals) !== EQUALS) fail('xml')
        if (quote !== QUOTE && quote !== APOSTROPHE) fail('xml')
        const closing = text.indexOf(quote === QUOTE ? '"' : "'", opening + 1)
        if (closing === -1) fail('xml')
        const name = text.slice(start, nameEnd)
        for (let n = 0; n < many; n++) if (names[n] === name) fail('xml')
        names[many] = name
        values[many] = attributeOf(text, opening + 1, closing, fail)
        many += 1
        at = closing + 1
      }
    },
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) <= SPACE) at++
  return at
}

/** Up to a blank, `/`, `>` or `=`; none of the other signs of markup may stand in a name. */
export function endOfName(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= SPACE || code === SLASH || code === GREATER || code === EQUALS) return at
    if (code === LESS || code === QUOTE || code === APOSTROPHE) return from
  }
  return from
}
