/** What a part wants to hear. Names come without the prefix of the root's namespace; foreign elements keep theirs. */
export interface Listener {
  /** The attributes are those of this tag until the next one opens. */
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

export interface Attributes {
  /** By the whole name. */
  readonly get: (name: string) => string | undefined
  /** By the name without prefix: `r:id`, `rel:id` and `d3p1:id` are one. */
  readonly local: (name: string) => string | undefined
}

/** Ends the scan: `doctype` where one stands, `xml` where the text is not well formed. */
export type Fail = (reason: 'doctype' | 'xml') => never

const MOST_ATTRIBUTES = 100
const MOST_DEPTH = 100
// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML 1.0 forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));|&/g
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const [SPACE, QUOTE, APOSTROPHE, SLASH, LESS, EQUALS, GREATER, QUESTION, BANG] = [
  32, 34, 39, 47, 60, 61, 62, 63, 33,
]

/**
 * Walks over XML without a DTD, from tag to tag. Five times as quick as a general SAX parser on the millions of short tags that worksheets
 * are made of, because nothing is built that nobody asks for; everything is still checked that decides where an element begins and ends.
 */
export function scanXml(text: string, listener: Listener, fail: Fail): void {
  if (FORBIDDEN.test(text)) fail('xml')
  const { open, text: hear, close } = listener
  const attributes = newAttributes(text, fail)
  const path: string[] = []
  let prefix: string | null = null
  let at = 0
  const own = (name: string) =>
    prefix !== '' && prefix !== null && name.startsWith(prefix) ? name.slice(prefix.length) : name
  const closeTag = (name: string) => {
    if (path.pop() !== name) fail('xml')
    close?.(own(name))
  }
  const afterNext = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from)
    return found === -1 ? fail('xml') : found + mark.length
  }
  for (;;) {
    const tag = text.indexOf('<', at)
    const end = tag === -1 ? text.length : tag
    if (path.length === 0) {
      if (text.slice(at, end).trim() !== '') fail('xml')
    } else if (end > at && hear !== undefined) hear(charactersOf(text.slice(at, end), fail))
    if (tag === -1) break
    const next = text.charCodeAt(tag + 1)
    if (next === SLASH) {
      const after = afterNext('>', tag)
      closeTag(text.slice(tag + 2, after - 1).trimEnd())
      at = after
    } else if (next === QUESTION) {
      at = afterNext('?>', tag + 2)
    } else if (next === BANG) {
      if (text.startsWith('<!DOCTYPE', tag)) fail('doctype')
      if (text.startsWith('<!--', tag)) at = afterNext('-->', tag + 4)
      else if (text.startsWith('<![CDATA[', tag) && path.length > 0) {
        at = afterNext(']]>', tag + 9)
        hear?.(withPlainLineEnds(text.slice(tag + 9, at - 3)))
      } else fail('xml')
    } else {
      const nameEnd = endOfName(text, tag + 1)
      const name = text.slice(tag + 1, nameEnd)
      if (name === '' || (path.length === 0 && prefix !== null)) fail('xml')
      prefix ??= name.slice(0, name.indexOf(':') + 1)
      if (path.push(name) > MOST_DEPTH) fail('xml')
      at = attributes.read(nameEnd)
      open?.(own(name), attributes)
      if (text.charCodeAt(at) === SLASH) {
        closeTag(name)
        at += 1
      }
      at += 1
    }
  }
  if (prefix === null || path.length > 0) fail('xml')
}

/** One list, filled again for every tag. */
function newAttributes(text: string, fail: Fail): Attributes & { read: (from: number) => number } {
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
        values[many] = attributeOf(text.slice(opening + 1, closing), fail)
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
function endOfName(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= SPACE || code === SLASH || code === GREATER || code === EQUALS) return at
    if (code === LESS || code === QUOTE || code === APOSTROPHE) return from
  }
  return from
}

function charactersOf(raw: string, fail: Fail): string {
  if (raw.includes(']]>')) fail('xml')
  const text = withPlainLineEnds(raw)
  return text.includes('&') ? expanded(text, fail) : text
}

function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function attributeOf(raw: string, fail: Fail): string {
  if (raw.includes('<')) fail('xml')
  const text = /[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw
  return text.includes('&') ? expanded(text, fail) : text
}

/** The five entities of XML and character references; there are no others without a DTD. */
function expanded(text: string, fail: Fail): string {
  return text.replace(ENTITY, (_, hex?: string, decimal?: string, named?: string) => {
    if (named !== undefined) return NAMED[named] ?? fail('xml')
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
    if (Number.isNaN(code) || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) fail('xml')
    const sign = String.fromCodePoint(code)
    return FORBIDDEN.test(sign) ? fail('xml') : sign
  })
}
