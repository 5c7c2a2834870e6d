import { window } from '#sources/vocabulary/window.ts'
import { barAgainstTarget } from '../charts/bar-against-target.ts'
import { svg } from '../render/svg.ts'
import type { Edition } from '../views.ts'
import {
  communePeople,
  count,
  goalRatio,
  goalWords,
  headings,
  measuredWords,
  noValue,
  percent,
  remainingOf,
  signalNote,
  signalWords,
  sparkWords,
  subject,
  within,
} from '../words.ts'
import type { CommuneFigure, CommunePage } from './commune.ts'
import { restsOn, signalGrounds, windowShort } from './grounds.ts'
import { each, type Html, html, raw } from './html.ts'
import { verdict } from './parts.ts'
import { sparkline } from './sparkline.ts'

/** Counts first, then each followed target with a signal instead of a judgement, then one picture of all duties. */
export function communeFigures(view: CommunePage): Html {
  const numbers = communePeople(view.people, {
    review: window(view.edition.windowId).kind === 'explicit',
    promised: view.figures.some(({ target }) => 'below' in target),
  })
  const managed = view.managedByMonth.flatMap(({ n }) => (n === null ? [] : [count(n)]))
  return html`<dl class="people${numbers.length < 4 && ' few'}">${each(
    numbers,
    ({ label, value, note }, index) =>
      html`<div><dt>${label}</dt><dd>${value} <small>${note}</small></dd>${index === 0 && sparkline(view.managedByMonth, sparkWords(managed))}</div>`,
  )}</dl>
${view.figures.length > 0 && targets(view)}`
}

function targets(view: CommunePage): Html {
  return html`<section><h2>${headings.targets}</h2>
<div class="scroll"><table>
<thead><tr><th>Chỉ tiêu theo dõi</th><th class="n">Kết quả lũy kế</th><th class="n">Chỉ tiêu</th><th class="w-verdict">Tín hiệu</th></tr></thead>
<tbody>${each(view.figures, (each) => row(each, view.edition))}</tbody>
</table></div>
${bars(view.figures)}
${view.figures.some(({ target }) => 'below' in target) && html`<p class="note">${signalNote}</p>`}</section>`
}

function row(figure: CommuneFigure, { plan }: Edition): Html {
  const { target, measured, code, windowId } = figure
  const { title, better } = target.indicator
  return html`<tr>
<td><h3>${title}</h3> <span class="sub">Mục ${target.clause}; ${within(windowShort(windowId, plan))}${measured !== null && ` · ${restsOn(measured)}`}</span></td>
<td class="n">${measured ? measuredWords(target.indicator, measured, goalRatio(target)) : noValue}</td>
<td class="goal">${goalWords(target)}</td>
<td>${verdict(code, signalWords(code, { better, cases: measured?.numerator ?? 0, withheld: measured?.rowsWithheld ?? 0, remaining: remainingOf(target, measured) }))}${signalGrounds(figure)}</td>
</tr>`
}

/** Duties only: a share of the cases of one commune says nothing, so that none is drawn. */
function bars(figures: readonly CommuneFigure[]): Html | null {
  const duties = figures.filter(
    ({ target, measured }) => target.duty && (measured?.denominator ?? 0) > 0,
  )
  if (duties.length === 0) return null
  const rows = duties.map(({ target, measured }) => ({
    label: subject(target.indicator.title),
    numerator: measured?.numerator ?? 0,
    denominator: measured?.denominator ?? 0,
    interval: null,
    goal: goalRatio(target),
    text: percent(measured?.numerator ?? 0, measured?.denominator ?? 0) ?? '',
  }))
  const spec = barAgainstTarget.spec(rows, {
    width: 760,
    labelWidth: 270,
    textWidth: 60,
    axis: true,
  })
  return html`<figure class="bars">${raw(svg(spec, headings.targets))}</figure>`
}
