import { wilson } from '#models/judgement/interval.ts'
import { isSparse } from '#models/judgement/verdict.ts'
import { barAgainstTarget } from '../charts/bar-against-target.ts'
import { trend } from '../charts/trend.ts'
import { svg } from '../render/svg.ts'
import type { Edition, TargetView } from '../views.ts'
import {
  beyondRange,
  chartNote,
  completenessWords,
  countsWords,
  exceeds,
  goalRatio,
  goalWords,
  headings,
  noValue,
  verdictNames,
} from '../words.ts'
import { growsWithTheYear, restsOn, unitsOf, windowShort } from './grounds.ts'
import { each, type Html, html, raw } from './html.ts'
import { pagePaths } from './layout.ts'
import { badge } from './parts.ts'
import { outlookBelow, shareOf, verdictOf } from './target-table.ts'

/** Near to the width on A4, so that letters keep their size there. */
const WIDTH = 400

/** A card per target: the verdict in words and shape, the bar against the target, the way there month by month. */
export function targetCards(targets: readonly TargetView[], edition: Edition): Html {
  return html`<section><h2 class="new-page">${headings.progress}</h2>
<p class="note before">${chartNote}</p>
<div class="cards">${each(targets, (view) => card(view, edition))}</div>
</section>`
}

function card(view: TargetView, edition: Edition): Html {
  const { target, measured, verdict } = view
  return html`<article class="card">
<h3><a href="${pagePaths.target(target.id)}">${target.indicator.title}</a></h3>
<div class="value"><strong>${shareOf(view)}</strong><span class="of">${measured ? countsWords(target.indicator, measured) : noValue}</span>${badge(verdict.code, exceeds(target, measured) && verdict.fact === 'met' ? beyondRange : verdictNames[verdict.code])}${verdict.code === 'MISS' && measured !== null && isSparse(measured) && badge('ND', verdictNames.ND)}</div>
<p class="sub">${completeness(view, edition)}</p>
${outlookBelow(view)}
<div class="plots">${measured && measured.denominator > 0 && bar(view)}${way(view)}</div>
</article>`
}

/** The figure's window, what it rests on, how final and how complete it is. */
function completeness({ target, measured, windowId }: TargetView, edition: Edition): string {
  const units = unitsOf(target, edition)
  const parts = [
    windowShort(windowId, edition.plan),
    ...(measured ? [restsOn(measured), completenessWords(measured, units)] : []),
  ]
  return parts.join(' · ')
}

function bar(view: TargetView): Html | null {
  const { target, measured } = view
  if (measured === null) return null
  const interval = target.duty ? null : wilson(measured.numerator, measured.denominator)
  const row = {
    label: '',
    numerator: measured.numerator,
    denominator: measured.denominator,
    interval: interval && ([interval.low, interval.high] as const),
    goal: goalRatio(target),
    text: '',
  }
  const spec = barAgainstTarget.spec([row], {
    width: WIDTH,
    labelWidth: 26,
    textWidth: 0,
    axis: false,
  })
  return raw(
    svg(spec, `Kết quả ${shareOf(view)}, chỉ tiêu ${goalWords(target)}. ${verdictOf(view)}`),
  )
}

function way(view: TargetView): Html | null {
  const { target, history } = view
  if (!history.some((point) => point.denominator !== null && point.denominator > 0)) return null
  const spec = trend.spec(history, {
    width: WIDTH,
    height: 88,
    goal: goalRatio(target),
    goalText: `chỉ tiêu ${goalWords(target)}`,
    pace: growsWithTheYear(target),
    lastText: shareOf(view),
  })
  return raw(svg(spec, `Diễn biến lũy kế theo tháng: ${target.indicator.title}`))
}
