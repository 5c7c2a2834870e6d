import { addDays, type Day, type Period } from '../calendar.ts'
import type { Reporter } from '../terms.ts'
import type { Commune } from '../world/commune.ts'

/** One workbook on its way: who sends it, for which window, knowing how much, written with how much care. */
export interface Sending {
  readonly reporter: Reporter
  /** The commune of a police station or committee. */
  readonly commune: Commune | null
  readonly window: Period
  /** Ids of the forms in it. */
  readonly forms: readonly string[]
  readonly revision: number
  /** The last day that its figures are said to be of. */
  readonly dataTo: Day
  /** The last day of which its rows tell: who keeps one running file sends what happened since the window closed, too. */
  readonly knownTo: Day
  readonly arrivedOn: Day
  readonly care: Care
  /** Sent once more, byte for byte, some days later under another name. */
  readonly againOn: Day | null
  /** Copies of one report tell themselves apart by it: which sending of the reporter and window this is, from 1. */
  readonly nth: number
}

/**
 * `clean`; `careless`: cells that nobody can read; `bad-cover`: block 00 is wrong; `unticked`: empty, and nobody said so; `ticked`:
 * rows beside the tick; `only-changes`: a replacement with only the rows that changed; `cleared`: who left before the month is struck off.
 */
export type Care =
  | 'clean'
  | 'careless'
  | 'bad-cover'
  | 'unticked'
  | 'ticked'
  | 'only-changes'
  | 'cleared'

/** A first sending of a window, clean and whole. */
export function sendingOf(
  reporter: Reporter,
  commune: Commune | null,
  window: Period,
  forms: readonly string[],
  arrivedOn: Day,
): Sending {
  const dataTo = addDays(window.to, -1)
  const once = { revision: 1, nth: 1, care: 'clean', againOn: null } as const
  return { reporter, commune, window, forms, dataTo, knownTo: dataTo, arrivedOn, ...once }
}
