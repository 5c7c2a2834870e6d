import type { Problem } from '#sources/problem.ts'
import type { Outcome } from '#sources/submission.ts'

/**
 * The outcome, then every problem: its code, with `?` before a warning, and behind it sheet and cell where it has them. `…` stands for
 * hundreds more.
 *
 *     ['partial', 'not-a-date 02.Thong bao!G9', '?hidden-rows 02.Thong bao']
 */
export type Answer = readonly [outcome: Outcome, ...problems: string[]]

/** A file that somebody might send, by mistake or on purpose, and the answer that it must get. */
export interface HostileFile {
  readonly name: string
  readonly make: () => Uint8Array | string
  readonly answer: Answer
}

/** A line of a table: name, maker, answer. */
export type Line = readonly [name: string, make: HostileFile['make'], ...answer: Answer]

export function filesOf(lines: readonly Line[]): readonly HostileFile[] {
  return lines.map(([name, make, ...answer]) => ({ name, make, answer }))
}

type Placed = Pick<Problem, 'severity' | 'sheet' | 'cell'> & { readonly code: string }

function written({ code, severity, sheet, cell }: Placed): string {
  const place = sheet === null ? '' : ` ${sheet}${cell === null ? '' : `!${cell}`}`
  return `${severity === 'warning' ? '?' : ''}${code}${place}`
}

/** What a file got, as its {@link Answer} writes it. */
export function answerOf(
  outcome: string,
  problems: readonly Placed[],
  expected: Answer,
): readonly string[] {
  const all = [outcome, ...problems.map(written)]
  return expected.at(-1) === '…' ? [...all.slice(0, expected.length - 1), '…'] : all
}
