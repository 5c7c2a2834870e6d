import type { Correction } from '#sources/correct.ts'
import type { Pace } from '#sources/forms/frequency.ts'
import type { Needle } from '#sources/search.ts'
import type { Assigned } from '#sources/sheets/assigned.ts'
import type { Reading } from '#sources/submission.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter, ReporterId } from '#sources/vocabulary/reporter.ts'
import type { Family } from '#sources/vocabulary/window.ts'
import type { Mark } from '#sources/workbooks/marked/index.ts'
import type { Slip } from '#sources/workbooks/slip.ts'

/** What a reader must know of the plan, as plain data: it crosses to the child, and its hash is part of a reading's versions. */
export interface ReaderSetup {
  readonly plan: {
    readonly id: string
    /** `195/KH-UBND`; empty where the plan's paper leaves it blank: then it is known by its title. */
    readonly number: string
    readonly title?: string
    readonly family: Family
    readonly provinceCode: string
    /** Forms that the plan takes at another pace than their own. */
    readonly paces?: Readonly<Record<string, Pace>>
  }
  readonly reporters: readonly Reporter[]
  /** Forms that each reporter may send: those that it owes, and those that are taken when they come. */
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
  /** Also give cover and lines: names in the clear, which stay in this process and in the workbook made of them. */
  readonly lines?: true
}

/** A file made from the bytes of another: marked for its sender, or corrected for him. */
export type MakeJob =
  | {
      readonly kind: 'mark'
      readonly bytes: Uint8Array
      readonly marks: readonly Mark[]
      readonly slip: Slip
    }
  | { readonly kind: 'correct'; readonly bytes: Uint8Array; readonly correction: Correction }

/** Whether anything stands anywhere in a file, whatever form it has. */
export interface SearchJob {
  readonly bytes: Uint8Array
  readonly needles: readonly Needle[]
}

export type ToReader =
  | { readonly kind: 'setup'; readonly setup: ReaderSetup }
  | { readonly kind: 'job'; readonly job: ReaderJob }
  | { readonly kind: 'make'; readonly make: MakeJob }
  | { readonly kind: 'search'; readonly search: SearchJob }

/** What a reader is given to do. */
export type Work = Extract<ToReader, { kind: 'job' | 'make' | 'search' }>

export type FromReader =
  | { readonly kind: 'listening' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'unable'; readonly why: string }
  | { readonly kind: 'done'; readonly reading: Reading }
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  /** Places in the list of needles; null when the file cannot be read to its last part. */
  | { readonly kind: 'searched'; readonly found: readonly number[] | null }
  /** The reader threw, which is a mistake of ours: where, never what the message said, because it may quote a cell. */
  | { readonly kind: 'threw'; readonly error: string; readonly at: string }
