import { definitionsOf } from '#models/definitions.ts'
import type { Parameters } from '#models/indicators/indicator.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'

/**
 * The yardstick of measuring: every figure of the plan over the nation in one statement, as somebody would write it who knows DuckDB, these
 * tables and that every report is in force. It shares no predicate with the models. Units covered and states are not among its figures.
 *
 * Table `by_hand`: (definition_id, window_id, unit_id, breakdown, category, numerator, denominator).
 */
export function byHand(): string {
  return `
  create table by_hand as
  with place as (
    select unit_id, parent_id from unit where level = 'commune' and unit_id in (select unit_id from reporter)
  ), closing as (
    select *, kind <> 'month' and right(close_id, 2) in ('03', '06', '09', '12') as quarterly from win
  ), followed as (
    select p.close_id, p.person from person_close p join event e
      on e.person = p.person and e.dropped_on is null and e.prosecuted_on >= p.returned_on and e.prosecuted_on - interval 12 month < p.returned_on
    group by all
  ), back as (
    select w.window_id, p.returned_unit as unit_id, p.sex, p.release_basis, ${counts('back')}
    from person_close p join win w on w.close_id = p.close_id
    left join followed o on o.close_id = p.close_id and o.person = p.person
    where p.returned_on >= w.from_date and p.returned_on < w.to_date
    group by all
  ), offended as (
    select w.window_id, e.person, arg_min(e.unit_at, (e.prosecuted_on, e.case_ref)) as unit_id
    from win w join event e on e.prosecuted_on >= w.from_date and e.prosecuted_on < w.to_date
    where e.dropped_on is null
    group by all
  ), held as (
    select w.window_id, coalesce(o.unit_id, p.managed_unit) as unit_id, p.sex, p.release_basis, ${counts('held')}
    from person_close p join win w on w.close_id = p.close_id
    left join offended o on o.window_id = w.window_id and o.person = p.person
    where p.managed_to > w.from_date
    group by all
  ), present as (
    select w.window_id, p.managed_unit as unit_id, p.sex, p.release_basis, count(*) as n,
      ${counts('present')}
    from person_close p join win w on w.close_id = p.close_id and p.managed_to = w.to_date
    group by all
  ), notice as (
    select w.window_id, w.close_id, w.to_date, r.person, arg_max(n.unit_id, n.notice_date) as unit_id,
      arg_max(n.release_basis, n.notice_date) as release_basis, arg_max(n.release_date, n.notice_date) as release_date
    from form_release_notice n
    join row_person r on r.submission_id = n.submission_id and r."row" = n."row"
    join win w on n.release_date >= w.from_date and n.release_date < w.to_date
    group by all
  ), announced as (
    select w.window_id, w.unit_id, w.release_basis, ${counts('announced', 'w')}
    from notice w left join person_close p on p.close_id = w.close_id and p.person = w.person
    group by all
  ), report as (
    select o.form, o.reporter_id, o.window_id, count(*) as owed, count(s.submission_id) as came,
      count(*) filter (s.arrived_on < o.due_before) as timely
    from obligation o left join submission s on s.form = o.form and s.reporter_id = o.reporter_id and s.window_id = o.window_id
    group by all
  ), owed as (
    select w.window_id, r.unit_id, o.form, sum(o.owed)::bigint as n, sum(o.came)::bigint as came, sum(o.timely)::bigint as timely
    from closing w
    join win s on s.from_date >= w.from_date and s.to_date <= w.to_date and s.kind in ('month', 'quarter')
    join report o on o.window_id = s.window_id
    join reporter r on r.reporter_id = o.reporter_id
    group by all
  ), living as (
    select w.window_id, p.unit_id, count(*) filter (h.n > 0) as inhabited, count(*) filter (h.n >= 10) as crowded
    from closing w cross join place p
    left join (select window_id, unit_id, sum(n) as n from present group by all) h on h.window_id = w.window_id and h.unit_id = p.unit_id
    where w.quarterly
    group by all
  ), model as (
    select w.window_id, m.unit_id, 1 as working, max((m.rating = 'tieu_bieu')::int) as outstanding
    from closing w
    join win q on q.kind = 'quarter' and q.close_id = w.close_id
    join submission s on s.form = 'support-model' and s.window_id = q.window_id
    join form_support_model m on m.submission_id = s.submission_id
    where w.quarterly and m.founded_on < w.to_date and (m.status = 'hoat_dong' or m.status_on >= w.to_date)
    group by all
  ), example as (
    select w.window_id, x.unit_id, max((x.recognised_on >= w.year_from)::int) as shown,
      max((x.kind in ('hoan_luong', 'nguoi_giup_do'))::int) as individual
    from closing w
    join win q on q.kind = 'quarter' and q.close_id = w.close_id
    join submission s on s.form = 'exemplar' and s.window_id = q.window_id
    join form_exemplar x on x.submission_id = s.submission_id
    where w.quarterly and x.recognised_on < w.to_date
      and (x.withdrawn_on is null or x.withdrawn_on >= w.to_date)
    group by all
  ), told as (
    select w.window_id, r.unit_id, sum(c.officials_reached + coalesce(c.adults_reached, 0))::bigint as reached,
      sum(c.officials_total + coalesce(c.adults_total, 0))::bigint as n
    from closing w
    join win q on q.kind = 'quarter' and q.close_id = w.close_id
    join submission s on s.form = 'communication' and s.window_id = q.window_id
    join form_communication c on c.submission_id = s.submission_id
    join reporter r on r.reporter_id = s.reporter_id
    where w.quarterly
    group by all
  ), released as (
    select w.window_id, r.unit_id, sum(f.all_four)::bigint as prepared, sum(f.released)::bigint as n
    from win w
    join win m on m.kind = 'month' and m.from_date >= w.from_date and m.to_date <= w.to_date
    join submission s on s.form = 'pre-release' and s.window_id = m.window_id
    join form_pre_release f on f.submission_id = s.submission_id
    join reporter r on r.reporter_id = s.reporter_id
    group by all
  ), inmate as (
    select w.window_id, r.unit_id, sum(f.all_three_end)::bigint as all_three, sum(f.inmates_end)::bigint as n
    from win w
    join submission s on s.form = 'pre-release' and s.window_id = w.close_id
    join form_pre_release f on f.submission_id = s.submission_id
    join reporter r on r.reporter_id = s.reporter_id
    group by all
  ), issuing as (
    select w.window_id, r.unit_id, count(*) as n
    from win w join issuer i on i.asked_on < w.to_date
    join reporter r on r.reporter_id = i.reporter_id and r.unit_id = i.unit_id and r.standing = 'obliged'
    group by all
  ), everywhere as (
    select window_id, unit_id from win cross join (select unit_id from place union select parent_id from place)
  ), back_of as (${rolled('back', sumsOf('back'), ['sex', 'release_basis'])}
  ), held_of as (${rolled('held', sumsOf('held'), ['sex', 'release_basis'])}
  ), present_of as (${rolled('present', sumsOf('present'), ['sex', 'release_basis'])}
  ), announced_of as (${rolled('announced', sumsOf('announced'), ['release_basis'])}
  ), owed_of as (
    select window_id, form, unit_id, n, came, timely from owed where unit_id in (select unit_id from place)
    union all
    select o.window_id, o.form, coalesce(p.parent_id, o.unit_id), sum(n)::bigint, sum(came)::bigint, sum(timely)::bigint
    from owed o left join place p on p.unit_id = o.unit_id group by all
  ), told_of as (
    select window_id, unit_id, reached, n from told where unit_id in (select unit_id from place)
    union all
    select t.window_id, coalesce(p.parent_id, t.unit_id), sum(reached)::bigint, sum(n)::bigint
    from told t left join place p on p.unit_id = t.unit_id group by all
  ), issuing_of as (
    select window_id, unit_id, n from issuing where unit_id in (select unit_id from place)
    union all
    select i.window_id, coalesce(p.parent_id, i.unit_id), sum(n)::bigint
    from issuing i left join place p on p.unit_id = i.unit_id group by all
  ), place_of as (
    select l.window_id, l.unit_id, p.parent_id, l.inhabited, l.inhabited * coalesce(m.working, 0) as working, coalesce(x.shown, 0) as shown,
      l.crowded, l.crowded * coalesce(m.outstanding, 0) as outstanding, l.crowded * coalesce(x.individual, 0) as individual
    from living l join place p on p.unit_id = l.unit_id
    left join model m on m.window_id = l.window_id and m.unit_id = l.unit_id
    left join example x on x.window_id = l.window_id and x.unit_id = l.unit_id
  )
  ${[
    ...GROUPS.flatMap((group) => FIGURES[group].flatMap((one, n) => people(group, one.id, n))),
    whole('communication-reach', 'told_of', 'reached', 'n'),
    whole('pre-release-preparation-coverage', 'released', 'prepared', 'n'),
    whole('plan-issuance', 'issuing_of', '0', 'n'),
    whole('pre-release-information-coverage', 'inmate', 'all_three', 'n'),
    whole('pre-release-training-coverage', 'inmate', '0', '0'),
    ...places('large-caseload-model-coverage', 'outstanding', 'crowded'),
    ...places('large-caseload-exemplar-coverage', 'individual', 'crowded'),
    ...places('model-coverage', 'working', 'inhabited'),
    ...places('exemplar-coverage', 'shown', '1'),
    ...FORMS.flatMap((form) => [
      whole('reporting-completeness', `owed_of where form = '${form}'`, 'came', 'n', form),
      whole('reporting-timeliness', `owed_of where form = '${form}'`, 'timely', 'n', form),
    ]),
  ].join('\n  union all ')}`
}

/** Whom figures look at: those who came back, those held in the window, those present at its close, those announced. */
const GROUPS = ['back', 'held', 'present', 'announced'] as const
type Group = (typeof GROUPS)[number]

/** Each figure of a group: who is in the denominator, and what was done; `w.to_date` closes the window. */
const FIGURES: Readonly<
  Record<Group, readonly { readonly id: string; readonly of: string; readonly done: string }[]>
> = {
  back: [
    { id: 'counselling-coverage', of: 'true', done: 'p.counselled_on < w.to_date' },
    { id: 'legal-support-coverage', of: 'p.legal_need', done: 'p.legal_on < w.to_date' },
    { id: 'papers-coverage', of: 'p.papers_need', done: 'p.papers_on < w.to_date' },
    { id: 'job-introduction-coverage', of: 'true', done: 'p.job_intro_on < w.to_date' },
    { id: 'training-coverage', of: 'p.training_need', done: 'p.training_on < w.to_date' },
    {
      id: 'trained-or-new-job-share',
      of: 'true',
      done: '(p.training_on < w.to_date or p.new_job_on < w.to_date)',
    },
    { id: 'reoffending-within-12-months', of: 'true', done: 'o.person is not null' },
  ],
  held: [{ id: 'reoffending-rate', of: 'true', done: 'o.person is not null' }],
  present: [
    { id: 'employment-rate', of: 'true', done: "p.employment = 'on_dinh'" },
    { id: 'credit-advice-coverage', of: 'true', done: 'p.credit_advised_on < w.to_date' },
    {
      id: 'credit-listing-coverage',
      of: 'p.loan_need and p.loan_eligible',
      done: 'p.loan_guided_on < w.to_date and p.loan_listed_on < w.to_date',
    },
    { id: 'helper-assignment-coverage', of: 'true', done: 'p.helper_on < w.to_date' },
    { id: 'lawful-conduct-share', of: `p."group" <> 'chua'`, done: `p."group" in ('A', 'B')` },
  ],
  announced: [
    {
      id: 'reception-coverage',
      of: 'true',
      done: 'p.received_on < w.to_date and coalesce(p.managed_to > w.release_date, true)',
    },
  ],
}

/** Those of the plan, and those of Thông tư 10, who are past their probation. */
const WHO = { plan: '', tt10: 'tt10_' } as const

/** Denominators and numerators of a group, for both populations: `d0`, `n0`, `tt10_d0` … */
function counts(group: Group, basis = 'p'): string {
  const free = `(${basis}.release_basis <> 'tha_tu_co_dieu_kien' or coalesce(p.certificate_on < w.to_date, false))`
  return FIGURES[group]
    .flatMap(({ of, done }, n) =>
      Object.entries(WHO).flatMap(([who, mark]) => {
        const within = who === 'plan' ? of : `${free} and ${of}`
        return [
          `count(*) filter (${within}) as ${mark}d${n}`,
          `count(*) filter (${within} and ${done}) as ${mark}n${n}`,
        ]
      }),
    )
    .join(', ')
}

function sumsOf(group: Group): string {
  const marks = Object.values(WHO)
  return FIGURES[group]
    .flatMap((_, n) => marks.flatMap((mark) => [`${mark}d${n}`, `${mark}n${n}`]))
    .join(', ')
}

const FORMS = [
  'returnee-register',
  'release-notice',
  'reoffence',
  'support-model',
  'exemplar',
  'communication',
  'pre-release',
]

const definitions = definitionsOf(bacNinh2026)

function idOf(indicator: string, choice: Parameters = {}): string {
  const found = definitions.find(
    ({ indicator: one, parameters }) =>
      one.id === indicator &&
      Object.entries({ who: 'plan', basis: 'register', ...choice }).every(
        ([name, word]) => (parameters[name] ?? word) === word,
      ),
  )
  if (found === undefined)
    throw new RangeError(`the plan measures no '${indicator}' with ${JSON.stringify(choice)}`)
  return found.id
}

/** Communes and provinces, in all and by each breakdown. */
function rolled(from: string, sums: string, by: readonly string[]): string {
  const levels = ['p.unit_id', 'p.parent_id']
  const sets = levels.flatMap((level) =>
    ['', ...by].map((c) => `(window_id, ${level}${c && `, ${c}`})`),
  )
  const named = (text: (column: string) => string) =>
    `case ${by.map((c) => `when grouping(${c}) = 0 then ${text(c)}`).join(' ')} else '' end`
  const totals = sums.split(', ').map((sum) => `sum(${sum})::bigint as ${sum}`)
  return `
    select window_id, coalesce(p.unit_id, p.parent_id) as unit_id, ${named((c) => `'${c}'`)} as breakdown, ${named((c) => c)} as category,
      ${totals.join(', ')}
    from ${from} f join place p on p.unit_id = f.unit_id
    group by grouping sets (${sets.join(', ')})`
}

/** Where nobody is there is a figure of nobody, too. */
function people(group: Group, indicator: string, n: number): readonly string[] {
  return Object.entries(WHO).map(
    ([
      who,
      mark,
    ]) => `select '${idOf(indicator, { who })}' as definition_id, window_id, unit_id, coalesce(f.breakdown, '') as breakdown,
    coalesce(f.category, '') as category, coalesce(f.${mark}n${n}, 0) as numerator, coalesce(f.${mark}d${n}, 0) as denominator
  from everywhere left join ${group}_of f using (window_id, unit_id)`,
  )
}

function whole(indicator: string, from: string, n: string, of: string, form?: string): string {
  const id = idOf(indicator, form === undefined ? {} : { form })
  return `select '${id}', window_id, unit_id, '', '', ${n}, ${of} from ${from}`
}

function places(indicator: string, n: string, of: string): readonly string[] {
  const id = idOf(indicator)
  return [
    `select '${id}', window_id, unit_id, '', '', ${n}, ${of} from place_of`,
    `select '${id}', window_id, parent_id, '', '', sum(${n})::bigint, sum(${of})::bigint from place_of group by all`,
  ]
}
