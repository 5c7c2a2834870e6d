import { type AlertGroup, grouped } from '../alerts/grouped.ts'
import { alertText } from '../alerts/text.ts'
import { tones } from '../theme.ts'
import type { AlertView, Edition } from '../views.ts'
import {
  caseHeadings,
  caseNote,
  count,
  eventWords,
  moreCases,
  nothing,
  windowName,
  within,
} from '../words.ts'
import { each, type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'
import { alertItem } from './lists.ts'
import { mark } from './parts.ts'

/** What the page of cases shows: every alert of the plan, most pressing first. */
export interface CasesPage {
  readonly edition: Edition
  readonly alerts: readonly AlertView[]
}

/** Closed cases grow for ever: so many of the newest of each kind are shown, the ledger has all. */
const MOST_CLOSED = 60

/** Theo dõi cảnh báo: the cases by state with what happened to each; reports that are awaited by reporter and due day. */
export function casesPage({ edition, alerts }: CasesPage): string {
  const title = `${caseHeadings.page} – ${within(windowName(edition.windowId))}`
  const of = (...states: readonly AlertView['state'][]) =>
    alerts.filter(({ state }) => states.includes(state))
  const closed = of('resolved').toSorted((a, b) => compare(b.resolvedOn, a.resolvedOn))
  return layout({
    edition,
    root: '',
    coverage: true,
    title,
    heading: title,
    crumbs: html`<a href="${pagePaths.month}">Trang của tỉnh</a> · <a href="${pagePaths.index}">Danh mục trang và tệp số liệu</a>`,
    body: html`<p class="note">${caseNote}</p>
${section(caseHeadings.open, of('opened', 'reopened'), edition)}
${section(caseHeadings.acked, of('acked'), edition)}
${section(caseHeadings.explained, of('explained'), edition)}
${section(caseHeadings.resolved, closed, edition, MOST_CLOSED)}`,
  })
}

function section(
  heading: string,
  alerts: readonly AlertView[],
  { communeWords }: Edition,
  most = Number.POSITIVE_INFINITY,
): Html {
  const groups = grouped(alerts)
  const figures = groups.filter(({ alert }) => alert.report === null).slice(0, most)
  const reports = groups.filter(({ alert }) => alert.report !== null).slice(0, most)
  const more = groups.length - figures.length - reports.length
  return html`<section><h2>${heading} (${count(alerts.length)})</h2>${
    groups.length === 0 && html`<p class="none">${nothing}</p>`
  }${each(figures, ({ alert }) => caseItem(alert, communeWords))}${
    reports.length > 0 && reminders(reports, communeWords)
  }${more > 0 && html`<p class="note">${moreCases(more)}</p>`}</section>`
}

/** A case with all that happened to it. */
function caseItem(alert: AlertView, communeWords: string): Html {
  const { history = [] } = alert
  return html`${alertItem(alert, communeWords)}${
    history.length > 0 &&
    html`<p class="sub"><b>${caseHeadings.history}.</b> ${history.map(eventWords).join(' · ')}</p>`
  }`
}

/** One line for all forms of a reporter that are due together. */
function reminders(groups: readonly AlertGroup[], communeWords: string): Html {
  return html`<h3 class="part">${caseHeadings.reports}</h3><div class="scroll"><table>
<thead><tr><th>Đơn vị</th><th>Báo cáo</th><th>Tình trạng</th></tr></thead>
<tbody>${each(groups, ({ alert }) => {
    const text = alertText(alert, communeWords)
    return html`<tr><td><span class="verdict tone-${tones[text.code].name}">${mark(text.code)}<span>${text.headline}</span></span></td>
<td>${text.figure}<span class="sub">${text.basis}. ${text.rule}</span></td><td>${text.state}</td></tr>`
  })}</tbody></table></div>`
}

function compare(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}
