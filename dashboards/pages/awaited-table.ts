import type { Facts } from '#models/alerting/condition.ts'
import { type AlertGroup, grouped } from '../alerts/grouped.ts'
import type { AlertRule, AlertView } from '../views.ts'
import {
  awaitedHead,
  awaitedTitle,
  basisWords,
  caseStateWords,
  counts,
  dueWords,
  formNumbers,
  reportRuleWords,
  ruleWords,
  sentence,
  stageShort,
  toldLaterWords,
  windowWords,
} from '../words.ts'
import { each, type Html, html } from './html.ts'

/** Reports that are awaited, a table for each rule that is said once above it; what one reporter owes stands together. */
export function awaitedTables(alerts: readonly AlertView[]): Html {
  const rules = [...new Set(alerts.map(({ rule }) => rule))]
  return html`${each(rules, (rule) =>
    awaitedTable(
      rule,
      alerts.filter((one) => one.rule === rule),
    ),
  )}`
}

function awaitedTable(rule: AlertRule, alerts: readonly AlertView[]): Html {
  const first = alerts.find(({ facts }) => facts?.['leaveKnown'] === 0) ?? alerts[0]
  const reporters = byReporter(alerts)
  return html`<h3 class="part">${awaitedTitle(rule, alerts.length, reporters.length)}</h3><p class="note">${
    first !== undefined && reportRuleWords(ruleWords({ ...first, facts: unstaged(first) }))
  }</p><div class="scroll"><table class="tight">
<thead><tr>${each(awaitedHead, (name) => html`<th>${name}</th>`)}</tr></thead>
<tbody>${each(reporters, rowsOf)}</tbody></table></div>`
}

/** The rule above a table is that of all its rows, whose stages stand in their own cells. */
function unstaged({ facts = {} }: AlertView): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'stage'))
}

function byReporter(alerts: readonly AlertView[]): readonly (readonly AlertGroup[])[] {
  const reporters = new Map<string, AlertGroup[]>()
  for (const group of grouped(alerts)) {
    const name = group.alert.report?.reporterName ?? ''
    reporters.set(name, [...(reporters.get(name) ?? []), group])
  }
  return [...reporters.values()]
}

/** A row for each window and due day, the name before all of them. */
function rowsOf(windows: readonly AlertGroup[]): Html {
  const forms = windows.flatMap(({ alert }) => alert.report?.forms ?? [])
  const name = windows[0]?.alert.report?.reporterName ?? ''
  const owed = counts({ numerator: 0, denominator: forms.length }, 'báo cáo')
  return html`${each([...windows.entries()], ([n, { alert }]) => {
    const lead = html`<td rowspan="${windows.length}"><b>${name}</b>: ${owed}</td>`
    return html`<tr>${n === 0 && lead}${cellsOf(alert)}</tr>`
  })}`
}

function cellsOf(alert: AlertView): Html {
  const { report, state, facts } = alert
  if (report === null) return html``
  const { forms, windowId, dueBefore, workingDay, basis, reference } = report
  const due = dueWords(dueBefore, alert.rule === 'due-soon' ? workingDay : null)
  const pressed = [
    ...(stageShort(alert) === '' ? [] : [stageShort(alert)]),
    ...(facts?.['later'] === 1 ? [toldLaterWords] : []),
    ...(state === 'opened' ? [] : [sentence([caseStateWords(alert)])]),
  ]
  return html`<td>${formNumbers(forms)}, ${windowWords(windowId)}</td><td>${due}, ${basisWords(basis, reference)}</td><td>${pressed.join('; ')}</td>`
}
