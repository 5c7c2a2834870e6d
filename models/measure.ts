import { expressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely'
import { managed } from './core/managed.ts'
import { noticed } from './core/noticed.ts'
import type { Population, PopulationRow } from './core/population.ts'
import { returned } from './core/returned.ts'
import type { Database } from './database.ts'
import type { Definition, Measure, Source } from './indicators/indicator.ts'

/** Populations that reconciliation compares, whatever a plan measures. */
const RECONCILED: readonly Population[] = [noticed, returned, managed('prosecuted')]

const p = expressionBuilder<{ p: PopulationRow }, 'p'>()

/**
 * From definitions to values, in five kinds of statement: one view per population, one coverage per set of sources, one fused
 * aggregation per population, the values with their levels, and one view of contributions per definition.
 *
 * All indicators of one population are measured in one pass over it; one statement each costs about twice as much. Views take no
 * parameters, so `db` must be one that writes values into the text.
 */
export function measure(
  db: Kysely<Database>,
  definitions: readonly Definition[],
): readonly RawBuilder<unknown>[] {
  const measured = definitions.map((definition) => ({
    definition,
    population: populationOf(definition),
    sources: sourcesOf(definition),
  }))
  const populations = [...groupBy(measured, (one) => one.population.id).values()]
  const views = new Map(
    [...RECONCILED, ...measured.map((one) => one.population)].map((one) => [one.id, one]),
  )
  const sources = groupBy(measured, sourcesIdOf)
  return [
    ...[...views.values()].map((population) => createPopulation(db, population)),
    ...[...sources.values()].map(([first]) => coverageOf(first as Measured)),
    ...populations.map((ones) => aggregate(ones)),
    ...measured.map(({ definition }) => declare(definition)),
    ...valuesOf(measured),
    ...measured.map((one) => createContribution(db, one)),
  ]
}

interface Measured {
  readonly definition: Definition
  readonly population: Population
  readonly sources: readonly Source[]
}

/** The name of a definition's view of contributions: `contribution_reoffending_rate_1a2b3c4d`. */
export function contributionOf(definition: Definition): string {
  return `contribution_${definition.id.replaceAll(/[-/]/g, '_')}`
}

function populationOf({ indicator, parameters }: Definition): Population {
  return indicator.population(parameters)
}

function sourcesOf({ indicator, parameters }: Definition): readonly Source[] {
  return indicator.sources(parameters)
}

/** Definitions with equal ids share one coverage; one that needs no submission has its own. */
function sourcesIdOf({ definition, sources }: Pick<Measured, 'definition' | 'sources'>): string {
  return sources.map((s) => `${s.form}.${s.mode}.${s.from}`).join('+') || definition.id
}

function coverageOf(one: Measured): RawBuilder<unknown> {
  return one.sources.length === 0 ? coverAll(one) : cover(sourcesIdOf(one), one.sources)
}

/** A figure about reports needs none: it covers every reporter of whom it expects some. */
function coverAll(one: Measured): RawBuilder<unknown> {
  const reporters = sql`count(distinct p.reporter) filter (where ${inDenominator(one.definition)} > 0)`
  return sql`
    insert into coverage
    select ${sql.lit(sourcesIdOf(one))}, p.window_id, p.unit_id, ${reporters} as expected, expected, 0
    from ${sql.ref(`pop_${one.population.id}`)} as p
    group by p.window_id, p.unit_id
    having expected > 0`
}

function createPopulation(db: Kysely<Database>, population: Population): RawBuilder<unknown> {
  return sql`create view ${sql.ref(`pop_${population.id}`)} as ${population.rows(db)}`
}

/**
 * Per window and unit: reporters expected, reporters whose every needed submission is in force, rows withheld in those.
 *
 * A window in which some needed form has no submission of its own (a quarterly form in a month) is served by none: no value exists there.
 * A commune is one slot however many of its reporters are needed; at the province each agency or facility is one. Without the
 * province's own submissions nobody is covered. Rows withheld from those may be anyone's: the province expects nothing there, bears them,
 * and makes every commune's figure provisional.
 */
function cover(id: string, sources: readonly Source[]): RawBuilder<unknown> {
  const own = sources.filter((source) => source.from === 'unit')
  const gates = own.length === 0 ? [] : sources.filter((source) => source.from === 'province')
  const slots = (own.length === 0 ? sources : own).map(slotsOf)
  const gate =
    gates.length === 0
      ? sql`true`
      : sql`s.window_id in (${sql.join(
          gates.map(
            (source) =>
              sql`select window_id from (${slotsOf(source)}) group by window_id having bool_and(met)`,
          ),
          sql` intersect `,
        )})`
  const withheldByGates = sql.join(
    gates.map(
      (source) => sql`
      union all
      select window_id, unit_id, 0, 0, sum(withheld)
      from (${slotsOf(source)})
      where window_id in (select window_id from whole)
      group by window_id, unit_id`,
    ),
    sql` `,
  )
  return sql`
    insert into coverage
    with needed as (
      ${sql.join(slots, sql` union all `)}
    ), slot as (
      select window_id, unit_id, reporter_id, bool_and(met) as met, sum(withheld) as withheld from needed group by all
    ), whole as (
      select window_id, unit_id from needed group by all having count(distinct form) = ${sql.lit(slots.length)}
    ), counted as (
      select s.window_id, s.unit_id,
        case when u.level = 'commune' then 1 else count(*) end as expected,
        case when not ${gate} then 0 when u.level = 'commune' then bool_and(s.met)::int else count(*) filter (where s.met) end as covered,
        sum(s.withheld) as withheld
      from slot s join whole using (window_id, unit_id) join unit u on u.unit_id = s.unit_id
      group by s.window_id, s.unit_id, u.level${withheldByGates}
    )
    select ${sql.lit(id)}, window_id, unit_id, sum(expected)::bigint, sum(covered)::bigint, sum(withheld)::bigint
    from counted group by window_id, unit_id`
}

function slotsOf(source: Source): RawBuilder<unknown> {
  const [met, withheld] =
    source.mode === 'since'
      ? [sql`bool_or`, sql`arg_max(b.rows_read - b.rows_accepted, s.to_date)`]
      : [sql`bool_and`, sql`sum(b.rows_read - b.rows_accepted)`]
  return sql`
    select w.window_id, r.unit_id, o.reporter_id, o.form, ${met}(i.submission_id is not null) as met,
      coalesce(${withheld}, 0) as withheld
    from source_window w
    join win s on s.window_id = w.source_window_id
    join obligation o on o.window_id = w.source_window_id and o.form = ${sql.lit(source.form)}
    join reporter r on r.reporter_id = o.reporter_id and r.standing = 'obliged'
    left join in_force i on i.form = o.form and i.reporter_id = o.reporter_id and i.window_id = o.window_id
    left join submission b on b.submission_id = i.submission_id
    where w.every = ${sql.lit(source.every)} and w.mode = ${sql.lit(source.mode)}
    group by all`
}

/** One pass over a population: two sums per definition, in all and by each breakdown. */
function aggregate(ones: readonly Measured[]): RawBuilder<unknown> {
  const { population } = ones[0] as Measured
  const by = population.breakdowns.map((column) => sql.ref(`p.${column}`))
  const sums = ones.flatMap(({ definition }, n) => [
    sql`sum(${inNumerator(definition)})::bigint as ${sql.ref(`n${n}`)}`,
    sql`sum(${inDenominator(definition)})::bigint as ${sql.ref(`d${n}`)}`,
  ])
  const pairs = ones.map(
    ({ definition }, n) =>
      sql`{definition_id: ${sql.lit(definition.id)}, numerator: ${sql.ref(`n${n}`)}, denominator: ${sql.ref(`d${n}`)}}`,
  )
  const sets = [
    sql`(p.window_id, p.unit_id)`,
    ...by.map((c) => sql`(p.window_id, p.unit_id, ${c})`),
  ]
  const breakdown = by.map(
    (c, n) => sql`when grouping(${c}) = 0 then ${sql.lit(population.breakdowns[n])}`,
  )
  const category = by.map((c) => sql`when grouping(${c}) = 0 then coalesce(${c}, '')`)
  const named =
    by.length === 0
      ? sql`'' as breakdown, '' as category`
      : sql`case ${sql.join(breakdown, sql` `)} else '' end as breakdown, case ${sql.join(category, sql` `)} else '' end as category`
  return sql`
    insert into owned
    select m.definition_id, window_id, unit_id, breakdown, category, m.numerator, m.denominator
    from (
      select window_id, unit_id, breakdown, category, unnest([${sql.join(pairs)}]) as m
      from (
        select p.window_id, p.unit_id, ${named}, ${sql.join(sums)}
        from ${sql.ref(`pop_${population.id}`)} as p
        group by grouping sets (${sql.join(sets)})
      )
    )`
}

function inDenominator({ indicator, parameters }: Definition): RawBuilder<unknown> {
  return asNumber(indicator.denominator(parameters))
}

/** A subject counts in the numerator only if it counts in the denominator. */
function inNumerator({ indicator, parameters }: Definition): RawBuilder<unknown> {
  const denominator = indicator.denominator(parameters)
  const numerator = indicator.numerator(parameters)
  if ('sum' in denominator || 'sum' in numerator) return asNumber(numerator)
  return sql`case when ${denominator.count(p)} and ${numerator.count(p)} then 1 else 0 end`
}

function asNumber(measure: Measure): RawBuilder<unknown> {
  return 'sum' in measure
    ? sql`coalesce(${measure.sum(p)}, 0)`
    : sql`case when ${measure.count(p)} then 1 else 0 end`
}

function declare(definition: Definition): RawBuilder<unknown> {
  const parameters = JSON.stringify(
    Object.fromEntries(Object.entries(definition.parameters).sort()),
  )
  return sql`
    insert into definition values (${sql.lit(definition.id)}, ${sql.lit(definition.indicator.id)}, ${sql.lit(parameters)},
      ${sql.lit(definition.indicator.finest)})`
}

/**
 * Values of the covered communes and of the province, which is the sum over its covered owners, agencies of the province included.
 *
 * A unit that is not covered has no value; a province has one as soon as one unit is covered, and says how many are.
 */
function valuesOf(measured: readonly Measured[]): readonly RawBuilder<unknown>[] {
  const rows = measured.map(
    (one) =>
      sql`(${sql.lit(one.definition.id)}, ${sql.lit(sourcesIdOf(one))}, ${sql.lit(one.definition.indicator.basis)})`,
  )
  const kept = sql`
    with wanted (definition_id, sources_id, basis) as (values ${sql.join(rows)}),
    own as (
      select d.definition_id, d.basis, c.window_id, c.unit_id, u.level, u.parent_id,
        coalesce(o.breakdown, '') as breakdown, coalesce(o.category, '') as category,
        coalesce(o.numerator, 0) as numerator, coalesce(o.denominator, 0) as denominator,
        c.expected, c.covered, c.withheld, c.withheld + coalesce(g.withheld, 0) = 0 as whole
      from wanted d
      join coverage c on c.sources_id = d.sources_id
      join unit u on u.unit_id = c.unit_id
      left join coverage g on g.sources_id = c.sources_id and g.window_id = c.window_id and g.unit_id = u.parent_id and g.expected = 0
      left join owned o on o.definition_id = d.definition_id and o.window_id = c.window_id and o.unit_id = c.unit_id
    )`
  return [
    sql`
      insert into value
      ${kept}
      select definition_id, 'then', window_id, unit_id, breakdown, category, numerator, denominator, basis,
        expected, covered, withheld, case when whole then 'final' else 'provisional' end, false
      from own
      where level = 'commune' and covered = expected`,
    sql`
      insert into value
      ${kept},
      province as (
        select definition_id, basis, window_id, case when level = 'commune' then parent_id else unit_id end as unit_id,
          breakdown, category, numerator, denominator, covered >= expected or level <> 'commune' as counts
        from own
      ), reach as (
        select d.definition_id, c.window_id, case when u.level = 'commune' then u.parent_id else u.unit_id end as unit_id,
          sum(c.expected)::bigint as expected, sum(c.covered)::bigint as covered, sum(c.withheld)::bigint as withheld
        from wanted d
        join coverage c on c.sources_id = d.sources_id
        join unit u on u.unit_id = c.unit_id
        group by all
      )
      select p.definition_id, 'then', p.window_id, p.unit_id, p.breakdown, p.category,
        sum(p.numerator)::bigint, sum(p.denominator)::bigint, p.basis, r.expected, r.covered, r.withheld,
        case when r.covered = r.expected and r.withheld = 0 then 'final' else 'provisional' end, false
      from province p
      join reach r on r.definition_id = p.definition_id and r.window_id = p.window_id and r.unit_id = p.unit_id
      where p.counts and r.covered > 0
      group by p.definition_id, p.window_id, p.unit_id, p.breakdown, p.category, p.basis, r.expected, r.covered, r.withheld`,
  ]
}

/** The same predicates, unaggregated: who counts where, and the rows behind each, of the forms that the figure rests on. */
function createContribution(db: Kysely<Database>, one: Measured): RawBuilder<unknown> {
  const { definition, population, sources } = one
  const forms = sources.map((source) => sql.lit(source.form))
  const own =
    forms.length === 0
      ? sql`select * from ${population.lineage(db)}`
      : sql`select l.* from ${population.lineage(db)} as l semi join submission s on s.submission_id = l.submission_id and s.form in (${sql.join(forms)})`
  return sql`
    create view ${sql.ref(contributionOf(definition))} as
    select p.window_id, p.unit_id, '' as category, p.subject,
      ${inNumerator(definition)} as in_num, ${inDenominator(definition)} as in_den, l.submission_id, l."row"
    from ${sql.ref(`pop_${population.id}`)} as p
    left join (${own}) as l on l.window_id = p.window_id and l.subject = p.subject`
}

function groupBy<T>(
  items: readonly T[],
  key: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const at = key(item)
    const group = groups.get(at)
    if (group === undefined) groups.set(at, [item])
    else group.push(item)
  }
  return groups
}
