import type { Category, ReviewFigure, ReviewView, Sent } from '../views-standing.ts'
import {
  count,
  coverageWords,
  formNumbers,
  formTitle,
  some,
  subject,
  windowWords,
} from '../words.ts'
import { reviewNote, standingHeadings } from '../words-standing.ts'
import { each, type Html, html } from './html.ts'

/** Names that a cell has room for. */
const MOST = 12

/** Each review: who has sent what, then the figures by year and by the province in which everything lay before. */
export function reviews(
  views: readonly ReviewView[] | undefined,
  communeWords: string,
): Html | null {
  if (views === undefined || views.length === 0) return null
  return html`${each(views, (view) => reviewOf(view, communeWords))}`
}

function reviewOf({ review, forms, figures }: ReviewView, communeWords: string): Html {
  return html`<section><h2>${standingHeadings.review}: ${review.words}</h2>
<p class="sub">${windowWords(review.window)} (mục ${review.clause})</p>
<div class="scroll"><table><thead><tr><th>Biểu</th><th>UBND ${communeWords}</th><th>Sở, ban, ngành, đoàn thể</th></tr></thead>
<tbody>${each(
    forms,
    ({ formNumber, formTitle: title, committees, agencies }) => html`<tr>
<td><b>${formNumbers([formNumber])}</b> <span class="sub">${formTitle(title)}</span></td>
<td>${sentWords(committees)}</td><td>${sentWords(agencies)}</td></tr>`,
  )}</tbody></table></div>
${figureTables(figures)}</section>`
}

function sentWords({ sent, expected, missing }: Sent): Html | string {
  if (expected === 0) return '–'
  return html`Đã gửi <b>${coverageWords(sent, expected, 'đơn vị')}</b>${missing.length > 0 && html` <span class="sub">Chưa gửi: ${some(missing, MOST)}</span>`}`
}

function figureTables(figures: readonly ReviewFigure[]): Html | null {
  if (figures.length === 0) return null
  const years = categoriesOf(figures.map(({ byYear }) => byYear))
  const provinces = categoriesOf(figures.map(({ byProvince }) => byProvince))
  return html`<h3 class="part">Theo năm</h3>${table(figures, years, ({ byYear }) => byYear, true)}
${provinces.length > 0 && html`<h3 class="part">Theo tỉnh trước sắp xếp</h3>${table(figures, provinces, ({ byProvince }) => byProvince, false)}`}
<p class="note">${reviewNote}</p>`
}

function table(
  figures: readonly ReviewFigure[],
  columns: readonly string[],
  of: (figure: ReviewFigure) => readonly Category[],
  whole: boolean,
): Html {
  return html`<div class="scroll"><table>
<thead><tr><th>Chỉ số</th>${each(columns, (column) => html`<th class="n">${column}</th>`)}${whole && html`<th class="n">Cả đợt</th>`}</tr></thead>
<tbody>${each(
    figures,
    (figure) => html`<tr><td>${subject(figure.definition.indicator.title)}</td>
${each(columns, (column) => html`<td class="n">${cell(of(figure).find(({ category }) => category === column))}</td>`)}${whole && html`<td class="n"><b>${cell(figure.whole)}</b></td>`}</tr>`,
  )}</tbody></table></div>`
}

function cell(of: Pick<Category, 'numerator' | 'denominator'> | null | undefined): string {
  return of === null || of === undefined ? '–' : `${count(of.numerator)}/${count(of.denominator)}`
}

function categoriesOf(all: readonly (readonly Category[])[]): readonly string[] {
  return [...new Set(all.flat().map(({ category }) => category))].sort()
}
