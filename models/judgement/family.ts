import type { Measured } from '../measured.ts'
import type { Goal, Target } from '../plans/target.ts'
import { isAtMost, WARN } from './levels.ts'
import { benjaminiHochberg } from './multiplicity.ts'
import { adverseP, isSignal } from './signal.ts'
import { isSparse } from './verdict.ts'

/** How many per cent of a list may be there by chance: among the places of a province, and among the communes of the nation. */
export const IN_PROVINCE = 10
export const IN_NATION = 5

/** One indicator in one window over the places of one level, tested together. */
export interface Family {
  /** Places that were tested. */
  readonly size: number
  /** Per cent of the list that may be there by chance. */
  readonly level: number
  /** Signals that stay on the list. */
  readonly kept: number
}

/** For each place in the given order whether its signal stays, null where nothing was tested; no family where no place was. */
export interface Listing {
  readonly family: Family | null
  readonly listed: readonly (boolean | null)[]
}

/**
 * Which signals stay when all places of a level are looked at together (Y. Benjamini, Y. Hochberg 1995, JRSS B 57:289).
 *
 * The family are the places that are testable, whatever their count: somebody at risk, and not too few reports. Others drop out; they are
 * no tests with p = 1. A signal stays if its own p is at most 0.025 and the false discovery rate of the list down to it at most `level`.
 *
 * `level` in per cent.
 */
export function listed(
  target: Target,
  figures: readonly (Measured | null)[],
  level: number = IN_PROVINCE,
): Listing {
  const tested = figures.map((figure) => !target.duty && isTestable(figure))
  const size = tested.filter(Boolean).length
  if (size === 0) return { family: null, listed: figures.map(() => null) }
  const keep = kept(target, figures, tested, size, level / 100)
  const list = tested.map((one, at) => (one ? keep.has(at) : null))
  return { family: { size, level, kept: keep.size }, listed: list }
}

/** Nobody at risk and impossible figures are not tested, nor is what rests on too few reports. */
function isTestable(figure: Measured | null): figure is Measured {
  if (figure === null) return false
  const { numerator: x, denominator: n } = figure
  return n > 0 && x >= 0 && x <= n && !isSparse(figure)
}

/** A p above the level decides nothing about those below it, so that only the few below are worked out. */
function kept(
  goal: Goal,
  figures: readonly (Measured | null)[],
  tested: readonly boolean[],
  size: number,
  level: number,
): ReadonlySet<number> {
  const near = figures.flatMap((figure, at) => {
    if (figure === null || !tested[at]) return []
    const { numerator: x, denominator: n } = figure
    if (!isSignal(goal, 'adverse', level, x, n)) return []
    return [{ at, p: adverseP(goal, x, n) }]
  })
  if (near.length === 0) return NONE
  const rest = new Array<number>(size - near.length).fill(1)
  const qs = benjaminiHochberg([...near.map(({ p }) => p), ...rest])
  return new Set(
    near
      .filter(({ p }, rank) => isAtMost(p, WARN) && isAtMost(qs[rank] as number, level))
      .map(({ at }) => at),
  )
}

const NONE: ReadonlySet<number> = new Set()
