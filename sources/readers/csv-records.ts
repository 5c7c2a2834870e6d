import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'

/**
 * Delimited text as records of fields (RFC 4180): a quoted field may hold the delimiter, line ends, and quotes written twice. Empty lines
 * are records too, so that a record's number is the row that Excel shows.
 */
export function* csvRecords(text: string, delimiter: string): Generator<readonly string[]> {
  let record: string[] = []
  let at = 0
  while (at < text.length) {
    const field = text[at] === '"' ? quoted(text, at, delimiter) : plain(text, at, delimiter)
    if (record.push(field.text) > LIMITS.lastColumn) {
      refuse('too-large', { limit: 'columns', most: LIMITS.columns })
    }
    at = field.end
    if (text[at] === delimiter) {
      at += 1
      if (at < text.length) continue
      record.push('')
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    yield record
    record = []
  }
}

/** The delimiter that stands most often, outside quotes, in the line; comma when none does. */
export function delimiterOf(line: string): ',' | ';' | '\t' | '|' {
  const bare = line.replace(/"[^"]*"/g, '')
  const often = ([',', ';', '\t', '|'] as const).map((d) => ({ d, n: bare.split(d).length }))
  return often.reduce((best, next) => (next.n > best.n ? next : best)).d
}

function plain(text: string, from: number, delimiter: string): { text: string; end: number } {
  let end = from
  while (end < text.length && !endsField(text[end], delimiter)) end++
  return { text: text.slice(from, end), end }
}

function quoted(text: string, from: number, delimiter: string): { text: string; end: number } {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) refuse('damaged-file', { reason: 'quote', line: lineOf(text, from) })
    value += text.slice(at, quote)
    at = quote + 1
    if (text[at] !== '"') {
      const rest = plain(text, at, delimiter)
      return { text: value + rest.text, end: rest.end }
    }
    value += '"'
    at += 1
  }
}

function endsField(letter: string | undefined, delimiter: string): boolean {
  return letter === delimiter || letter === '\n' || letter === '\r'
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
