import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'

/**
 * Each window `w` with the submission windows `s` that serve it, of forms sent every month or quarter: the one at its close, or each
 * of its parts. A month is served by no quarterly form.
 */
export function served(db: Kysely<Database>, every: 'month' | 'quarter', mode: 'close' | 'each') {
  return db
    .selectFrom('win as w')
    .innerJoin('source_window as s', (join) =>
      join
        .onRef('s.window_id', '=', 'w.window_id')
        .on('s.every', '=', every)
        .on('s.mode', '=', mode),
    )
}
