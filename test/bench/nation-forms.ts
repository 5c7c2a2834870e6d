import { tallyItems } from '#sources/forms/tally-items.ts'
import { SENT } from './nation-plan.ts'

/** Every report that is owed, and the one submission that answers it; some come a day or two late. */
export const reports = [
  `create table month as
  select window_id, from_date, to_date, row_number() over (order by from_date) - 1 as nth from win where kind = 'month'`,
  `insert into obligation
  select 'nation', f.form, r.reporter_id, r.unit_id, w.window_id, w.to_date + 3, 'directive', ''
  from (values ${sent()}) f (form, kind, every)
  join reporter r on r.kind = f.kind and (f.form not in ('release-notice', 'reoffence') or r.reporter_id like 'agency:police:%')
    and (f.form <> 'credit' or r.reporter_id like 'agency:bank:%')
  join win w on w.kind = f.every`,
  `insert into submission (submission_id, sha256, form, form_version, reporter_id, unit_id, window_id, revision, nil, outcome,
    rows_read, rows_accepted, sheet, arrived_on, received_at, known_from)
  select md5(key) || md5('b' || key) || '/' || form, md5(key) || md5('b' || key), form, 1, reporter_id, unit_id, window_id, 1, false,
    'accepted', 0, 0, form, due_before - 3 + (hash(key) % 5)::int, '2031-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z'
  from (select *, form || ' ' || reporter_id || ' ' || window_id as key from obligation)`,
  `insert into issuer select reporter_id, unit_id, '195/KH-UBND', date '2026-01-20' from reporter where kind in ('committee', 'agency')`,
]

/** The lists and periodic forms; everyone who came back was announced, one in eighty is prosecuted within three years. */
export const forms = [
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
  select submission_id, 9, unit_id, 'xa', date '2024-01-01' + (hash(unit_id) % 1500)::int, 'hoat_dong',
    ['tieu_bieu', 'hieu_qua', 'chua'][1 + (hash(submission_id) % 3)::int]
  from submission where form = 'support-model'`,
  `insert into form_exemplar (submission_id, "row", unit_id, kind, recognised_on)
  select submission_id, 9, unit_id, ['hoan_luong', 'nguoi_giup_do', 'tap_the'][1 + (hash(unit_id) % 3)::int],
    date '2025-12-15' + (hash(submission_id) % 1800)::int
  from submission where form = 'exemplar' and hash(submission_id) % 3 = 0`,
  `insert into form_communication (submission_id, "row", unit_id, officials_total, officials_reached, adults_total, adults_reached)
  select submission_id, 9, unit_id, 40, 20 + (hash(submission_id) % 20)::bigint, 9000, 5000 + (hash(submission_id) % 4000)::bigint
  from submission where form = 'communication'`,
  `insert into form_pre_release (submission_id, "row", unit_id, released, all_four, inmates_end, all_three_end, working_age_end,
    working_age_trained)
  select submission_id, 9, unit_id, 90, 60 + (h % 30)::bigint, 1000, 700 + (h % 300)::bigint, 900, 400 + (h % 500)::bigint
  from (select *, hash(submission_id) as h from submission where form = 'pre-release')`,
  `insert into form_community_sentence (submission_id, "row", unit_id, category, closing, supervised, job_need, job_need_also,
    job_reached, job_reached_also, files, files_digitised, files_also)
  select submission_id, 8 + n, unit_id, ['an_treo', 'cai_tao_khong_giam_giu', 'quan_che', 'cam_cu_tru', 'cam_dam_nhiem', 'tuoc_quyen',
      'tha_tu_co_dieu_kien', 'hoan', 'tam_dinh_chi'][n], 20, 15 + h % 5, 6 + h % 4, h % 3, 3 + h % 3, h % 2, 20, 5 + h % 15, h % 4
  from (select *, (hash(submission_id, n) % 60)::bigint as h from submission, range(1, 10) r (n) where form = 'community-sentence')`,
  `insert into form_credit (submission_id, "row", unit_id, borrowers, outstanding, overdue)
  select submission_id, 8 + row_number() over (partition by submission_id order by u.unit_id), u.unit_id,
    (h % 9)::bigint, (h % 9)::bigint * 30000, (h % 9)::bigint * 1000
  from (
    select s.submission_id, u.unit_id, hash(s.submission_id, u.unit_id) as h
    from submission s join unit u on u.parent_id = s.unit_id and u.level = 'commune'
    where s.form = 'credit' and u.unit_id in (select unit_id from reporter)
  ) u`,
  `insert into form_tally (submission_id, "row", unit_id, item, "count", cumulative)
  select submission_id, 8 + n, unit_id, ${tallyItem()}, h % 100, h % 100 + case when begins then 0 else h // 100 end
  from (
    select s.*, n, (hash(submission_id, n) % 40000)::bigint as h, w.from_date = w.year_from as begins
    from submission s join win w using (window_id), range(1, ${Object.keys(tallyItems).length + 1}) r (n) where form = 'tally'
  )`,
  `insert into form_task_progress (submission_id, "row", unit_id, status)
  select submission_id, 8 + n, unit_id,
    ['hoan_thanh', 'thuong_xuyen', 'dang_thuc_hien', 'chua_trien_khai', 'khong_thuoc'][1 + (hash(submission_id, n) % 5)::int]
  from submission, range(1, 9) r (n) where form = 'task-progress'`,
  `insert into form_funding (submission_id, "row", unit_id, source, spent, received)
  select submission_id, 8 + n, unit_id, ['ns_xa', 'quy_xa', 'xa_hoi_hoa'][n], h, case when n > 1 then h * 2 end
  from (select *, (hash(submission_id, n) % 90000)::bigint as h from submission, range(1, 4) r (n) where form = 'funding')`,
  `insert into form_issued_document (submission_id, "row", unit_id, kind, sent_on, plan_ref)
  select s.submission_id, 9, s.unit_id, 'ke_hoach', w.from_date + (hash(s.submission_id) % 80)::int,
    case when hash(s.unit_id) % 4 > 0 then 'Kế hoạch số 195/KH-UBND' else 'Kế hoạch số 7/KH-BCA' end
  from submission s
  join (select *, row_number() over (order by from_date) as nth from win where kind = 'quarter') w on w.window_id = s.window_id
  where s.form = 'issued-document' and hash(s.reporter_id) % 26 = w.nth`,
]

function sent(): string {
  const kinds = { month: 'month', quarter: 'quarter', 'half-year': 'half', year: 'year' } as const
  return SENT.flatMap(({ form, by, every }) =>
    by.map((kind) => `('${form}', '${kind}', '${kinds[every as keyof typeof kinds]}')`),
  ).join(', ')
}

function tallyItem(): string {
  return `[${Object.keys(tallyItems)
    .map((item) => `'${item}'`)
    .join(', ')}][n]`
}
