import type { Extension } from '#models/plans/extension.ts'
import { type CalendarDate, isCalendarDate } from '#sources/vocabulary/date.ts'
import type { ReporterId } from '#sources/vocabulary/reporter.ts'
import { actionsUntil } from './actions.ts'
import type { Action, Instant, LedgerDatabase } from './schema.ts'

/** The extensions that were given until an instant (inclusive), in order; the last of an obligation decides. */
export async function extensionsUntil(
  db: LedgerDatabase,
  until?: Instant,
): Promise<readonly Extension[]> {
  const actions = await actionsUntil(db, until)
  return actions.filter(({ kind }) => kind === 'extend').map(extensionBy)
}

function extensionBy({ id, obligation, detail }: Action): Extension {
  const [form = '', reporter = '', window = '', ...rest] = (obligation ?? '').split(' ')
  if (window === '' || rest.length > 0 || !isCalendarDate(detail ?? '')) {
    throw new Error(
      `action ${id} of the ledger extends nothing that can be read; restore the ledger from its copy`,
    )
  }
  return { form, reporter: reporter as ReporterId, window, until: detail as CalendarDate }
}
