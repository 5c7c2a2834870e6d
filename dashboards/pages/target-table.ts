import type { VerdictCode } from '#models/database.ts'
import { isSparse } from '#models/judgement/verdict.ts'
import type { Edition, TargetView } from '../views.ts'
import {
  beyondRange,
  exceeds,
  goalRatio,
  goalWords,
  headings,
  noneBefore,
  outlookLine,
  percent,
  remainingOf,
  resultsOf,
  targetSentence,
  verdictWords,
} from '../words.ts'
import { besides, grounds, inferred, windowShort } from './grounds.ts'
import { each, type Html, html } from './html.ts'
import { verdict } from './parts.ts'

/** One row and one sentence per target: what was promised, where it stands, what is said of it. */
export function targetTable(targets: readonly TargetView[], edition: Edition): Html {
  const none = targets.every((view) => view.lastYear === null)
  return html`<section><h2>${headings.targets}</h2>
<p class="note before">${resultsOf(edition.toDateId, inferred(edition.plan))}</p>
<div class="scroll"><table>
<thead><tr><th>TT</th><th>Chỉ tiêu, kết quả lũy kế</th><th class="n">Kết quả</th><th class="n">Chỉ tiêu</th><th class="w-verdict">Đánh giá</th></tr></thead>
<tbody>${each(targets, (view, index) => row(view, index, edition))}</tbody>
</table></div>
${none && html`<p class="note">${noneBefore}</p>`}</section>`
}

function row(view: TargetView, index: number, edition: Edition): Html {
  const { target, windowId } = view
  const beside = besides(view.twins, target.indicator, windowId)
  return html`<tr>
<td class="no">${index + 1}</td>
<td><h3>${target.statement} <span class="goal">(mục ${target.clause})</span></h3> <span class="sub">${targetSentence(target, view)}</span>${windowId !== edition.toDateId && html` <span class="sub">${windowShort(windowId, edition.plan)}</span>`}${beside !== null && html` <span class="sub">${beside}</span>`} ${grounds(view, edition)}</td>
<td class="big">${shareOf(view)}</td>
<td class="goal">${goalWords(target)}${target.striving && html`<span class="sub">phấn đấu</span>`}${target.deadline.kind === 'roadmap' && html`<span class="sub">theo lộ trình của ${target.deadline.of}</span>`}</td>
<td>${verdict(view.verdict.code, verdictOf(view))}${outlookBelow(view)}</td>
</tr>`
}

/** The share alone, or a dash where there is none: the sentence says why. */
export function shareOf({ target, measured }: TargetView): string {
  const share = measured && percent(measured.numerator, measured.denominator, goalRatio(target))
  return share ?? '–'
}

/** How the year is likely to end, and what that asks for; nothing where nothing is to be said. */
export function outlookBelow({ target, outlook }: TargetView): Html | null {
  const line = outlook ? outlookLine(target, outlook) : null
  return line === null ? null : html`<p class="sub">${line}</p>`
}

const MET: readonly VerdictCode[] = ['OK?', 'OK', 'MET']

/** The verdict with what belongs to it: who is silent, what is left. */
export function verdictOf({ target, measured, verdict, silent }: TargetView): string {
  const remaining = remainingOf(target, measured)
  if (exceeds(target, measured) && MET.includes(verdict.code)) return beyondRange
  const withheld = measured?.rowsWithheld ?? 0
  return verdictWords(verdict.code, {
    better: target.indicator.better,
    silent,
    withheld,
    sparse: measured !== null && isSparse(measured),
    signal: verdict.strength !== null,
    remaining,
  })
}
