import type { Kysely } from 'kysely'
import type { Database } from '../database.ts'

/**
 * Each window `w` with the submission windows `s` of a form that serve it, at the pace at which the plan takes the form: the one at its
 * close, or each of its parts. A month is served by no quarterly form.
 */
export function served(db: Kysely<Database>, form: string, mode: 'close' | 'each') {
  return db
    .selectFrom('win as w')
    .innerJoin('source_window as s', (join) =>
      join.onRef('s.window_id', '=', 'w.window_id').on('s.form', '=', form).on('s.mode', '=', mode),
    )
}
