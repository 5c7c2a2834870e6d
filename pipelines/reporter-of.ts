import { addDays } from '#sources/vocabulary/date.ts'
import { isReporterOn, type Reporter } from '#sources/vocabulary/reporter.ts'
import { windowOf } from '#sources/vocabulary/window.ts'

/**
 * The reporter of an id: the one on the last day of a window, since an id may be another unit's at another time; the newest where no
 * window is known, or nobody bore the id then. Undefined for an id of nobody.
 */
export function reporterOf(
  reporters: readonly Reporter[],
  id: string | null | undefined,
  windowId: string | null | undefined,
): Reporter | undefined {
  const own = reporters.filter((each) => each.id === id)
  const to = windowOf(windowId ?? '')?.to
  const then =
    to === undefined ? undefined : own.find((each) => isReporterOn(each, addDays(to, -1)))
  return then ?? own.at(-1)
}
