import type { CalendarDate } from '../vocabulary/date.ts'
import type { Reporter } from '../vocabulary/reporter.ts'
import type { Window } from '../vocabulary/window.ts'

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
