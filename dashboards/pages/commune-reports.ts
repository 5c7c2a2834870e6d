import { dueState } from '#models/judgement/due.ts'
import { type CalendarDate, writeDate } from '#sources/vocabulary/date.ts'
import { window } from '#sources/vocabulary/window.ts'
import {
  arrivalWords,
  count,
  dueWords,
  earlierToo,
  formNumbers,
  formTitle,
  headings,
  notSent,
  outcomes,
  placedMessage,
  problemKinds,
  windowName,
  withdrawn,
} from '../words.ts'
import { dueStateWords } from '../words-calendar.ts'
import type { ProblemLine, ReportLine } from './commune.ts'
import { each, type Html, html } from './html.ts'
import { verdict } from './parts.ts'

/** Every report that is expected, and what became of it. */
export function reportTable(lines: readonly ReportLine[], businessDate: CalendarDate): Html {
  return html`<section><h2>${headings.reports}</h2><div class="scroll"><table>
<thead><tr><th class="w-form">Biểu</th><th class="w-reporter">Đơn vị gửi</th><th class="w-due">Kỳ, hạn</th><th>Ngày đến</th><th class="n">Dòng nhận/đọc</th><th class="w-result">Kết quả</th></tr></thead>
<tbody>${each(together([...lines].sort(newestFirst)), (group) =>
    reportRow(group, businessDate),
  )}</tbody></table></div></section>`
}

function newestFirst(a: ReportLine, b: ReportLine): number {
  const [left, right] = [window(a.windowId).to, window(b.windowId).to]
  if (left !== right) return left > right ? -1 : 1
  return a.formNumber < b.formNumber ? -1 : 1
}

type Group = readonly [ReportLine, ...ReportLine[]]

/** What nobody sent on the same day stands in one row; what came, each form by itself. */
function together(lines: readonly ReportLine[]): readonly Group[] {
  const groups = new Map<string, [ReportLine, ...ReportLine[]]>()
  for (const line of lines) {
    const parts = [line.reporterName, line.windowId, line.dueBefore]
    const key = (line.outcome === null ? parts : [...parts, line.formNumber]).join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups.values()]
}

function reportRow(group: Group, businessDate: CalendarDate): Html {
  const [line] = group
  const { outcome, arrivedOn, dueBefore, workingDay, nil, rowsRead, rowsAccepted } = line
  const counts = outcome === 'accepted' || outcome === 'partial'
  const numbers = formNumbers(group.map(({ formNumber }) => formNumber))
  return html`<tr>
<td><b>${numbers}</b>${group.length === 1 && html` <span class="sub">${formTitle(line.formTitle)}</span>`}</td>
<td>${line.reporterName}</td>
<td>${windowName(line.windowId)} <span class="sub">${dueWords(dueBefore, workingDay)}</span></td>
<td>${arrivedOn === null ? '–' : writeDate(arrivedOn)} <span class="sub">${arrivalOf(line, counts, businessDate)}</span></td>
<td class="n">${rowsRead === null || rowsAccepted === null ? '–' : `${count(rowsAccepted)}/${count(rowsRead)}`}${nil && counts && html` <span class="sub">không phát sinh</span>`}</td>
<td>${outcome === null ? verdict('ND', notSent) : verdict(toneOf[outcome], wordsOf[outcome])}</td>
</tr>`
}

/** In time, early, late by so many days; a body that is only asked is neither late nor overdue. */
function arrivalOf(line: ReportLine, counts: boolean, businessDate: CalendarDate): string {
  const { dueBefore, windowId, standing = 'obliged' } = line
  const arrivedOn = counts ? line.arrivedOn : null
  const due = { arrivedOn, dueBefore, to: window(windowId).to }
  const state = dueState(due, standing, businessDate)
  return state === 'late' || state === 'overdue'
    ? arrivalWords(arrivedOn, dueBefore, businessDate)
    : dueStateWords[state]
}

const wordsOf = { ...outcomes, withdrawn }
const toneOf = {
  accepted: 'OK',
  partial: 'NUM',
  rejected: 'MISS',
  held: 'DQ',
  withdrawn: 'MISS',
} as const

/** What is to be mended, cell by cell: errors first, then the newest window; what earlier ones say alike stands once. */
export function problemTable(problems: readonly ProblemLine[]): Html {
  const groups = alike([...problems].sort(mostPressing))
  return html`<div class="scroll"><table>
<thead><tr><th>Biểu, kỳ</th><th>Nội dung</th><th>Mức</th></tr></thead>
<tbody>${each(
    groups,
    ([problem, ...earlier]) => html`<tr>
<td class="code">${problem.formNumber ? formNumbers([problem.formNumber]) : 'Cả tệp'}${problem.windowId && html` <span class="sub">${windowName(problem.windowId)}${earlier.length > 0 && ` ${earlierToo(earlier.length)}`}</span>`}</td>
<td>${placedMessage(problem)}</td>
<td class="code">${problemKinds[problem.severity]}</td>
</tr>`,
  )}</tbody></table></div>`
}

function mostPressing(a: ProblemLine, b: ProblemLine): number {
  if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1
  const [left, right] = [closeOf(a), closeOf(b)]
  return left === right ? 0 : left > right ? -1 : 1
}

function closeOf({ windowId }: ProblemLine): string {
  return windowId === null ? '' : window(windowId).to
}

function alike(
  problems: readonly ProblemLine[],
): readonly (readonly [ProblemLine, ...ProblemLine[]])[] {
  const groups = new Map<string, [ProblemLine, ...ProblemLine[]]>()
  for (const problem of problems) {
    const key = [problem.severity, problem.formNumber, placedMessage(problem)].join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [problem])
    else group.push(problem)
  }
  return [...groups.values()]
}
