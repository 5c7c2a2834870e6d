import type { Plan } from '#models/plans/plan.ts'
import { qualitativeNote, standingHeadings } from '../words-standing.ts'
import { each, type Html, html } from './html.ts'

/** What the plan promises without a number, clause by clause. */
export function qualitativeTargets({ qualitative }: Plan): Html | null {
  if (qualitative.length === 0) return null
  return html`<section><h2>${standingHeadings.qualitative}</h2>
<div class="scroll"><table><thead><tr><th>Mục</th><th>Nội dung Kế hoạch</th></tr></thead>
<tbody>${each(qualitative, ({ clause, statement }) => html`<tr><td class="code">${clause}</td><td>${statement}</td></tr>`)}</tbody></table></div>
<p class="note">${qualitativeNote}</p></section>`
}
