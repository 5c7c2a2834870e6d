import { pressing } from '#models/alerting/pressing.ts'
import { alertText } from '../alerts/text.ts'
import { tones } from '../theme.ts'
import type { AlertView, AttentionView, ReconciliationView, RestatedView } from '../views.ts'
import {
  attentionWords,
  capital,
  count,
  headings,
  moreAlerts,
  moreRestated,
  nothing,
  reconciliationWords,
  reportAlerts,
  restatedWords,
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
          return html`<li><b>${place(view, root)}</b> <span class="sub">${what}</span> ${ask}</li>`
        })}</ol>`
  }</section>`
}

function place({ unitName, unitCode, district }: AttentionView, root: string): Html {
  const name = capital(unitName)
  const pageOf = district ? pagePaths.district : pagePaths.commune
  return unitCode === null ? html`${name}` : html`<a href="${root}${pageOf(unitCode)}">${name}</a>`
}

/** A leader reads so many of a group; the file of alerts has them all. */
const MOST = 8

/** Cases newly opened, still open, closed: figures one by one, most pressing first; reminders as a number. */
export function alertGroups(
  groups: Readonly<Record<'opened' | 'open' | 'closed', readonly AlertView[]>>,
  communeWords: string,
  more: Html | null = null,
): Html {
  return html`<section><h2>${headings.alerts}</h2>${(['opened', 'open', 'closed'] as const).map(
    (name) =>
      html`<h3 class="part">${headings[name]} (${count(groups[name].length)})</h3>${alertGroup(groups[name], communeWords)}`,
  )}${more}</section>`
}

function alertGroup(alerts: readonly AlertView[], communeWords: string): Html {
  const reports = alerts.filter(({ report }) => report !== null)
  const figures = alerts
    .filter(({ report }) => report === null)
    .sort((a, b) => pressing.indexOf(a.rule) - pressing.indexOf(b.rule))
  return html`${each(figures.slice(0, MOST), (alert) => alertItem(alert, communeWords))}${
    figures.length > MOST && html`<p class="note">${moreAlerts(figures.length - MOST)}</p>`
  }${reports.length > 0 && html`<p class="note">${reportAlerts(reports.length)}</p>`}`
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
      : html`${each(
          views.slice(0, MOST),
          (view) =>
            html`<article class="alert"><h3>${view.target.indicator.title}, ${view.unitName}, ${windowWords(view.windowId)}</h3> <span class="sub">${restatedWords(view)}</span></article>`,
        )}${views.length > MOST && html`<p class="note">${moreRestated(views.length - MOST)}</p>`}`
  }</section>`
}

/** Two sources of one number, side by side; `more` leads to where all of them are. */
export function reconciliations(
  views: readonly ReconciliationView[],
  more: Html | null = null,
): Html | null {
  if (views.length === 0) return null
  return html`<section><h2>${headings.reconciliation}</h2>${each(
    views,
    (view) =>
      html`<article class="alert"> <span class="sub"><b>${windowWords(view.windowId)}.</b> ${reconciliationWords(view)}</span></article>`,
  )}${more}</section>`
}
