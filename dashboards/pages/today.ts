import type { Edition } from '../views.ts'
import type { TodayCell, TodayView } from '../views-standing.ts'
import { capital, count, percent, subject, windowName, windowWords, within } from '../words.ts'
import {
  estimateWord,
  standingHeadings,
  todayNote,
  unknownPlace,
  wholeProvince,
} from '../words-standing.ts'
import { windowShort } from './grounds.ts'
import { each, type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'

/** The figures on the units of today in a few lines: the province, and what has no known place; the page has every unit. */
export function todaySection(view: TodayView | null | undefined): Html | null {
  if (view === null || view === undefined || view.figures.length === 0) return null
  return html`<section><h2>${standingHeadings.today}</h2><div class="scroll"><table>
<thead><tr><th>Chỉ số</th><th>Kỳ</th><th class="n">${wholeProvince}</th><th class="n">${unknownPlace}</th></tr></thead>
<tbody>${each(
    view.figures,
    ({
      definition,
      windowId,
      whole,
      unknown,
    }) => html`<tr><td>${definition.indicator.title}</td><td>${windowWords(windowId)}</td>
<td class="n">${numbers(whole)}</td><td class="n">${numbers(unknown)}</td></tr>`,
  )}</tbody></table></div>
<p class="note">${todayNote} <a href="${pagePaths.today}">Từng xã, phường hiện nay (${count(view.units.length)} đơn vị)</a></p></section>`
}

/** Every unit of today with its figures; what was divided is marked as an estimate. */
export function todayPage(edition: Edition, view: TodayView): string {
  const title = `${standingHeadings.today} – ${within(windowName(edition.windowId))}`
  return layout({
    edition,
    root: '',
    coverage: false,
    title,
    heading: title,
    crumbs: html`<a href="${pagePaths.month}">Trang của tỉnh</a> · <a href="${pagePaths.index}">Danh mục trang và tệp số liệu</a>`,
    body: html`<p class="note">${todayNote}</p>
<ol class="sub">${each(view.figures, ({ definition, windowId }) => html`<li>${definition.indicator.title}: ${windowShort(windowId, edition.plan)}</li>`)}</ol>
<div class="scroll"><table>
<thead><tr><th>Xã, phường hiện nay</th>${each(view.figures, ({ definition }, at) => html`<th class="n">${at + 1}. ${subject(definition.indicator.title)}</th>`)}</tr></thead>
<tbody>${each(view.units, ({ name, cells }) => html`<tr><td>${capital(name)}</td>${each(cells, (cell) => html`<td class="n">${cellOf(cell)}</td>`)}</tr>`)}
<tr><td><b>${unknownPlace}</b></td>${each(view.figures, ({ unknown }) => html`<td class="n">${numbers(unknown)}</td>`)}</tr>
<tr><td><b>${wholeProvince}</b></td>${each(view.figures, ({ whole }) => html`<td class="n"><b>${numbers(whole)}</b></td>`)}</tr></tbody></table></div>`,
  })
}

function cellOf(cell: TodayCell): Html | string {
  if (cell === null) return '–'
  return html`${numbers(cell)}${cell.estimate && html` <span class="sub">${estimateWord}</span>`}`
}

function numbers(of: { readonly numerator: number; readonly denominator: number } | null): string {
  if (of === null) return '–'
  const share = percent(of.numerator, of.denominator)
  const counts = `${count(of.numerator)}/${count(of.denominator)}`
  return share === null ? counts : `${counts} (${share})`
}
