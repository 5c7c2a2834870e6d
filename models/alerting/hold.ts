import type { JudgedPlace } from '../judgement/places.ts'

/**
 * The reading of a place that keeps its signal alive: the present one, or an earlier one that has not been cleared; null where none does.
 *
 * A signal clears only after two own windows below the level of a warning, so that a figure at the edge does not open and close a case each
 * month. Windows that say nothing, because too few have reported or because only the list dropped the place, neither clear nor signal.
 *
 * `readings`: of one place, the present first, then the earlier own windows of the same plan year, newest first, all judged on what is known
 * now: where corrected data take the earlier signal away, nothing is held.
 */
export function heldBy(readings: readonly JudgedPlace[]): JudgedPlace | null {
  let below = 0
  for (const reading of readings) {
    if (isListedSignal(reading)) return reading
    if (isBelow(reading)) below += 1
    if (below === WINDOWS_TO_CLEAR) return null
  }
  return null
}

const WINDOWS_TO_CLEAR = 2

function isListedSignal({ verdict }: JudgedPlace): boolean {
  return verdict.listed === true
}

/** Tested, and not even by itself worse than chance explains. */
function isBelow({ verdict }: JudgedPlace): boolean {
  return verdict.listed === false && !(verdict.fact === 'unmet' && verdict.strength !== null)
}
