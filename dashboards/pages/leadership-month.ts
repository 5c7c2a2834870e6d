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
import type {
  BodyTasks,
  DeliveryLine,
  DistrictRow,
  DueLine,
  FigureView,
  ReviewView,
  TodayView,
} from '../views-standing.ts'
import {
  caseHeadings,
  monthHeading,
  planNumber,
  qualityWords,
  windowName,
  within,
} from '../words.ts'
import { latenessLink } from '../words-standing.ts'
import { choices, definitions } from './definitions.ts'
import { districtTable } from './districts.ts'
import { figureTable } from './figure-table.ts'
import { type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'
import { alertGroups, attention, reconciliations, restatements } from './lists.ts'
import { maps } from './map.ts'
import { missing } from './missing.ts'
import { qualitativeTargets } from './qualitative.ts'
import { reviews } from './review.ts'
import { deliveries, upcoming } from './standing.ts'
import { summary } from './summary.ts'
import { targetCards } from './target-cards.ts'
import { targetTable } from './target-table.ts'
import { taskSummary } from './task-progress.ts'
import { todaySection } from './today.ts'
import { version } from './version.ts'

/** The leadership page of one month and province: everything on it, in integers and names of places. */
export interface LeadershipMonth {
  readonly edition: Edition
  /** The pages of cases, of the data's quality and of arrivals stand beside this one; an issued month is alone. */
  readonly isAmongPages?: boolean
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
  /** What falls due next; the section is left out without it, as each of the following is. */
  readonly dues?: readonly DueLine[]
  readonly deliveries?: readonly DeliveryLine[]
  readonly tasks?: readonly BodyTasks[]
  /** Figures that no target asks for. */
  readonly figures?: readonly FigureView[]
  readonly reviews?: readonly ReviewView[]
  readonly districts?: readonly DistrictRow[]
  readonly today?: TodayView | null
}

/** The page as one HTML document: the answer first, then where, who, why, and what the words mean. */
export function leadershipMonth(view: LeadershipMonth): string {
  const { edition } = view
  const hasTargets = view.targets.length > 0
  const more = (path: string, words: string): Html | null =>
    view.isAmongPages === true ? html`<p class="note"><a href="${path}">${words}</a></p>` : null
  return layout({
    edition,
    root: '',
    coverage: true,
    title: `Kế hoạch ${planNumber(edition.plan)} – ${windowName(edition.windowId)}`,
    heading: monthHeading(within(windowName(edition.windowId))),
    crumbs: html`<a href="${pagePaths.index}">Danh mục trang và tệp số liệu</a>`,
    body: html`
${summary(view)}
${hasTargets && targetTable(view.targets, edition)}
${reviews(view.reviews, edition.communeWords)}
<div${hasTargets && html` class="cols new-page"`}>
${attentionOf(view)}
${missing(view.missing, edition)}
</div>
${upcoming(view.dues)}
${deliveries(view.deliveries, more(pagePaths.lateness, latenessLink))}
${maps(view.maps)}
${districtTable(view.districts)}
${hasTargets && targetCards(view.targets, edition)}
${figureTable(view.figures, edition)}
${todaySection(view.today)}
${taskSummary(view.tasks)}
${qualitativeTargets(edition.plan)}
${alertGroups(view.alerts, edition.communeWords, more(pagePaths.alerts, caseHeadings.page))}
${restatements(view.restated)}
${reconciliations(view.reconciliations, more(pagePaths.quality, qualityWords.more))}
${hasTargets && definitions(view.targets)}
${choices(edition.plan)}
${version(edition)}`,
  })
}

/** Places are named for their targets; without any there is nobody to name. */
function attentionOf(view: LeadershipMonth): Html | null {
  return view.targets.length === 0 && view.attention.length === 0
    ? null
    : attention(view.attention, '')
}
