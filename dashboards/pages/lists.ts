import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { alertText } from '../alerts/text.ts'
import { tones } from '../theme.ts'
import type {
  AlertView,
  AttentionView,
  MissingReport,
  ReconciliationView,
  RestatedView,
} from '../views.ts'
import {
  attentionWords,
  basisWords,
  capital,
  count,
  dueWords,
  formNumbers,
  headings,
  lateWords,
  moreAlerts,
  nothing,
  reconciliationWords,
  restatedWords,
  windowName,
  windowWords,
  within,
} from '../words.ts'
import { each, type Html, html } from './html.ts'
import { pagePaths } from './layout.ts'
import { mark } from './parts.ts'

/** Places that a leader should look at, each with what is asked. */
export function attention(views: readonly AttentionView[], root: '' | '../'): Html {
  return html`<section><h2>${headings.attention}</h2>${
    views.length === 0
      ? html`<p class="none">${nothing}</p>`
      : html`<ol class="asks">${each(views, (view) => {
          const { what, ask } = attentionWords(view)
          return html`<li><b>${place(view, root)}</b> <span class="sub">${what}</span>${ask}</li>`
        })}</ol>`
  }</section>`
}

function place({ unitName, unitCode }: AttentionView, root: string): Html {
  const name = capital(unitName)
  return unitCode === null
    ? html`${name}`
    : html`<a href="${root}${pagePaths.commune(unitCode)}">${name}</a>`
}

/** Who has not reported, together with those of the same forms and due day: the obliged with their days, the requested with a request. */
export function missing(reports: readonly MissingReport[], businessDate: CalendarDate): Html {
  const obliged = reports.filter((report) => report.standing === 'obliged')
  const requested = reports.filter((report) => report.standing === 'requested')
  return html`<section><h2>${headings.missing}${obliged.length > 0 && ` (${count(obliged.length)} đơn vị)`}</h2>${
    obliged.length === 0
      ? html`<p class="none">${nothing}</p>`
      : each(together(obliged), (group) =>
          awaited(group, lateWords(group[0].dueBefore, businessDate)),
        )
  }
${
  requested.length > 0 &&
  html`<h3 class="part">${headings.requested}</h3>${each(together(requested), (group) => awaited(group, null))}`
}</section>`
}

type Group = readonly [MissingReport, ...MissingReport[]]

function together(reports: readonly MissingReport[]): readonly Group[] {
  const groups = new Map<string, [MissingReport, ...MissingReport[]]>()
  for (const report of reports) {
    const key = [report.forms, report.windowId, report.dueBefore, report.reference].join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [report])
    else group.push(report)
  }
  return [...groups.values()]
}

function awaited(group: Group, late: string | null): Html {
  const [{ forms, windowId, dueBefore, workingDay, basis, reference }] = group
  const due = `hạn ${dueWords(dueBefore, workingDay)}, ${basisWords(basis, reference)}`
  return html`<article class="alert"><h3>${group.map((report) => report.reporterName).join(', ')}</h3>
<span class="sub">${formNumbers(forms)}, ${within(windowName(windowId))}; ${due}${late && html`; <b>${late}</b>`}</span></article>`
}

/** A leader reads so many of a group; the file of alerts has them all. */
const MOST = 8

/** Cases newly opened, still open, closed. */
export function alertGroups(
  groups: Readonly<Record<'opened' | 'open' | 'closed', readonly AlertView[]>>,
  communeWords: string,
): Html {
  const parts = (['opened', 'open', 'closed'] as const).map(
    (name) =>
      html`<h3 class="part">${headings[name]} (${count(groups[name].length)})</h3>${each(
        groups[name].slice(0, MOST),
        (alert) => alertItem(alert, communeWords),
      )}${groups[name].length > MOST && html`<p class="note">${moreAlerts(groups[name].length - MOST)}</p>`}`,
  )
  return html`<section><h2>${headings.alerts}</h2>${parts}</section>`
}

export function alertItem(alert: AlertView, communeWords: string): Html {
  const text = alertText(alert, communeWords)
  return html`<article class="alert"><h3 class="verdict tone-${tones[text.code].name}">${mark(text.code)}<span>${text.headline}</span></h3>
<span class="sub"><b>${text.figure}</b> · ${text.basis}</span> <span class="sub">${text.rule} ${text.state}</span></article>`
}

/** What reads otherwise than when it was issued; nothing at all when nothing was issued yet. */
export function restatements(views: readonly RestatedView[] | null): Html | null {
  if (views === null) return null
  return html`<section><h2>${headings.restated}</h2>${
    views.length === 0
      ? html`<p class="none">${nothing}</p>`
      : each(
          views,
          (view) =>
            html`<article class="alert"><h3>${view.target.indicator.title}, ${view.unitName}, ${windowWords(view.windowId)}</h3> <span class="sub">${restatedWords(view)}</span></article>`,
        )
  }</section>`
}

/** Two sources of one number, side by side. */
export function reconciliations(views: readonly ReconciliationView[]): Html | null {
  if (views.length === 0) return null
  return html`<section><h2>${headings.reconciliation}</h2>${each(
    views,
    (view) =>
      html`<article class="alert"> <span class="sub"><b>${windowWords(view.windowId)}.</b> ${reconciliationWords(view)}</span></article>`,
  )}</section>`
}
