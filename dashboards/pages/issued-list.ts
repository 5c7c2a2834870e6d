import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { capital, issuedWords, madeWords, signedWords, windowWords } from '../words.ts'
import { each, type Html, html } from './html.ts'

/** A document that was issued, as its record states it. */
export interface IssuedEntry {
  /** Address of its first page. */
  readonly path: string
  readonly windowId: string
  readonly number: string
  readonly date: CalendarDate
  readonly signer: string
  readonly businessDate: CalendarDate
  readonly knownUntil: string
  readonly figures: 'provisional' | 'final'
  /** Whether another has been issued in its place. */
  readonly corrected: boolean
  readonly isCorrection: boolean
}

/** All that was issued, the newest first. */
export function issuedList(entries: readonly IssuedEntry[]): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${issuedWords.list}</title>
<link rel="stylesheet" href="/assets/hoanhap.css">
</head>
<body>
<header class="top"><h1>${issuedWords.list}</h1></header>
<main>${
    entries.length === 0
      ? html`<p class="none">${issuedWords.none}</p>`
      : html`<ul class="files">${each(entries, item)}</ul>`
  }</main>
</body>
</html>
`.markup
}

function item(entry: IssuedEntry): Html {
  const { path, windowId, number, date, signer, businessDate, knownUntil, figures } = entry
  const standing = entry.corrected ? issuedWords.corrected : issuedWords.stands
  const kind = entry.isCorrection ? `${issuedWords.correction}, ${standing}` : standing
  return html`<li><a href="${path}">${capital(windowWords(windowId))}</a>: ${signedWords(number, date, signer)} (${kind}). <span class="sub">${madeWords(businessDate, knownUntil, figures)}</span></li>`
}
