import type { Generated, Kysely, Selectable } from 'kysely'
import type { Section } from '#dashboards/alerts/entry.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'

/** UTC, `2026-09-20T03:04:05.678Z`: `<` on the text is `<` in time. */
export type Instant = string
/** SQLite has no boolean, and libsql aborts the process when one is bound. */
export type Flag = 0 | 1

/** Bytes that arrived at least once. */
export interface FileTable {
  readonly sha256: string
  readonly bytes: number
  readonly first_received_at: Instant
}

/** One arrival, also of bytes that were there before. */
export interface DeliveryTable {
  readonly id: Generated<number>
  readonly connector: string
  /** As the connector listed it, or `purged-<id>` where that told of a person who was purged. */
  source_name: string
  readonly sha256: string
  readonly received_at: Instant
  /** When the connector was told that the bytes are safe. */
  acked_at: Instant | null
  /** When the connector stopped listing it, or listed other bytes under the name; null while it lies there. */
  gone_at: Instant | null
  /** The connector's word for these bytes, where it gives one. */
  stamp: string | null
}

/** A delivery whose sender was told what was found; in between, a crash tells him the same again. */
export interface AnswerTable {
  readonly delivery: number
  /** What the reading that he was told of depended on. */
  readonly versions: string
  readonly at: Instant
}

export type Decision = 'accepted' | 'partial' | 'rejected' | 'held'

/**
 * One form of one file: what the sender was told, and where its rows are now.
 *
 * A sheet that a person assigned stands here twice: as it was sent, which is what its sender was told, and as it is read since.
 */
export interface SubmissionTable {
  /** `<sha256>/<form>`; `<sha256>/-` for a file in which no form was found; `<sha256>/<form>@<assignment>` as assigned. */
  readonly submission_id: string
  readonly sha256: string
  readonly form: string
  /** Id of the action by which a person said whose report it is; null as it was sent. */
  readonly assignment: number | null
  form_version: number
  sheet: string
  reporter_id: string | null
  window_id: string | null
  revision: number | null
  nil: Flag
  /** What the sender was told; never changed by a later reading. */
  readonly outcome: Decision
  rows_read: number
  rows_accepted: number
  /** What the reading depended on; other versions mean that the file is read again. */
  versions: string
  parsed_name: string
  data_to: CalendarDate | null
  document_no: string | null
  document_date: CalendarDate | null
  arrived_on: CalendarDate
  readonly received_at: Instant
  readonly decided_at: Instant
}

export interface ActionTable {
  readonly id: Generated<number>
  readonly at: Instant
  readonly actor: string
  readonly kind: 'accept' | 'withdraw' | 'assign' | 'extend' | 'correct'
  readonly submission_id: string | null
  readonly obligation: string | null
  readonly detail: string | null
  readonly reason: string
}

export type BuildState = 'building' | 'ready' | 'failed'

export interface BuildTable {
  readonly generation: number
  readonly business_date: CalendarDate
  readonly known_until: Instant
  readonly code_version: string
  readonly reference_sha: string
  readonly key_id: string
  result_hash: string | null
  state: BuildState
  readonly at: Instant
}

export type IssueState = 'draft' | 'submitted' | 'approved' | 'issued' | 'corrected'

/** One step of a document of a plan's window; what was frozen for it is repeated in each. */
export interface IssueTable {
  readonly plan: string
  readonly window_id: string
  /** `1`, and `2` for the corrected edition of it, and so on. */
  readonly document: string
  readonly seq: number
  readonly state: IssueState
  readonly generation: number
  /** Of the dump, which is the result hash of its generation. */
  readonly dump_sha: string
  /** Of the list of the frozen files. */
  readonly bytes_sha: string
  /** As what day and with what knowledge the figures were made: "số liệu tính đến ngày". */
  readonly business_date: CalendarDate
  readonly known_until: Instant
  /** Số liệu sơ bộ, số liệu chính thức. */
  readonly figures: 'provisional' | 'final'
  /** The document of the same window that this one corrects. */
  readonly corrects: string | null
  /** Number, day and signer of the signed document, in its step `issued` alone. */
  readonly number: string | null
  readonly date: CalendarDate | null
  readonly signer: string | null
  readonly reason: string | null
  readonly at: Instant
  readonly actor: string
}

export interface JobRunTable {
  readonly job: string
  readonly slot: string
  state: 'running' | 'done' | 'failed'
  owner: string
  lease_until: Instant
  attempt: number
  started_at: Instant
  finished_at: Instant | null
  receipt: string | null
}

export interface AlertCaseTable {
  readonly case_id: string
  readonly rule: string
  readonly plan: string
  readonly target: string
  readonly unit_id: string
  readonly cycle: string
}

export type AlertEventKind = 'opened' | 'evidence' | 'acked' | 'explained' | 'resolved' | 'reopened'

export interface AlertEventTable {
  readonly case_id: string
  readonly seq: number
  readonly kind: AlertEventKind
  readonly evidence_hash: string | null
  readonly generation: number | null
  readonly at: Instant
  readonly actor: string
  /** Why data closed the case, or what a person found behind it. */
  readonly cause: string | null
  readonly note: string | null
  /** Of evidence: its window, and what a sentence about it needs, as canonical JSON of integers and codes; null of what was entered before. */
  readonly window_id: string | null
  readonly facts: string | null
}

/** An event of a case of which it was decided who is written to; in one transaction with the messages, so that none is lost or doubled. */
export interface NoticedTable {
  readonly case_id: string
  readonly seq: number
  readonly at: Instant
}

/** By whose eyes a text was written: the province's own roles, the Ministry, a reporter, whoever runs the program. */
export type Audience = 'province' | 'ministry' | 'reporter' | 'operator'
export type OutboxState = 'waiting' | 'sending' | 'sent' | 'given-up'

/** One message to one contact. Messages that leave together are a batch; from then on they share state, attempts and times. */
export interface OutboxTable {
  /** SHA-256 of the event and the contact. */
  readonly message_id: string
  readonly case_id: string | null
  readonly seq: number | null
  /** What it tells of when it is no case: `given-up <batch>`. */
  readonly about: string | null
  readonly contact: number
  readonly audience: Audience
  readonly urgency: 'now' | 'digest'
  /** Place among those queued with it, most pressing first. */
  readonly place: number
  readonly subject: string
  /** Rendered when it was queued, for its audience; holds no persons. */
  readonly text: string
  /** Where it stands in a letter of several, what is said there once for all below, and its line; null where it is a block: `text`. */
  readonly section: Section
  readonly heading: string | null
  readonly who: string | null
  readonly form: string | null
  readonly line: string | null
  readonly queued_at: Instant
  /** Set when it first leaves: a retry is the same letter with the same Message-ID. */
  batch: string | null
  batched_at: Instant | null
  state: OutboxState
  attempts: number
  next_at: Instant
  sent_at: Instant | null
  /** Why the last attempt failed; no address. */
  reason: string | null
}

export interface ContactTable {
  readonly id: Generated<number>
  readonly reporter_id: string | null
  readonly role: string | null
  readonly channel: string
  readonly address: string
  readonly valid_from: CalendarDate
  /** First day without it. */
  valid_to: CalendarDate | null
}

export interface UserTable {
  readonly name: string
  password_hash: string
  role: string
  scope: string
  readonly created_at: Instant
  disabled_at: Instant | null
}

export interface SessionTable {
  /** SHA-256 of the cookie's value, never the value. */
  readonly token_sha256: string
  readonly user_name: string
  readonly created_at: Instant
  seen_at: Instant
  ended_at: Instant | null
}

export interface AuditTable {
  readonly seq: number
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly object: string
  readonly prev_hash: string
  readonly hash: string
}

export interface LedgerTables {
  readonly file: FileTable
  readonly delivery: DeliveryTable
  readonly answer: AnswerTable
  readonly submission: SubmissionTable
  readonly action: ActionTable
  readonly build: BuildTable
  readonly issue: IssueTable
  readonly job_run: JobRunTable
  readonly alert_case: AlertCaseTable
  readonly alert_event: AlertEventTable
  readonly outbox: OutboxTable
  readonly noticed: NoticedTable
  readonly contact: ContactTable
  readonly user: UserTable
  readonly session: SessionTable
  readonly audit: AuditTable
}

export type LedgerDatabase = Kysely<LedgerTables>
export type Submission = Selectable<SubmissionTable>
export type Delivery = Selectable<DeliveryTable>
export type Build = Selectable<BuildTable>
export type Issue = Selectable<IssueTable>
export type JobRun = Selectable<JobRunTable>
export type AlertCase = Selectable<AlertCaseTable>
export type AlertEvent = Selectable<AlertEventTable>
export type AuditEntry = Selectable<AuditTable>
export type Action = Selectable<ActionTable>
export type Message = Selectable<OutboxTable>

/** An instant as the ledger writes it. */
export function instantOf(at: Date): Instant {
  return at.toISOString()
}
