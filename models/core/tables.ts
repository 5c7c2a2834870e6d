import { type RawBuilder, sql } from 'kysely'
import { type Form, storedFields, tableOf } from '#sources/forms/form.ts'
import { anyForms } from '#sources/forms/index.ts'

type Table = readonly [name: string, columns: string, key?: string]

/** The fixed tables of a generation; the tables of the forms follow from the forms. */
const TABLES: readonly Table[] = [
  [
    'meta',
    'plan text, business_date date, known_until text, code_version text, reference_sha text, key_id text',
  ],
  [
    'unit',
    'unit_id text, code text, name text, level text, type text, parent_id text, valid_from date, valid_to date, map_column bigint, map_row bigint',
    'unit_id',
  ],
  ['succession', 'from_unit text, to_unit text, on_date date, kind text', 'from_unit, to_unit'],
  ['former_province', 'unit_id text, name text', 'unit_id, name'],
  [
    'reporter',
    'reporter_id text, kind text, name text, unit_id text, standing text, valid_from date, valid_to date',
    'reporter_id, unit_id',
  ],
  [
    'win',
    'window_id text, family text, grid text, kind text, from_date date, to_date date, close_id text, year_from date',
    'window_id',
  ],
  [
    'today',
    'unit_id text, today_unit text, kind text, share_num bigint, share_den bigint',
    'unit_id, today_unit',
  ],
  ['heir', 'close_id text, unit_id text, heir_unit text', 'close_id, unit_id'],
  ['unheard', 'close_id text, unit_id text, until date', 'close_id, unit_id'],
  [
    'counted_register',
    'close_id text, submission_id text, unit_id text, until date',
    'close_id, submission_id',
  ],
  ['inside', 'unit_id text, in_unit text, level text', 'unit_id, in_unit'],
  [
    'source_window',
    'form text, mode text, window_id text, source_window_id text',
    'form, mode, window_id, source_window_id',
  ],
  [
    'obligation',
    'plan text, form text, reporter_id text, unit_id text, window_id text, due_before date, basis text, reference text',
    'plan, form, reporter_id, window_id',
  ],
  ['taken', 'form text, sender text', 'form, sender'],
  ['issuer', 'reporter_id text, unit_id text, plan_no text, asked_on date', 'reporter_id, unit_id'],
  [
    'submission',
    'submission_id text, sha256 text, form text, assigned_from text, form_version bigint, reporter_id text, unit_id text, window_id text, revision bigint, nil boolean, outcome text, rows_read bigint, rows_accepted bigint, sheet text, data_to date, document_no text, document_date date, arrived_on date, received_at text, known_from text, known_to text',
    'submission_id',
  ],
  [
    'in_force',
    'form text, reporter_id text, unit_id text, window_id text, submission_id text',
    'form, reporter_id, window_id',
  ],
  [
    'form_column',
    'submission_id text, field text, sheet text, letter text',
    'submission_id, field',
  ],
  [
    'problem',
    'submission_id text, seq bigint, origin text, code text, severity text, sheet text, cell text, field text, masked_value text, facts text',
    'submission_id, origin, seq',
  ],
  ['row_identifier', '"submission_id" text, "row" bigint, identifier text'],
  ['person_link', 'identifier text, person text', 'identifier'],
  ['row_person', 'submission_id text, "row" bigint, person text', 'submission_id, "row"'],
  [
    'model_cover',
    'submission_id text, "row" bigint, unit_id text',
    'submission_id, "row", unit_id',
  ],
  [
    'stay',
    'close_id text, person text, unit_id text, from_date date, to_date date, entry_kind text, arrived_from text, left_reason text, submission_id text, "row" bigint',
    'close_id, person, unit_id, from_date',
  ],
  [
    'person_close',
    'close_id text, person text, managed_unit text, managed_to date, returned_on date, returned_unit text, sex text, birth_year bigint, release_basis text, received_on date, counselled_on date, legal_need boolean, legal_on date, papers_need boolean, papers_on date, job_intro_on date, employment text, certificate_on date, helper_on date, job_need boolean, job_info_on date, training_need boolean, training_on date, new_job_on date, credit_advised_on date, loan_need boolean, loan_eligible boolean, loan_guided_on date, loan_listed_on date, digitised boolean, "group" text',
    'close_id, person',
  ],
  [
    'person_row',
    'close_id text, person text, submission_id text, "row" bigint',
    'close_id, submission_id, "row"',
  ],
  [
    'event',
    'person text, case_ref text, unit_at text, offence_on date, detected_on date, prosecuted_on date, convicted_on date, dropped_on date, seriousness text, submission_id text, "row" bigint',
    'person, case_ref',
  ],
  [
    'reconciliation',
    'kind text, unit_id text, window_id text, field text, left_submission text, left_n bigint, right_submission text, right_n bigint',
    'kind, unit_id, window_id, field',
  ],
  [
    'definition',
    'definition_id text, indicator text, parameters text, finest text',
    'definition_id',
  ],
  [
    'slot',
    'source text, window_id text, unit_id text, reporter_id text, met boolean, withheld bigint',
    'source, window_id, reporter_id',
  ],
  [
    'coverage',
    'sources_id text, window_id text, unit_id text, expected bigint, covered bigint, withheld bigint, unheard boolean',
    'sources_id, window_id, unit_id',
  ],
  [
    'value',
    `definition_id text, map enum('then', 'today'), window_id text, unit_id text, breakdown text, category text, numerator bigint, denominator bigint, basis enum('form', 'register', 'tally'), units_expected bigint, units_covered bigint, rows_withheld bigint, state enum('final', 'provisional'), estimate boolean`,
    'definition_id, map, window_id, unit_id, breakdown, category',
  ],
  [
    'verdict',
    'plan text, target text, window_id text, unit_id text, definition_id text, fact text, code text, strength text, slack bigint, listed boolean, outlook text',
    'plan, target, window_id, unit_id',
  ],
  [
    'finding',
    'rule text, unit_id text, window_id text, subject text, owner text, severity text, left_n bigint, right_n bigint, facts text',
    'rule, unit_id, window_id, subject',
  ],
  [
    'condition',
    'rule text, plan text, target text, unit_id text, cycle text, window_id text, evidence_hash text, facts text',
    'rule, plan, target, unit_id, cycle',
  ],
]

/**
 * Statements that create every table of an empty generation.
 *
 * Keys are not declared as constraints: an index would cost more than the build, and {@link keyChecks} proves them once at the end.
 */
export function createTables(): readonly RawBuilder<unknown>[] {
  return [...TABLES, ...anyForms.map(formTable)].map(([name, columns]) =>
    sql.raw(`create table "${name}" (${columns})`),
  )
}

/** For each table with a key, a query that returns the keys that occur twice; every one must return no row. */
export function keyChecks(): readonly {
  readonly table: string
  readonly query: RawBuilder<unknown>
}[] {
  return [...TABLES, ...anyForms.map(formTable)]
    .filter(([, , key]) => key !== undefined)
    .map(([table, , key]) => ({
      table,
      query: sql.raw(
        `select ${key}, count(*) as n from "${table}" group by ${key} having count(*) > 1 limit 5`,
      ),
    }))
}

/** One query over all of {@link keyChecks}: the tables that hold some key twice. */
export function tablesWithKeysTwice(): RawBuilder<{ readonly name: string }> {
  const each = keyChecks().map(
    ({ table, query }) => sql`select ${sql.lit(table)} as name where exists (${query})`,
  )
  return sql`${sql.join(each, sql` union all `)}`
}

function formTable(form: Form): Table {
  const fields = storedFields(form).map((field) => `"${field}" ${form.columns[field]?.sql}`)
  return [
    tableOf(form),
    ['submission_id text', '"row" bigint', 'unit_id text', ...fields].join(', '),
    'submission_id, "row"',
  ]
}
