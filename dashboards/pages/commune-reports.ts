import { type CalendarDate, writeDate } from '#sources/vocabulary/date.ts'
import {
  arrivalWords,
  count,
  dueWords,
  formNumbers,
  headings,
  outcomes,
  problemKinds,
  windowName,
} from '../words.ts'
import type { ProblemLine, ReportLine } from './commune.ts'
import { each, type Html, html } from './html.ts'
import { verdict } from './parts.ts'

/** Every report that is expected, and what became of it. */
export function reportTable(lines: readonly ReportLine[], businessDate: CalendarDate): Html {
  return html`<section><h2>${headings.reports}</h2><div class="scroll"><table>
<thead><tr><th>Biểu</th><th>Đơn vị gửi</th><th>Kỳ, hạn</th><th>Ngày đến</th><th class="n">Dòng nhận/đọc</th><th class="w-verdict">Kết quả</th></tr></thead>
<tbody>${each(lines, (line) => reportRow(line, businessDate))}</tbody></table></div></section>`
}

function reportRow(line: ReportLine, businessDate: CalendarDate): Html {
  const { outcome, arrivedOn, dueBefore, workingDay, nil, rowsRead, rowsAccepted } = line
  return html`<tr>
<td><b>${formNumbers([line.formNumber])}</b> <span class="sub">${line.formTitle}</span></td>
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
<thead><tr><th>Biểu, kỳ</th><th>Trang tính, ô</th><th>Nội dung</th><th>Mức</th></tr></thead>
<tbody>${each(
    problems,
    (problem) => html`<tr>
<td>${problem.formNumber ? formNumbers([problem.formNumber]) : 'Cả tệp'}${problem.windowId && html`<span class="sub">${windowName(problem.windowId)}</span>`}</td>
<td>${problem.sheet ?? '–'}${problem.cell && html` <span class="code">${problem.cell}</span>`}</td>
<td>${problem.message}</td>
<td>${problemKinds[problem.severity]}</td>
</tr>`,
  )}</tbody></table></div>`
}
