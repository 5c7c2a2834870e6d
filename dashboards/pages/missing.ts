import { window } from '#sources/vocabulary/window.ts'
import type { Edition, MissingReport } from '../views.ts'
import {
  basisWords,
  count,
  dueWords,
  earlierWords,
  formNumbers,
  headings,
  lateWords,
  nothing,
  olderWords,
  windowName,
} from '../words.ts'
import { each, type Html, html } from './html.ts'

/** Who has not reported: what closes with the month by name and day, older debts in a line each; the requested are only asked. */
export function missing(reports: readonly MissingReport[], edition: Edition): Html {
  const closes = window(edition.windowId).to
  const obliged = reports.filter((report) => report.standing === 'obliged')
  const current = obliged.filter((report) => window(report.windowId).to >= closes)
  const earlier = obliged.filter((report) => window(report.windowId).to < closes)
  const since = window(edition.toDateId).from
  const ofYear = earlier.filter((report) => window(report.windowId).to > since)
  const older = earlier.filter((report) => window(report.windowId).to <= since)
  const requested = reports.filter((report) => report.standing === 'requested')
  const asked = requested.filter((report) => window(report.windowId).to >= closes)
  const askedEarlier = requested.filter((report) => window(report.windowId).to < closes)
  return html`<section><h2>${headings.missing}${current.length > 0 && ` (${bodies(current)})`}</h2>${
    current.length === 0
      ? html`<p class="none">${nothing}</p>`
      : each(byDue(current), (group) =>
          due(group, lateWords(group[0].dueBefore, edition.businessDate)),
        )
  }${
    earlier.length > 0 &&
    html`<h3 class="part">${headings.missingEarlier} (${count(sheets(earlier))} biểu)</h3>${each(
      groupsBy(ofYear, (report) => report.windowId),
      (group) =>
        html`<p class="sub">${earlierWords(
          group[0].windowId,
          group.map((report) => report.reporterName),
        )}</p>`,
    )}${older.length > 0 && html`<p class="sub">${olderWords(sheets(older), bodies(older))}</p>`}`
  }${
    requested.length > 0 &&
    html`<h3 class="part">${headings.requested}</h3>${each(byDue(asked), (group) => due(group, null))}${
      askedEarlier.length > 0 &&
      html`<p class="sub">${headings.missingEarlier}: ${bodiesOf(askedEarlier)}</p>`
    }`
  }</section>`
}

function bodies(reports: readonly MissingReport[]): string {
  return `${count(new Set(reports.map((report) => report.reporterName)).size)} đơn vị`
}

/** Each body with how many sheets it has not sent: `Sở A (3 biểu)`. */
function bodiesOf(reports: readonly MissingReport[]): string {
  return groupsBy(reports, (report) => report.reporterName)
    .map((group) => `${group[0].reporterName} (${count(sheets(group))} biểu)`)
    .join(', ')
}

/** As the schedule and the alerts count: each form of each reporter and window. */
function sheets(reports: readonly MissingReport[]): number {
  return reports.reduce((sum, { forms }) => sum + forms.length, 0)
}

type Group = readonly [MissingReport, ...MissingReport[]]

function byDue(reports: readonly MissingReport[]): readonly Group[] {
  return groupsBy(reports, (report) =>
    [report.windowId, report.dueBefore, report.reference].join('|'),
  )
}

function groupsBy(
  reports: readonly MissingReport[],
  key: (report: MissingReport) => string,
): readonly Group[] {
  const groups = new Map<string, [MissingReport, ...MissingReport[]]>()
  for (const report of reports) {
    const group = groups.get(key(report))
    if (group === undefined) groups.set(key(report), [report])
    else group.push(report)
  }
  return [...groups.values()]
}

/** The same day, and the names behind each set of forms. */
function due(group: Group, late: string | null): Html {
  const [{ windowId, dueBefore, workingDay, basis, reference }] = group
  const byForms = groupsBy(group, (report) => formNumbers(report.forms))
  return html`<article class="alert"><h3>${windowName(windowId)}${late && `: ${late}`}</h3>
<p class="sub">Hạn ${dueWords(dueBefore, workingDay)}, ${basisWords(basis, reference)}</p>${each(
    byForms,
    (same) =>
      html`<p><b>${formNumbers(same[0].forms)}:</b> ${same.map((report) => report.reporterName).join(', ')}</p>`,
  )}</article>`
}
