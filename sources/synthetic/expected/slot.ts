import { addDays, type Period } from '../calendar.ts'
import { covers } from '../mail/due.ts'
import type { Reporter } from '../terms.ts'
import type { Known } from './known.ts'
import { closing, since, telling, within } from './source.ts'
import { withheldIn } from './submission.ts'

/** What one reporter owes a figure in a window. */
export interface Slot {
  readonly reporter: string
  readonly unitId: string
  readonly met: boolean
  readonly withheld: number
}

/** Which submissions of a form a window needs, and how many rows were withheld in them; null where the window is served by none. */
export type Needed = (known: Known, window: Period) => readonly Slot[] | null

/** The report at the window's close. */
export function atClose(form: string): Needed {
  return (known, window) => slotsOf(known, form, window, oneOf(closing(known, form, window)))
}

/** The commune's register at the window's close. */
export const register: Needed = atClose('returnee-register')

/** Every report of the window's parts. */
export function ofEach(form: string): Needed {
  return (known, window) => slotsOf(known, form, window, within(known, form, window))
}

/** The report of just these days. */
export function ofItself(form: string): Needed {
  return (known, window) => slotsOf(known, form, window, oneOf(telling(known, form, window)))
}

/** A list that is sent whole each time: one of the window's close or later in the year; of several the newest counts. */
export function newestOf(form: string): Needed {
  return (known, window) => {
    const sent = since(known, form, window)
    const slots = slotsOf(known, form, window, sent)
    return (
      slots &&
      [...new Set(slots.map(({ reporter }) => reporter))].map((reporter) => {
        const own = slots.filter((slot) => slot.reporter === reporter)
        const last = own.findLast(({ met }) => met) ?? (own[0] as Slot)
        return { ...last, withheld: last.met ? last.withheld : 0 }
      })
    )
  }
}

function oneOf(window: Period | undefined): readonly Period[] {
  return window === undefined ? [] : [window]
}

function slotsOf(
  known: Known,
  form: string,
  of: Period,
  windows: readonly Period[],
): readonly Slot[] | null {
  if (windows.length === 0) return null
  return windows.flatMap((window) =>
    askedFor(known, form, window).map(({ id, unitId }) => {
      const sent = known.inForce(form, id, window.id)
      return {
        reporter: id,
        unitId: known.heirIn(unitId, of),
        met: sent !== null,
        withheld: sent === null ? 0 : withheldIn(sent),
      }
    }),
  )
}

/** Of those who are asked for a form whoever must send it; where nobody must, all of them. */
function askedFor(known: Known, form: string, window: Period): readonly Reporter[] {
  const all = senders(known, form, window)
  const obliged = all.filter(({ standing }) => standing === 'obliged')
  return obliged.length > 0 ? obliged : all
}

/** Whoever the schedule asks for a form of a window; where it asks nobody and somebody sent one, all who may. */
function senders(known: Known, form: string, window: Period): readonly Reporter[] {
  const { plan, reporters } = known
  const there = reporters.filter((reporter) => isThere(reporter, window))
  const lines = plan.collection.filter((line) => line.form === form)
  if (lines.length > 0)
    return there.filter(({ id }) =>
      lines.some(
        ({ by, since: from }) => covers(by, id) && (from === undefined || window.to > from),
      ),
    )
  if (known.allOf(form, window.id).length === 0) return []
  return there.filter(({ id }) =>
    (plan.taken ?? []).some((line) => line.form === form && covers(line.by, id)),
  )
}

/** Whether the reporter reports on the window's last day: for another unit it is another one. */
export function isThere({ from, to }: Reporter, window: Pick<Period, 'to'>): boolean {
  const last = addDays(window.to, -1)
  return (from === undefined || from <= last) && (to === undefined || last < to)
}
