import { type Kysely, type Migration, type MigrationProvider, Migrator, sql } from 'kysely'

/** Brings a ledger to the newest shape; throws a {@link MigrationError} that names the step which failed. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const provider: MigrationProvider = { getMigrations: async () => migrations }
  const { error, results = [] } = await new Migrator({ db, provider }).migrateToLatest()
  if (error === undefined) return
  // The disk refuses, or the file is damaged: that says more than the step at which it was found.
  if (error instanceof Error && 'code' in error) throw error
  const failed = results.find((result) => result.status === 'Error')?.migrationName
  throw new MigrationError(failed ?? 'the list of steps', error)
}

/** True when the ledger has the shape that this program knows. */
export async function isNewest<T>(db: Kysely<T>): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const done = new Set(rows.map(({ name }) => name))
  return Object.keys(migrations).every((name) => done.has(name))
}

/** The ledger stays as it was before the step; it is either newer than this program or damaged. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
  readonly step: string

  constructor(step: string, cause: unknown) {
    const message = `the ledger cannot be brought to the newest shape at '${step}'; use the program version that wrote it, or restore the backup`
    super(message, { cause })
    this.step = step
  }
}

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': { up: runAll(first()) },
  '0002-assignment': { up: runAll(assignment()) },
  '0003-checksums': { up: runAll(checksums()) },
  '0004-answer': { up: runAll(answer()) },
  '0005-issue': { up: runAll(issue()) },
  '0006-outbox': { up: runAll(outbox()) },
  '0007-evidence': { up: runAll(evidence()) },
}

function runAll(statements: readonly string[]) {
  return async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}

/** What happened is never changed afterwards: rows of these tables are only added. */
function addOnly(table: string): readonly string[] {
  return ['update', 'delete'].map(
    (verb) =>
      `create trigger ${table}_no_${verb} before ${verb} on ${table}
       begin select raise(abort, 'rows of ${table} are only added'); end`,
  )
}

function first(): readonly string[] {
  return [
    `create table file (
      sha256 text primary key,
      bytes integer not null,
      first_received_at text not null
    ) strict`,
    `create table delivery (
      id integer primary key,
      connector text not null,
      source_name text not null,
      sha256 text not null references file,
      received_at text not null,
      acked_at text,
      gone_at text,
      stamp text
    ) strict`,
    `create unique index delivery_lying on delivery (connector, source_name) where gone_at is null`,
    `create index delivery_file on delivery (sha256)`,
    `create table submission (
      submission_id text primary key,
      sha256 text not null references file,
      form text not null,
      form_version integer not null,
      sheet text not null,
      reporter_id text,
      window_id text,
      revision integer,
      nil integer not null check (nil in (0, 1)),
      outcome text not null check (outcome in ('accepted', 'partial', 'rejected', 'held')),
      rows_read integer not null,
      rows_accepted integer not null,
      versions text not null,
      parsed_name text not null,
      data_to text,
      document_no text,
      document_date text,
      arrived_on text not null,
      received_at text not null,
      decided_at text not null,
      check (submission_id = sha256 || '/' || form)
    ) strict`,
    `create index submission_place on submission (form, reporter_id, window_id, revision)`,
    `create index submission_file on submission (sha256)`,
    `create trigger submission_told before update of outcome on submission
      when new.outcome <> old.outcome
      begin select raise(abort, 'what the sender was told is not changed'); end`,
    `create table action (
      id integer primary key,
      at text not null,
      actor text not null,
      kind text not null check (kind in ('accept', 'withdraw', 'assign', 'extend', 'correct')),
      submission_id text references submission,
      obligation text,
      detail text,
      reason text not null
    ) strict`,
    ...addOnly('action'),
    `create table build (
      generation integer primary key,
      business_date text not null,
      known_until text not null,
      code_version text not null,
      reference_sha text not null,
      key_id text not null,
      result_hash text,
      state text not null check (state in ('building', 'ready', 'failed')),
      at text not null
    ) strict`,
    `create table issue (
      plan text not null,
      window_id text not null,
      document text not null,
      seq integer not null,
      state text not null check (state in ('draft', 'submitted', 'approved', 'issued', 'corrected')),
      generation integer not null references build,
      dump_sha text not null,
      bytes_sha text not null,
      number text,
      date text,
      signer text,
      at text not null,
      actor text not null,
      primary key (plan, window_id, document, seq)
    ) strict`,
    `create table job_run (
      job text not null,
      slot text not null,
      state text not null check (state in ('running', 'done', 'failed')),
      owner text not null,
      lease_until text not null,
      attempt integer not null,
      started_at text not null,
      finished_at text,
      receipt text,
      primary key (job, slot)
    ) strict`,
    `create table alert_case (
      case_id text primary key,
      rule text not null,
      plan text not null,
      target text not null,
      unit_id text not null,
      cycle text not null
    ) strict`,
    `create table alert_event (
      case_id text not null references alert_case,
      seq integer not null,
      kind text not null
        check (kind in ('opened', 'evidence', 'acked', 'explained', 'resolved', 'reopened')),
      evidence_hash text,
      generation integer,
      at text not null,
      actor text not null,
      cause text,
      note text,
      primary key (case_id, seq),
      unique (case_id, kind, evidence_hash)
    ) strict`,
    ...addOnly('alert_event'),
    `create table outbox (
      message_id text primary key,
      audience text not null,
      state text not null check (state in ('waiting', 'sent', 'given-up')),
      attempts integer not null,
      next_at text not null,
      sent_at text
    ) strict`,
    `create table contact (
      id integer primary key,
      reporter_id text,
      role text,
      channel text not null,
      address text not null,
      valid_from text not null,
      valid_to text,
      check ((reporter_id is null) <> (role is null))
    ) strict`,
    `create table user (
      name text primary key,
      password_hash text not null,
      role text not null,
      scope text not null,
      created_at text not null,
      disabled_at text
    ) strict`,
    `create table session (
      token_sha256 text primary key,
      user_name text not null references user,
      created_at text not null,
      seen_at text not null,
      ended_at text
    ) strict`,
    `create table audit (
      seq integer primary key,
      at text not null,
      actor text not null,
      action text not null,
      object text not null,
      prev_hash text not null,
      hash text not null
    ) strict`,
    ...addOnly('audit'),
  ]
}

/** SQLite changes no check of a table: it is made anew, and references to it are checked again when all is in place. */
function assignment(): readonly string[] {
  const columns = `sha256, form, form_version, sheet, reporter_id, window_id, revision, nil, outcome, rows_read, rows_accepted,
    versions, parsed_name, data_to, document_no, document_date, arrived_on, received_at, decided_at`
  return [
    'pragma defer_foreign_keys = on',
    'create temp table submission_before as select * from submission',
    'drop table submission',
    `create table submission (
      submission_id text primary key,
      sha256 text not null references file,
      form text not null,
      assignment integer references action,
      form_version integer not null,
      sheet text not null,
      reporter_id text,
      window_id text,
      revision integer,
      nil integer not null check (nil in (0, 1)),
      outcome text not null check (outcome in ('accepted', 'partial', 'rejected', 'held')),
      rows_read integer not null,
      rows_accepted integer not null,
      versions text not null,
      parsed_name text not null,
      data_to text,
      document_no text,
      document_date text,
      arrived_on text not null,
      received_at text not null,
      decided_at text not null,
      check (submission_id = sha256 || '/' || form || coalesce('@' || assignment, ''))
    ) strict`,
    `insert into submission (submission_id, ${columns}) select submission_id, ${columns} from submission_before`,
    'drop table temp.submission_before',
    `create index submission_place on submission (form, reporter_id, window_id, revision)`,
    `create index submission_file on submission (sha256)`,
    `create trigger submission_told before update of outcome on submission
      when new.outcome <> old.outcome
      begin select raise(abort, 'what the sender was told is not changed'); end`,
  ]
}

/** Of every row of every other table; triggers keep it, see `checksums.ts`. */
function checksums(): readonly string[] {
  return [
    `create table checksum (
      "table" text not null,
      key text not null,
      sha3 text not null,
      primary key ("table", key)
    ) strict, without rowid`,
  ]
}

/** Which senders were told, and by which reading. */
function answer(): readonly string[] {
  return [
    `create table answer (
      delivery integer primary key references delivery,
      versions text not null,
      at text not null
    ) strict`,
    ...addOnly('answer'),
  ]
}

/** The table of the first shape was never written to: it is made anew with what a document states. */
function issue(): readonly string[] {
  return [
    'drop table issue',
    `create table issue (
      plan text not null,
      window_id text not null,
      document text not null,
      seq integer not null,
      state text not null check (state in ('draft', 'submitted', 'approved', 'issued', 'corrected')),
      generation integer not null references build,
      dump_sha text not null,
      bytes_sha text not null,
      business_date text not null,
      known_until text not null,
      figures text not null check (figures in ('provisional', 'final')),
      corrects text,
      number text,
      date text,
      signer text,
      reason text,
      at text not null,
      actor text not null,
      primary key (plan, window_id, document, seq),
      check ((state = 'issued') = (number is not null)),
      check ((state = 'issued') = (date is not null)),
      check ((state = 'issued') = (signer is not null)),
      check (corrects is null or corrects <> document)
    ) strict`,
    `create unique index issue_number on issue (number, substr(date, 1, 4)) where state = 'issued'`,
    ...addOnly('issue'),
  ]
}

/**
 * The table of the first shape was never written to: it is made anew. Events that are there were told to nobody and are old news: they
 * count as noticed.
 */
function outbox(): readonly string[] {
  return [
    'drop table outbox',
    `create table outbox (
      message_id text primary key,
      case_id text,
      seq integer,
      about text,
      contact integer not null references contact,
      audience text not null check (audience in ('province', 'ministry', 'reporter', 'operator')),
      urgency text not null check (urgency in ('now', 'digest')),
      place integer not null,
      subject text not null,
      text text not null,
      section text not null check (section in ('target', 'suspect', 'restated', 'incomplete', 'overdue', 'reminder-requested', 'due-soon',
        'closed', 'notice')),
      heading text,
      who text,
      form text,
      line text,
      queued_at text not null,
      batch text,
      batched_at text,
      state text not null check (state in ('waiting', 'sending', 'sent', 'given-up')),
      attempts integer not null,
      next_at text not null,
      sent_at text,
      reason text,
      foreign key (case_id, seq) references alert_event (case_id, seq),
      check ((case_id is null) = (seq is null)),
      check ((case_id is null) <> (about is null)),
      check ((batch is null) = (batched_at is null)),
      check ((state = 'sent') = (sent_at is not null))
    ) strict`,
    `create index outbox_due on outbox (state, next_at)`,
    `create index outbox_batch on outbox (batch)`,
    `create table noticed (
      case_id text not null,
      seq integer not null,
      at text not null,
      primary key (case_id, seq),
      foreign key (case_id, seq) references alert_event (case_id, seq)
    ) strict`,
    ...addOnly('noticed'),
    'insert into noticed select case_id, seq, at from alert_event',
  ]
}

/** What an event rests on is kept with it: generations are not, and a person must see what he explained. */
function evidence(): readonly string[] {
  return ['window_id', 'facts'].map((column) => `alter table alert_event add column ${column} text`)
}
