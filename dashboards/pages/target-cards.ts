import { wilson } from '#models/judgement/interval.ts'
import type { Target } from '#models/plans/target.ts'
import { barAgainstTarget } from '../charts/bar-against-target.ts'
import { trend } from '../charts/trend.ts'
import { svg } from '../render/svg.ts'
import type { TargetView } from '../views.ts'
import {
  completenessWords,
  figure,
  goalRatio,
  goalWords,
  headings,
  noValue,
  verdictNames,
  windowWords,
} from '../words.ts'
import { each, type Html, html, raw } from './html.ts'
import { badge } from './parts.ts'
import { valueOf, verdictOf } from './target-table.ts'

const WIDTH = 480

/** A card per target: the verdict in words and shape, the bar against the target, the way there month by month. */
export function targetCards(targets: readonly TargetView[], communeWords: string): Html {
  return html`<section><h2 class="new-page">${headings.progress}</h2>
<div class="cards">${each(targets, (view) => card(view, communeWords))}</div>
<p class="note">Vạch đỏ: chỉ tiêu. Đường chấm: tiến độ đều trong năm kế hoạch. Đoạn thẳng trên thanh: khoảng tin cậy 95% (Wilson) của kết quả quan sát. Tháng không có số liệu để trống.</p></section>`
}

function card(view: TargetView, communeWords: string): Html {
  const { target, measured, verdict } = view
  const counted = measured ? figure(measured, target.indicator.counted, goalRatio(target)) : noValue
  return html`<article class="card">
<h3>${target.indicator.title}</h3>
<div class="value"><strong>${valueOf(view)}</strong>${badge(verdict.code, verdictNames[verdict.code])}</div>
<p class="sub">${counted} · ${windowWords(view.windowId)}${measured && ` · ${completenessWords(measured, unitsOf(target, communeWords))}`}</p>
<div class="plots">${measured && measured.denominator > 0 && bar(view)}${way(view)}</div>
</article>`
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
  const spec = barAgainstTarget.spec([row], { width: WIDTH, labelWidth: 0, textWidth: 0 })
  return raw(
    svg(spec, `Kết quả ${valueOf(view)}, chỉ tiêu ${goalWords(target)}. ${verdictOf(view)}`),
  )
}

function way(view: TargetView): Html | null {
  const { target, history } = view
  if (!history.some((point) => point.denominator !== null && point.denominator > 0)) return null
  const spec = trend.spec(history, {
    width: WIDTH,
    height: 132,
    goal: goalRatio(target),
    goalText: `chỉ tiêu ${goalWords(target)}`,
    pace: growsWithTheYear(target),
    lastText: valueOf(view),
  })
  return raw(svg(spec, `Diễn biến lũy kế theo tháng: ${target.indicator.title}`))
}

/** Shares of whom something was done for stand at their level from the first month; counts of the year grow towards the goal. */
function growsWithTheYear({ indicator }: Target): boolean {
  return ['reoffending', 'communication', 'models'].includes(indicator.theme)
}

function unitsOf({ indicator }: Target, communeWords: string): string {
  return indicator.theme === 'facilities' ? 'cơ sở giam giữ' : communeWords
}
