import type { Problem } from '../problem.ts'
import type { Places } from '../reference/places.ts'
import type { CalendarDate } from '../vocabulary/date.ts'
import type { Reporter } from '../vocabulary/reporter.ts'
import type { Family, Window } from '../vocabulary/window.ts'
import type { AssignedIdentity } from './assigned.ts'

/** Whose report it is, for which window, which sending: what the cover or the envelope says, as far as it could be understood. */
export interface Identity {
  readonly reporter: Reporter | null
  readonly window: Window | null
  readonly revision: number | null
  readonly dataTo: CalendarDate | null
  readonly documentNo: string | null
  readonly documentDate: CalendarDate | null
}

/** An identity that is complete enough to read rows by. */
export type KnownIdentity = Identity & { readonly reporter: Reporter; readonly window: Window }

export function isKnown(identity: Identity): identity is KnownIdentity {
  return identity.reporter !== null && identity.window !== null
}

export const unknownIdentity: Identity = Object.freeze({
  reporter: null,
  window: null,
  revision: null,
  dataTo: null,
  documentNo: null,
  documentDate: null,
})

/** By what a report names the plan that it is about. */
export interface NamedPlan {
  /** `195/KH-UBND`; empty where the plan's paper leaves it blank. */
  readonly number: string
  /** Asked only where there is no number. */
  readonly title?: string
}

/** What an identity is checked against. */
export interface Known {
  readonly receivedOn: CalendarDate
  readonly places: Places
  readonly reporters: readonly Reporter[]
  readonly plan: NamedPlan & { readonly family: Family; readonly provinceCode: string }
  /** Whose report it is and for which window, where a person said so. */
  readonly said?: AssignedIdentity
}

export interface Identified {
  readonly identity: Identity
  readonly problems: readonly Problem[]
}
