/** Whether a figure is as good as promised: within 1e-8 of the expected, relative, or 1e-12, absolute. */
export function isNear(found: number, expected: number): boolean {
  return Math.abs(found - expected) <= Math.max(1e-12, 1e-8 * Math.abs(expected))
}

/**
 * A line where a figure is off by more than 1e-10 relative: a hundred times closer than promised, so that a loss of digits shows early.
 *
 * An expected null underflows, and the figure must be as good as 0.
 */
export function off(what: string, found: number, expected: number | null): string[] {
  const good = expected === null ? found < 1e-289 : Math.abs(found - expected) <= 1e-10 * expected
  return good ? [] : [`${what}: ${found}, expected ${expected}`]
}
