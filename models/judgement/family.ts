import type { Measured } from '../measured.ts'
import type { Goal, Target } from '../plans/target.ts'
import { evidenceOf } from './evidence.ts'
import { WARN } from './levels.ts'
import { benjaminiHochberg } from './multiplicity.ts'
import { isSignal } from './signal.ts'
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
  const keep = kept(target, figures as readonly Measured[], tested, size, level / 100)
  const list = figures.map((_, at) => (tested[at] ? keep.has(at) : null))
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
  figures: readonly Measured[],
  tested: readonly boolean[],
  size: number,
  level: number,
): ReadonlySet<number> {
  const near: number[] = []
  for (let at = 0; at < figures.length; at++) {
    if (!tested[at]) continue
    const { numerator, denominator } = figures[at] as Measured
    if (isSignal(goal, 'adverse', level, numerator, denominator)) near.push(at)
  }
  if (near.length === 0) return NONE
  const ps = new Array<number>(size).fill(1)
  near.forEach((at, rank) => {
    const { numerator, denominator } = figures[at] as Measured
    ps[rank] = evidenceOf(goal, numerator, denominator)?.adverse ?? 1
  })
  const qs = benjaminiHochberg(ps)
  return new Set(
    near.filter((_, rank) => (qs[rank] as number) <= level && (ps[rank] as number) <= WARN),
  )
}

const NONE: ReadonlySet<number> = new Set()
