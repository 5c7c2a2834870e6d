import type { Edition } from '../views.ts'
import type { FigureView } from '../views-standing.ts'
import {
  capital,
  completenessWords,
  measuredWords,
  parameterWords,
  percent,
  within,
} from '../words.ts'
import { noYearBefore, standingHeadings } from '../words-standing.ts'
import { besides, restsOn, windowShort } from './grounds.ts'
import { each, type Html, html } from './html.ts'

/** Figures of the province that no target asks for: each with its window, what it rests on, and the year before. */
export function figureTable(
  figures: readonly FigureView[] | undefined,
  edition: Edition,
): Html | null {
  if (figures === undefined || figures.length === 0) return null
  const heading =
    edition.plan.targets.length === 0 ? standingHeadings.figures : standingHeadings.otherFigures
  return html`<section><h2>${heading}</h2><div class="scroll"><table>
<thead><tr><th>Chỉ số</th><th class="n">Kết quả</th><th>Kỳ, nguồn, cùng kỳ năm trước</th></tr></thead>
<tbody>${each(figures, (figure) => row(figure, edition))}</tbody></table></div></section>`
}

function row(
  { definition, windowId, measured, lastYear, twins }: FigureView,
  edition: Edition,
): Html {
  const { indicator, parameters } = definition
  const how = parameterWords(parameters, indicator.id)
  const share =
    lastYear === null || indicator.shown === 'amount'
      ? null
      : percent(lastYear.numerator, lastYear.denominator)
  const before = lastYear === null ? noYearBefore : (share ?? measuredWords(indicator, lastYear))
  const beside = besides(twins, indicator, windowId)
  return html`<tr><td>${indicator.title}${how !== '' && html` <span class="sub">${how}</span>`}</td>
<td class="n">${measuredWords(indicator, measured)}</td>
<td>${windowShort(windowId, edition.plan)} <span class="sub">${restsOn(measured)} · ${completenessWords(measured, 'đơn vị')}</span> <span class="sub">Cùng kỳ năm trước: ${within(before)}</span>${beside !== null && html` <span class="sub">${capital(beside)}</span>`}</td></tr>`
}
