import type { RawBuilder } from 'kysely'
import { inForceViews, putInForce } from '#models/core/in-force.ts'
import { coverModels } from '#models/core/model-cover.ts'
import { createTables } from '#models/core/tables.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { sqlText } from '#pipelines/warehouse/dialect.ts'
import type { Engine } from '#pipelines/warehouse/engine.ts'
import { loadReference } from '#pipelines/warehouse/load.ts'
import { places } from '#sources/reference/places.ts'
import { committeeOf, policeOf, type Reporter, reporterId } from '#sources/vocabulary/reporter.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'
import { windowsOf } from '#sources/vocabulary/window.ts'

/** All communes of 30/4/2026, and the persons on their registers: 120.4 each. */
export const NATION = { communes: 3321, persons: 400_000 } as const
export const MONTHS = 60

const YEARS = [2026, 2027, 2028, 2029, 2030]
const ON = '2026-04-30'
/** Months that a person stays on a register before somebody else takes the place. */
const TENANCY = 48
const KNOWN_UNTIL = '2031-01-31T00:00:00.000Z'
const AGENCIES = 20

/** Rows of the register, one per person and month, of so many communes. */
export function registerRows(communes: number): number {
  return personsOf(communes) * MONTHS
}

/**
 * Five years of the first communes of the country, made inside DuckDB from hashes: everyone who lived there (`life`), every report in
 * force, the lists and quarterly forms. The register itself is left out: {@link fillPersonClose} makes what is measured.
 */
export async function makeNation(engine: Engine, communes: number): Promise<void> {
  await run(engine, createTables())
  const windows = YEARS.flatMap((year) => windowsOf('adm', year))
  const reporters = reportersOf(communes)
  await loadReference(engine, {
    // five years, of which no quarter is folded into the year's report
    plan: { ...bacNinh2026, years: YEARS, obligations: [] },
    places: places(),
    reporters,
    windows,
    obligations: [],
  })
  for (const statement of reports) await engine.rows(statement)
  for (const statement of lives(communes)) await engine.rows(statement)
  for (const statement of forms) await engine.rows(statement)
  await run(engine, [...putInForce(KNOWN_UNTIL), ...inForceViews(), ...coverModels()])
}

export async function run(
  engine: Engine,
  statements: readonly RawBuilder<unknown>[],
): Promise<void> {
  for (const statement of statements) await engine.rows(statement.compile(sqlText()).sql)
}

/** One row per person and closing month, as `fillStays` would leave it (the benchmark proves that it would). */
export const fillPersonClose = `
  insert into person_close
  select m.window_id, l.person, l.unit_id,
    case when l.left_on <= l.arrived_on then null else least(coalesce(l.left_on, m.to_date), m.to_date) end,
    case when l.entry_kind = 'ra_trai' then l.arrived_on end, case when l.entry_kind = 'ra_trai' then l.unit_id end,
    l.sex, l.birth_year, l.release_basis, l.received_on, l.counselled_on, l.legal_need <> 'khong', l.legal_on,
    l.papers_need <> 'khong', l.papers_on, l.job_intro_on, l.employment,
    l.certificate_on, l.helper_on, l.job_need <> 'khong', l.job_info_on, l.training_need <> 'khong', l.training_on, l.new_job_on,
    l.credit_advised_on, l.loan_need <> 'khong', l.loan_eligible <> 'khong', l.loan_guided_on, l.loan_listed_on, l.digitised, l."group"
  from life l join month m on m.nth >= l.first_month and m.nth < l.end_month`

function personsOf(communes: number): number {
  return Math.round((communes * NATION.persons) / NATION.communes)
}

function reportersOf(communes: number): readonly Reporter[] {
  const all = places()
  const provinces = all.units.filter(({ level, validTo }) => level === 'province' && !validTo)
  const units = provinces
    .flatMap(({ code }) => all.communesOf(code, ON))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, communes)
  const parents = new Set(units.map(({ parentId }) => parentId))
  return [
    ...units.map((unit) => policeOf(unit, 'obliged')),
    ...units.map((unit) => committeeOf(unit, 'obliged')),
    ...provinces.filter(({ id }) => parents.has(id)).flatMap(bodiesOf),
  ]
}

function bodiesOf(province: Unit): readonly Reporter[] {
  const body = (kind: 'agency' | 'facility', slug: string): Reporter => ({
    id: reporterId(kind, `${slug}:${province.code}`),
    kind,
    name: slug,
    unitId: province.id,
    standing: 'obliged',
  })
  return [
    ...Array.from({ length: AGENCIES }, (_, n) => body('agency', n === 0 ? 'police' : `body-${n}`)),
    body('facility', 'camp'),
  ]
}

/** Every report that is owed, and the one submission that answers it; some come a day or two late. */
const reports = [
  `create table month as
  select window_id, from_date, to_date, row_number() over (order by from_date) - 1 as nth from win where kind = 'month'`,
  `insert into obligation
  select 'nation', f.form, r.reporter_id, r.unit_id, w.window_id, w.to_date + 3, 'directive', ''
  from (values ('returnee-register', 'police', 'month'), ('support-model', 'committee', 'quarter'), ('exemplar', 'committee', 'quarter'),
    ('communication', 'committee', 'quarter'), ('communication', 'agency', 'quarter'), ('release-notice', 'agency', 'month'),
    ('reoffence', 'agency', 'month'), ('pre-release', 'facility', 'month')) f (form, kind, every)
  join reporter r on r.kind = f.kind and (f.form not in ('release-notice', 'reoffence') or r.reporter_id like 'agency:police:%')
  join win w on w.kind = f.every`,
  `insert into submission (submission_id, sha256, form, form_version, reporter_id, unit_id, window_id, revision, nil, outcome, rows_read,
    rows_accepted, sheet, arrived_on, received_at, known_from)
  select md5(key) || md5('b' || key) || '/' || form, md5(key) || md5('b' || key), form, 1, reporter_id, unit_id, window_id, 1, false, 'accepted',
    0, 0, form, due_before - 3 + (hash(key) % 5)::int, '2031-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z'
  from (select *, form || ' ' || reporter_id || ' ' || window_id as key from obligation)`,
]

/** `place`: number of the person's row in the commune's register; one person follows another there after {@link TENANCY} months. */
function lives(communes: number): readonly string[] {
  const persons = personsOf(communes)
  return [
    `create table life as
    with commune as (
      select unit_id, row_number() over (order by unit_id) - 1 as nth from reporter where kind = 'police'
    ), place as (
      select g, g * ${communes} // ${persons} as commune, row_number() over (partition by g * ${communes} // ${persons} order by g) as place,
        (hash(g) % ${TENANCY})::bigint as shift
      from range(${persons}) as t (g)
    ), tenant as (
      select p.*, t, t * ${TENANCY} - p.shift as begins, hash(p.g, t) as h
      from place p join range(3) as r (t) on t * ${TENANCY} - p.shift < ${MONTHS} and (t + 1) * ${TENANCY} - p.shift > 0
    ), arrival as (
      select *, (date '2025-12-15' + to_months(begins::int))::date + (h % 28)::int as arrived_on,
        (date '2025-12-15' + to_months((begins + ${TENANCY - 1})::int))::date + (h // 7 % 28)::int as leaves_on
      from tenant
    )
    select c.unit_id, a.place, a.h, '1a2b3c4d-' || substr(md5(a.g || '/' || a.t), 1, 26) as person,
      greatest(a.begins, 0) as first_month, a.begins + ${TENANCY} as end_month, a.arrived_on,
      case when h // 11 % 2 = 0 then a.leaves_on end as left_on,
      case when h // 13 % 10 = 0 then 'chuyen_den' else 'ra_trai' end as entry_kind,
      case when h // 17 % 9 = 0 then 'nu' else 'nam' end as sex, 1955 + (h // 19 % 50)::bigint as birth_year,
      ['chap_hanh_xong', 'chap_hanh_xong', 'chap_hanh_xong', 'dac_xa', 'tha_tu_co_dieu_kien'][1 + (h // 23 % 5)::int] as release_basis,
      case when h // 29 % 50 > 0 then a.arrived_on + (h // 31 % 9)::int end as received_on,
      case when h // 37 % 20 > 0 then a.arrived_on + (h // 41 % 40)::int end as counselled_on,
      ['co', 'khong', 'chua_ro'][1 + (h // 43 % 3)::int] as legal_need,
      case when h // 47 % 3 > 0 then a.arrived_on + (h // 53 % 60)::int end as legal_on,
      ['co', 'khong', 'khong', 'chua_ro'][1 + (h // 59 % 4)::int] as papers_need,
      case when h // 61 % 3 > 0 then a.arrived_on + (h // 67 % 50)::int end as papers_on,
      case when h // 71 % 10 > 0 then a.arrived_on + (h // 73 % 90)::int end as job_intro_on,
      ['on_dinh', 'tam_thoi', 'chua_co', 'khong_tham_gia'][1 + (h // 79 % 4)::int] as employment,
      case when h // 101 % 2 = 0 then a.arrived_on + (h // 103 % 400)::int end as certificate_on,
      case when h // 107 % 5 > 0 then a.arrived_on + (h // 109 % 30)::int end as helper_on,
      ${need(113)} as job_need, ${service(127)} as job_info_on, ${need(131)} as training_need, ${service(137)} as training_on,
      ${service(139)} as new_job_on, ${service(149)} as credit_advised_on, ${need(151)} as loan_need, ${need(157)} as loan_eligible,
      ${service(163)} as loan_guided_on, ${service(167)} as loan_listed_on, h // 173 % 3 > 0 as digitised,
      ['A', 'B', 'C', 'D', 'chua'][1 + (h // 179 % 5)::int] as "group"
    from arrival a join commune c on c.nth = a.commune`,
  ]
}

/** What a person needs, by another part of the hash each. */
function need(part: number): string {
  return `['co', 'khong', 'chua'][1 + (h // ${part} % 3)::int]`
}

/** The day on which a person was served, if ever, by another part of the hash each. */
function service(part: number): string {
  return `case when h // ${part} % 4 > 0 then a.arrived_on + (h // ${part + 1} % 120)::int end`
}

/** Lists and quarterly forms; everyone who came back was announced, one in eighty is prosecuted within three years. */
const forms = [
  `create table announced as
  select s.submission_id, 8 + row_number() over (partition by s.submission_id order by l.person) as "row", l.*
  from life l
  join month m on l.arrived_on >= m.from_date and l.arrived_on < m.to_date
  join unit u on u.unit_id = l.unit_id
  join reporter r on r.unit_id = u.parent_id and r.reporter_id like 'agency:police:%'
  join submission s on s.form = 'release-notice' and s.reporter_id = r.reporter_id and s.window_id = m.window_id
  where l.entry_kind = 'ra_trai'`,
  `insert into form_release_notice (submission_id, "row", unit_id, notice_date, release_basis, release_date)
  select submission_id, "row", unit_id, arrived_on - 60, release_basis, arrived_on from announced`,
  `insert into row_person select submission_id, "row", person from announced`,
  `insert into event
  select person, 'V-' || h, unit_id, day - 20, day - 10, day, null, case when h // 83 % 10 = 0 then day + 30 end, 'it_nghiem_trong', '', 9
  from (select *, arrived_on + (h // 89 % 1000)::int as day from life where h // 97 % 80 = 0)`,
  `insert into form_support_model (submission_id, "row", unit_id, scope, founded_on, status, rating)
  select s.submission_id, 9, r.unit_id, 'xa', date '2024-01-01' + (hash(r.unit_id) % 1500)::int, 'hoat_dong', ['tieu_bieu', 'hieu_qua'][1 + (hash(r.unit_id) % 2)::int]
  from submission s join reporter r using (reporter_id) where s.form = 'support-model'`,
  `insert into form_exemplar (submission_id, "row", unit_id, recognised_on, kind)
  select s.submission_id, 9, r.unit_id, date '2025-12-15' + (hash(s.submission_id) % 1800)::int,
    ['hoan_luong', 'tap_the'][1 + (hash(s.submission_id) // 7 % 2)::int]
  from submission s join reporter r using (reporter_id) where s.form = 'exemplar' and hash(r.unit_id) % 3 = 0`,
  `insert into form_communication (submission_id, "row", unit_id, officials_total, officials_reached, adults_total, adults_reached)
  select s.submission_id, 9, r.unit_id, 40, 20 + (hash(s.submission_id) % 20)::bigint, 9000, 5000 + (hash(s.submission_id) % 4000)::bigint
  from submission s join reporter r using (reporter_id) where s.form = 'communication'`,
  `insert into form_pre_release (submission_id, "row", unit_id, released, all_four, inmates_end, all_three_end)
  select s.submission_id, 9, r.unit_id, 90, 60 + (hash(s.submission_id) % 30)::bigint, 200, (hash(s.submission_id) % 200)::bigint
  from submission s join reporter r using (reporter_id) where s.form = 'pre-release'`,
]
