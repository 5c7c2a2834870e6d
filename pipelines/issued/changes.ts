import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { window } from '#sources/vocabulary/window.ts'
import { type Figure, type FigureKey, type Fraction, keyOf } from './figures.ts'

/** A figure that reads otherwise than when it was issued; null where it has, or had, no value. */
export interface Change extends FigureKey {
  readonly before: Fraction | null
  readonly after: Fraction | null
}

/**
 * Every figure of an issued dump that differs from the current one, in the order of keys; one that has no value any more, and one that had
 * none when its window had closed already, are among them. Windows that have closed since are news, not changes; so is a definition that
 * the program did not know yet.
 *
 * @param issuedOn the business date of the issued figures
 * @param unfed definitions that could have no value then, because nothing of some form that they rest on had come
 */
export function changesOf(
  issued: readonly Figure[],
  current: readonly Figure[],
  issuedOn: CalendarDate,
  unfed: ReadonlySet<string> = new Set(),
): readonly Change[] {
  const before = byKey(issued)
  const after = byKey(current)
  const changed: Change[] = []
  for (const [key, figure] of before) {
    const now = after.get(key)
    if (now === undefined || !isSame(figure, now)) changed.push(changeOf(figure, now ?? null))
  }
  const measured = new Set([...issued.map(({ definition }) => definition), ...unfed])
  for (const [key, figure] of after) {
    if (before.has(key) || !measured.has(figure.definition)) continue
    if (window(figure.window).to <= issuedOn)
      changed.push({ ...changeOf(figure, figure), before: null })
  }
  return changed.toSorted((a, b) => compare(keyOf(a), keyOf(b)))
}

function changeOf(figure: Figure, after: Figure | null): Change {
  const { numerator, denominator, ...key } = figure
  return {
    ...key,
    before: { numerator, denominator },
    after: after && { numerator: after.numerator, denominator: after.denominator },
  }
}

function byKey(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  return new Map(figures.map((figure) => [keyOf(figure), figure]))
}

function isSame(a: Fraction, b: Fraction): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
