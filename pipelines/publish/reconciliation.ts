import type { ReconciliationView } from '#dashboards/views.ts'
import { noticedIn, returnedIn } from './people.ts'
import type { Snapshot } from './snapshot.ts'

/** Two sources of one number that differ in some commune in a window: what each says of the province, and in how many they differ. */
export async function reconciliations(
  snapshot: Snapshot,
  windowId: string,
): Promise<readonly ReconciliationView[]> {
  const { db, provinceId } = snapshot
  const whole: Readonly<Record<string, readonly [number | null, number | null]>> = {
    'notices-returns': [
      noticedIn(snapshot, windowId, provinceId),
      returnedIn(snapshot, windowId, provinceId),
    ],
  }
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
  return rows.map(({ kind, left, right, units }) => {
    const [ofLeft, ofRight] = whole[kind] ?? []
    return { kind, windowId, left: ofLeft ?? left, right: ofRight ?? right, units }
  })
}
