import type { Effects } from '../effects.ts'
import type { Site } from '../site.ts'

/** What every verb gets: the site that `--data` names and the world. */
export interface Context {
  readonly site: Site
  readonly effects: Effects
}

/** What a verb has to say: one JSON document, the same as lines for a person, and whether all went well. */
export interface Answer {
  readonly json: unknown
  readonly text: string
  /** False ends the process with exit code 1. */
  readonly ok: boolean
}

export function answer(json: unknown, lines: readonly string[] | string, ok = true): Answer {
  return { json, text: typeof lines === 'string' ? lines : lines.join('\n'), ok }
}

/** Rows as an aligned table; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, n) =>
    Math.max(...[title, ...rows.map((row) => row[n] ?? '')].map((text) => widthOf(text))),
  )
  const right = head.map((_, n) => rows.every((row) => /^[\d.,%\s–-]*$/.test(row[n] ?? '')))
  const line = (row: readonly string[]) =>
    row
      .map((text, n) => {
        const space = ' '.repeat((widths[n] ?? 0) - widthOf(text))
        return right[n] ? space + text : text + space
      })
      .join('  ')
      .trimEnd()
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join(
    '\n',
  )
}

function widthOf(text: string): number {
  return [...text.normalize('NFC')].length
}
