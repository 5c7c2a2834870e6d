import type { Feedback } from '#dashboards/pages/feedback.ts'
import { planNumber } from '#dashboards/words.ts'
import { formById } from '#sources/forms/index.ts'
import type { Problem } from '#sources/problem.ts'
import type { Assigned } from '#sources/sheets/assigned.ts'
import { assignedBy } from '../ledger/assignments.ts'
import type { Action, LedgerDatabase, Submission } from '../ledger/schema.ts'
import { standingOf, stands } from '../ledger/standing.ts'
import { feedbackSheet, shownName, wholeOutcome } from '../publish/feedback.ts'
import { reporterOf } from '../reporter-of.ts'
import type { Setting } from '../station.ts'
import { readParsed } from '../vault/parsed.ts'

/** What the sender of a file is told beside its problems. */
export type Told = Omit<Feedback, 'problems'>

/** A file of the vault: what its sender is told, and by whose words it was read. */
export interface ToldFile {
  readonly told: Told
  /** As they are kept outside the vault: values of persons masked. */
  readonly problems: readonly Problem[]
  readonly submissions: readonly Submission[]
  readonly assigned: Assigned | null
}

/** Under which name and when a file came. */
export interface Arrival {
  readonly sha256: string
  readonly name: string
  readonly at: string
}

/** What the ledger and the parsed files say of a file; a sheet that was assigned stands there by its reading since. */
export async function toldFile(
  { site, plan, reporters }: Pick<Setting, 'site' | 'plan' | 'reporters'>,
  db: LedgerDatabase,
  { sha256, name, at }: Arrival,
  actions: readonly Action[],
): Promise<ToldFile> {
  const rows = await db
    .selectFrom('submission')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('submission_id')
    .execute()
  const submissions = standing(rows, actions)
  const headers = await Promise.all(
    submissions.map(async (row) => (await readParsed(site.parsed, row.parsed_name)).header),
  )
  const ofFile = headers[0]?.fileProblems ?? []
  const assignment = actions.findLast(({ id }) => submissions.some((s) => s.assignment === id))
  return {
    told: {
      receipt: sha256.slice(0, 12),
      fileName: shownName(name),
      receivedAt: at,
      planNumber: planNumber(plan),
      outcome: wholeOutcome(submissions.map(({ outcome }) => outcome)),
      sheets: submissions
        .filter(({ form }) => formById(form) !== undefined)
        .map((s) =>
          feedbackSheet(
            { ...s, nil: s.nil === 1, assigned: s.assignment !== null },
            reporterOf(reporters, s.reporter_id, s.window_id)?.name ?? null,
          ),
        ),
    },
    problems: [...ofFile, ...headers.flatMap(({ problems }) => problems)],
    submissions,
    assigned: assignment === undefined ? null : assignedBy(assignment),
  }
}

/** What was sent, or in its place the reading by the assignment that stands. */
function standing(rows: readonly Submission[], actions: readonly Action[]): readonly Submission[] {
  const now = rows.filter((row) => stands(row, actions))
  const assigned = new Set(now.map(({ assignment }) => assignment))
  return now.filter((row) => {
    const by = standingOf(row.submission_id, actions).assignment
    return row.assignment !== null || by === null || !assigned.has(by.id)
  })
}
