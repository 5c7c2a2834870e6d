import type { MissingReport } from '#dashboards/views.ts'
import { dueState } from '#models/judgement/due.ts'
import { strictDue } from '#models/plans/calendar.ts'
import { formById } from '#sources/forms/index.ts'
import type { Snapshot } from './snapshot.ts'

/** Reports that are past their day and have not come, one line per reporter, window and due day; the longest overdue first. */
export function missingReports(snapshot: Snapshot, unitId?: string): readonly MissingReport[] {
  const businessDate = snapshot.meta.business_date
  const lines = new Map<string, MissingReport & { forms: string[] }>()
  for (const report of snapshot.expected) {
    const reporter = snapshot.reporterOf(report.reporter_id, report.unit_id)
    if (reporter === undefined || (unitId !== undefined && reporter.unit_id !== unitId)) continue
    const due = { arrivedOn: report.arrived_on, dueBefore: report.due_before }
    const state = dueState(due, reporter.standing, businessDate)
    if (state !== 'overdue' && state !== 'asked') continue
    const key = [report.due_before, report.reporter_id, report.unit_id, report.window_id].join(' ')
    const line = lines.get(key)
    const number = formById(report.form)?.number ?? report.form
    if (line !== undefined) line.forms.push(number)
    else lines.set(key, { ...lineOf(report, reporter), forms: [number] })
  }
  return [...lines.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

function lineOf(
  report: Snapshot['expected'][number],
  reporter: { readonly name: string; readonly standing: 'obliged' | 'requested' },
): MissingReport {
  const { lastDay, workingDay } = strictDue(report.due_before)
  return {
    reporterName: reporter.name,
    standing: reporter.standing,
    forms: [],
    windowId: report.window_id,
    dueBefore: report.due_before,
    workingDay: workingDay === lastDay ? null : workingDay,
    basis: report.basis,
    reference: report.reference,
  }
}
