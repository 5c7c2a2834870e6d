import type { Transaction } from 'kysely'
import {
  type Delivery,
  type Instant,
  instantOf,
  type LedgerDatabase,
  type LedgerTables,
} from './schema.ts'

export interface Arrival {
  readonly connector: string
  readonly sourceName: string
  readonly sha256: string
  readonly bytes: number
  readonly at: Date
  readonly stamp?: string | null
}

/**
 * Enters an arrival whose bytes are in the vault; on disk when it resolves. Other bytes that lay under the same name are gone by it.
 *
 * Gives the id of the delivery and whether these bytes came for the first time.
 */
export async function recordDelivery(
  db: LedgerDatabase,
  arrival: Arrival,
): Promise<{ readonly id: number; readonly isNewFile: boolean }> {
  return db.transaction().execute((tx) => deliveryWithin(tx, arrival))
}

/** {@link recordDelivery} together with what it came of. */
export async function deliveryWithin(
  tx: Transaction<LedgerTables>,
  { connector, sourceName, sha256, bytes, at, stamp = null }: Arrival,
): Promise<{ readonly id: number; readonly isNewFile: boolean }> {
  const received_at = instantOf(at)
  const file = await tx
    .insertInto('file')
    .values({ sha256, bytes, first_received_at: received_at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  await tx
    .updateTable('delivery')
    .set({ gone_at: received_at })
    .where('connector', '=', connector)
    .where('source_name', '=', sourceName)
    .where('gone_at', 'is', null)
    .execute()
  const { id } = await tx
    .insertInto('delivery')
    .values({ connector, source_name: sourceName, sha256, received_at, stamp })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, isNewFile: file.numInsertedOrUpdatedRows === 1n }
}

/** The connector knows that the bytes are safe. */
export async function acknowledge(db: LedgerDatabase, id: number, at: Date): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ acked_at: instantOf(at) })
    .where('id', '=', id)
    .where('acked_at', 'is', null)
    .execute()
}

/** What an arrival is called whose name told of a person. */
export function hiddenName(id: number): string {
  return `purged-${id}`
}

/** Takes their names from arrivals whose names told of a person; what lies there under that name is a new arrival afterwards. */
export async function hideNames(db: LedgerDatabase, ids: readonly number[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const id of ids) {
      await tx
        .updateTable('delivery')
        .set({ source_name: hiddenName(id) })
        .where('id', '=', id)
        .execute()
    }
  })
}

/** The bytes of a delivery were looked at again under another stamp and were the same. */
export async function restamp(db: LedgerDatabase, id: number, stamp: string | null): Promise<void> {
  await db.updateTable('delivery').set({ stamp }).where('id', '=', id).execute()
}

/** What a connector listed when last looked at, by name. */
export async function lyingDeliveries(
  db: LedgerDatabase,
  connector: string,
): Promise<ReadonlyMap<string, Delivery>> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where('connector', '=', connector)
    .where('gone_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.source_name, row]))
}

/** Deliveries that a connector lists no more: the same bytes under the same name are a new arrival from now on. */
export async function markGone(
  db: LedgerDatabase,
  ids: readonly number[],
  at: Date,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const id of ids) {
      await tx
        .updateTable('delivery')
        .set({ gone_at: instantOf(at) })
        .where('id', '=', id)
        .execute()
    }
  })
}

/** True when a workbook lies there whose name differs in its ending alone, `a.xlsm` beside `a.xlsx`: their answers bear one name, too. */
export async function hasTwin(
  db: LedgerDatabase,
  connector: string,
  name: string,
): Promise<boolean> {
  const bare = name.replace(/\.xls[xm]$/i, '')
  const row = await db
    .selectFrom('delivery')
    .select('id')
    .where('connector', '=', connector)
    .where('gone_at', 'is', null)
    .where(
      'source_name',
      'in',
      ['xlsx', 'xlsm', 'XLSX', 'XLSM'].map((end) => `${bare}.${end}`),
    )
    .where('source_name', '!=', name)
    .executeTakeFirst()
  return row !== undefined
}

/** When the last file arrived; null when none has. */
export async function lastArrival(db: LedgerDatabase): Promise<Instant | null> {
  const row = await db
    .selectFrom('delivery')
    .select((eb) => eb.fn.max('received_at').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}

/** All arrivals of some bytes, first to last. */
export function deliveriesOf(db: LedgerDatabase, sha256: string): Promise<readonly Delivery[]> {
  return db.selectFrom('delivery').selectAll().where('sha256', '=', sha256).orderBy('id').execute()
}
