import type { VerdictCode } from '#models/database.ts'
import type { Measured } from '#models/measured.ts'
import type { Target } from '#models/plans/target.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Standing } from '#sources/vocabulary/reporter.ts'
import { grouped } from '../alerts/grouped.ts'
import type { AlertView, Edition, ReconciliationView } from '../views.ts'
import { capital, communeLead, headings, noProblem, nothing, windowName, within } from '../words.ts'
import { communeFigures } from './commune-figures.ts'
import { problemTable, reportTable } from './commune-reports.ts'
import { each, type Html, html } from './html.ts'
import { layout, pagePaths } from './layout.ts'
import { alertItem, reconciliations } from './lists.ts'

/** The page of one commune: its counts, its signal, what is missing, what is to be mended. No person, no row of a person. */
export interface CommunePage {
  readonly edition: Edition
  readonly unit: {
    readonly id: string
    readonly code: string
    /** `phường Bắc Giang`. */
    readonly name: string
  }
  readonly people: {
    /** On the register on the month's last day; null where the register is not covered. */
    readonly managed: number | null
    /** Back from prison within the month. */
    readonly returned: number | null
    /** With a counted new offence since the start of the plan's year. */
    readonly prosecutedToDate: number | null
    /** Slack of the reoffending target here: how many cases the share leaves room for; negative when exceeded. */
    readonly allowance: number | null
  }
  /** On the register at the close of each month of the year so far; null where it is not covered. */
  readonly managedByMonth: readonly { readonly windowId: string; readonly n: number | null }[]
  /** The targets that are followed in communes, in the plan's order. */
  readonly figures: readonly CommuneFigure[]
  /** What is expected of the commune's police and committee for the month and for open earlier windows. */
  readonly reports: readonly ReportLine[]
  /** Problems of the submissions in force and of rejected or held ones not yet replaced; values masked. */
  readonly problems: readonly ProblemLine[]
  /** What two reports about the commune say of one number, where they differ. */
  readonly reconciliations: readonly ReconciliationView[]
  /** Cases of this commune that are not resolved. */
  readonly alerts: readonly AlertView[]
}

export interface CommuneFigure {
  readonly target: Target
  /** The target's own window. */
  readonly windowId: string
  /** Null where the commune has no value. */
  readonly measured: Measured | null
  readonly code: VerdictCode
  /** Whether a signal stays when all communes are looked at together; null where nothing was tested. */
  readonly listed: boolean | null
}

/** One expected report of the commune and what became of it. */
export interface ReportLine {
  /** `01`. */
  readonly formNumber: string
  readonly formTitle: string
  readonly reporterName: string
  /** Whoever is only asked is never late. */
  readonly standing?: Standing
  readonly windowId: string
  readonly dueBefore: CalendarDate
  readonly workingDay: CalendarDate | null
  /** Arrival of the first that counts, else of the newest one; null when nothing came. */
  readonly arrivedOn: CalendarDate | null
  /** Of that submission; null when nothing came, `withdrawn` when what had been accepted was taken back. */
  readonly outcome: 'accepted' | 'partial' | 'rejected' | 'held' | 'withdrawn' | null
  readonly revision: number | null
  readonly nil: boolean
  readonly rowsRead: number | null
  readonly rowsAccepted: number | null
}

/** One thing to mend, said without any value of a person. */
export interface ProblemLine {
  readonly severity: 'error' | 'warning'
  /** `01`; null when the file as a whole is meant. */
  readonly formNumber: string | null
  readonly windowId: string | null
  readonly sheet: string | null
  /** `F12`. */
  readonly cell: string | null
  /** The sentence of the stage that found it, which may begin with its place. */
  readonly message: string
}

/** The page as one HTML document. */
export function communePage(view: CommunePage): string {
  const { edition, unit } = view
  return layout({
    edition,
    root: '../',
    coverage: false,
    title: `${capital(unit.name)} – ${within(windowName(edition.windowId))}`,
    heading: `${capital(unit.name)} – ${within(windowName(edition.windowId))}`,
    crumbs: html`<a href="../${pagePaths.month}">Trang của tỉnh</a> · <a href="../${pagePaths.index}">Danh mục trang và tệp số liệu</a>`,
    body: html`
<p class="lead">${communeLead(counts(view))}</p>
${communeFigures(view)}
${reportTable(view.reports, edition.businessDate)}
<section><h2>${headings.problems}</h2>${
      view.problems.length === 0
        ? html`<p class="none">${noProblem}</p>`
        : problemTable(view.problems)
    }</section>
${reconciliations(view.reconciliations)}
<section><h2>${headings.alerts}</h2>${alertsOf(view)}</section>`,
  })
}

function counts({ reports, problems, alerts }: CommunePage) {
  return {
    received: reports.filter(({ outcome }) => outcome === 'accepted' || outcome === 'partial')
      .length,
    expected: reports.length,
    errors: problems.filter((problem) => problem.severity === 'error').length,
    alerts: grouped(alerts).length,
  }
}

function alertsOf({ alerts, edition }: CommunePage): Html {
  return alerts.length === 0
    ? html`<p class="none">${nothing}</p>`
    : each(grouped(alerts), ({ alert }) => alertItem(alert, edition.communeWords))
}
