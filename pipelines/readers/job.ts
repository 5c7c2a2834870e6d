import type { Needle } from '#sources/search.ts'
import type { Assigned } from '#sources/sheets/assigned.ts'
import type { Reading } from '#sources/submission.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter, ReporterId } from '#sources/vocabulary/reporter.ts'
import type { Family } from '#sources/vocabulary/window.ts'

/** What a reader must know of the plan, as plain data: it crosses to the child, and its hash is part of a reading's versions. */
export interface ReaderSetup {
  readonly plan: {
    readonly id: string
    /** `195/KH-UBND` */
    readonly number: string
    readonly family: Family
    readonly provinceCode: string
  }
  readonly reporters: readonly Reporter[]
  /** Forms that each reporter owes. */
  readonly owed: Readonly<Record<ReporterId, readonly string[]>>
  /** Codes of the only communes there are, for tests and trials; null for all. */
  readonly communes: readonly string[] | null
}

export interface ReaderJob {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly receivedOn: CalendarDate
  /** What a person said in place of the cover; absent while the file speaks for itself. */
  readonly assigned?: Assigned
}

/** Whether anything stands anywhere in a file, whatever form it has. */
export interface SearchJob {
  readonly bytes: Uint8Array
  readonly needles: readonly Needle[]
}

export type ToReader =
  | { readonly kind: 'setup'; readonly setup: ReaderSetup }
  | { readonly kind: 'job'; readonly job: ReaderJob }
  | { readonly kind: 'search'; readonly search: SearchJob }

export type FromReader =
  | { readonly kind: 'listening' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'unable'; readonly why: string }
  | { readonly kind: 'done'; readonly reading: Reading }
  /** Places in the list of needles; null when the file cannot be read to its last part. */
  | { readonly kind: 'searched'; readonly found: readonly number[] | null }
  /** The reader threw, which is a mistake of ours: where, never what the message said, because it may quote a cell. */
  | { readonly kind: 'threw'; readonly error: string; readonly at: string }
