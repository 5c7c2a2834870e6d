import type { LedgerDatabase } from '../ledger/schema.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { openReadOnly } from '../warehouse/engine.ts'
import { type Known, knownSubmissions } from '../warehouse/known.ts'
import { requireNone } from './finding.ts'

/** A generation holds the submissions that the ledger knew at an instant, each as the ledger says. */
export async function requireSameSubmissions(
  db: LedgerDatabase,
  file: string,
  knownUntil: string,
): Promise<void> {
  const own = await submissionsIn(file)
  const known = new Map(
    (await knownSubmissions(db, knownUntil)).map((one) => [one.submission.submission_id, one]),
  )
  const wrong = [
    ...[...known]
      .filter(([id, one]) => own.get(id) !== lineOf(rowOf(one)))
      .map(([id]) => `submission ${id} is ${own.has(id) ? 'another' : 'missing'} in ${file}`),
    ...[...own.keys()]
      .filter((id) => !known.has(id))
      .map((id) => `${file} holds submission ${id}, which the ledger did not know`),
  ]
  requireNone(wrong, 'hoanhap run')
}

type Row = ReturnType<typeof rowOf>

async function submissionsIn(file: string): Promise<ReadonlyMap<string, string>> {
  const engine = await openReadOnly(file)
  try {
    const rows = await warehouse(engine).selectFrom('submission').selectAll().execute()
    return new Map(rows.map((row) => [row.submission_id, lineOf(row)]))
  } finally {
    engine.close()
  }
}

function rowOf({ submission: s, outcome }: Known) {
  return { ...s, revision: s.revision ?? 0, nil: s.nil === 1, outcome }
}

function lineOf(row: Omit<Row, 'versions' | 'parsed_name' | 'decided_at' | 'assignment'>): string {
  const { submission_id, sha256, form, form_version, reporter_id, window_id, revision, nil } = row
  const { outcome, rows_read, rows_accepted, sheet, data_to, document_no, document_date } = row
  const place = [submission_id, sha256, form, form_version, reporter_id, window_id, revision, nil]
  const read = [outcome, rows_read, rows_accepted, sheet, data_to, document_no, document_date]
  return JSON.stringify([...place, ...read, row.arrived_on, row.received_at])
}
