import { tones } from '../theme.ts'
import type { FindingView, MistakeView, QualityView, RuleView } from '../views-quality.ts'
import { capital, count, windowName, within } from '../words.ts'
import { mistakeNames } from '../words-mistakes.ts'
import {
  findingSeverities,
  findingsLead,
  findingTrend,
  findingWords,
  monthShort,
  moreFindings,
  ownerWords,
  qualityWords,
} from '../words-quality.ts'
import { each, type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'
import { mark } from './parts.ts'
import { sparkline } from './sparkline.ts'

/** So many bad rows of a rule are read one by one. */
const MOST = 20

/** The page of the data's quality as one HTML document: all rules in a table, each with its newest rows, mistakes of reading. */
export function qualityPage(view: QualityView): string {
  const { edition, rules, months, mistakes } = view
  const title = `${qualityWords.title} – ${within(windowName(edition.windowId))}`
  return layout({
    edition,
    root: '',
    coverage: true,
    title,
    heading: title,
    crumbs: html`<a href="${pagePaths.month}">Trang của tỉnh</a> · <a href="${pagePaths.index}">Danh mục trang và tệp số liệu</a>`,
    body: html`
<p class="note before">${qualityWords.lead}</p>
${overview(view)}
${each(
  rules.filter(({ found }) => found.length > 0),
  ruleOf,
)}
${together(
  qualityWords.passed,
  rules.filter(({ asked, found }) => asked && found.length === 0),
)}
${together(
  qualityWords.notAsked,
  rules.filter(({ asked }) => !asked),
)}
${mistakeTable(mistakes, months.length > 0 ? qualityWords.reading : qualityWords.readingReview)}`,
  })
}

/** How many rows each rule that found some has, by the month in which their window closed. */
function overview({ rules, months }: QualityView): Html {
  const finding = rules.filter(({ found }) => found.length > 0)
  if (finding.length === 0) return html`<p class="lead">${qualityWords.none}</p>`
  const elsewhere = months.length > 0 && finding.some((rule) => rule.elsewhere > 0)
  const trend = months.length > 1
  return html`<section><h2>${months.length > 0 ? qualityWords.byMonth : qualityWords.byRule}</h2><div class="scroll"><table>
<thead><tr><th>${qualityWords.rule}</th>${elsewhere && html`<th class="n">${qualityWords.before}</th>`}${each(
    months,
    (month) => html`<th class="n">${monthShort(month)}</th>`,
  )}<th class="n">${qualityWords.total}</th>${trend && html`<th>${qualityWords.trend}</th>`}</tr></thead>
<tbody>${each(finding, (rule) => overviewRow(rule, months, { elsewhere, trend }))}</tbody></table></div></section>`
}

function overviewRow(
  view: RuleView,
  months: readonly string[],
  shown: { readonly elsewhere: boolean; readonly trend: boolean },
): Html {
  const { rule, byMonth, found } = view
  const points = byMonth.map((n, at) => ({ windowId: months[at] as string, n }))
  return html`<tr><td><a href="#${rule.id}">${rule.title}</a> <span class="sub">${severity(view)}</span></td>${
    shown.elsewhere && html`<td class="n">${count(view.elsewhere)}</td>`
  }${each(byMonth, (each) => html`<td class="n">${count(each)}</td>`)}<td class="n"><b>${count(found.length)}</b></td>
${shown.trend && html`<td>${sparkline(points, findingTrend(rule.title, points))}</td>`}</tr>`
}

function ruleOf(view: RuleView): Html {
  const { rule, found } = view
  return html`<section id="${rule.id}"><h2>${rule.title}</h2>
<p>${severity(view)}</p>
<p class="sub">${rule.meaning}</p>
<p class="sub">${qualityWords.owner}: ${ownerWords[rule.owner]}.</p>
${rowsOf(found)}</section>`
}

/** Rules that have nothing to show, in one list. */
function together(heading: string, views: readonly RuleView[]): Html | null {
  if (views.length === 0) return null
  return html`<section><h2>${heading} (${views.length})</h2><ul class="files">${each(
    views,
    (view) =>
      html`<li id="${view.rule.id}"><b>${view.rule.title}</b> (${within(findingSeverities[view.rule.severity])}) <span class="sub">${view.rule.meaning}</span></li>`,
  )}</ul></section>`
}

function rowsOf(found: readonly FindingView[]): Html {
  return html`<p class="note before">${findingsLead(found.length, found[0]?.finding.windowId ?? null)}</p>
<div class="scroll"><table><thead><tr><th class="w-reporter">${qualityWords.unit}</th><th class="w-due">${qualityWords.window}</th><th>${qualityWords.found}</th></tr></thead>
<tbody>${each(
    found.slice(0, MOST),
    (row) =>
      html`<tr><td>${who(row)}</td><td>${windowName(row.finding.windowId)}</td><td>${findingWords(row.finding)}</td></tr>`,
  )}</tbody></table></div>${found.length > MOST && html`<p class="note">${moreFindings(found.length - MOST)}</p>`}`
}

function who({ who, unitCode }: FindingView): Html {
  const name = capital(who)
  return unitCode === null
    ? html`${name}`
    : html`<a href="${pagePaths.commune(unitCode)}">${name}</a>`
}

/** Word and shape, each severity its own. */
function severity({ rule }: RuleView): Html {
  const code = rule.severity === 'error' ? 'DQ' : 'NUM'
  return html`<span class="badge tone-${tones[code].name}">${mark(code)}<span>${findingSeverities[rule.severity]}</span></span>`
}

function mistakeTable(mistakes: readonly MistakeView[], heading: string): Html {
  return html`<section><h2>${heading}</h2>${
    mistakes.length === 0
      ? html`<p class="none">${qualityWords.noMistakes}</p>`
      : html`<div class="scroll"><table>
<thead><tr><th>${qualityWords.mistake}</th><th class="n">${qualityWords.errors}</th><th class="n">${qualityWords.warnings}</th><th class="n">${qualityWords.reporters}</th><th>${qualityWords.most}</th></tr></thead>
<tbody>${each(
          mistakes,
          ({ code, errors, warnings, reporters, most }) =>
            html`<tr><td>${mistakeNames[code]}</td><td class="n">${count(errors)}</td><td class="n">${count(warnings)}</td><td class="n">${reporters === 0 ? '–' : count(reporters)}</td><td>${most === null ? '–' : `${most.name} (${count(most.n)})`}</td></tr>`,
        )}</tbody></table></div><p class="note">${qualityWords.readingNote}</p>`
  }</section>`
}
