import type {
  AlertView,
  AttentionView,
  Edition,
  MapView,
  MissingReport,
  ReconciliationView,
  RestatedView,
  TargetView,
} from '../views.ts'
import { monthHeading, peopleWords, scoreWords, windowName, within } from '../words.ts'
import { choices, definitions } from './definitions.ts'
import { each, type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'
import { alertGroups, attention, reconciliations, restatements } from './lists.ts'
import { maps } from './map.ts'
import { missing } from './missing.ts'
import { targetCards } from './target-cards.ts'
import { targetTable } from './target-table.ts'
import { version } from './version.ts'

/** The leadership page of one month and province: everything on it, in integers and names of places. */
export interface LeadershipMonth {
  readonly edition: Edition
  readonly people: {
    /** On the register on the month's last day, whole province. */
    readonly managed: number | null
    /** Back from prison within the month (entry kind "mới ra trại"). */
    readonly returned: number | null
    /** Persons with a counted new offence within the month, at the plan's stage. */
    readonly prosecuted: number | null
    /** The same since the start of the plan's year. */
    readonly prosecutedToDate: number | null
    /** Slack of the reoffending target to date: how many more it can bear; negative when exceeded. */
    readonly allowance: number | null
  }
  /** All numeric targets of the plan, in its order. */
  readonly targets: readonly TargetView[]
  readonly maps: readonly MapView[]
  readonly attention: readonly AttentionView[]
  /** Expected by the business date and not there, obliged and requested bodies, longest overdue first. */
  readonly missing: readonly MissingReport[]
  readonly alerts: {
    /** Opened or re-opened since the previous month's publication. */
    readonly opened: readonly AlertView[]
    /** Opened before and not resolved. */
    readonly open: readonly AlertView[]
    /** Resolved since the previous month's publication. */
    readonly closed: readonly AlertView[]
  }
  /** Null when no earlier month was issued: then the section is left out. */
  readonly restated: readonly RestatedView[] | null
  readonly reconciliations: readonly ReconciliationView[]
}

/** The page as one HTML document: the answer first, then where, who, why, and what the words mean. */
export function leadershipMonth(view: LeadershipMonth): string {
  const { edition } = view
  return layout({
    edition,
    root: '',
    coverage: true,
    title: `Kế hoạch ${edition.plan.document.number} – ${windowName(edition.windowId)}`,
    heading: monthHeading(within(windowName(edition.windowId))),
    crumbs: html`<a href="${pagePaths.index}">Danh mục xã, phường và tệp số liệu</a>`,
    body: html`
${summary(view)}
${targetTable(view.targets)}
<div class="cols new-page">
${attention(view.attention, '')}
${missing(view.missing, edition)}
</div>
${maps(view.maps)}
${targetCards(view.targets, edition)}
${alertGroups(view.alerts, edition.communeWords)}
${restatements(view.restated)}
${reconciliations(view.reconciliations)}
${definitions(view.targets)}
${choices(edition.plan)}
${version(edition)}`,
  })
}

function summary(view: LeadershipMonth): Html {
  const codes = view.targets.map((target) => target.verdict.code)
  return html`<p class="lead">${scoreWords(codes)}.</p>
<dl class="people">${each(
    peopleWords(view.people),
    ({ label, value, note }) =>
      html`<div><dt>${label}</dt><dd>${value} <small>${note}</small></dd></div>`,
  )}</dl>`
}
