import type { Edition } from '#dashboards/views.ts'
import type { FindingView, MistakeView, QualityView, RuleView } from '#dashboards/views-quality.ts'
import type { Facts } from '#models/alerting/condition.ts'
import type { Database } from '#models/database.ts'
import { qualityRules } from '#models/quality/index.ts'
import type { QualityRule } from '#models/quality/rule.ts'
import type { ProblemCode } from '#sources/problem.ts'
import { window } from '#sources/vocabulary/window.ts'
import type { Snapshot } from './snapshot.ts'
import { unitNameOf } from './unit-name.ts'

type Finding = Database['finding']

/** The page of the data's quality. */
export async function qualityView(snapshot: Snapshot, edition: Edition): Promise<QualityView> {
  const { db } = snapshot
  const found = await db.selectFrom('finding').selectAll().execute()
  const inForce = await db.selectFrom('in_force').select('form').distinct().execute()
  const forms = new Set(inForce.map(({ form }) => form))
  const year = window(edition.toDateId)
  const months = snapshot.months
    .filter(({ from_date, to_date }) => from_date >= year.from && to_date <= year.to)
    .map(({ window_id }) => window_id)
  return {
    edition,
    months,
    rules: qualityRules.map((rule) =>
      ruleView(
        snapshot,
        rule,
        forms,
        months,
        found.filter((one) => one.rule === rule.id),
      ),
    ),
    mistakes: await mistakes(snapshot, edition),
  }
}

function ruleView(
  snapshot: Snapshot,
  rule: QualityRule,
  forms: ReadonlySet<string>,
  months: readonly string[],
  found: readonly Finding[],
): RuleView {
  const closes = found
    .map(({ window_id }) => window(window_id))
    .filter((w) => w.kind !== 'explicit')
  const byMonth = months.map((id) => closes.filter(({ to }) => to === window(id).to).length)
  return {
    rule,
    asked: rule.rows(forms) !== null,
    byMonth,
    elsewhere: found.length - byMonth.reduce((sum, n) => sum + n, 0),
    found: [...found].sort(byNewest).map((one) => findingView(snapshot, one)),
  }
}

function byNewest(a: Finding, b: Finding): number {
  const [left, right] = [a, b].map(({ window_id }) => window(window_id).to) as [string, string]
  return left === right ? (keyOf(a) < keyOf(b) ? -1 : 1) : left < right ? 1 : -1
}

function keyOf({ unit_id, subject, window_id }: Finding): string {
  return [unit_id, subject, window_id].join('\n')
}

/** Behind the slash of a subject stands a body that shares the province as its place. */
export function whoseFinding(snapshot: Snapshot, unitId: string, subject: string): string {
  const body = subject.match(/\/((?:agency|facility):.+)$/)?.[1] ?? null
  return snapshot.reporterOf(body, unitId)?.name ?? unitNameOf(snapshot, unitId)
}

function findingView(snapshot: Snapshot, one: Finding): FindingView {
  const unit = snapshot.communes.find(({ unit_id }) => unit_id === one.unit_id)
  return {
    who: whoseFinding(snapshot, one.unit_id, one.subject),
    unitCode: unit?.code ?? null,
    finding: {
      rule: one.rule,
      subject: one.subject,
      windowId: one.window_id,
      left: one.left_n,
      right: one.right_n,
      facts: JSON.parse(one.facts) as Facts,
    },
  }
}

/** What was wrong with sheets of the year's windows when they were read, by kind, most errors first. */
async function mistakes(
  { db, reporterOf }: Snapshot,
  { toDateId }: Edition,
): Promise<readonly MistakeView[]> {
  const year = window(toDateId)
  const rows = await db
    .selectFrom('problem as p')
    .innerJoin('submission as s', 's.submission_id', 'p.submission_id')
    .where('p.origin', '=', 'reading')
    .select(({ fn }) => [
      'p.code',
      'p.severity',
      's.reporter_id',
      's.unit_id',
      's.window_id',
      fn.countAll<number>().as('n'),
    ])
    .groupBy(['p.code', 'p.severity', 's.reporter_id', 's.unit_id', 's.window_id'])
    .execute()
  const inYear = rows.filter(({ window_id }) => {
    const of = window_id === null ? null : window(window_id)
    return of === null || (of.from >= year.from && of.to <= year.to)
  })
  return [...new Set(inYear.map(({ code }) => code))]
    .map((code) => {
      const same = inYear.filter((row) => row.code === code)
      const sum = (severity: string) =>
        same.reduce((all, row) => all + (row.severity === severity ? row.n : 0), 0)
      const senders = new Map<string, number>()
      for (const { reporter_id: id, unit_id, n } of same) {
        const name = reporterOf(id, unit_id)?.name
        if (name !== undefined) senders.set(name, (senders.get(name) ?? 0) + n)
      }
      const [most] = [...senders].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      return {
        code: code as ProblemCode,
        errors: sum('error'),
        warnings: sum('warning'),
        reporters: senders.size,
        most: most === undefined ? null : { name: most[0], n: most[1] },
      }
    })
    .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || (a.code < b.code ? -1 : 1))
}
