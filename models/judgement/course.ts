import type { Definition } from '../indicators/indicator.ts'

/**
 * How a figure of the plan's year comes about, which decides how its end is foretold.
 *
 * - `exposed`: events among persons, more of them the longer they are looked at · `entering`: persons who come in, and for whom something
 *   is done once and for all · `standing`: how those stand who are there on the window's last day; it may rise and fall
 */
export type Course = 'exposed' | 'entering' | 'standing'

export const courses: readonly Course[] = ['exposed', 'entering', 'standing']

/** By the population that a definition looks at. */
export function courseOf({ indicator, parameters }: Omit<Definition, 'id'>): Course {
  if (indicator.theme === 'reoffending') return 'exposed'
  return ENTERING.includes(indicator.population(parameters).id) ? 'entering' : 'standing'
}

/** Populations whose subjects come one after the other in the window and stay counted. */
const ENTERING: readonly string[] = ['returned', 'noticed', 'pre_release']
