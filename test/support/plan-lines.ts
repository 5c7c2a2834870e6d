import type { Plan } from '#models/plans/plan.ts'
import type { Target } from '#models/plans/target.ts'

/** `=`, `< 3/100`, `>= 70/100`, `20/100–25/100`. */
export function goalOf(target: Target): string {
  if ('all' in target) return '='
  if ('below' in target) return `< ${target.below.join('/')}`
  if ('atLeast' in target) return `>= ${target.atLeast.join('/')}`
  return target.between.map((end) => end.join('/')).join('–')
}

/** `T02 II.2 reoffending-rate < 3/100 district commune`; `~` for "phấn đấu", the deadline where it is no year. */
export function targetLine(target: Target): string {
  const { id, clause, indicator, striving, alsoAt, deadline } = target
  const until = deadline.kind === 'roadmap' ? [`lộ trình ${deadline.of}`] : []
  return [
    id,
    clause,
    indicator.id,
    goalOf(target),
    ...(striving ? ['~'] : []),
    ...alsoAt,
    ...until,
  ].join(' ')
}

/** `III.1 5`: the clause of each body and how many tasks it has. */
export function bodyLines(plan: Plan): readonly string[] {
  return plan.bodies.map(({ clause, tasks }) => `${clause} ${tasks.length}`)
}

/** `III.2.3 within cal:2022-08`: the tasks with a deadline. */
export function deadlineLines(plan: Plan): readonly string[] {
  return plan.bodies
    .flatMap(({ tasks }) => tasks)
    .filter(({ deadline }) => deadline.kind !== 'unstated')
    .map(({ id, deadline }) => [id, ...Object.values(deadline).map(String)].join(' '))
}

/** Reporters of standing and what they are. */
export function standings(plan: Plan): Readonly<Record<'requested' | 'silent', readonly string[]>> {
  return {
    requested: plan.bodies
      .filter(({ standing }) => standing === 'requested')
      .map(({ clause, slug }) => `${clause} ${slug}`),
    silent: plan.bodies
      .filter(({ reportsAs }) => reportsAs === 'nobody')
      .map(({ clause }) => clause),
  }
}

/** `support-model month committee`: form, pace and senders of each line of the schedule. */
export function collectionLines(plan: Plan): readonly string[] {
  return plan.collection.map(({ form, every, by }) => [form, every, ...by].join(' '))
}
