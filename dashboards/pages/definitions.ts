import type { Plan } from '#models/plans/plan.ts'
import type { Target } from '#models/plans/target.ts'
import {
  capital,
  chosenWords,
  goalWords,
  headings,
  inferredWords,
  parameterWords,
  readingNote,
} from '../words.ts'
import { each, type Html, html } from './html.ts'

/** What every figure means, with the parameters that are part of it. */
export function definitions(targets: readonly { readonly target: Target }[]): Html {
  return html`<section><h2>${headings.definitions}</h2>
<dl class="defs">${each(targets, ({ target }) => {
    const { indicator, definition } = target
    const parameters = parameterWords(definition.parameters, indicator.id)
    return html`<div><dt>${indicator.title}</dt><dd>${indicator.definition}${parameters && ` ${parameters}.`} Chỉ tiêu ${goalWords(target)} (mục ${target.clause}). Căn cứ: ${indicator.legalBasis}. <span class="goal">Mã: ${definition.id}.</span></dd></div>`
  })}</dl>
<p class="note">${readingNote}</p></section>`
}

/** Where the plan's text leaves something open, and how it is read here. */
export function choices(plan: Plan): Html | null {
  if (plan.openParameters.length === 0) return null
  return html`<section><h2>${headings.choices}</h2>
<dl class="defs">${each(
    plan.openParameters,
    (choice) =>
      html`<div><dt>Mục ${choice.clause}</dt><dd>${capital(chosenWords(choice))}: ${choice.reason}.</dd></div>`,
  )}<div><dt>Kỳ số liệu (${plan.windows.status === 'stated' ? 'Kế hoạch quy định' : inferredWords})</dt><dd>${plan.windows.reason}.</dd></div></dl></section>`
}
