import type { VerdictCode } from '#models/database.ts'
import type { Indicator } from '#models/indicators/indicator.ts'
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
import { each, type Html, html } from './html.ts'

/** What a figure rests on, to be opened: window and whether it is inferred, source, definition, and each choice the text left open. */
export function grounds(view: TargetView, { plan }: Edition): Html {
  const { target, measured, windowId, verdict } = view
  const { indicator, definition } = target
  const parameters = parameterWords(definition.parameters, indicator.id)
  const lines = [
    `Kỳ: ${windowWords(windowId)}${inferred(plan) ? `; ${inferredWords}` : ''}.`,
    `Nguồn: ${basisLong[measured?.basis ?? indicator.basis]}${measured ? `; ${stateWords(measured.state)}` : ''}.`,
    indicator.definition,
    ...(parameters === '' ? [] : [`${parameters}.`]),
    ...openWords(plan, target),
    ...(measured !== null && tested(verdict) ? evidenceWords(target, measured) : []),
    ...(view.outlook ? outlookGrounds(view.outlook, backtest) : []),
  ]
  return opened(lines)
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
