import { planYearOf, windowOf } from '#sources/vocabulary/window.ts'
import type { Due, PlanText } from './plan.ts'
import { strangers } from './strangers.ts'

/** What is wrong with whom the text obliges to what until when, as the ends of sentences that begin with the plan. */
export function obligationFlaws(text: PlanText): readonly string[] {
  const { date } = text.document
  return text.obligations.flatMap(({ id, who, except, dues, when }) => {
    const at = `, obligation '${id}'`
    return [
      ...[...who, ...except].flatMap((sender) => strangers(text, at, sender)),
      ...((dues.length === 0) === (when === undefined)
        ? [`${at}: it has either days or a word for when it is due, and not both`]
        : []),
      ...dues
        .filter(({ before }) => date !== null && before <= date)
        .map(
          ({ before }) =>
            ` of ${date} obliges '${id}' before ${before}: no obligation precedes its plan`,
        ),
      ...dues.flatMap((due) => dueFlaws(text, at, due)),
    ]
  })
}

function dueFlaws(text: PlanText, at: string, { window, foldedInto, cutOff, before, within }: Due) {
  const late = windowOf(within ?? '')
  return [
    ...(cutOff !== null && before <= cutOff
      ? [`${at}: due before ${before}, but its data run to ${cutOff}`]
      : []),
    ...(within !== undefined && late?.to !== before
      ? [`${at}: due within '${within}' is due before the day after it, not before ${before}`]
      : []),
    ...(window === null ? [] : windowFlaws(text, at, window, before)),
    ...(foldedInto === undefined ? [] : windowFlaws(text, at, foldedInto, before)),
  ]
}

function windowFlaws({ windows, years }: PlanText, at: string, id: string, before: string) {
  const found = windowOf(id)
  if (found === undefined) return [`${at}: '${id}' is no window`]
  if (found.kind === 'explicit' && !(windows.reviews ?? []).some((each) => each.window === id))
    return [`${at}: '${id}' is none of the plan's reviews`]
  if (found.kind !== 'explicit' && found.family !== windows.family)
    return [
      `${at}: window '${id}' is of family '${found.family}', the plan's are of '${windows.family}'`,
    ]
  if (found.kind !== 'explicit' && !years.includes(planYearOf(found)))
    return [`${at}: window '${id}' lies in none of the plan's years (${years.join(', ')})`]
  return before < found.to
    ? [
        `${at}: due before ${before}, but its window '${id}' ends only with the day before ${found.to}`,
      ]
    : []
}
