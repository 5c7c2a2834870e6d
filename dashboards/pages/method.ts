import { backtest, skillOf } from '#models/judgement/backtest.ts'
import { type Course, courses } from '#models/judgement/course.ts'
import { signalRowOf } from '#models/judgement/signal-row.ts'
import type { Goal } from '#models/plans/target.ts'
import { barAgainstTarget } from '../charts/bar-against-target.ts'
import { svg } from '../render/svg.ts'
import type { Edition } from '../views.ts'
import { backtestWords, courseNames, modelWords, verdictNames } from '../words.ts'
import * as words from '../words-method.ts'
import { methodHeadings as headings } from '../words-method.ts'
import * as tables from '../words-method-tables.ts'
import { each, type Html, html, raw } from './html.ts'
import { layout, pagePaths } from './layout.ts'
import { verdict } from './parts.ts'

/** How every figure of the publication is judged, as one HTML document for an analyst. */
export function methodPage(edition: Edition): string {
  return layout({
    edition,
    root: '',
    coverage: false,
    title: headings.title,
    heading: headings.title,
    crumbs: html`<a href="${pagePaths.month}">Trang của tỉnh</a> · <a href="${pagePaths.index}">Danh mục trang và tệp số liệu</a>`,
    body: html`
<p class="note">${words.methodLead}</p>
${edition.plan.targets.length === 0 && html`<p>${words.noTargetsNote}</p>`}
${part('questions', headings.questions, words.questionWords)}
${part('fact', headings.fact, words.factMethod)}
${part('evidence', headings.evidence, words.evidenceMethod)}
${signals(edition)}
${part('communes', headings.communes, words.communeMethod)}
${part('family', headings.family, words.familyMethod)}
${part('hold', headings.hold, words.holdMethod)}
${verdicts()}
${part('time', headings.time, words.timeMethod)}
${outlooks()}
${part('late', headings.late, words.lateMethod)}
${part('small', headings.small, words.smallMethod)}
<section class="keep"><h2 id="literature">${headings.literature}</h2><p>${words.literature.join('; ')}.</p><p class="note">${words.literatureNote}</p></section>`,
  })
}

function part(
  id: string,
  heading: string,
  paragraphs: readonly string[],
  more?: Html | null,
): Html {
  return html`<section class="prose"><h2 id="${id}">${heading}</h2>${each(paragraphs, (text) => html`<p>${text}</p>`)}${more}</section>
`
}

/** Sizes from a small commune to a province. */
const SIZES = [5, 20, 50, 100, 200, 500, 2_000, 10_000]
/** The size whose row is read aloud. */
const EXAMPLE = 50

/** What numbers of each size can show of each goal of the plan that is tested; of "under 1 %" where the plan has none. */
function signals({ plan }: Edition): Html {
  const tested = plan.targets.filter(({ duty }) => !duty)
  const goals: readonly Goal[] = tested.length === 0 ? [{ below: [1, 100] }] : distinct(tested)
  const title = tested.length === 0 ? tables.exampleTitle : tables.signalTitle
  return html`<section class="prose"><h2 id="signals">${headings.signals}</h2>${each(goals, (goal) => signalTable(goal, title(goal)))}</section>`
}

function distinct(goals: readonly Goal[]): readonly Goal[] {
  return [...new Map(goals.map((goal) => [tables.signalTitle(goal), goal])).values()]
}

function signalTable(goal: Goal, title: string): Html {
  const rows = SIZES.map((n) => signalRowOf(goal, n)).filter((row) => row !== null)
  const columns = tables.signalColumns
  const below = 'below' in goal
  const heads = [
    columns.n,
    ...(below ? [columns.anyCase] : []),
    columns.warn,
    columns.alarm,
    columns.detectable,
    below ? columns.most : columns.least,
  ]
  const example = rows.find(({ n }) => n === EXAMPLE)
  return html`<div class="keep"><h3 class="part">${title}</h3><div class="scroll"><table>
<thead><tr>${each(heads, (head) => html`<th class="n">${head}</th>`)}</tr></thead>
<tbody>${each(rows, (row) => html`<tr>${each(tables.signalCells(goal, row), (cell) => html`<td class="n">${cell}</td>`)}</tr>`)}</tbody></table></div>
${example !== undefined && html`<p class="note">${tables.powerWords(goal, example)}</p>`}</div>`
}

function verdicts(): Html {
  return html`<section><h2 id="verdicts">${headings.verdicts}</h2><div class="scroll"><table>
<thead><tr><th class="w-verdict">${tables.verdictColumns.name}</th><th>${tables.verdictColumns.meaning}</th></tr></thead>
<tbody>${each(
    tables.verdictOrder,
    (code) =>
      html`<tr><td>${verdict(code, verdictNames[code])}</td><td>${tables.verdictMeanings[code]}${code === 'OK?' && html` ${tables.verdictMeanings.MET}`}</td></tr>`,
  )}</tbody></table></div></section>`
}

/** The model of each course and how it fared on replayed years; nothing before it was ever tried. */
function outlooks(): Html | null {
  if (backtest.years === 0) return null
  return part(
    'outlook',
    headings.outlook,
    [...words.outlookMethod, backtestWords(backtest)],
    html`${each(courses, courseOf)}<p class="note">${tables.reliabilityNote}</p>`,
  )
}

function courseOf(course: Course): Html | null {
  const horizons = backtest.horizons.filter((each) => each.course === course)
  if (horizons.length === 0) return null
  const columns = tables.backtestColumns
  return html`<div class="keep"><h3 class="part">${courseNames[course]}</h3><p class="note before">${modelWords[course]}.</p><div class="scroll"><table>
<thead><tr>${each(Object.values(columns), (head) => html`<th class="n">${head}</th>`)}</tr></thead>
<tbody>${each(horizons, (horizon) => html`<tr>${each(tables.backtestCells(horizon, skillOf(horizon)), (cell) => html`<td class="n">${cell}</td>`)}</tr>`)}</tbody></table></div>${reliabilityOf(course)}</div>`
}

/** Of each tenth of what was said, how much came true: a bar, beside it as a red rule what was said. */
function reliabilityOf(course: Course): Html | null {
  const deciles = backtest.reliability.filter(
    (each) => each.course === course && each.forecasts > 0,
  )
  if (deciles.length === 0) return null
  const rows = deciles.map(({ decile, forecasts, met, said }) => ({
    label: tables.decileWords(decile),
    numerator: met,
    denominator: forecasts,
    interval: null,
    goal: [said, 1000] as const,
    text: tables.metWords(met, forecasts),
  }))
  const spec = barAgainstTarget.spec(rows, {
    width: 760,
    labelWidth: 90,
    textWidth: 120,
    axis: true,
  })
  return html`<figure class="bars">${raw(svg(spec, `${tables.reliabilityTitle}: ${courseNames[course]}`))}</figure>`
}
