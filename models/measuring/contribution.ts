import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { Definition } from '../indicators/indicator.ts'
import { type Figure, inDenominator, inNumerator, viewOf } from './figure.ts'

/** The name of a definition's view of contributions: `contribution_reoffending_rate_1a2b3c4d`. */
export function contributionOf(definition: Definition): string {
  return `contribution_${definition.id.replaceAll(/[-/]/g, '_')}`
}

/** The same predicates, unaggregated: who counts where, and the rows behind each, of the forms that the figure rests on. */
export function createContribution(db: Kysely<Database>, one: Figure): RawBuilder<unknown> {
  const { definition, population, sources } = one
  const forms = sources.map((source) => sql.lit(source.form))
  const own =
    forms.length === 0
      ? sql`select * from ${population.lineage(db)}`
      : sql`select l.* from ${population.lineage(db)} as l semi join submission s on s.submission_id = l.submission_id and s.form in (${sql.join(forms)})`
  const apart =
    population.apart === undefined ? sql`` : sql` where p.${sql.ref(population.apart)} is null`
  return sql`
    create view ${sql.ref(contributionOf(definition))} as
    select p.window_id, p.unit_id, '' as category, p.subject,
      ${inNumerator(definition)} as in_num, ${inDenominator(definition)} as in_den, l.submission_id, l."row"
    from ${viewOf(population)} as p
    left join (${own}) as l on l.window_id = p.window_id and l.subject = p.subject${apart}`
}
