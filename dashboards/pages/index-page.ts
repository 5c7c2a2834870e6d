import type { VerdictCode } from '#models/database.ts'
import { tones } from '../theme.ts'
import type { Edition } from '../views.ts'
import { capital, headings, mapNames, monthHeading, windowName, within } from '../words.ts'
import { catalogueWords } from '../words-catalogue.ts'
import { standingHeadings } from '../words-standing.ts'
import { methodLink, targetHeadings } from '../words-target-page.ts'
import { each, type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'
import { legend, mark } from './parts.ts'

/** What one publication holds: its pages and its files. */
export interface IndexPage {
  readonly edition: Edition
  /** All communes of the plan; the page sorts them by name, as Vietnamese does. */
  readonly communes: readonly {
    readonly code: string
    /** `phường Bắc Giang`. */
    readonly name: string
    /** The worst that is said of it. */
    readonly verdict: VerdictCode
  }[]
  /** Districts, where there are any. */
  readonly districts?: readonly { readonly code: string; readonly name: string }[]
  /** Pages beside the month's: tasks, the units of today. */
  readonly pages?: readonly { readonly path: string; readonly title: string }[]
  /** Files beside the pages: alerts, feedback, extract. */
  readonly files: readonly {
    /** Relative to the folder of the pages. */
    readonly path: string
    /** `Bộ số liệu tổng hợp … (bản thử)`. */
    readonly title: string
  }[]
}

/** The contents page as one HTML document. */
export function indexPage({
  edition,
  communes,
  districts = [],
  pages = [],
  files,
}: IndexPage): string {
  const byName = [...communes].sort((a, b) =>
    collator.compare(withoutType(a.name), withoutType(b.name)),
  )
  return layout({
    edition,
    root: '',
    coverage: true,
    title: `Danh mục – ${windowName(edition.windowId)}`,
    heading: `Danh mục trang và tệp số liệu ${within(windowName(edition.windowId))}`,
    crumbs: html`<a href="${pagePaths.month}">Trang của tỉnh</a>`,
    body: html`
<section><h2>${headings.leadership}</h2><p><a href="${pagePaths.month}">${monthHeading(within(windowName(edition.windowId)))}</a></p></section>
${
  pages.length > 0 &&
  html`<section><h2>${headings.following}</h2><ul class="files">${each(
    pages,
    ({ path, title }) => html`<li><a href="${path}">${title}</a></li>`,
  )}</ul></section>`
}
${
  edition.plan.targets.length > 0 &&
  html`<section><h2>${targetHeadings.pages}</h2><ul class="files">${each(
    edition.plan.targets,
    ({ id, indicator, clause }) =>
      html`<li><a href="${pagePaths.target(id)}">${indicator.title}</a> <span class="sub">Mục ${clause}</span></li>`,
  )}</ul></section>`
}
${
  districts.length > 0 &&
  html`<section><h2>${standingHeadings.districts}</h2><ul class="list">${each(
    districts,
    ({ code, name }) => html`<li><a href="${pagePaths.district(code)}">${capital(name)}</a></li>`,
  )}</ul></section>`
}
<section><h2>${capital(edition.communeWords)} (${communes.length})</h2><ul class="list">${each(byName, commune)}</ul>${legend(
      communes.map((each) => each.verdict),
      mapNames,
    )}</section>
<section><h2>${headings.definitions}</h2><p><a href="${pagePaths.catalogue}">${catalogueWords.title}</a></p><p><a href="${pagePaths.method}">${methodLink}</a></p></section>
<section><h2>${headings.files}</h2><ul class="files">${each(
      files,
      ({ path, title }) => html`<li><a href="${path}">${title}</a></li>`,
    )}</ul></section>`,
  })
}

function commune({ code, name, verdict }: IndexPage['communes'][number]): Html {
  return html`<li><a href="${pagePaths.commune(code)}">${capital(name)}</a><span class="verdict tone-${tones[verdict].name}">${mark(verdict)}<span class="sr">${mapNames[verdict]}</span></span></li>`
}

const collator = new Intl.Collator('vi')

function withoutType(name: string): string {
  return name.replace(/^(?:xã|phường|đặc khu|thị trấn) /, '')
}
