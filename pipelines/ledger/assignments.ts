import { z } from 'zod'
import type { Assigned } from '#sources/sheets/assigned.ts'
import type { ReporterId } from '#sources/vocabulary/reporter.ts'
import type { Action, LedgerDatabase } from './schema.ts'

/** A person's word on whose report a sheet is; the sheet is read by it beside the reading that its sender was told of. */
export interface Assignment {
  /** Id of the action. */
  readonly id: number
  readonly sha256: string
  readonly to: Assigned
}

const detail: z.ZodType<Assigned> = z.strictObject({
  form: z.string().min(1),
  reporter: z.custom<ReporterId>((v) => typeof v === 'string'),
  window: z.string().min(1),
})

/** The detail of an `assign`: canonical JSON, keys in order. */
export function detailOf({ form, reporter, window }: Assigned): string {
  return JSON.stringify({ form, reporter, window })
}

/** What an `assign` says; throws when its detail is none. */
export function assignedBy(action: Pick<Action, 'id' | 'detail'>): Assigned {
  try {
    return detail.parse(JSON.parse(action.detail ?? ''))
  } catch (cause) {
    const message = `action ${action.id} of the ledger assigns nothing that can be read; restore the ledger from its copy`
    throw new Error(message, { cause })
  }
}

/** Every assignment ever made, in order; those taken back too, since a build as of an earlier day needs them. */
export async function allAssignments(db: LedgerDatabase): Promise<readonly Assignment[]> {
  const rows = await db
    .selectFrom('action')
    .innerJoin('submission', 'submission.submission_id', 'action.submission_id')
    .where('action.kind', '=', 'assign')
    .select(['action.id', 'action.detail', 'submission.sha256'])
    .orderBy('action.id')
    .execute()
  return rows.map((row) => ({ id: row.id, sha256: row.sha256, to: assignedBy(row) }))
}
