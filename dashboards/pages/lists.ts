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
  nothing,
  reconciliationWords,
  restatedWords,
  windowName,
  windowWords,
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

/** Who has not reported: the obliged with their days, the requested with a request. */
export function missing(reports: readonly MissingReport[], businessDate: CalendarDate): Html {
  const obliged = reports.filter((report) => report.standing === 'obliged')
  const requested = reports.filter((report) => report.standing === 'requested')
  return html`<section><h2>${headings.missing}${obliged.length > 0 && ` (${count(obliged.length)})`}</h2>${
    obliged.length === 0
      ? html`<p class="none">${nothing}</p>`
      : html`<table><tbody>${each(
          obliged,
          (report) =>
            html`<tr><td><b>${report.reporterName}</b>${expectedLine(report)}</td><td class="n">${lateWords(report.dueBefore, businessDate)}</td></tr>`,
        )}</tbody></table>`
  }
${
  requested.length > 0 &&
  html`<h3 class="part">${headings.requested}</h3><table><tbody>${each(
    requested,
    (report) => html`<tr><td><b>${report.reporterName}</b>${expectedLine(report)}</td></tr>`,
  )}</tbody></table>`
}</section>`
}

function expectedLine(report: MissingReport): Html {
  const { forms, windowId, dueBefore, workingDay, basis, reference } = report
  return html`<span class="sub">${formNumbers(forms)}, ${windowName(windowId)}; hạn ${dueWords(dueBefore, workingDay)}, ${basisWords(basis, reference)}</span>`
}

/** Cases newly opened, still open, closed. */
export function alertGroups(
  groups: Readonly<Record<'opened' | 'open' | 'closed', readonly AlertView[]>>,
  communeWords: string,
): Html {
  const parts = (['opened', 'open', 'closed'] as const).map(
    (name) =>
      html`<h3 class="part">${headings[name]} (${count(groups[name].length)})</h3>${each(
        groups[name],
        (alert) => alertItem(alert, communeWords),
      )}`,
  )
  return html`<section><h2>${headings.alerts}</h2>${parts}</section>`
}

export function alertItem(alert: AlertView, communeWords: string): Html {
  const text = alertText(alert, communeWords)
  return html`<article class="alert"><h3 class="verdict tone-${tones[text.code].name}">${mark(text.code)}<span>${text.headline}</span></h3>
<span class="sub"><b>${text.figure}</b> · ${text.basis}</span><span class="sub">${text.rule} ${text.state}</span></article>`
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
            html`<article class="alert"><h3>${view.target.indicator.title}, ${view.unitName}, ${windowWords(view.windowId)}</h3><span class="sub">${restatedWords(view)}</span></article>`,
        )
  }</section>`
}

/** Two sources of one number, side by side. */
export function reconciliations(views: readonly ReconciliationView[]): Html | null {
  if (views.length === 0) return null
  return html`<section><h2>${headings.reconciliation}</h2>${each(
    views,
    (view) =>
      html`<article class="alert"><span class="sub"><b>${windowWords(view.windowId)}.</b> ${reconciliationWords(view)}</span></article>`,
  )}</section>`
}
