import type { DueState } from '#models/judgement/due.ts'
import { window } from '#sources/vocabulary/window.ts'
import type { TargetView } from '../views.ts'
import { peopleWords, scoreWords } from '../words.ts'
import { deliveryLead } from '../words-standing.ts'
import { each, type Html, html } from './html.ts'
import type { LeadershipMonth } from './leadership-month.ts'

/** The answer first: how many targets are met (without targets, where the reports stand), and the persons of the month. */
export function summary(view: LeadershipMonth): Html {
  const codes = view.targets.map((target) => target.verdict.code)
  const people = peopleWords(view.people, {
    review: window(view.edition.windowId).kind === 'explicit',
    promised: view.targets.some(isPromiseOfFew),
  })
  return html`<p class="lead">${codes.length > 0 ? scoreWords(codes) : leadOf(view)}.</p>
<dl class="people${people.length < 4 && ' few'}">${each(
    people,
    ({ label, value, note }) =>
      html`<div><dt>${label}</dt><dd>${value} <small>${note}</small></dd></div>`,
  )}</dl>`
}

function isPromiseOfFew({ target }: TargetView): boolean {
  return 'below' in target
}

/** Where no target has a number, the state of the reports comes first. */
function leadOf({ deliveries: lines = [] }: LeadershipMonth): string {
  const sum = (...states: readonly DueState[]) =>
    lines.reduce(
      (total, { counts }) => total + states.reduce((all, state) => all + counts[state], 0),
      0,
    )
  const received = sum('received', 'early')
  const [late, overdue] = [sum('late'), sum('overdue')]
  return deliveryLead({ due: received + late + overdue, received, late, overdue })
}
