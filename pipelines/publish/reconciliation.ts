import type { ReconciliationView } from '#dashboards/views.ts'
import type { Snapshot } from './snapshot.ts'

/** Differences between two sources of one number in a window, summed over the communes. */
export async function reconciliations(
  { db }: Snapshot,
  windowId: string,
): Promise<readonly ReconciliationView[]> {
  const rows = await db
    .selectFrom('reconciliation')
    .select((eb) => [
      'kind',
      eb.fn.sum<number>('left_n').as('left'),
      eb.fn.sum<number>('right_n').as('right'),
      eb.fn.count<number>('unit_id').distinct().as('units'),
    ])
    .where('window_id', '=', windowId)
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  return rows.map(({ kind, left, right, units }) => ({ kind, windowId, left, right, units }))
}
