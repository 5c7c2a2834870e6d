import { entryOf } from '../alerts/entry.ts'
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
import { awaitedTables } from './awaited-table.ts'
import { each, type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'
import { alertItem } from './lists.ts'

/** What the page of cases shows: every alert of the plan, most pressing first. */
export interface CasesPage {
  readonly edition: Edition
  readonly alerts: readonly AlertView[]
}

/** Closed cases grow for ever: so many of the newest of each kind are shown, the ledger has all. */
const MOST_CLOSED = 60

/** Theo dõi cảnh báo: the cases by state with what happened to each; reports that are awaited by rule and reporter. */
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
${closedSection(closed, edition)}`,
  })
}

function section(heading: string, alerts: readonly AlertView[], { communeWords }: Edition): Html {
  const figures = alerts.filter(({ report }) => report === null)
  const reports = alerts.filter(({ report }) => report !== null)
  return html`<section><h2>${heading} (${count(alerts.length)})</h2>${
    alerts.length === 0 && html`<p class="none">${nothing}</p>`
  }${each(figures, (alert) => caseItem(alert, communeWords))}${awaitedTables(reports)}</section>`
}

/** A case with all that happened to it. */
function caseItem(alert: AlertView, communeWords: string): Html {
  return html`${alertItem(alert, communeWords)}${historyOf(alert)}`
}

function historyOf({ history = [] }: AlertView): Html | false {
  return (
    history.length > 0 &&
    html`<p class="sub"><b>${caseHeadings.history}.</b> ${history.map(eventWords).join(' · ')}</p>`
  )
}

/** What is over is a line each, with the reason; what happened to it unfolds, and is not printed. */
function closedSection(alerts: readonly AlertView[], { communeWords }: Edition): Html {
  const kinds = [alerts.filter(isFigure), alerts.filter((alert) => !isFigure(alert))]
  const shown = kinds.flatMap((kind) => kind.slice(0, MOST_CLOSED))
  const more = alerts.length - shown.length
  return html`<section><h2>${caseHeadings.resolved} (${count(alerts.length)})</h2>${
    alerts.length === 0
      ? html`<p class="none">${nothing}</p>`
      : html`<ul class="lines">${each(shown, (alert) => closedItem(alert, communeWords))}</ul>`
  }${more > 0 && html`<p class="note">${moreCases(more)}</p>`}</section>`
}

function closedItem(alert: AlertView, communeWords: string): Html {
  const { heading, line } = entryOf(alert, communeWords)
  const { history = [] } = alert
  return html`<li>${line}${heading !== null && html`. ${heading}`}${
    isFigure(alert) &&
    history.length > 0 &&
    html`<details><summary>${caseHeadings.history}</summary>${historyOf(alert)}</details>`
  }</li>`
}

function isFigure({ report }: AlertView): boolean {
  return report === null
}

function compare(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}
