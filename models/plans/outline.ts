import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { Plan } from './plan.ts'
import { charges } from './tasks.ts'

/** A section as its row stands in a blank report. */
export type SectionRow = Readonly<Record<'section' | 'title', string>>

/**
 * The sections that the plan gives a reporter for the report of a window, its own after everyone's; undefined where the plan has no outline
 * of its own, so that the one of the form stands.
 */
export function sectionsFor(
  { narrative, bodies }: Plan,
  reporter: Pick<Reporter, 'id' | 'kind'>,
  windowId?: string,
): readonly SectionRow[] | undefined {
  if (narrative === undefined) return undefined
  const own = bodies.filter((body) => charges(body, reporter)).map(({ slug }) => slug)
  return ['all', ...own]
    .flatMap((slug) => narrative.sections[slug] ?? [])
    .filter(({ review }) => review === undefined || windowId === undefined || review === windowId)
    .map(({ section, title }) => ({ section, title }))
}
