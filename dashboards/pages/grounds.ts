import type { VerdictCode } from '#models/database.ts'
import { basisOf, type Indicator } from '#models/indicators/indicator.ts'
import { backtest } from '#models/judgement/backtest.ts'
import type { Target } from '#models/plans/target.ts'
import type { Edition, TargetView, Twin } from '../views.ts'
import {
  basisLong,
  basisShort,
  capital,
  evidenceWords,
  inferredShort,
  inferredWords,
  openWords,
  outlookGrounds,
  parameterWords,
  stateWords,
  twinWords,
  windowWords,
} from '../words.ts'
import { methodLink, targetLink } from '../words-target-page.ts'
import { each, type Html, html } from './html.ts'
import { pagePaths } from './layout.ts'

/** What a figure rests on, to be opened, and how it is judged. */
export function grounds(view: TargetView, edition: Edition): Html {
  return html`<details><summary>Xem căn cứ</summary><ul>${each(groundLines(view, edition), (line) => html`<li>${line}</li>`)}<li><a href="${pagePaths.target(view.target.id)}">${targetLink}</a> · <a href="${pagePaths.method}">${methodLink}</a></li></ul></details>`
}

/** Window and whether it is inferred, source, definition, and each choice the text left open. */
export function groundLines(view: TargetView, { plan }: Edition): readonly string[] {
  const { target, measured, windowId, verdict } = view
  const { indicator, definition } = target
  const parameters = parameterWords(definition.parameters, indicator.id)
  return [
    `Kỳ: ${windowWords(windowId)}${inferred(plan) ? `; ${inferredWords}` : ''}.`,
    `Nguồn: ${basisLong[measured?.basis ?? indicator.basis]}${measured ? `; ${stateWords(measured.state)}` : ''}.`,
    indicator.definition,
    ...(parameters === '' ? [] : [`${parameters}.`]),
    ...openWords(plan, target),
    ...(measured !== null && tested(verdict) ? evidenceWords(target, measured) : []),
    ...(view.outlook ? outlookGrounds(view.outlook, backtest) : []),
  ]
}

/** The figure misses its target, and enough have reported for a test to mean something. */
function tested({ code, strength }: TargetView['verdict']): boolean {
  return code === 'SIG' || code === 'NUM' || (code === 'MISS' && strength !== null)
}

function opened(lines: readonly string[]): Html {
  return html`<details><summary>Xem căn cứ</summary><ul>${each(lines, (line) => html`<li>${line}</li>`)}</ul></details>`
}

/** What a signal of one place below the province, or its absence, rests on; nothing where the figure is as the target wants it. */
export function signalGrounds(figure: {
  readonly target: Target
  readonly measured: TargetView['measured']
  readonly code: VerdictCode
  readonly listed?: boolean | null
}): Html | null {
  const { target, measured, code, listed = null } = figure
  if (measured === null || (code !== 'SIG' && code !== 'NUM')) return null
  const lines = evidenceWords(target, measured, { listed })
  return lines.length === 0 ? null : opened(lines)
}

/** Whether the plan's text does not say which days its windows cover. */
export function inferred({ windows }: Edition['plan']): boolean {
  return windows.status === 'inferred'
}

/** `Tháng 9/2026 (15/8–14/9/2026) · kỳ suy ra`: a window on a card or in a row. */
export function windowShort(windowId: string, plan: Edition['plan']): string {
  return [windowWords(windowId), ...(inferred(plan) ? [inferredShort] : [])].join(' · ')
}

/** What a value rests on and how final it is: `theo danh sách · số liệu sơ bộ`. */
export function restsOn(
  measured: Pick<NonNullable<TargetView['measured']>, 'basis' | 'state'>,
): string {
  return `${basisShort[measured.basis]} · ${stateWords(measured.state)}`
}

/** The same figure as others would count it; nothing where the plan measures none. */
export function besides(
  twins: readonly Twin[] | undefined,
  indicator: Indicator,
  windowId: string,
): string | null {
  if (twins === undefined || twins.length === 0) return null
  return `${capital(twins.map((twin) => twinWords(twin, indicator, windowId)).join('; '))}.`
}

/** Shares of whom something was done for stand at their level from the first month; counts of the year grow towards the goal. */
export function growsWithTheYear({ indicator }: Pick<Target, 'indicator'>): boolean {
  return ['reoffending', 'communication', 'models'].includes(indicator.theme)
}

/** Who reports the figure: communes, places of detention, districts, or (communication) communes and agencies together. */
export function unitsOf(
  { indicator, definition }: Target,
  { communeWords, plan }: Edition,
): string {
  if (indicator.theme === 'facilities') return 'cơ sở giam giữ'
  if (indicator.theme === 'communication') return 'đơn vị'
  const ofCommittees = basisOf(definition) !== 'register' && plan.committees === 'district'
  return ofCommittees ? 'đơn vị' : communeWords
}
