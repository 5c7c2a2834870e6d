import { isWindowId, windowOf } from '#sources/vocabulary/window.ts'
import { collectionFlaws } from './collection-flaws.ts'
import { obligationFlaws } from './obligation-flaws.ts'
import type { PlanText } from './plan.ts'
import type { TargetText } from './target.ts'
import { targetFlaws } from './target-flaws.ts'

/**
 * Refuses a plan whose text contradicts itself, the list of indicators or the forms.
 *
 * @throws RangeError with the first flaw as a sentence: the plan, the target, obligation or line, and what is wrong there.
 */
export function refuseFlaws(text: PlanText, targets: readonly TargetText[]): void {
  const [flaw] = [
    ...twice('target', targets),
    ...twice('qualitative target', text.qualitative),
    ...twice('obligation', text.obligations),
    ...twice(
      'task',
      text.bodies.flatMap((body) => body.tasks),
    ),
    ...targetFlaws(text, targets),
    ...reviewFlaws(text),
    ...taskFlaws(text),
    ...obligationFlaws(text),
    ...collectionFlaws(text),
    ...outlineFlaws(text),
  ]
  if (flaw !== undefined) throw new RangeError(`plan '${text.id}'${flaw}`)
}

function twice(kind: string, rows: readonly { readonly id: string }[]): string[] {
  const ids = rows.map((row) => row.id)
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => ` has ${kind} '${id}' twice`)
}

function reviewFlaws({ windows }: PlanText): string[] {
  return (windows.reviews ?? [])
    .filter((review) => windowOf(review.window)?.kind !== 'explicit')
    .map(
      ({ window }) =>
        `, review '${window}': a review runs from one day to another, written 2020-06-15..2026-01-14`,
    )
}

function taskFlaws({ bodies }: PlanText): string[] {
  return bodies
    .flatMap(({ tasks }) => tasks)
    .flatMap(({ id, deadline }) =>
      deadline.kind === 'within' && !isWindowId(deadline.window)
        ? [`, task '${id}': '${deadline.window}' is no window`]
        : [],
    )
}

function outlineFlaws({ narrative, bodies, windows }: PlanText): string[] {
  const known = ['all', ...bodies.map(({ slug }) => slug)]
  const reviews = (windows.reviews ?? []).map(({ window }) => window)
  return Object.entries(narrative?.sections ?? {}).flatMap(([slug, sections]) => [
    ...(known.includes(slug) ? [] : [`, narrative: '${slug}' is no body of the plan`]),
    ...sections
      .filter(({ review }) => review !== undefined && !reviews.includes(review))
      .map(
        ({ section, review }) =>
          `, narrative, section '${section}': '${review}' is none of the plan's reviews`,
      ),
  ])
}
