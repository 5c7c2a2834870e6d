import type { Database } from '#models/database.ts'
import { obligationsOf } from '#models/plans/calendar.ts'
import { extended, keyOf } from '#models/plans/extension.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { recordAction } from '../ledger/actions.ts'
import { extensionsUntil } from '../ledger/extensions.ts'
import { businessDateOf, openStation, type Station } from '../station.ts'
import { type Answer, answer, type Context } from './command.ts'
import { actorOf, type DecideOptions } from './decide.ts'
import { UsageError } from './usage.ts'
import { someWindows, windowOfForm } from './windows.ts'

export interface ExtendOptions extends DecideOptions {
  readonly reporter: string
  readonly window: string
  /** The last day on which the report is in time. */
  readonly until: CalendarDate
}

type Obligation = Database['obligation']

/**
 * Gives a reporter more time for one report, with who and why; from the next build on it is due by then, and whatever had fired resolves.
 *
 * Time that was given is lengthened, never shortened. Only the day that the plan or the schedule asked in the first place takes it back
 * whole: a slip of the pen needs a way out.
 */
export async function extend(
  { site, effects }: Context,
  form: string,
  options: ExtendOptions,
): Promise<Answer> {
  const station = await openStation(site, effects)
  try {
    const { reporter, until, reason } = options
    const window = windowOfForm(options.window, form, station.plan)
    const own = obligation(station, form, { reporter, window })
    const [standing = own] = extended([own], await extensionsUntil(station.ledger.db))
    requireLater(until, lastDay(own), lastDay(standing))
    const actor = actorOf(options)
    const key = keyOf({ form, reporter, window })
    await recordAction(station.ledger.db, {
      ...{ at: station.clock(), actor, kind: 'extend', reason },
      ...{ obligation: key, detail: until },
    })
    const json = { kind: 'extend', form, reporter, window, was: lastDay(standing), until }
    return answer({ ...json, actor, reason }, [
      `extend: ${form} of ${reporter}, ${window}: until ${until} inclusive (was ${lastDay(standing)})`,
      'it shows from the next build on: hoanhap run',
    ])
  } finally {
    await station.close()
  }
}

/** The obligation as the plan or the schedule has it, also of a window that has not closed; what the reporter owes otherwise is listed. */
function obligation(
  station: Station,
  form: string,
  { reporter, window }: Pick<ExtendOptions, 'reporter' | 'window'>,
): Obligation {
  const { plan, reporters } = station
  const all = obligationsOf(plan, reporters, '9999-12-31')
  const own = all.filter(({ reporter_id }) => reporter_id === reporter)
  const found = own.find((each) => each.form === form && each.window_id === window)
  if (found !== undefined) return found
  const owed = own.filter((each) => each.form === form)
  throw new UsageError(
    `no report '${form}' of '${reporter}' for '${window}' is expected; ${nearWords(own, owed, station)}`,
  )
}

function nearWords(
  own: readonly Obligation[],
  owed: readonly Obligation[],
  station: Station,
): string {
  const windows = owed.map(({ window_id }) => window_id)
  if (owed.length > 0) return `its windows: ${someWindows(windows, businessDateOf(station))}`
  if (own.length > 0) return `it sends: ${[...new Set(own.map(({ form }) => form))].join(', ')}`
  return 'reporters are written police:07210, committee:07210, agency:…, facility:…; see hoanhap status'
}

function requireLater(until: CalendarDate, own: CalendarDate, standing: CalendarDate): void {
  if (until > standing || (until === own && standing !== own)) return
  const back = standing === own ? '' : `; --until ${own} takes the extension back`
  throw new UsageError(`it is due by ${standing} already, and time is not shortened${back}`)
}

function lastDay({ due_before }: Obligation): CalendarDate {
  return addDays(due_before, -1)
}
