import type { DueState } from '#models/judgement/due.ts'
import type { DeliveryLine, DueLine } from '../views-standing.ts'
import { basisWords, capital, count, formNumbers, formTitle, windowWords } from '../words.ts'
import { dueStateWords } from '../words-calendar.ts'
import {
  collectionHeading,
  deliveryNote,
  dueKinds,
  dueLineWords,
  inDaysWords,
  nothingDue,
  standingHeadings,
  whoWords,
} from '../words-standing.ts'
import { each, type Html, html } from './html.ts'

/** What falls due next, the nearest first: what, whose, the strict last day and the next working day. */
export function upcoming(lines: readonly DueLine[] | undefined): Html | null {
  if (lines === undefined) return null
  return html`<section><h2>${standingHeadings.upcoming}</h2>${
    lines.length === 0
      ? html`<p class="none">${nothingDue}</p>`
      : html`<div class="scroll"><table>
<thead><tr><th>Nội dung</th><th>Đơn vị</th><th class="w-due">Thời hạn</th></tr></thead>
<tbody>${each(lines, dueRow)}</tbody></table></div>`
  }</section>`
}

function dueRow(line: DueLine): Html {
  const [first = '', ...more] = line.what
  return html`<tr>
<td><b>${dueKinds[line.kind]}:</b> ${first}${each(more, (what) => html`; ${what}`)}${line.windowId !== null && html` <span class="sub">${windowWords(line.windowId)}</span>`}</td>
<td>${whoWords(line)}</td>
<td>${capital(dueLineWords(line))} <span class="sub">${inDaysWords(line.inDays)}; ${basisWords(line.basis, line.reference)}</span></td>
</tr>`
}

/** In the order of the table; each state that anybody is in has a column. */
const STATES: readonly DueState[] = ['received', 'early', 'late', 'overdue', 'asked', 'awaited']

/** How many reports came in time, late or not at all: what clauses oblige to and, apart, what the province collects. */
export function deliveries(
  lines: readonly DeliveryLine[] | undefined,
  more: Html | null = null,
): Html | null {
  if (lines === undefined || lines.length === 0) return null
  const byClause = lines.filter(({ basis }) => basis === 'clause')
  const others = lines.filter(({ basis }) => basis !== 'clause')
  return html`<section><h2>${standingHeadings.deliveries}</h2>
${byClause.length > 0 && html`<h3 class="part">${standingHeadings.byClause}</h3>${table(byClause)}`}
${others.length > 0 && html`<h3 class="part">${collectionHeading(others[0]?.reference ?? '')}</h3>${table(others)}`}
<p class="note">${deliveryNote}</p>${more}</section>`
}

function table(lines: readonly DeliveryLine[]): Html {
  const states = STATES.filter((state) => lines.some(({ counts }) => counts[state] > 0))
  return html`<div class="scroll"><table>
<thead><tr><th>Biểu</th><th>Căn cứ</th>${each(states, (state) => html`<th class="n">${capital(dueStateWords[state])}</th>`)}</tr></thead>
<tbody>${each(
    lines,
    ({ formNumber, formTitle: title, basis, reference, counts }) => html`<tr>
<td><b>${formNumbers([formNumber])}</b> <span class="sub">${formTitle(title)}</span></td>
<td>${basisWords(basis, reference)}</td>
${each(states, (state) => html`<td class="n">${count(counts[state])}</td>`)}</tr>`,
  )}</tbody></table></div>`
}
