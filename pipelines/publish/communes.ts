import type { CommunePage, ProblemLine, ReportLine } from '#dashboards/pages/commune.ts'
import type { AlertView, Edition } from '#dashboards/views.ts'
import type { Database } from '#models/database.ts'
import { judgedAt } from '#models/judgement/verdict.ts'
import { strictDue } from '#models/plans/calendar.ts'
import { formById } from '#sources/forms/index.ts'
import { placeName } from '#sources/reference/places.ts'
import { planYearOf, window } from '#sources/vocabulary/window.ts'
import { managedOn, offenceTarget, offendedIn, returnedIn } from './people.ts'
import { problemSentence } from './problems.ts'
import { ofUnit } from './reconciliation.ts'
import type { Snapshot } from './snapshot.ts'

/** What is read once for all communes. */
export interface Submitted {
  readonly submissions: readonly (Database['submission'] & { readonly in_force: boolean })[]
  readonly problems: ReadonlyMap<string, readonly Database['problem'][]>
}

/** Submissions and problems of the generation; a sheet that was assigned stands there by its reading since, not as it was sent. */
export async function submitted({ db }: Snapshot): Promise<Submitted> {
  const submissions = await db
    .selectFrom('submission as s')
    .leftJoin('in_force as i', 'i.submission_id', 's.submission_id')
    .selectAll('s')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('submission as a')
            .select('a.submission_id')
            .whereRef('a.assigned_from', '=', 's.submission_id'),
        ),
      ),
    )
    .select((eb) => eb('i.submission_id', 'is not', null).as('in_force'))
    .orderBy('s.revision', 'desc')
    .orderBy('s.received_at', 'desc')
    .execute()
  const problems = await db
    .selectFrom('problem')
    .selectAll()
    .orderBy('submission_id')
    .orderBy('origin')
    .orderBy('seq')
    .execute()
  return {
    submissions: submissions.map((s) => ({ ...s, in_force: Boolean(s.in_force) })),
    problems: grouped(problems),
  }
}

/** The page of one commune. */
export function communeView(
  snapshot: Snapshot,
  edition: Edition,
  alerts: readonly AlertView[],
  all: Submitted,
  commune: Database['unit'],
): CommunePage {
  const unitId = commune.unit_id
  const name = placeName(commune)
  const offences = offenceTarget(snapshot)
  const year = planYearOf(window(edition.windowId))
  const own = all.submissions.filter(({ unit_id }) => unit_id === unitId)
  return {
    edition,
    unit: { id: unitId, code: commune.code, name },
    people: {
      managed: managedOn(snapshot, edition.windowId, unitId),
      returned: returnedIn(snapshot, edition.windowId, unitId),
      prosecutedToDate: offendedIn(snapshot, edition.toDateId, unitId),
      allowance:
        offences === undefined ? null : (snapshot.verdict(offences.id, unitId)?.slack ?? null),
    },
    managedByMonth: snapshot.months
      .filter(({ window_id }) => planYearOf(window(window_id)) === year)
      .map(({ window_id }) => ({ windowId: window_id, n: managedOn(snapshot, window_id, unitId) })),
    figures: snapshot.setting.plan.targets
      .filter((target) => judgedAt(target, 'commune'))
      .map((target) => {
        const verdict = snapshot.verdict(target.id, unitId)
        const windowId = verdict?.windowId ?? edition.toDateId
        const measured = snapshot.value(target.definition.id, windowId, unitId)
        const { code, listed } = verdict ?? { code: 'ND', listed: null }
        return { target, windowId, measured, code, listed }
      }),
    reports: reportLines(snapshot, edition, own, unitId),
    problems: problemLines(snapshot, all, own),
    reconciliations: ofUnit(snapshot, edition, unitId),
    alerts: alerts.filter((alert) => alert.unitId === unitId && alert.state !== 'resolved'),
  }
}

/** The month's reports, the quarter's that close with it, and earlier ones that have not come. */
export function reportLines(
  snapshot: Snapshot,
  edition: Edition,
  own: Submitted['submissions'],
  unitId: string,
): readonly ReportLine[] {
  const closing = window(edition.windowId).to
  return snapshot.expected
    .filter((report) => report.unit_id === unitId)
    .filter((report) => window(report.window_id).to === closing || report.arrived_on === null)
    .map((report) => {
      const versions = own.filter(
        (s) =>
          s.form === report.form &&
          s.reporter_id === report.reporter_id &&
          s.window_id === report.window_id,
      )
      const reporter = snapshot.reporterOf(report.reporter_id, report.unit_id)
      const newest = versions.find(({ in_force }) => in_force) ?? versions[0]
      const { lastDay, workingDay } = strictDue(report.due_before)
      return {
        formNumber: formById(report.form)?.number ?? report.form,
        formTitle: formById(report.form)?.title ?? report.form,
        reporterName: reporter?.name ?? report.reporter_id,
        standing: reporter?.standing ?? 'obliged',
        windowId: report.window_id,
        dueBefore: report.due_before,
        workingDay: workingDay === lastDay ? null : workingDay,
        arrivedOn: report.arrived_on ?? newest?.arrived_on ?? null,
        outcome: newest === undefined ? null : outcomeOf(newest),
        revision: newest?.revision ?? null,
        nil: newest?.nil ?? false,
        rowsRead: newest?.rows_read ?? null,
        rowsAccepted: newest?.rows_accepted ?? null,
      }
    })
}

/** Where nothing of a report is in force, what was known no longer than till some moment was taken back at that moment. */
function outcomeOf({ in_force, known_to, outcome }: Submitted['submissions'][number]) {
  return in_force || known_to === null ? outcome : 'withdrawn'
}

/** Problems of what is in force, and of what was sent back and not replaced by something in force since. */
export function problemLines(
  snapshot: Snapshot,
  all: Submitted,
  own: Submitted['submissions'],
): readonly ProblemLine[] {
  const standing = own.filter(
    (s) =>
      s.in_force ||
      ((s.outcome === 'rejected' || s.outcome === 'held') &&
        !own.some(
          (other) =>
            other.in_force &&
            other.form === s.form &&
            other.reporter_id === s.reporter_id &&
            other.window_id === s.window_id &&
            other.received_at > s.received_at,
        )),
  )
  return standing.flatMap((s) =>
    (all.problems.get(s.submission_id) ?? []).map((problem) => ({
      severity: problem.severity,
      formNumber: formById(s.form)?.number ?? null,
      windowId: s.window_id,
      sheet: problem.sheet,
      cell: problem.cell,
      message: problemSentence(snapshot, problem),
    })),
  )
}

function grouped(problems: readonly Database['problem'][]) {
  const groups = new Map<string, Database['problem'][]>()
  for (const problem of problems) {
    const group = groups.get(problem.submission_id) ?? []
    groups.set(problem.submission_id, group)
    group.push(problem)
  }
  return groups
}
