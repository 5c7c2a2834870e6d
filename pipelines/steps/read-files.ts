import type { Reading } from '#sources/submission.ts'
import { dayOf } from '#sources/vocabulary/date.ts'
import { noProgress, type StepEffects } from '../effects.ts'
import { instantOf, type Submission } from '../ledger/schema.ts'
import type { Candidate } from '../ledger/submissions.ts'
import type { Readers } from '../readers/pool.ts'
import type { PersonKey } from '../vault/keys.ts'
import { type ParsedHeader, parsedName, writeParsed } from '../vault/parsed.ts'
import { sealProblems, sealRows } from '../vault/seal-reading.ts'
import { readingGone, readingsKept } from '../vault/sealed-reading.ts'
import { type Vault, vaultPath } from '../vault/vault.ts'
import { inParallel } from './parallel.ts'
import type { Unread } from './unread.ts'
import type { Versions } from './versions.ts'

export interface ReadParts extends StepEffects {
  readonly vault: Vault
  /** Folder of the parsed files. */
  readonly parsed: string
  readonly personKey: PersonKey
  readonly readers: Readers
}

/** What became of one file: its submissions, not yet decided, or why it could not be taken out of the vault. */
export interface ReadFile {
  readonly file: Unread
  readonly candidates: readonly Candidate[]
  readonly failure: { readonly sha256: string; readonly message: string } | null
}

/** Reads files and writes their parsed files, in the order given. One lane more than readers, so that none waits for the vault. */
export async function readFiles(
  files: readonly Unread[],
  versions: Versions,
  parts: ReadParts,
): Promise<readonly ReadFile[]> {
  const { readers, progress = noProgress } = parts
  progress.start('reading', files.length)
  const read = await inParallel(files, readers.size + 1, async (file) => {
    const one = await readFile(file, versions, parts)
    progress.advance()
    return one
  })
  progress.stop()
  return read
}

async function readFile(file: Unread, versions: Versions, parts: ReadParts): Promise<ReadFile> {
  const source = await sourceOf(file, parts).catch((cause: unknown) => failureOf(cause))
  if (source instanceof Error) {
    parts.log.error({ sha256: file.sha256, err: source }, 'a file cannot be taken out of the vault')
    return { file, candidates: [], failure: { sha256: file.sha256, message: source.message } }
  }
  const reading = source instanceof Uint8Array ? await masked(file, source, parts) : source
  return { file, candidates: await candidatesOf(file, reading, versions, parts), failure: null }
}

/** The bytes of a file or, where it was purged, the reading that was kept. */
async function sourceOf(
  { sha256, assignment, before }: Unread,
  { vault, log }: ReadParts,
): Promise<Uint8Array | Reading> {
  const kept = await readingsKept(vault, sha256)
  if (kept === null) return vault.get(sha256)
  if (before.length > 0) log.info({ sha256 }, 'a purged file keeps the reading that it had')
  const own = kept.readings.find((one) => one.assignment === (assignment?.id ?? null))
  return own?.reading ?? readingGone(sha256, vaultPath(vault.folder, sha256))
}

/** The reading of a file with its problems masked. The name under which it came is no part of it: renamed, it says the same. */
export async function masked(
  { sha256, receivedAt, assignment }: Pick<Unread, 'sha256' | 'receivedAt' | 'assignment'>,
  bytes: Uint8Array,
  { readers }: Pick<ReadParts, 'readers'>,
): Promise<Reading> {
  const reading = await readers.read({
    bytes,
    fileName: sha256,
    receivedOn: dayOf(new Date(receivedAt)),
    ...(assignment !== null && { assigned: assignment.to }),
  })
  return sealProblems(reading)
}

async function candidatesOf(
  file: Unread,
  reading: Reading,
  versions: Versions,
  { personKey, parsed, clock }: ReadParts,
): Promise<readonly Candidate[]> {
  const { sha256, receivedAt, assignment, before } = file
  const receivedOn = dayOf(new Date(receivedAt))
  const { reader, reference, keyId } = versions
  const identity = {
    ...{ sha256, reader, reference, keyId, receivedOn },
    ...(assignment !== null && { assignment: assignment.id }),
  }
  const sealed = sealRows(reading, identity, personKey, before.map(formOf))
  for (const one of sealed) await writeParsed(parsed, one)
  const now = instantOf(clock())
  const line = wasKilled(reading) ? killedLine(versions.line, now) : versions.line
  return sealed.map(({ header }) => ({
    ...recordOf(header),
    versions: line,
    received_at: receivedAt,
    decided_at: now,
  }))
}

/** What the ledger keeps of a reading. */
export function recordOf(header: ParsedHeader) {
  return {
    submission_id: header.submissionId,
    sha256: header.sha256,
    form: header.form,
    assignment: header.assignment ?? null,
    form_version: header.formVersion,
    sheet: header.sheet,
    reporter_id: header.reporter,
    window_id: header.window,
    revision: header.revision,
    nil: header.nil ? 1 : 0,
    outcome: header.outcome,
    rows_read: header.rowsRead,
    rows_accepted: header.rowsAccepted,
    parsed_name: parsedName(header),
    data_to: header.dataTo,
    document_no: header.documentNo,
    document_date: header.documentDate,
    arrived_on: header.receivedOn,
  } as const
}

function formOf({ form, form_version }: Submission) {
  return { form, formVersion: form_version }
}

function wasKilled(reading: Reading): boolean {
  return reading.problems.some((problem) => problem.code === 'reader-killed')
}

/** No last word: the file is read again when it arrives again after this moment. */
function killedLine(line: string, at: string): string {
  return `${line} killed ${at}`
}

function failureOf(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause))
}
