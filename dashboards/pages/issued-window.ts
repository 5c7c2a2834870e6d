import type { Parameters } from '#models/indicators/indicator.ts'
import type { Measured, Verdict } from '#models/measured.ts'
import type { Goal } from '#models/plans/target.ts'
import type { Edition } from '../views.ts'
import {
  capital,
  coverageWords,
  goalWords,
  issuedWords,
  madeWords,
  noValue,
  parameterWords,
  shareWords,
  stateWords,
  verdictNames,
  windowName,
  windowWords,
} from '../words.ts'
import { each, type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'
import { badge } from './parts.ts'

/** A figure of the province in the window. */
export interface IssuedFigure {
  readonly title: string
  readonly parameters: Parameters
  readonly counted: string
  /** Null where no value exists. */
  readonly measured: Measured | null
  /** Of a target of the plan. */
  readonly goal: Goal | null
  /** Null where the target is not judged on this window. */
  readonly verdict: Verdict | null
}

/** What is issued of a window: its figures, and the files beside them. */
export interface IssuedWindow {
  /** Its window and state are those of the document. */
  readonly edition: Edition
  /** Whether the leadership page of the month stands beside it. */
  readonly month: boolean
  readonly figures: readonly IssuedFigure[]
  readonly files: readonly { readonly path: string; readonly title: string }[]
}

/** The first page of an issued document: as what day, how final, every figure of the province in the window. */
export function issuedWindow({ edition, month, figures, files }: IssuedWindow): string {
  const { windowId, businessDate, data, state } = edition
  return layout({
    edition,
    root: '',
    coverage: false,
    title: `${issuedWords.figures} – ${windowName(windowId)}`,
    heading: `Số liệu công tác tái hòa nhập cộng đồng ${windowWords(windowId)}`,
    crumbs: html`${month && html`<a href="${pagePaths.month}">${issuedWords.month}</a>`}`,
    body: html`
<p class="lead">${madeWords(businessDate, data.knownUntil, state)}</p>
<section><h2>${issuedWords.figures}</h2><div class="scroll"><table>
<thead><tr><th>TT</th><th>Chỉ số</th><th>Kết quả</th><th class="goal">Chỉ tiêu</th><th>Đánh giá</th></tr></thead>
<tbody>${each(figures, row)}</tbody>
</table></div></section>
<section><h2>${issuedWords.files}</h2><ul class="files">${each(
      files,
      ({ path, title }) => html`<li><a href="${path}">${title}</a></li>`,
    )}</ul></section>`,
  })
}

function row(figure: IssuedFigure, index: number): Html {
  const { title, parameters, goal, verdict } = figure
  return html`<tr>
<td class="no">${index + 1}</td>
<td>${title}${Object.keys(parameters).length > 0 && html` <span class="sub">${parameterWords(parameters)}</span>`}</td>
<td>${resultOf(figure)}</td>
<td class="goal">${goal !== null && goalWords(goal)}</td>
<td>${verdict !== null && badge(verdict.code, verdictNames[verdict.code])}</td>
</tr>`
}

function resultOf({ measured, counted }: IssuedFigure): Html {
  if (measured === null) return html`${noValue}`
  const { unitsCovered, unitsExpected, state } = measured
  return html`${capital(shareWords(measured, counted))} <span class="sub">${stateWords(state)}; ${coverageWords(unitsCovered, unitsExpected, 'đơn vị')}</span>`
}
