import type { Strength } from '#models/judgement/evidence.ts'
import type { Measured, Verdict } from '#models/measured.ts'
import type { CusumRow } from './charts/cusum.ts'
import type { FunnelLimits } from './charts/funnel.ts'
import type { PaceRow } from './charts/pace.ts'
import type { TrendRow } from './charts/trend.ts'
import type { Edition, TargetView } from './views.ts'

/*
 * What the page of one target needs beyond what the leadership page knows, as plain data. Shares are for drawing and for showing; what is
 * judged stands in whole numbers beside them.
 */

/** Everything that is known of one target in the province, for whoever has to explain it. */
export interface TargetPage {
  readonly edition: Edition
  readonly view: TargetView
  /** Null for duties, which are counted and not tested, and where too little is known. */
  readonly evidence: EvidenceView | null
  /** The months one by one; null for duties, and where no month has a figure of its own. */
  readonly months: MonthsView | null
  readonly pace: PaceView | null
  /** Of events only, in the province. */
  readonly cusum: CusumView | null
  /** Null for duties, and where no commune is followed. */
  readonly funnel: FunnelView | null
  /** By code; empty where the target is not followed in communes. */
  readonly communes: readonly TargetCommune[]
}

/** How the province's figure compares with a process that runs exactly at the goal. */
export interface EvidenceView {
  /** Of this many or more (`above`), or this many or fewer. */
  readonly direction: 'above' | 'below'
  /** Exact one-sided p in that direction. */
  readonly p: number
  readonly strength: Strength
}

/** Single months between limits of chance. */
export interface MonthsView {
  /** Null where there are too few points for limits. */
  readonly kind: 'p-chart' | 'xmr' | null
  /** Months with a figure. */
  readonly points: number
  /** Of fewer than twelve points: each further one still moves the limits. */
  readonly provisional: boolean
  readonly rows: readonly TrendRow[]
}

/** The year so far beside an even way, and where it may end. */
export interface PaceView {
  readonly rows: readonly PaceRow[]
  /** Counts of the year grow towards the goal; other shares are owed from the first month. */
  readonly grows: boolean
  /** Where 80 of 100 years end, as shares; null where nothing is foretold. */
  readonly ending: readonly [low: number, high: number] | null
}

export interface CusumView {
  readonly rows: readonly CusumRow[]
  readonly threshold: number
  /** Chance of an event in a month at which all is well, as a share. */
  readonly p0: number
}

export interface FunnelView {
  readonly limits: readonly FunnelLimits[]
  /** Communes that were tested together: the family. */
  readonly tested: number
  /** How many per cent of the list may be there by chance. */
  readonly perCent: number
}

/** One commune at one target. */
export interface TargetCommune {
  /** Of the commune whose page tells more; null where there is none. */
  readonly code: string | null
  /** `phường Bắc Giang`. */
  readonly name: string
  /** `Bắc Giang`. */
  readonly shortName: string
  readonly measured: Measured | null
  readonly verdict: Pick<Verdict, 'code' | 'slack' | 'listed'>
  /** Whether the count itself is a signal for the worse. */
  readonly signal: Strength
  /** The count at which a signal begins: from so many on below a ceiling, down to so many above a floor; null for duties. */
  readonly signalAt: number | null
  /** Drawn towards the communes' common share: for ranking only; null for duties and where nothing is known. */
  readonly smoothed: { readonly rate: number; readonly low: number; readonly high: number } | null
}
