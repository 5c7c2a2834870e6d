import { window } from '#sources/vocabulary/window.ts'
import type { Edition } from '../views.ts'
import {
  asOfWords,
  coverageWords,
  inferredWords,
  instantWords,
  internal,
  planNumber,
  stateWords,
  windowEnd,
  windowStart,
  windowWords,
} from '../words.ts'
import { type Html, html } from './html.ts'

/** Where the pages of one publication stand, relative to its folder. */
export const pagePaths = Object.freeze({
  index: 'index.html',
  month: 'month.html',
  catalogue: 'catalogue.html',
  alerts: 'alerts.html',
  tasks: 'tasks.html',
  today: 'today.html',
  method: 'method.html',
  target: (id: string) => `targets/${id}.html`,
  lateness: 'lateness.html',
  quality: 'quality.html',
  commune: (code: string) => `communes/${code}.html`,
  district: (code: string) => `districts/${code}.html`,
})

export interface Sheet {
  readonly edition: Edition
  /** Of the browser's tab. */
  readonly title: string
  readonly heading: string
  /** How the page gets to the folder of the publication: empty, or `../`. */
  readonly root: '' | '../'
  /** Whether the line under the heading says how many communes have reported. */
  readonly coverage: boolean
  /** Links above the heading, on screen only. */
  readonly crumbs: Html
  readonly body: Html
}

/** A whole document: readable without JavaScript, from a folder as well as from a server, on screen and on A4. */
export function layout({ edition, title, heading, root, coverage, crumbs, body }: Sheet): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<link rel="stylesheet" href="${root}assets/hoanhap.css">
</head>
<body>
<header class="top">
<nav class="crumbs">${crumbs}</nav>
<div class="issuer"><span>${edition.provinceName.toUpperCase()}</span> <span class="secrecy">${internal}</span></div>
<h1>${heading}</h1>
<p class="meta">${metaLine(edition)}${coverage && received(edition)} · <span>${asOfWords(edition.businessDate)}</span></p>
</header>
<main>
${body}
</main>
<footer class="foot">Phiên bản số liệu ${edition.data.generation} · ghi nhận đến ${instantWords(edition.data.knownUntil)}</footer>
</body>
</html>
`.markup
}

/** Plan, month with its days (or the reviews), since when, whether the days are inferred, how final. */
function metaLine(edition: Edition): Html {
  const { plan, windowId, toDateId, state } = edition
  const { number, title } = plan.document
  const name = html`<span>Kế hoạch <b>${planNumber(plan)}</b></span>${number === null && html` ${title}`}`
  const days =
    window(windowId).kind === 'explicit'
      ? (plan.windows.reviews ?? []).map(
          (review) => html` · <span><b>${windowWords(review.window)}</b></span> (${review.words})`,
        )
      : html` · <span><b>${windowWords(windowId)}</b></span> · <span>lũy kế từ ${windowStart(toDateId)} đến ${windowEnd(toDateId)}</span>`
  return html`${name}${days}${plan.windows.status === 'inferred' && html` · <span>${inferredWords}</span>`} · <span><b>${stateWords(state)}</b></span>`
}

function received({ covered, expected, communeWords }: Edition): Html {
  return html` · <span>đã nhận <b>${coverageWords(covered, expected, communeWords)}</b></span>`
}
