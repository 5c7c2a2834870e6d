import { ofForms, ofPersons } from './by-hand-figures.ts'
import { formParts } from './by-hand-forms.ts'

const TT10 = `(p.release_basis <> 'tha_tu_co_dieu_kien' or p.certificate_on < w.to_date)`

/** Of those who came back within the window. */
const BACK = {
  n: 'true',
  counselled: 'p.counselled_on < w.to_date',
  legal_need: 'p.legal_need',
  legal: 'p.legal_need and p.legal_on < w.to_date',
  papers_need: 'p.papers_need',
  papers: 'p.papers_need and p.papers_on < w.to_date',
  introduced: 'p.job_intro_on < w.to_date',
  placed: '(p.training_on < w.to_date or p.new_job_on < w.to_date)',
  training_need: 'p.training_need',
  trained: 'p.training_need and p.training_on < w.to_date',
  again: 'a.person is not null',
}

/** Of those who are there on the window's last day. */
const PRESENT = {
  n: 'true',
  employed: `p.employment = 'on_dinh'`,
  advised: 'p.credit_advised_on < w.to_date',
  loan_need: 'p.loan_need and p.loan_eligible',
  listed:
    'p.loan_need and p.loan_eligible and p.loan_guided_on < w.to_date and p.loan_listed_on < w.to_date',
  helped: 'p.helper_on < w.to_date',
  rated: `p."group" <> 'chua'`,
  lawful: `p."group" in ('A', 'B')`,
  seeking: 'p.job_need',
  informed: 'p.job_need and p.job_info_on < w.to_date',
}

/**
 * The yardstick of measuring: every figure of every plan over the nation in one statement, as somebody would write it who knows DuckDB,
 * these tables and that every report is in force. It shares no predicate with the models. Units covered and states are not among its
 * figures; neither are the former units of a review's tallies, since nobody reviews the nation.
 *
 * Table `by_hand`: (definition_id, window_id, unit_id, breakdown, category, numerator, denominator).
 */
export function byHand(): string {
  return `
  create table by_hand as
  with place as (
    select unit_id, parent_id from unit where level = 'commune' and unit_id in (select unit_id from reporter)
  ), everywhere as (
    select window_id, unit_id from win cross join (select unit_id from place union select parent_id from place)
  ), again as (
    select distinct p.person, p.returned_on
    from event e join person_close p on p.person = e.person
    where e.dropped_on is null and e.prosecuted_on >= p.returned_on and e.prosecuted_on - interval 12 month < p.returned_on
  ), back as (
    select w.window_id, p.returned_unit as unit_id, p.sex, p.release_basis, ${counted(BACK)}
    from person_close p join win w on w.close_id = p.close_id
    left join again a on a.person = p.person and a.returned_on = p.returned_on
    where p.returned_on >= w.from_date and p.returned_on < w.to_date
    group by all
  ), offended as (
    select w.window_id, e.person, arg_min(e.unit_at, (e.prosecuted_on, e.case_ref)) as unit_id
    from win w join event e on e.prosecuted_on >= w.from_date and e.prosecuted_on < w.to_date
    where e.dropped_on is null
    group by all
  ), held as (
    select w.window_id, coalesce(o.unit_id, p.managed_unit) as unit_id, p.sex, p.release_basis,
      ${counted({ n: 'true', offended: 'o.person is not null' })}
    from person_close p join win w on w.close_id = p.close_id
    left join offended o on o.window_id = w.window_id and o.person = p.person
    where p.managed_to > w.from_date
    group by all
  ), present as (
    select w.window_id, p.managed_unit as unit_id, p.sex, p.release_basis, ${counted(PRESENT)},
      count(*) as files, count(*) filter (p.digitised) as digitised
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
    select w.window_id, w.unit_id, w.release_basis,
      ${counted({ n: 'true', received: 'p.received_on < w.to_date and coalesce(p.managed_to > w.release_date, true)' }, `(w.release_basis <> 'tha_tu_co_dieu_kien' or p.certificate_on < w.to_date)`)}
    from notice w left join person_close p on p.close_id = w.close_id and p.person = w.person
    group by all
  ), back_of as (${rolled('back', BACK, ['sex', 'release_basis'])}
  ), held_of as (${rolled('held', { n: '', offended: '' }, ['sex', 'release_basis'])}
  ), present_of as (${rolled('present', PRESENT, ['sex', 'release_basis'])}
  ), announced_of as (${rolled('announced', { n: '', received: '' }, ['release_basis'])}
  ),
  ${formParts}
  ${[...ofPersons(), ...ofForms()].join('\n  union all ')}`
}

/** How many there are of each, in all and of those of whom Thông tư 10/2024/TT-BCA tells. */
function counted(conditions: Readonly<Record<string, string>>, tt10 = TT10): string {
  return Object.entries(conditions)
    .map(
      ([name, condition]) =>
        `count(*) filter (${condition}) as ${name}, count(*) filter (${condition} and ${tt10}) as ${name}_tt10`,
    )
    .join(', ')
}

/** Communes and provinces, in all and by each breakdown; where nobody is there is a figure of nobody, too. */
function rolled(
  from: string,
  sums: Readonly<Record<string, string>>,
  by: readonly string[],
): string {
  const levels = ['p.unit_id', 'p.parent_id']
  const sets = levels.flatMap((level) =>
    ['', ...by].map((c) => `(window_id, ${level}${c && `, ${c}`})`),
  )
  const named = (text: (column: string) => string) =>
    `case ${by.map((c) => `when grouping(${c}) = 0 then ${text(c)}`).join(' ')} else '' end`
  const names = Object.keys(sums).flatMap((name) => [name, `${name}_tt10`])
  return `
    select window_id, unit_id, coalesce(breakdown, '') as breakdown, coalesce(category, '') as category,
      ${names.map((name) => `coalesce(${name}, 0) as ${name}`).join(', ')}
    from everywhere left join (
      select window_id, coalesce(p.unit_id, p.parent_id) as unit_id, ${named((c) => `'${c}'`)} as breakdown, ${named((c) => c)} as category,
        ${names.map((name) => `sum(${name})::bigint as ${name}`).join(', ')}
      from ${from} f join place p on p.unit_id = f.unit_id
      group by grouping sets (${sets.join(', ')})
    ) using (window_id, unit_id)`
}
