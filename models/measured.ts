import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Database, OutlookClass, VerdictCode } from './database.ts'

/** One figure as it is shown and judged: two integers, what they rest on, how complete they are. */
export interface Measured {
  readonly definitionId: string
  readonly windowId: string
  readonly unitId: string
  readonly numerator: number
  readonly denominator: number
  readonly basis: 'register' | 'tally' | 'form'
  readonly unitsExpected: number
  readonly unitsCovered: number
  readonly rowsWithheld: number
  readonly state: 'provisional' | 'final'
}

/** The figure that a row of the warehouse holds. */
export function measuredOf(row: Database['value']): Measured {
  return {
    definitionId: row.definition_id,
    windowId: row.window_id,
    unitId: row.unit_id,
    numerator: row.numerator,
    denominator: row.denominator,
    basis: row.basis,
    unitsExpected: row.units_expected,
    unitsCovered: row.units_covered,
    rowsWithheld: row.rows_withheld,
    state: row.state,
  }
}

/** A target's verdict in its own window and place: fact and evidence kept apart. */
export interface Verdict {
  readonly target: string
  readonly windowId: string
  readonly unitId: string
  readonly definitionId: string
  readonly fact: 'met' | 'unmet' | 'na'
  readonly code: VerdictCode
  readonly strength: 'strong' | 'moderate' | null
  readonly slack: number | null
  /** Whether a signal stays when all places of its level are looked at together (Benjamini–Hochberg); null where nothing is tested. */
  readonly listed: boolean | null
  /** How likely the target is met when its year ends; null where nothing is foretold. */
  readonly outlook: OutlookClass | null
}

/** A report that a schedule expects, and whether it came. */
export interface ExpectedReport {
  readonly form: string
  readonly reporterId: string
  readonly windowId: string
  readonly dueBefore: CalendarDate
  readonly basis: 'clause' | 'directive' | 'circular'
  readonly reference: string
  readonly arrivedOn: CalendarDate | null
}
