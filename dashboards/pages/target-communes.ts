import { barAgainstTarget } from '../charts/bar-against-target.ts'
import { svg } from '../render/svg.ts'
import type { TargetCommune, TargetPage } from '../views-target.ts'
import {
  capital,
  countsWords,
  goalRatio,
  noValue,
  percent,
  remainingOf,
  remainingWords,
  signalWords,
} from '../words.ts'
import {
  allDone,
  communeColumns,
  communeNote,
  largestShown,
  signalAtWords,
  slackWords,
  smoothedWords,
  withoutValue,
} from '../words-target-communes.ts'
import { targetHeadings } from '../words-target-page.ts'
import { each, type Html, html, raw } from './html.ts'
import { pagePaths } from './layout.ts'
import { verdict } from './parts.ts'

type Target = TargetPage['view']['target']

/** How many bars a picture of what remains has room for. */
const MOST_BARS = 15

/** The communes of a target: of an outcome counts, allowance and signal, of a duty what remains; nothing where none is followed. */
export function communesOf({ view, communes }: TargetPage): Html | null {
  if (communes.length === 0) return null
  return view.target.duty ? remaining(view.target, communes) : signals(view.target, communes)
}

/** Signals first, then the highest smoothed rate (the lowest above a floor): for looking, not for judging. */
function signals(target: Target, communes: readonly TargetCommune[]): Html {
  const known = communes.filter(({ measured }) => (measured?.denominator ?? 0) > 0)
  const worse = 'below' in target ? -1 : 1
  const rank = ({ signal }: TargetCommune) => (signal === 'strong' ? 0 : signal === null ? 2 : 1)
  const sorted = known.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      worse * ((a.smoothed?.rate ?? 0) - (b.smoothed?.rate ?? 0)) ||
      (a.verdict.slack ?? 0) - (b.verdict.slack ?? 0),
  )
  return html`<section><h2>${targetHeadings.communes}</h2>
<div class="scroll"><table>
<thead><tr><th>${communeColumns.name}</th><th class="n">${communeColumns.counts}</th><th class="n">${communeColumns.slack}</th><th class="n">${communeColumns.signalAt}</th><th class="w-verdict">${communeColumns.signal}</th><th class="n">${communeColumns.smoothed}</th></tr></thead>
<tbody>${each(sorted, (commune) => signalRow(target, commune))}</tbody>
</table></div>
${left(communes.length - known.length)}
<p class="note">${communeNote(target)}</p></section>`
}

function signalRow(target: Target, commune: TargetCommune): Html {
  const { measured, verdict: said, signalAt, smoothed } = commune
  const { better } = target.indicator
  const facts = {
    better,
    cases: measured?.numerator ?? 0,
    withheld: measured?.rowsWithheld ?? 0,
    remaining: remainingOf(target, measured),
  }
  return html`<tr><td>${linkTo(commune)}</td>
<td class="n">${measured === null ? noValue : countsWords(target.indicator, measured)}</td>
<td class="n">${slackWords(target, said.slack)}</td>
<td class="n">${signalAtWords(target, signalAt, measured?.denominator ?? 0)}</td>
<td>${verdict(said.code, signalWords(said.code, facts))}</td>
<td class="n">${smoothed === null ? '–' : smoothedWords(smoothed)}</td></tr>`
}

/** Who has still something to do, most first; who is done and who has no value as a number. */
function remaining(target: Target, communes: readonly TargetCommune[]): Html {
  const known = communes.filter(({ measured }) => (measured?.denominator ?? 0) > 0)
  const open = known
    .flatMap((commune) => {
      const rest = remainingOf(target, commune.measured)
      return rest === null || rest.k === 0 ? [] : [{ commune, rest }]
    })
    .sort((a, b) => b.rest.k - a.rest.k)
  return html`<section><h2>${targetHeadings.remaining} (${open.length})</h2>
${
  open.length > 1 &&
  open.some(({ rest }) => rest.own !== true) &&
  bars(
    target,
    open.map(({ commune }) => commune),
  )
}
${
  open.length > 0 &&
  html`<div class="scroll"><table>
<thead><tr><th>${communeColumns.name}</th><th class="n">${communeColumns.counts}</th><th class="n">${communeColumns.share}</th><th>${communeColumns.remaining}</th></tr></thead>
<tbody>${each(
    open,
    ({ commune, rest }) => html`<tr><td>${linkTo(commune)}</td>
<td class="n">${commune.measured && countsWords(target.indicator, commune.measured)}</td>
<td class="n">${commune.measured && percent(commune.measured.numerator, commune.measured.denominator, goalRatio(target))}</td>
<td>${verdict(commune.verdict.code, capital(remainingWords(rest)))}</td></tr>`,
  )}</tbody></table></div>`
}
${known.length > open.length && html`<p class="note">${allDone(known.length - open.length)}</p>`}
${left(communes.length - known.length)}</section>`
}

function bars(target: Target, communes: readonly TargetCommune[]): Html {
  const shown = communes.slice(0, MOST_BARS)
  const rows = shown.map(({ shortName, measured }) => {
    const { numerator, denominator } = measured ?? { numerator: 0, denominator: 0 }
    return {
      label: shortName,
      numerator,
      denominator,
      interval: null,
      goal: goalRatio(target),
      text: countsWords(target.indicator, { numerator, denominator }),
    }
  })
  const spec = barAgainstTarget.spec(rows, {
    width: 760,
    labelWidth: 130,
    textWidth: 150,
    axis: true,
  })
  return html`<figure class="bars">${raw(svg(spec, `${targetHeadings.remaining}: ${rows.map(({ label, text }) => `${label} ${text}`).join('; ')}`))}</figure>${communes.length > shown.length && html`<p class="note">${largestShown(shown.length)}</p>`}`
}

function left(n: number): Html | null {
  return n === 0 ? null : html`<p class="note">${withoutValue(n)}</p>`
}

/** Its name, leading to its page where it has one. */
export function linkTo({ code, name }: TargetCommune): Html {
  const shown = capital(name)
  return code === null ? html`${shown}` : html`<a href="../${pagePaths.commune(code)}">${shown}</a>`
}
