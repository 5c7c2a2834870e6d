import type { Kysely } from 'kysely'
import type { Pace } from '#sources/forms/frequency.ts'
import type { Database } from '../database.ts'

/**
 * Each window `w` with the submission windows `s` that serve it, of forms sent at a pace: the one at its close, or each
 * of its parts. A month is served by no quarterly form.
 */
export function served(db: Kysely<Database>, every: Pace, mode: 'close' | 'each') {
  return db
    .selectFrom('win as w')
    .innerJoin('source_window as s', (join) =>
      join
        .onRef('s.window_id', '=', 'w.window_id')
        .on('s.every', '=', every)
        .on('s.mode', '=', mode),
    )
}
