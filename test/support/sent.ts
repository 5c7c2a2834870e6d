import type { Value } from '#sources/submission.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { FACILITY, POLICE_OF_PROVINCE, type Row, type Sent, unitOf } from './rows.ts'

type Values = Readonly<Record<string, Value>>
type How = Partial<Omit<Sent, 'form' | 'reporter' | 'window' | 'rows'>>

/** A commune's register at the close of a month. */
export function register(code: string, window: string, rows: readonly Row[], how: How = {}): Sent {
  return { form: 'returnee-register', reporter: `police:${code}`, window, rows, ...how }
}

/** Someone released to a commune on a day, in need of nothing, served with nothing. */
export function resident(
  name: string,
  arrivedOn: CalendarDate,
  values: Values = {},
  ids?: readonly string[],
): Row {
  return {
    ids: ids ?? [`nid:${name}`],
    values: {
      birth_year: 1985,
      sex: 'nam',
      release_basis: 'chap_hanh_xong',
      release_date: arrivedOn,
      entry_kind: 'ra_trai',
      arrived_on: arrivedOn,
      residence_kind: 'thuong_tru',
      helper_kind: 'chua',
      legal_need: 'khong',
      papers_need: 'khong',
      job_need: 'khong',
      training_need: 'khong',
      employment: 'chua_co',
      loan_need: 'khong',
      digitised: 'khong',
      group: 'chua',
      ...values,
    },
  }
}

/** One who came from elsewhere in the province: a stay, but no return. */
export function mover(name: string, arrivedOn: CalendarDate, values: Values = {}): Row {
  return resident(name, arrivedOn, {
    entry_kind: 'chuyen_den',
    release_date: '2025-01-01',
    ...values,
  })
}

/** The province's list of new offences, all of the year to date. */
export function offences(window: string, rows: readonly Row[], how: How = {}): Sent {
  return { form: 'reoffence', reporter: POLICE_OF_PROVINCE, window, rows, ...how }
}

/** A case prosecuted on a day, in the commune where its person stood then. */
export function offence(
  caseRef: string,
  name: string,
  unit: string,
  prosecutedOn: CalendarDate | null,
  values: Values = {},
): Row {
  return {
    ids: [`nid:${name}`],
    unit,
    values: {
      case_ref: caseRef,
      commune: unitOf(unit),
      offence_on: prosecutedOn ?? '2026-01-01',
      place: 'trong_tinh',
      prosecuted_on: prosecutedOn,
      offence_group: 'so_huu',
      seriousness: 'it',
      source: 'dieu_tra',
      ...values,
    },
  }
}

/** The facilities' notices of a month. */
export function notices(window: string, rows: readonly Row[], how: How = {}): Sent {
  return { form: 'release-notice', reporter: POLICE_OF_PROVINCE, window, rows, ...how }
}

/** Someone announced towards a commune. */
export function notice(
  name: string,
  unit: string,
  releaseDate: CalendarDate,
  values: Values = {},
): Row {
  return {
    ids: [`nid:${name}`],
    unit,
    values: {
      birth_year: 1985,
      facility: 'Trại giam mẫu',
      notice_date: '2025-12-01',
      release_basis: 'chap_hanh_xong',
      release_date: releaseDate,
      commune: unitOf(unit),
      ...values,
    },
  }
}

/** A committee's support models at the close of a quarter. */
export function models(code: string, window: string, rows: readonly Values[], how: How = {}): Sent {
  return {
    form: 'support-model',
    reporter: `committee:${code}`,
    window,
    rows: rows.map((values, n) => ({
      values: {
        model_code: `M-${code}-${n}`,
        name: 'Mô hình',
        kind: 'cau_lac_bo',
        scope: 'xa',
        decision_no: '1/QĐ',
        founded_on: '2025-08-01',
        status: 'hoat_dong',
        last_activity_on: '2026-03-01',
        rating: 'hieu_qua',
        helping_now: 1,
        helped_ytd: 1,
        ...values,
      },
    })),
    ...how,
  }
}

/** A committee's exemplars at the close of a quarter. */
export function exemplars(
  code: string,
  window: string,
  rows: readonly Values[],
  how: How = {},
): Sent {
  return {
    form: 'exemplar',
    reporter: `committee:${code}`,
    window,
    rows: rows.map((values, n) => ({
      values: {
        exemplar_code: `E-${code}-${n}`,
        kind: 'tap_the',
        level: 'xa',
        form: 'giay_khen',
        recognised_on: '2026-02-02',
        ...values,
      },
    })),
    ...how,
  }
}

/** What a committee or an agency says of people reached: officials reached of all, adults reached of all. */
export function reach(
  reporter: string,
  window: string,
  [officialsReached, officials]: readonly [number, number],
  adults: readonly [number, number] | null = null,
  how: How = {},
): Sent {
  const values = {
    officials_total: officials,
    officials_reached: officialsReached,
    adults_reached: adults?.[0] ?? null,
    adults_total: adults?.[1] ?? null,
    sessions: 1,
    attendances: 1,
  }
  return { form: 'communication', reporter, window, rows: [{ values }], ...how }
}

/** What the province's place of detention did for those released in a month. */
export function released(window: string, prepared: number, of: number, how: How = {}): Sent {
  const all = Object.fromEntries(
    ['counselled', 'legal_helped', 'oriented', 'job_search', 'notified'].map((f) => [f, of]),
  )
  const values = {
    facility: 'Trại tạm giam',
    inmates_end: 40,
    released: of,
    all_four: prepared,
    ...all,
  }
  return { form: 'pre-release', reporter: FACILITY, window, rows: [{ values }], ...how }
}

/** What a committee signs of a window, item by item; what is left out was not said. */
export function tally(
  code: string,
  window: string,
  items: Readonly<Record<string, number>>,
  how: How & { readonly toDate?: Readonly<Record<string, number>> } = {},
): Sent {
  const { toDate = items, ...rest } = how
  const rows = Object.entries(items).map(([item, n]) => ({
    values: { item, count: n, cumulative: toDate[item] ?? n },
  }))
  return { form: 'tally', reporter: `committee:${code}`, window, rows, ...rest }
}

/** What a committee signs of a review: for each year and former unit, item by item. */
export function reviewed(
  code: string,
  window: string,
  groups: readonly (readonly [
    year: number,
    oldUnit: string,
    items: Readonly<Record<string, number>>,
  ])[],
): Sent {
  const rows = groups.flatMap(([year, old_unit, items]) =>
    Object.entries(items).map(([item, n]) => ({
      values: { item, count: n, cumulative: n, year, old_unit },
    })),
  )
  return { form: 'tally', reporter: `committee:${code}`, window, rows }
}

/** The bank's month, by commune; amounts in thousands of đồng. */
export function credit(
  window: string,
  communes: Readonly<Record<string, Values>>,
  how: How = {},
): Sent {
  const rows = Object.entries(communes).map(([unit, values]) => ({
    unit,
    values: {
      commune: unitOf(unit),
      listed: 0,
      approved: 0,
      lent_training: 0,
      lent_production: 0,
      repaid: 0,
      borrowers: 0,
      outstanding: 0,
      overdue: 0,
      establishments: 0,
      establishment_outstanding: 0,
      ...values,
    },
  }))
  return { form: 'credit', reporter: 'agency:ngan-hang-chinh-sach-xa-hoi', window, rows, ...how }
}

/** One category of a police station's community sentences. */
export function sentences(
  code: string,
  window: string,
  category: string,
  [opening, closing]: readonly [number, number],
): Sent {
  const values = { category, opening, closing, increase: 0, decrease: 0 }
  return {
    form: 'community-sentence',
    reporter: `police:${code}`,
    window,
    rows: [{ values }],
  }
}

/** A police station's community sentences by category; what is left out is none. */
export function sentenced(
  code: string,
  window: string,
  categories: Readonly<Record<string, Values>>,
  how: How = {},
): Sent {
  const rows = Object.entries(categories).map(([category, values]) => ({
    values: {
      category,
      opening: 0,
      increase: 0,
      decrease: 0,
      of_which_completed: 0,
      closing: 0,
      also_on_register: 0,
      supervised: 0,
      violated: 0,
      new_offence: 0,
      job_need: 0,
      job_need_also: 0,
      job_reached: 0,
      job_reached_also: 0,
      files: 0,
      files_digitised: 0,
      ...values,
    },
  }))
  return { form: 'community-sentence', reporter: `police:${code}`, window, rows, ...how }
}

/** What a place of detention says of those present at the close of a month. */
export function present(window: string, values: Values, reporter = FACILITY, how: How = {}): Sent {
  const none = {
    facility: 'Cơ sở giam giữ',
    inmates_end: 0,
    working_age_end: 0,
    working_age_trained: 0,
    released: 0,
    all_four: 0,
  }
  return {
    form: 'pre-release',
    reporter,
    window,
    rows: [{ values: { ...none, ...values } }],
    ...how,
  }
}

/** How far a body has come with its tasks, one state for each. */
export function progress(
  reporter: string,
  window: string,
  states: readonly string[],
  how: How = {},
): Sent {
  const rows = states.map((status, n) => ({
    values: { clause: 'III.1', task: `Nhiệm vụ ${n}`, deadline: 'thường xuyên', status },
  }))
  return { form: 'task-progress', reporter, window, rows, ...how }
}

/** A body's money by source since the start of the year, in thousands of đồng: spent, and given by society. */
export function money(
  reporter: string,
  window: string,
  sources: Readonly<Record<string, readonly [spent: number, received: number | null]>>,
): Sent {
  const rows = Object.entries(sources).map(([source, [spent, received]]) => ({
    values: { source, estimate: spent, spent, received },
  }))
  return { form: 'funding', reporter, window, rows }
}

/** The documents that a body issued to carry the plan out. */
export function documents(
  reporter: string,
  window: string,
  rows: readonly Values[],
  how: How = {},
): Sent {
  return {
    form: 'issued-document',
    reporter,
    window,
    rows: rows.map((values, n) => ({
      values: {
        kind: 'ke_hoach',
        number: `${n}/KH`,
        issued_on: '2026-06-01',
        abstract: 'Triển khai',
        sent_on: '2026-06-02',
        plan_ref: '195/KH-UBND',
        ...values,
      },
    })),
    ...how,
  }
}
