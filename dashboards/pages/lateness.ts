import type { WindowLateness } from '#models/judgement/lateness.ts'
import { type TriangleRow, triangle } from '../charts/triangle.ts'
import { svg } from '../render/svg.ts'
import type { Edition } from '../views.ts'
import type { ArrivalsView } from '../views-standing.ts'
import {
  arrivalOutlookWords,
  askedNote,
  askedWord,
  count,
  delayHeads,
  formNumbers,
  formTitle,
  incompleteHeading,
  latenessColumns,
  latenessLabel,
  latenessNote,
  latenessState,
  missingWords,
  newestHeading,
  noWindowClosed,
  pastWords,
  usualWords,
  wholeHeading,
  wholeWords,
  windowName,
  windowWords,
  within,
} from '../words.ts'
import { standingHeadings } from '../words-standing.ts'
import { each, type Html, html, raw } from './html.ts'
import { layout, pagePaths } from './layout.ts'
import { badge } from './parts.ts'

/** As many of the newest windows as a picture has room for. */
const MOST = 12

/** How late the reports of each form come: the newest window of each, then a triangle for each, and what of its windows is missing. */
export function latenessPage(edition: Edition, views: readonly ArrivalsView[]): string {
  const title = `${standingHeadings.lateness} – ${within(windowName(edition.windowId))}`
  return layout({
    edition,
    root: '',
    coverage: true,
    title,
    heading: title,
    crumbs: html`<a href="${pagePaths.month}">Trang của tỉnh</a> · <a href="${pagePaths.index}">Danh mục trang và tệp số liệu</a>`,
    body:
      views.length === 0
        ? html`<p class="none">${noWindowClosed}</p>`
        : html`${overview(views)}<p class="note">${latenessNote}</p>${each(
            views.filter((view) => !isWhole(view)),
            formOf,
          )}${wholeForms(views.filter(isWhole))}`,
  })
}

function overview(views: readonly ArrivalsView[]): Html {
  const { form, newest, received, state, outlook } = latenessColumns
  return html`<section><h2>${newestHeading}</h2><div class="scroll"><table>
<thead><tr><th>${form}</th><th class="w-due">${newest}</th><th class="n">${received}</th><th>${state}</th><th class="w-form">${outlook}</th></tr></thead>
<tbody>${each(views, newestRow)}</tbody></table></div></section>`
}

function newestRow(view: ArrivalsView): Html | null {
  const newest = view.windows.at(-1)
  if (newest === undefined) return null
  const asked = view.standing === 'requested' && ` (${askedWord})`
  return html`<tr><td><b>${formNumbers([view.formNumber])}</b> <span class="sub">${formTitle(view.formTitle)}${asked}</span></td>
${cellsOf(newest, view)}</tr>`
}

function formOf(view: ArrivalsView): Html | null {
  const newest = view.windows.at(-1)
  if (newest === undefined) return null
  const form = formNumbers([view.formNumber])
  return html`<section><div class="keep"><h2>${form} – ${formTitle(view.formTitle)}</h2>${
    view.standing === 'requested' && html`<p class="note before">${askedNote}</p>`
  }
<figure>${raw(svg(pictureOf(view), latenessLabel(form, windowName(newest.windowId), newest)))}</figure>
${incomplete(view)}</section>`
}

/** Whether every closed window of a form is there. */
function isWhole({ windows }: ArrivalsView): boolean {
  return windows.every(({ outlook }) => outlook.kind === 'whole')
}

/** Forms that nothing is missing of, in one list. */
function wholeForms(views: readonly ArrivalsView[]): Html | null {
  const some = views.filter(({ windows }) => windows.length > 0)
  if (some.length === 0) return null
  return html`<section><h2>${wholeHeading}</h2><ul class="files">${each(some, (view) => {
    const asked = view.standing === 'requested' && ` (${askedWord})`
    return html`<li><b>${formNumbers([view.formNumber])}</b> ${formTitle(view.formTitle)}${asked} <span class="sub">${wholeWords(view.windows)}</span></li>`
  })}</ul></section>`
}

/** Windows of which something may still come one by one; those too long ago for that in a line. */
function incomplete(view: ArrivalsView): Html | null {
  const missing = view.windows.filter(({ outlook }) => outlook.kind !== 'whole').reverse()
  const past = missing.filter(({ outlook }) => outlook.kind === 'past')
  return html`${stillComing(
    missing.filter(({ outlook }) => outlook.kind !== 'past'),
    view,
  )}${past.length > 0 && html`<p class="note">${pastWords(past)}</p>`}`
}

function stillComing(windows: readonly WindowLateness[], view: ArrivalsView): Html | null {
  if (windows.length === 0) return null
  const { window, received, state, outlook } = latenessColumns
  return html`<h3 class="part">${incompleteHeading}</h3><div class="scroll"><table>
<thead><tr><th class="w-due">${window}</th><th class="n">${received}</th><th>${state}</th><th class="w-form">${outlook}</th></tr></thead>
<tbody>${each(windows, (each) => html`<tr>${cellsOf(each, view)}</tr>`)}</tbody></table></div>`
}

/** Window, how many are there, whether that is all, and what is still to come. */
function cellsOf(window: WindowLateness, { standing }: ArrivalsView): Html {
  const whole = window.outlook.kind === 'whole'
  return html`<td>${windowWords(window.windowId)}</td><td class="n">${count(window.arrived)}/${count(window.expected)}</td>
<td>${whole ? badge('MET', latenessState.whole) : badge('ND', latenessState.missing)}${
    !whole && html` <span class="sub">${missingWords(window, standing)}</span>`
  }</td><td>${arrivalOutlookWords(window) ?? '–'}</td>`
}

function pictureOf({ windows, usual }: ArrivalsView) {
  const rows: readonly TriangleRow[] = windows.slice(-MOST).map((window) => ({
    label: windowName(window.windowId),
    pooled: false,
    cells: window.byDelay.map((arrived) =>
      arrived === null
        ? null
        : {
            numerator: arrived,
            denominator: window.expected,
            text: `${count(arrived)}/${count(window.expected)}`,
          },
    ),
  }))
  const pooled: TriangleRow = {
    label: latenessColumns.usual,
    pooled: true,
    cells: usual.map((share) =>
      share === null ? null : { numerator: share, denominator: 1, text: usualWords(share) },
    ),
  }
  return triangle.spec(windows.length > 1 ? [...rows, pooled] : rows, {
    width: 760,
    labelWidth: 96,
    columns: delayHeads,
  })
}
