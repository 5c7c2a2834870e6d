import { wilson } from '#models/judgement/interval.ts'
import type { TargetPage } from '../views-target.ts'
import {
  completenessWords,
  countsWords,
  goalRatio,
  goalWords,
  noValue,
  outlookLine,
  percent,
  windowName,
  within,
} from '../words.ts'
import {
  certaintyWords,
  factWords,
  figureTerms,
  findingTerms,
  intervalNote,
  intervalWords,
  methodLink,
  silentWords,
  targetHeadings,
} from '../words-target-page.ts'
import { besides, groundLines, restsOn, unitsOf, windowShort } from './grounds.ts'
import { each, type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'
import { verdict } from './parts.ts'
import { communesOf } from './target-communes.ts'
import { cusumOf, funnelOf, monthsOf, yearOf } from './target-pictures.ts'
import { shareOf, verdictOf } from './target-table.ts'

/** The page of one target as one HTML document: what is said and why, the year, its communes, and by which method. */
export function targetPage(page: TargetPage): string {
  const { edition, view } = page
  const { target } = view
  const { title } = target.indicator
  return layout({
    edition,
    root: '../',
    coverage: false,
    title: `${title} – ${within(windowName(edition.windowId))}`,
    heading: title,
    crumbs: html`<a href="../${pagePaths.month}">Trang của tỉnh</a> · <a href="../${pagePaths.index}">Danh mục trang và tệp số liệu</a> · <a href="../${pagePaths.method}">${methodLink}</a>`,
    body: html`
<p class="lead">${target.statement} <span class="goal">(mục ${target.clause})</span></p>
${finding(page)}
${figures(page)}
${yearOf(page)}
${monthsOf(page)}
${cusumOf(page)}
${funnelOf(page)}
${communesOf(page)}
<section><h2>${targetHeadings.grounds}</h2><details open><summary>Xem căn cứ</summary><ul>${each(groundLines(view, edition), (line) => html`<li>${line}</li>`)}<li><a href="../${pagePaths.method}">${methodLink}</a></li></ul></details></section>`,
  })
}

/** The verdict in words and shape; the comparison and what chance has to do with it stand on two lines, never in one. */
function finding({ view, evidence }: TargetPage): Html {
  const outlook = view.outlook ? outlookLine(view.target, view.outlook) : null
  return html`<section><h2>${targetHeadings.finding}</h2><dl class="terms">
<dt>${findingTerms.verdict}</dt><dd>${verdict(view.verdict.code, verdictOf(view))}</dd>
<dt>${findingTerms.fact}</dt><dd>${factWords(view)}</dd>
<dt>${findingTerms.evidence}</dt><dd>${certaintyWords(view, evidence)}</dd>
${outlook !== null && row(findingTerms.outlook, outlook)}</dl></section>`
}

function figures({ edition, view }: TargetPage): Html {
  const { target, measured, windowId, previous, lastYear, silent } = view
  const goal = goalRatio(target)
  const interval =
    target.duty || measured === null ? null : wilson(measured.numerator, measured.denominator)
  const earlier = (label: string, counted: TargetPage['view']['previous']) =>
    counted !== null && row(label, percent(counted.numerator, counted.denominator, goal) ?? noValue)
  const beside = besides(view.twins, target.indicator, windowId)
  return html`<section><h2>${targetHeadings.figure}</h2><dl class="terms">
${row(figureTerms.value, html`<b>${shareOf(view)}</b>`)}
${row(figureTerms.counts, measured === null ? noValue : countsWords(target.indicator, measured))}
${row(figureTerms.goal, `${goalWords(target)}${target.striving ? ' (phấn đấu)' : ''}`)}
${interval !== null && row(figureTerms.interval, html`${intervalWords(interval)} <span class="sub">${intervalNote}</span>`)}
${row(figureTerms.window, windowShort(windowId, edition.plan))}
${
  measured !== null &&
  row(
    figureTerms.coverage,
    `${completenessWords(measured, unitsOf(target, edition))}; ${restsOn(measured)}`,
  )
}
${measured !== null && row(figureTerms.silent, silentWords(silent, measured))}
${earlier(figureTerms.previous, previous)}
${earlier(figureTerms.lastYear, lastYear)}
</dl>${beside !== null && html`<p class="note">${beside}</p>`}</section>`
}

function row(term: string, value: Html | string): Html {
  return html`<dt>${term}</dt><dd>${value}</dd>\n`
}
