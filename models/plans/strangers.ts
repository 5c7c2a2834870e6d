import type { PlanText, Sender } from './plan.ts'

/** Agencies and facilities that the plan does not know; police and committees follow from the units. */
export function strangers({ bodies, facilities }: PlanText, at: string, sender: Sender): string[] {
  const [kind, slug] = sender.split(':')
  if (slug === undefined || kind === 'police' || kind === 'committee') return []
  const known =
    kind === 'facility'
      ? facilities.map((each) => each.slug)
      : bodies.filter(({ reportsAs }) => reportsAs === 'agency').map((each) => each.slug)
  return known.includes(slug)
    ? []
    : [`${at}: '${sender}' is no ${kind} of the plan; known: ${known.join(', ')}`]
}
