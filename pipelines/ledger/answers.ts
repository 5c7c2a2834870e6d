import { type Delivery, instantOf, type LedgerDatabase } from './schema.ts'

/** A delivery whose sender is told of its file. */
export type Answerable = Pick<Delivery, 'id' | 'source_name' | 'sha256' | 'received_at'>

/**
 * The deliveries of a connector that wait for their answer, first to last; of several that came under one name only the newest, whose
 * answer would take the place of the others'.
 */
export function unanswered(db: LedgerDatabase, connector: string): Promise<readonly Answerable[]> {
  return newestOf(db, connector)
    .leftJoin('answer as a', 'a.delivery', 'd.id')
    .select(['d.id', 'd.source_name', 'd.sha256', 'd.received_at'])
    .where('a.delivery', 'is', null)
    .where('d.sha256', 'in', (eb) => eb.selectFrom('submission').select('sha256'))
    .orderBy('d.id')
    .execute()
}

/** The deliveries of a connector, by the newest of each name, that were answered and whose file is one of these. */
export function answeredWith(
  db: LedgerDatabase,
  connector: string,
  files: readonly string[],
): Promise<readonly Answerable[]> {
  return newestOf(db, connector)
    .innerJoin('answer as a', 'a.delivery', 'd.id')
    .select(['d.id', 'd.source_name', 'd.sha256', 'd.received_at'])
    .where('d.sha256', 'in', files)
    .orderBy('d.id')
    .execute()
}

/** Of several that came under one name the newest. */
function newestOf(db: LedgerDatabase, connector: string) {
  const newest = db
    .selectFrom('delivery')
    .select((eb) => eb.fn.max('id').as('id'))
    .where('connector', '=', connector)
    .groupBy('source_name')
    .as('newest')
  return db.selectFrom(newest).innerJoin('delivery as d', 'd.id', 'newest.id')
}

/** What a sender was given. */
export interface Answered {
  readonly delivery: number
  /** The reading that he was told of. */
  readonly versions: string
  readonly at: Date
}

/** Enters that senders have been told, all or none. */
export async function recordAnswers(
  db: LedgerDatabase,
  answers: readonly Answered[],
): Promise<void> {
  if (answers.length === 0) return
  const rows = answers.map(({ at, ...answer }) => ({ ...answer, at: instantOf(at) }))
  await db
    .insertInto('answer')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
