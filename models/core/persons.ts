import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from '../database.ts'

/** One row per window and person under management on any day of it, with what the register says at the window's close. */
export function personsManaged(db: Kysely<Database>) {
  return personsAtClose(db).whereRef('p.managed_to', '>', 'w.from_date')
}

/** One row per window and person on the register at the window's close, whenever managed. */
export function personsAtClose(db: Kysely<Database>) {
  return db
    .selectFrom('win as w')
    .innerJoin('person_close as p', 'p.close_id', 'w.close_id')
    .select([
      'w.window_id',
      'w.from_date',
      'w.to_date',
      'p.person as subject',
      'p.sex',
      'p.release_basis',
      'p.received_on',
      'p.counselled_on',
      'p.legal_need',
      'p.legal_on',
      'p.papers_need',
      'p.papers_on',
      'p.job_intro_on',
      'p.employment',
      'p.certificate_on',
      'p.helper_on',
      'p.job_need',
      'p.job_info_on',
      'p.training_need',
      'p.training_on',
      'p.new_job_on',
      'p.credit_advised_on',
      'p.loan_need',
      'p.loan_eligible',
      'p.loan_guided_on',
      'p.loan_listed_on',
      'p.digitised',
      'p.group',
    ])
}

/**
 * The register rows behind each person and window; with `events`, the rows of the list of new offences too: all that is known of the
 * person (`ever`), or without those prosecuted only after the window.
 */
export function personLineage(
  db: Kysely<Database>,
  { events = 'none' }: { readonly events?: 'none' | 'window' | 'ever' } = {},
) {
  const rows = db
    .selectFrom('win as w')
    .innerJoin('person_row as r', 'r.close_id', 'w.close_id')
    .select(['w.window_id', 'r.person as subject', 'r.submission_id', 'r.row'])
  if (events === 'none') return rows
  return rows.unionAll(
    db
      .selectFrom('win as w')
      .innerJoin('event as e', (join) => join.on(sql<SqlBool>`true`))
      .select(['w.window_id', 'e.person as subject', 'e.submission_id', 'e.row'])
      .where((eb) =>
        events === 'ever'
          ? eb.lit(true)
          : eb.or([
              eb('e.prosecuted_on', 'is', null),
              eb('e.prosecuted_on', '<', eb.ref('w.to_date')),
            ]),
      ),
  )
}
