import type { Basis, Indicator } from '#models/indicators/indicator.ts'
import type { OpenParameter, Plan } from '#models/plans/plan.ts'
import type { Target } from '#models/plans/target.ts'
import type { Twin } from './views.ts'
import { capital, noValue, windowWords, within } from './words-figures.ts'
import { measuredWords } from './words-measured.ts'
import { meaningOf } from './words-parameters.ts'

/** `195/KH-UBND`, or that the text has none. */
export function planNumber({ document }: Pick<Plan, 'document'>): string {
  return document.number ?? '(chưa có số)'
}

/** `Kế hoạch 195/KH-UBND`; a plan without a number is known by its title. */
export function planWords({ document }: Pick<Plan, 'document'>): string {
  return document.number === null
    ? `Kế hoạch (chưa có số) “${document.title}”`
    : `Kế hoạch ${document.number}`
}

/** Beside a window whose days the plan's text does not name; the reason stands once at the end of the page. */
export const inferredShort = 'kỳ suy ra'

/** The same where there is room. */
export const inferredWords = 'kỳ số liệu do hệ thống suy ra từ hạn báo cáo'

/** What a figure rests on, beside it. */
export const basisShort: Readonly<Record<Basis, string>> = Object.freeze({
  register: 'theo danh sách',
  tally: 'theo số liệu tổng hợp',
  form: 'theo biểu',
})

/** The same in full. */
export const basisLong: Readonly<Record<Basis, string>> = Object.freeze({
  register: 'theo danh sách từng người của Công an cấp xã (Biểu số 01/THNCĐ)',
  tally: 'theo số liệu tổng hợp do UBND ký (Biểu số 11/THNCĐ)',
  form: 'theo biểu mẫu chuyên đề',
})

/** A figure beside the plan's own of a window, with the name of who counts so; one of another window says which. */
export function twinWords({ kind, counted }: Twin, indicator: Indicator, windowId: string): string {
  const name = kind === 'tt10' ? 'đối tượng theo Thông tư 10/2024/TT-BCA' : basisShort.tally
  const value = counted === null ? within(noValue) : measuredWords(indicator, counted)
  const of =
    counted === null || counted.windowId === windowId
      ? ''
      : `, ${within(windowWords(counted.windowId))}`
  return `${name}${of}: ${value}`
}

/** What the plan's text leaves open about a target: the choice in words, the reason, the clause. */
export function openWords(plan: Plan, target: Target): readonly string[] {
  return plan.openParameters
    .filter((open) => concerns(open, target))
    .map(
      (open) =>
        `${capital(chosenWords(open, target.indicator.id))}: ${open.reason} (mục ${open.clause}).`,
    )
}

/** What was chosen where the text is silent: the words of a parameter, or those of the plan itself. */
export function chosenWords({ name, chosen }: OpenParameter, indicator = ''): string {
  return meaningOf(name, chosen, indicator) ?? chosen
}

function concerns({ targets, indicators = [] }: OpenParameter, target: Target): boolean {
  return targets.includes(target.id) || indicators.includes(target.indicator.id)
}
