import { type CalendarDate, writeDate } from '#sources/vocabulary/date.ts'
import { window } from '#sources/vocabulary/window.ts'
import {
  arrivalWords,
  count,
  dueWords,
  formNumbers,
  formTitle,
  headings,
  outcomes,
  placedMessage,
  problemKinds,
  windowName,
} from '../words.ts'
import type { ProblemLine, ReportLine } from './commune.ts'
import { each, type Html, html } from './html.ts'
import { verdict } from './parts.ts'

/** Every report that is expected, and what became of it. */
export function reportTable(lines: readonly ReportLine[], businessDate: CalendarDate): Html {
  return html`<section><h2>${headings.reports}</h2><div class="scroll"><table>
<thead><tr><th class="w-form">Biểu</th><th class="w-reporter">Đơn vị gửi</th><th>Kỳ, hạn</th><th>Ngày đến</th><th class="n">Dòng nhận/đọc</th><th class="w-verdict">Kết quả</th></tr></thead>
<tbody>${each([...lines].sort(newestFirst), (line) => reportRow(line, businessDate))}</tbody></table></div></section>`
}

function newestFirst(a: ReportLine, b: ReportLine): number {
  const [left, right] = [window(a.windowId).to, window(b.windowId).to]
  if (left !== right) return left > right ? -1 : 1
  return a.formNumber < b.formNumber ? -1 : 1
}

function reportRow(line: ReportLine, businessDate: CalendarDate): Html {
  const { outcome, arrivedOn, dueBefore, workingDay, nil, rowsRead, rowsAccepted } = line
  return html`<tr>
<td><b>${formNumbers([line.formNumber])}</b> <span class="sub">${formTitle(line.formTitle)}</span></td>
<td>${line.reporterName}</td>
<td>${windowName(line.windowId)} <span class="sub">${dueWords(dueBefore, workingDay)}</span></td>
<td>${arrivedOn === null ? '–' : writeDate(arrivedOn)} <span class="sub">${arrivalWords(arrivedOn, dueBefore, businessDate)}</span></td>
<td class="n">${rowsRead === null || rowsAccepted === null ? '–' : `${count(rowsAccepted)}/${count(rowsRead)}`}${nil && html`<span class="sub">không phát sinh</span>`}</td>
<td>${outcome === null ? verdict('ND', 'Chưa gửi') : verdict(toneOf[outcome], outcomes[outcome])}</td>
</tr>`
}

const toneOf = { accepted: 'OK', partial: 'NUM', rejected: 'MISS', held: 'DQ' } as const

/** What is to be mended, cell by cell. */
export function problemTable(problems: readonly ProblemLine[]): Html {
  return html`<div class="scroll"><table>
<thead><tr><th>Biểu, kỳ</th><th>Nội dung</th><th>Mức</th></tr></thead>
<tbody>${each(
    problems,
    (problem) => html`<tr>
<td class="code">${problem.formNumber ? formNumbers([problem.formNumber]) : 'Cả tệp'}${problem.windowId && html` <span class="sub">${windowName(problem.windowId)}</span>`}</td>
<td>${placedMessage(problem)}</td>
<td class="code">${problemKinds[problem.severity]}</td>
</tr>`,
  )}</tbody></table></div>`
}
