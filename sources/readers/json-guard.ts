import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'

/** Envelope, list of rows, row: nothing of ours lies deeper. */
const MOST_DEPTH = 16
const [QUOTE, BACKSLASH, LINE_FEED] = [34, 92, 10]

/**
 * Looks through JSON, of one document or a line each, before it is parsed: a parser takes hundreds of megabytes for ten of brackets, and of a
 * key that stands twice in an object it keeps the second without a word. What is no JSON at all the parser will find.
 */
export function guardJson(text: string): void {
  /** The keys of every open object; null for an open list. */
  const open: (Set<string> | null)[] = []
  let values = 0
  let line = 1
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED) line += 1
    else if (code === QUOTE) {
      const end = endOfString(text, at)
      const keys = open.at(-1)
      if (keys != null && isKey(text, end)) addKey(keys, text.slice(at, end), line)
      at = end - 1
    } else {
      const sign = text[at]
      if (sign === '{' || sign === '[') {
        if (open.push(sign === '{' ? new Set() : null) > MOST_DEPTH)
          refuse('hostile-file', { reason: 'depth' })
      } else if (sign === '}' || sign === ']') open.pop()
      if (sign === ',' || sign === '{') values += 1
      if (values > LIMITS.cells) refuse('too-large', { limit: 'cells', most: LIMITS.cells })
    }
  }
}

/** Behind the closing quote; the end of the text where there is none. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    if (code === BACKSLASH) at += 1
  }
  return text.length
}

function isKey(text: string, from: number): boolean {
  let at = from
  while (text.charCodeAt(at) <= 32) at += 1
  return text[at] === ':'
}

function addKey(keys: Set<string>, literal: string, line: number): void {
  const key = literal.includes('\\') ? spelled(literal) : literal.slice(1, -1)
  if (keys.has(key)) refuse('bad-envelope', { line, field: key.slice(0, 100), twice: 1 })
  keys.add(key)
}

function spelled(literal: string): string {
  try {
    return String(JSON.parse(literal))
  } catch {
    return literal
  }
}
