/** One-sided levels: a signal (half of the usual two-sided 5 %), and a strong one. */
export const WARN = 0.025
export const ALARM = 0.001

/** A tail comes out of logarithms, good to some digits before the last: a true tie with a level must not hang on that one. */
const TIE = 1 + 1e-10

/**
 * Whether a chance is at most a level; what lies above it by less than a part in 1e10 is level with it.
 *
 * All three of 3 at 10 % have the chance 0.001 exactly, which is computed as 0.0010000000000000009.
 */
export function isAtMost(p: number, level: number): boolean {
  return p <= level * TIE
}
