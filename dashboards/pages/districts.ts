import type { VerdictCode } from '#models/database.ts'
import { tones } from '../theme.ts'
import type { Edition, ReconciliationView } from '../views.ts'
import type { DistrictRow } from '../views-standing.ts'
import {
  capital,
  count,
  goalRatio,
  goalWords,
  headings,
  mapNames,
  measuredWords,
  noProblem,
  noValue,
  percent,
  remainingOf,
  signalWords,
  windowName,
  within,
} from '../words.ts'
import { districtNote, standingHeadings } from '../words-standing.ts'
import type { ProblemLine, ReportLine } from './commune.ts'
import { problemTable, reportTable } from './commune-reports.ts'
import { restsOn, signalGrounds, windowShort } from './grounds.ts'
import { each, type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'
import { reconciliations } from './lists.ts'
import { mark, verdict } from './parts.ts'

/** A row per district: its share of each target that is followed there, with a signal and no judgement. */
export function districtTable(rows: readonly DistrictRow[] | undefined): Html | null {
  const [first] = rows ?? []
  if (rows === undefined || first === undefined || first.cells.length === 0) return null
  return html`<section><h2>${standingHeadings.districts}</h2><div class="scroll"><table>
<thead><tr><th>Địa bàn</th>${each(first.cells, ({ target }) => html`<th class="n">${target.indicator.title} <span class="sub">${goalWords(target)}</span></th>`)}</tr></thead>
<tbody>${each(
    rows,
    ({
      code,
      name,
      cells,
    }) => html`<tr><td>${code === null ? capital(name) : html`<a href="${pagePaths.district(code)}">${capital(name)}</a>`}</td>
${each(cells, (cell) => html`<td class="n">${cellOf(cell)}</td>`)}</tr>`,
  )}</tbody></table></div><p class="note">${districtNote}</p></section>`
}

function cellOf({ target, measured, code }: DistrictRow['cells'][number]): Html {
  const share =
    measured === null
      ? null
      : (percent(measured.numerator, measured.denominator, goalRatio(target)) ??
        within(mapNames.NA))
  return html`<span class="verdict tone-${tones[code].name}">${mark(code)}<span>${share ?? within(noValue)}<span class="sr"> ${mapNames[code]}</span></span></span>${measured !== null && measured.denominator > 0 && html` <span class="sub">${count(measured.numerator)}/${count(measured.denominator)}</span>`}`
}

/** The page of one district: figures, its communes, its reports. No person, no row of a person. */
export interface DistrictPage {
  readonly edition: Edition
  readonly district: DistrictRow
  readonly communes: readonly {
    readonly code: string
    readonly name: string
    readonly verdict: VerdictCode
  }[]
  readonly reports: readonly ReportLine[]
  readonly problems: readonly ProblemLine[]
  readonly reconciliations: readonly ReconciliationView[]
}

/** The page as one HTML document. */
export function districtPage(view: DistrictPage): string {
  const { edition, district } = view
  const title = `${capital(district.name)} – ${within(windowName(edition.windowId))}`
  return layout({
    edition,
    root: '../',
    coverage: false,
    title,
    heading: title,
    crumbs: html`<a href="../${pagePaths.month}">Trang của tỉnh</a> · <a href="../${pagePaths.index}">Danh mục trang và tệp số liệu</a>`,
    body: html`
${district.cells.length > 0 && figures(view)}
<section><h2>${standingHeadings.districtCommunes} (${view.communes.length})</h2><ul class="list">${each(
      view.communes,
      ({ code, name, verdict: said }) =>
        html`<li><a href="../${pagePaths.commune(code)}">${capital(name)}</a><span class="verdict tone-${tones[said].name}">${mark(said)}<span class="sr">${mapNames[said]}</span></span></li>`,
    )}</ul></section>
${reportTable(view.reports, edition.businessDate)}
<section><h2>${headings.problems}</h2>${
      view.problems.length === 0
        ? html`<p class="none">${noProblem}</p>`
        : problemTable(view.problems)
    }</section>
${reconciliations(view.reconciliations)}`,
  })
}

function figures({ district, edition }: DistrictPage): Html {
  return html`<section><h2>${headings.targets}</h2><div class="scroll"><table>
<thead><tr><th>Chỉ tiêu theo dõi</th><th class="n">Kết quả lũy kế</th><th class="n">Chỉ tiêu</th><th class="w-verdict">Tín hiệu</th></tr></thead>
<tbody>${each(district.cells, (cell) => {
    const { target, windowId, measured, code } = cell
    const { better, title } = target.indicator
    return html`<tr><td><h3>${title}</h3> <span class="sub">Mục ${target.clause}; ${within(windowShort(windowId, edition.plan))}${measured !== null && ` · ${restsOn(measured)}`}</span></td>
<td class="n">${measured === null ? noValue : measuredWords(target.indicator, measured, goalRatio(target))}</td>
<td class="goal">${goalWords(target)}</td>
<td>${verdict(code, signalWords(code, { better, cases: measured?.numerator ?? 0, withheld: measured?.rowsWithheld ?? 0, remaining: remainingOf(target, measured) }))}${signalGrounds(cell)}</td></tr>`
  })}</tbody></table></div><p class="note">${districtNote}</p></section>`
}
