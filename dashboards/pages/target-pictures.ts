import { cusum } from '../charts/cusum.ts'
import { funnel } from '../charts/funnel.ts'
import { pace } from '../charts/pace.ts'
import { trend } from '../charts/trend.ts'
import { svg } from '../render/svg.ts'
import type { TargetCommune, TargetPage } from '../views-target.ts'
import { goalRatio, goalWords, percent, windowName, within } from '../words.ts'
import { targetHeadings } from '../words-target-page.ts'
import {
  cusumFinding,
  cusumNote,
  endingWords,
  familyWords,
  flaggedWords,
  funnelLabel,
  funnelNote,
  funnelSize,
  monthsNote,
  noneFlagged,
  noneKept,
  paceNote,
  thresholdWords,
} from '../words-target-pictures.ts'
import { growsWithTheYear } from './grounds.ts'
import { each, type Html, html, raw } from './html.ts'
import { mark } from './parts.ts'
import { linkTo } from './target-communes.ts'
import { shareOf } from './target-table.ts'

/** Near to the width on A4, so that letters keep their size there. */
const WIDTH = 760

/** The year so far: with its pace and where it may end, or (a duty) as it came. */
export function yearOf({ view, pace: paced }: TargetPage): Html | null {
  const { target, history } = view
  if (!history.some((point) => point.denominator !== null && point.denominator > 0)) return null
  const shown = {
    width: WIDTH,
    height: 190,
    goal: goalRatio(target),
    goalText: `chỉ tiêu ${goalWords(target)}`,
    lastText: shareOf(view),
  }
  if (paced === null) {
    const spec = trend.spec(history, { ...shown, pace: growsWithTheYear(target) })
    const label = `${targetHeadings.year}: ${shareOf(view)}, ${shown.goalText}`
    return figure(targetHeadings.year, svg(spec, label), null)
  }
  const outlookText = paced.ending === null ? '' : endingWords(paced.ending)
  const spec = pace.spec(paced.rows, { ...shown, outlookText })
  return figure(
    targetHeadings.pace,
    svg(spec, `${targetHeadings.pace}: ${shareOf(view)}, ${shown.goalText}`),
    paceNote(paced.grows, paced.ending !== null),
  )
}

/** The months one by one between their limits, or why there are none. */
export function monthsOf({ view, months }: TargetPage): Html | null {
  if (months === null) return null
  const last = months.rows.findLast((row) => row.denominator !== null && row.denominator > 0)
  const spec = trend.spec(months.rows, {
    width: WIDTH,
    height: 170,
    goal: null,
    goalText: '',
    pace: false,
    lastText: (last && percent(last.numerator ?? 0, last.denominator ?? 0)) ?? '',
    zoomed: true,
  })
  return figure(
    targetHeadings.months,
    svg(spec, `${targetHeadings.months}: ${view.target.indicator.title}`),
    monthsNote(months),
  )
}

export function cusumOf({ view, cusum: summed }: TargetPage): Html | null {
  if (summed === null) return null
  const { rows, threshold, p0 } = summed
  const signals = rows.filter(({ signal }) => signal).map(({ windowId }) => windowName(windowId))
  const spec = cusum.spec(rows, {
    width: WIDTH,
    height: 150,
    threshold,
    thresholdText: thresholdWords(threshold),
  })
  const words = cusumFinding(signals.map(within))
  return figure(
    targetHeadings.cusum,
    svg(spec, `${targetHeadings.cusum}. ${words}`),
    cusumNote(p0, view.target),
    html`<p>${words}</p>`,
  )
}

/** Communes against the plan's promise, and who stays on the list when all are looked at together. */
export function funnelOf({ view, funnel: wide, communes }: TargetPage): Html | null {
  if (wide === null) return null
  const { target } = view
  const units = communes.flatMap(({ shortName, measured, signal }) =>
    measured === null
      ? []
      : [
          {
            name: shortName,
            numerator: measured.numerator,
            denominator: measured.denominator,
            signal,
          },
        ],
  )
  const spec = funnel.spec([...wide.limits, ...units], {
    width: WIDTH,
    height: 340,
    centre: goalRatio(target),
    centreText: goalWords(target),
    sizeText: funnelSize(target),
  })
  const family = { ...wide, windowName: within(windowName(view.windowId)) }
  return html`${figure(targetHeadings.funnel, svg(spec, `${targetHeadings.funnel}: ${funnelLabel(units)}`), funnelNote)}
<section class="keep"><h2>${targetHeadings.flagged}</h2>${flaggedOf(target, communes)}
<p class="note">${familyWords(target, family)}</p></section>`
}

function flaggedOf(target: TargetPage['view']['target'], communes: readonly TargetCommune[]): Html {
  const flagged = communes.filter(({ signal }) => signal !== null)
  const kept = flagged.filter((commune) => commune.verdict.listed !== false)
  const dropped = flagged.length - kept.length
  return html`${
    kept.length === 0
      ? html`<p class="none">${noneFlagged}</p>`
      : html`<ol class="asks">${each(
          kept,
          (commune) =>
            html`<li>${mark(commune.verdict.code)} <b>${linkTo(commune)}</b>: ${flaggedWords(target, commune)}</li>`,
        )}</ol>`
  }${dropped > 0 && html`<p class="note">${noneKept(dropped)}</p>`}`
}

function figure(heading: string, picture: string, note: string | null, more?: Html): Html {
  return html`<section class="keep"><h2>${heading}</h2><figure class="wide">${raw(picture)}</figure>${more}${note !== null && html`<p class="note">${note}</p>`}</section>`
}
