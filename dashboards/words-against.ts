import { slackOf } from '#models/judgement/fact.ts'
import type { Goal, Ratio, Target } from '#models/plans/target.ts'
import { count, goalWords } from './words-figures.ts'

/** How far from the goal, in whole cases: `còn thiếu 8 người …`, `thấp hơn mức tối đa … là 26 người`. */
export function againstGoal(
  target: Target,
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
): string {
  const { counted } = target.indicator
  const slack = slackOf(target, numerator, denominator)
  const goal = goalWords(target)
  if ('below' in target) {
    const most = `mức tối đa của chỉ tiêu (${goal})`
    if (slack === 0) return `bằng ${most}`
    return slack < 0
      ? `vượt ${most} là ${count(-slack)} ${counted}`
      : `thấp hơn ${most} là ${count(slack)} ${counted}`
  }
  if ('between' in target)
    return againstRange(target.between, { numerator, denominator, slack }, counted)
  if (slack < 0) return `còn thiếu ${count(-slack)} ${counted} so với chỉ tiêu ${goal}`
  if ('all' in target) return `đủ ${goal}`
  return slack === 0
    ? `vừa đủ chỉ tiêu ${goal}`
    : `vượt chỉ tiêu ${goal} là ${count(slack)} ${counted}`
}

/** A range is missed below its lower end alone; above its upper end it is exceeded. */
function againstRange(
  between: readonly [Ratio, Ratio],
  of: { readonly numerator: number; readonly denominator: number; readonly slack: number },
  counted: string,
): string {
  const goal = goalWords({ between })
  if (of.slack < 0)
    return `còn thiếu ${count(-of.slack)} ${counted} so với mức thấp nhất của chỉ tiêu (${goal})`
  return isBeyond(between, of)
    ? `vượt mức cao nhất của chỉ tiêu (${goal})`
    : `trong khoảng của chỉ tiêu (${goal})`
}

function isBeyond(
  [, [num, den]]: readonly [Ratio, Ratio],
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
): boolean {
  return numerator * den > num * denominator
}

/** Whether a figure lies above the upper end of a range: that is more than was promised. */
export function exceeds(
  goal: Goal,
  measured: { readonly numerator: number; readonly denominator: number } | null,
): boolean {
  return measured !== null && 'between' in goal && isBeyond(goal.between, measured)
}

export const beyondRange = 'Đạt – vượt chỉ tiêu'
