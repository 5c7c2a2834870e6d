import type { Transaction } from 'kysely'
import { auditWithin } from './audit.ts'
import {
  type Issue,
  type IssueState,
  instantOf,
  type LedgerDatabase,
  type LedgerTables,
} from './schema.ts'

/** A document of a plan's window with all its steps, first to last. */
export interface IssueDocument {
  readonly plan: string
  readonly window: string
  readonly document: string
  readonly state: IssueState
  readonly steps: readonly Issue[]
  /** The newest step: what stands frozen for it now. */
  readonly last: Issue
  /** The step by which it was issued, which stays when it is corrected later. */
  readonly issued: Issue | null
  /** The document that this one corrects. */
  readonly corrects: string | null
}

/** What is entered of a step; its number, moment and entry in the audit trail follow. */
export type NewIssue = Omit<Issue, 'seq' | 'at' | 'actor'>

/** All documents of a plan, or of all plans, by window and number, first to last. */
export async function issueDocuments(
  db: LedgerDatabase,
  plan?: string,
): Promise<readonly IssueDocument[]> {
  const all = db.selectFrom('issue').selectAll()
  const rows = await (plan === undefined ? all : all.where('plan', '=', plan)).execute()
  return [...grouped(rows).values()].map(documentOf).toSorted(inOrder)
}

function grouped(rows: readonly Issue[]): ReadonlyMap<string, readonly Issue[]> {
  const groups = new Map<string, Issue[]>()
  for (const row of rows) {
    const key = [row.plan, row.window_id, row.document].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return groups
}

function documentOf(rows: readonly Issue[]): IssueDocument {
  const steps = rows.toSorted((a, b) => a.seq - b.seq)
  const last = steps.at(-1) as Issue
  const { plan, window_id: window, document, state, corrects } = last
  const issued = steps.find((step) => step.state === 'issued') ?? null
  return { plan, window, document, state, steps, last, issued, corrects }
}

function inOrder(a: IssueDocument, b: IssueDocument): number {
  const [left, right] = [a, b].map(({ plan, window }) => `${plan} ${window}`) as [string, string]
  if (left !== right) return left < right ? -1 : 1
  return Number(a.document) - Number(b.document)
}

/** Enters steps, each with its entry in the audit trail, all or none. */
export async function recordIssues(
  db: LedgerDatabase,
  steps: readonly NewIssue[],
  by: { readonly at: Date; readonly actor: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const step of steps) await recordWithin(tx, step, by)
  })
}

async function recordWithin(
  tx: Transaction<LedgerTables>,
  step: NewIssue,
  { at, actor }: { readonly at: Date; readonly actor: string },
): Promise<void> {
  const { plan, window_id, document, state } = step
  const { last } = await tx
    .selectFrom('issue')
    .select((eb) => eb.fn.coalesce(eb.fn.max('seq'), eb.lit(0)).as('last'))
    .where('plan', '=', plan)
    .where('window_id', '=', window_id)
    .where('document', '=', document)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('issue')
    .values({ ...step, seq: last + 1, at: instantOf(at), actor })
    .execute()
  const object = `${plan} ${window_id} ${document} ${last + 1}`
  await auditWithin(tx, { at, actor, action: auditedAs(state), object })
}

/** `issue-draft`, `issue-issued`: what the audit trail calls a step. */
export function auditedAs(state: IssueState): string {
  return `issue-${state}`
}
