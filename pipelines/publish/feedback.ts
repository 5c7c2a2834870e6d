import type { Feedback, FeedbackOutcome, FeedbackSheet } from '#dashboards/pages/feedback.ts'
import { planNumber } from '#dashboards/words.ts'
import { formById } from '#sources/forms/index.ts'
import type { LedgerDatabase } from '../ledger/schema.ts'
import type { Submitted } from './communes.ts'
import { headerOf, problemSentence } from './problems.ts'
import type { Snapshot } from './snapshot.ts'

/** The answer to each file that was received: what was read, what was accepted, what is to be mended. */
export async function feedbacks(
  snapshot: Snapshot,
  all: Submitted,
  ledger: LedgerDatabase,
): Promise<readonly Feedback[]> {
  const names = await firstNames(ledger)
  const files = new Map<string, Submitted['submissions'][number][]>()
  for (const submission of all.submissions) {
    const group = files.get(submission.sha256) ?? []
    files.set(submission.sha256, group)
    group.push(submission)
  }
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sha256, submissions]) => {
      const [first] = submissions
      return {
        receipt: sha256.slice(0, 12),
        fileName: shownName(names.get(sha256) ?? sha256),
        receivedAt: first?.received_at ?? '',
        planNumber: planNumber(snapshot.setting.plan),
        outcome: wholeOutcome(submissions.map(({ outcome }) => outcome)),
        sheets: submissions
          .filter(({ form }) => formById(form) !== undefined)
          .map((s) =>
            feedbackSheet(
              { ...s, assigned: s.assigned_from !== null },
              snapshot.reporterOf(s.reporter_id, s.unit_id)?.name ?? null,
            ),
          ),
        problems: problemsOf(snapshot, all, submissions),
      }
    })
}

/** What is told of a sheet, from a row of the ledger or of the warehouse. */
export type ToldSheet = Pick<
  Submitted['submissions'][number],
  | 'form'
  | 'sheet'
  | 'reporter_id'
  | 'window_id'
  | 'data_to'
  | 'outcome'
  | 'rows_read'
  | 'rows_accepted'
> & { readonly revision: number | null; readonly nil: boolean; readonly assigned: boolean }

/** A sheet of a file as its feedback shows it. */
export function feedbackSheet(s: ToldSheet, reporterName: string | null): FeedbackSheet {
  const form = formById(s.form)
  return {
    form: s.form,
    formNumber: form?.number ?? s.form,
    formTitle: form?.title ?? s.form,
    sheet: s.sheet,
    reporter: s.reporter_id,
    reporterName,
    window: s.window_id,
    revision: s.revision === 0 ? null : s.revision,
    dataTo: s.data_to,
    nil: s.nil,
    assigned: s.assigned,
    outcome: s.outcome,
    rowsRead: s.rows_read,
    rowsAccepted: s.rows_accepted,
  }
}

/** Problems of the file stand in each of its submissions and are told once. */
function problemsOf(
  snapshot: Snapshot,
  all: Submitted,
  submissions: Submitted['submissions'],
): Feedback['problems'] {
  const told = new Map<string, Feedback['problems'][number]>()
  for (const s of submissions) {
    for (const problem of all.problems.get(s.submission_id) ?? []) {
      const message = problemSentence(snapshot, problem)
      const { code, severity, sheet, cell, field, masked_value: value } = problem
      const key = [code, sheet, cell, field, message].join('\n')
      told.set(key, {
        code,
        severity,
        sheet,
        cell,
        field,
        header: headerOf(s.form, field),
        value,
        message,
      })
    }
  }
  return [...told.values()]
}

/** Of the file as a whole: what all its sheets are; else held where one is, else partly accepted. */
export function wholeOutcome(outcomes: readonly FeedbackOutcome[]): FeedbackOutcome {
  const [first, ...rest] = [...new Set(outcomes)]
  if (first !== undefined && rest.length === 0) return first
  if (outcomes.includes('held')) return 'held'
  return 'partial'
}

/** A name may hold line breaks, marks that turn the writing round, codes that a terminal obeys; they are shown as what they are. */
export function shownName(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD').normalize('NFC')
}

/** The name under which each file came first. */
async function firstNames(ledger: LedgerDatabase): Promise<ReadonlyMap<string, string>> {
  const rows = await ledger
    .selectFrom('delivery')
    .select(['sha256', 'source_name'])
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map(({ sha256, source_name }) => [sha256, source_name]))
}
