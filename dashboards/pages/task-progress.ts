import { type TaskState, taskStates } from '#models/judgement/task-state.ts'
import type { Task } from '#models/plans/plan.ts'
import { deadlineWords } from '#models/plans/tasks.ts'
import type { Edition } from '../views.ts'
import type { BodyTasks } from '../views-standing.ts'
import { capital, count, windowName, within } from '../words.ts'
import { taskStateWords } from '../words-calendar.ts'
import { askedTask, standingHeadings, taskNote } from '../words-standing.ts'
import { each, type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'

/** Every body with how many of its tasks stand where; the page of tasks says which. */
export function taskSummary(bodies: readonly BodyTasks[] | undefined): Html | null {
  if (bodies === undefined || bodies.length === 0) return null
  const states = statesOf(bodies)
  return html`<section><h2>${standingHeadings.tasks}</h2><div class="scroll"><table>
<thead><tr><th>Cơ quan, đơn vị</th>${each(states, (state) => html`<th class="n">${capital(taskStateWords[state])}</th>`)}</tr></thead>
<tbody>${each(
    bodies,
    (
      body,
    ) => html`<tr><td>${body.name} <span class="sub">Mục ${body.clause}${body.standing === 'requested' && '; được đề nghị phối hợp'}</span></td>
${each(states, (state) => html`<td class="n">${numberOf(body, state)}</td>`)}</tr>`,
  )}</tbody></table></div>
<p class="note">${taskNote} <a href="${pagePaths.tasks}">Từng nhiệm vụ</a></p></section>`
}

/** Each task of each body: its deadline as the plan says it, and where it stands. */
export function taskPage(edition: Edition, bodies: readonly BodyTasks[]): string {
  const title = `${standingHeadings.tasks} – ${within(windowName(edition.windowId))}`
  return layout({
    edition,
    root: '',
    coverage: false,
    title,
    heading: title,
    crumbs: html`<a href="${pagePaths.month}">Trang của tỉnh</a> · <a href="${pagePaths.index}">Danh mục trang và tệp số liệu</a>`,
    body: html`${each(bodies, bodyOf)}<p class="note">${taskNote}</p>`,
  })
}

function bodyOf({ name, clause, standing, tasks }: BodyTasks): Html {
  return html`<section><h2>${name} (mục ${clause})</h2><div class="scroll"><table>
<thead><tr><th>Nhiệm vụ</th><th class="w-due">Thời hạn</th><th class="w-verdict">Tình hình</th></tr></thead>
<tbody>${each(
    tasks,
    ({ task, counts }) => html`<tr><td><span class="code">${task.id}</span> ${task.text}</td>
<td>${deadlineOf(task)}</td>
<td>${each(
      taskStates.filter((state) => counts[state] > 0),
      (state) =>
        html`<span class="sub">${capital(wordsOf(state, standing))}${several(counts) && html`: <b>${count(counts[state])}</b>`}</span>`,
    )}</td></tr>`,
  )}</tbody></table></div></section>`
}

function deadlineOf({ deadline }: Task): string {
  return capital(deadlineWords(deadline))
}

function several(counts: BodyTasks['counts']): boolean {
  return Object.values(counts).reduce((sum, n) => sum + n, 0) > 1
}

function wordsOf(state: TaskState, standing: BodyTasks['standing']): string {
  return state === 'overdue' && standing === 'requested' ? askedTask : taskStateWords[state]
}

/** Whom the plan only asks is under no reproach: its open tasks stand with a dash. */
function numberOf({ counts, standing }: BodyTasks, state: TaskState): string {
  if (state === 'overdue' && standing === 'requested') return '–'
  return count(counts[state])
}

function statesOf(bodies: readonly BodyTasks[]): readonly TaskState[] {
  return taskStates.filter((state) => bodies.some(({ counts }) => counts[state] > 0))
}
