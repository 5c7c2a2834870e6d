import type { VerdictCode } from '#models/database.ts'
import { legendOrder, shapes, tones } from '../theme.ts'
import { verdictNames } from '../words.ts'
import { each, type Html, html, raw } from './html.ts'

/** The shape of a verdict, for eyes only: words always stand beside it. */
export function mark(code: VerdictCode): Html {
  return raw(
    `<svg viewBox="-1.05 -1.05 2.1 2.1" aria-hidden="true"><path fill="currentColor" d="${shapes[tones[code].shape]}"/></svg>`,
  )
}

/** Shape and words, in the tone of the verdict. */
export function verdict(code: VerdictCode, words: string): Html {
  return html`<span class="verdict tone-${tones[code].name}">${mark(code)}<span>${words}</span></span>`
}

/** The same on its tint, for cards and tables where a place is scanned for. */
export function badge(code: VerdictCode, words: string): Html {
  return html`<span class="badge tone-${tones[code].name}">${mark(code)}<span>${words}</span></span>`
}

/** What the shapes mean, those that occur, with how often. */
export function legend(codes: readonly VerdictCode[], names = verdictNames): Html {
  const shown = legendOrder
    .map((code) => ({ code, n: codes.filter((each) => tones[each] === tones[code]).length }))
    .filter(({ n }) => n > 0)
  return html`<ul class="key">${each(
    shown,
    ({ code, n }) =>
      html`<li class="tone-${tones[code].name}">${mark(code)}<span>${names[code]}: <b>${n}</b></span></li>`,
  )}</ul>`
}
