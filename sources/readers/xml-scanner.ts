import { type Attributes, endOfName, newAttributes } from './xml-attributes.ts'
import { charactersOf, type Fail, FORBIDDEN, withPlainLineEnds } from './xml-text.ts'

/**
 * What a part wants to hear. Names come without the prefix of the root's namespace; foreign elements keep theirs. A tag is
 * `text.slice(from, to)`; the closing tag of `<row/>` is empty and stands behind it.
 */
export interface Listener {
  /** The attributes are those of this tag until the next one opens. */
  readonly open?: (name: string, attributes: Attributes, from: number, to: number) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string, from: number, to: number) => void
}

const MOST_DEPTH = 100
const [SLASH, QUESTION, BANG] = [47, 63, 33]

/**
 * Walks over XML without a DTD, from tag to tag: half the time of a general SAX parser on the short tags that worksheets are made of, since
 * nothing is built that nobody asks for. What decides where an element begins and ends is checked; text that nobody hears is not.
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
  const closeTag = (name: string, from: number, to: number) => {
    if (path.pop() !== name) fail('xml')
    close?.(own(name), from, to)
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
    } else if (end > at && hear !== undefined) hear(charactersOf(text, at, end, fail))
    if (tag === -1) break
    const next = text.charCodeAt(tag + 1)
    if (next === SLASH) {
      const after = afterNext('>', tag)
      closeTag(text.slice(tag + 2, after - 1).trimEnd(), tag, after)
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
      const isEmpty = text.charCodeAt(at) === SLASH
      at += isEmpty ? 2 : 1
      open?.(own(name), attributes, tag, at)
      if (isEmpty) closeTag(name, at, at)
    }
  }
  if (prefix === null || path.length > 0) fail('xml')
}
