import type { Body, Deadline, Task } from './plan.ts'

/** A paragraph of "Phân công trách nhiệm"; alone it states no deadline. */
export type Paragraph = string | readonly [text: string, deadline: Deadline]

const NUMBERS = '1 2 3 4 5 6 7 8 9'

/**
 * A body that reports as an agency, with one task per paragraph.
 *
 * Tasks are numbered within the clause (`III.1.3`), or bear the marks of the text: `a b c d đ` gives `II.1.a` … `II.1.đ`.
 */
export function agency(
  clause: string,
  slug: string,
  name: string,
  paragraphs: readonly Paragraph[],
  marks = NUMBERS,
): Body {
  const tasks = tasksOf(clause, paragraphs, marks)
  return { slug, name, clause, standing: 'obliged', reportsAs: 'agency', tasks }
}

/** The tasks under one clause alone, for a body that other clauses charge, too. */
export function tasksOf(
  clause: string,
  paragraphs: readonly Paragraph[],
  marks = NUMBERS,
): readonly Task[] {
  const mark = marks.split(' ')
  return paragraphs.map((paragraph, at) => task(`${clause}.${mark[at]}`, paragraph))
}

/** An item that begins with "Đề nghị". */
export function requested(...of: Parameters<typeof agency>): Body {
  return { ...agency(...of), standing: 'requested' }
}

/** The people's committees, each of which reports for itself. */
export function committees(...of: Parameters<typeof agency>): Body {
  return { ...agency(...of), reportsAs: 'committees' }
}

/** Nobody in particular: families, "the others". */
export function nobody(...of: Parameters<typeof agency>): Body {
  return { ...agency(...of), reportsAs: 'nobody' }
}

function task(id: string, paragraph: Paragraph): Task {
  const [text, deadline] =
    typeof paragraph === 'string' ? [paragraph, { kind: 'unstated' } as const] : paragraph
  return { id, text, deadline }
}
