import type { Form, RowOf } from '#sources/forms/form.ts'
import type { forms } from '#sources/forms/index.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Succession, UnitLevel, UnitType } from '#sources/vocabulary/unit.ts'

/**
 * The tables of one generation, as Kysely sees them.
 *
 * DATE columns arrive as `YYYY-MM-DD`, BIGINT as safe integers; no floating point is stored anywhere.
 */
export interface Database extends FormTables, NowViews {
  meta: {
    plan: string
    business_date: CalendarDate
    known_until: string
    code_version: string
    reference_sha: string
    key_id: string
  }
  unit: {
    unit_id: string
    code: string
    name: string
    level: UnitLevel
    type: UnitType
    parent_id: string | null
    valid_from: CalendarDate
    valid_to: CalendarDate | null
    map_column: number | null
    map_row: number | null
  }
  succession: { from_unit: string; to_unit: string; on_date: CalendarDate; kind: string }
  /**
   * In which units of the business date each unit of the plan lives on, by shares; empty while nothing has changed.
   *
   * `part`: equal shares, an estimate · `unknown`: somewhere in the province that stands there.
   */
  today: {
    unit_id: string
    today_unit: string
    kind: Succession['kind']
    share_num: number
    share_den: number
  }
  /** Whoever a unit's people belong to in a later month of the year in which it ended. */
  heir: { close_id: string; unit_id: string; heir_unit: string }
  /** Communes in which one lives on that ended earlier in the year and whose last register before that is missing; `until` its end. */
  unheard: { close_id: string; unit_id: string; until: CalendarDate }
  /** The registers that tell of a month: those in force, and the last ones of communes that ended earlier in the year, `until` their end. */
  counted_register: {
    close_id: string
    submission_id: string
    unit_id: string
    until: CalendarDate | null
  }
  /** The provinces in which everything lay out of which a unit was made. */
  former_province: { unit_id: string; name: string }
  /** Every unit within its district and province; a district and a province also within itself. */
  inside: { unit_id: string; in_unit: string; level: UnitLevel }
  /** Key: id and unit, since an id may be another unit's at another time. */
  reporter: {
    reporter_id: string
    kind: 'police' | 'committee' | 'agency' | 'facility'
    name: string
    unit_id: string
    standing: 'obliged' | 'requested'
    valid_from: CalendarDate
    /** Exclusive. */
    valid_to: CalendarDate | null
  }
  win: {
    window_id: string
    family: string
    grid: string | null
    kind: string
    from_date: CalendarDate
    to_date: CalendarDate
    /** Its last month; null for a review. */
    close_id: string | null
    /** First day of the plan year that the window lies in; a review's own first day. */
    year_from: CalendarDate
  }
  /** Which submission windows of a form serve a window: that of its close, each of its parts, or any since, of its year. */
  source_window: {
    form: string
    mode: 'close' | 'each' | 'since' | 'told'
    window_id: string
    source_window_id: string
  }
  obligation: {
    plan: string
    form: string
    reporter_id: string
    /** Of which unit the reporter reports on the window's last day. */
    unit_id: string
    window_id: string
    due_before: CalendarDate
    basis: 'clause' | 'directive' | 'circular'
    reference: string
  }
  /** What is taken when it is sent, and by whom: a kind of reporter, or one. */
  taken: { form: string; sender: string }
  /** Who is to issue a plan that carries this one out, with this one's number (null where the text has none) and its day. */
  issuer: {
    reporter_id: string
    unit_id: string
    plan_no: string | null
    asked_on: CalendarDate
  }
  submission: {
    submission_id: string
    sha256: string
    form: string
    /** For the reading of a sheet by an assignment: the submission as it was sent, which stands here too. */
    assigned_from: string | null
    form_version: number
    reporter_id: string | null
    /** Of which unit the reporter reports on the window's last day; null for nobody who reports then. */
    unit_id: string | null
    window_id: string | null
    revision: number
    nil: boolean
    outcome: 'accepted' | 'partial' | 'rejected' | 'held'
    rows_read: number
    rows_accepted: number
    sheet: string
    data_to: CalendarDate | null
    document_no: string | null
    document_date: CalendarDate | null
    arrived_on: CalendarDate
    received_at: string
    known_from: string
    known_to: string | null
  }
  in_force: {
    form: string
    reporter_id: string
    /** Of which unit the reporter reports on the window's last day. */
    unit_id: string
    window_id: string
    submission_id: string
  }
  form_column: { submission_id: string; field: string; sheet: string; letter: string }
  problem: {
    submission_id: string
    seq: number
    origin: 'reading' | 'context'
    code: string
    severity: 'error' | 'warning'
    sheet: string | null
    cell: string | null
    field: string | null
    masked_value: string | null
    /** JSON: what the sentence needs beside the value. */
    facts: string
  }
  row_identifier: { submission_id: string; row: number; identifier: string }
  person_link: { identifier: string; person: string }
  row_person: { submission_id: string; row: number; person: string }
  /** When the first counting submission of a form, reporter and window arrived, withdrawn ones aside. */
  first_arrival: { form: string; reporter_id: string; window_id: string; arrived_on: CalendarDate }
  stay: {
    close_id: string
    person: string
    unit_id: string
    from_date: CalendarDate
    to_date: CalendarDate | null
    entry_kind: string
    arrived_from: string | null
    left_reason: string | null
    submission_id: string
    row: number
  }
  person_close: {
    close_id: string
    person: string
    managed_unit: string
    /** Exclusive end of the last stay, at most the close; null where no stay has a day. */
    managed_to: CalendarDate | null
    returned_on: CalendarDate | null
    returned_unit: string | null
    sex: string
    birth_year: number
    release_basis: string
    received_on: CalendarDate | null
    counselled_on: CalendarDate | null
    legal_need: boolean
    legal_on: CalendarDate | null
    papers_need: boolean
    papers_on: CalendarDate | null
    job_intro_on: CalendarDate | null
    employment: string
    /** Day of the certificate of having served the sentence; none during probation. */
    certificate_on: CalendarDate | null
    /** Day on which the helper of today was assigned. */
    helper_on: CalendarDate | null
    job_need: boolean
    job_info_on: CalendarDate | null
    training_need: boolean
    training_on: CalendarDate | null
    new_job_on: CalendarDate | null
    credit_advised_on: CalendarDate | null
    loan_need: boolean
    /** Not known to be barred from a loan. */
    loan_eligible: boolean
    loan_guided_on: CalendarDate | null
    loan_listed_on: CalendarDate | null
    digitised: boolean
    group: string
  }
  person_row: { close_id: string; person: string; submission_id: string; row: number }
  event: {
    person: string
    case_ref: string
    unit_at: string
    offence_on: CalendarDate
    detected_on: CalendarDate | null
    prosecuted_on: CalendarDate | null
    convicted_on: CalendarDate | null
    dropped_on: CalendarDate | null
    seriousness: string
    submission_id: string
    row: number
  }
  reconciliation: {
    kind: ReconciliationKind
    unit_id: string
    window_id: string
    field: string
    left_submission: string | null
    left_n: number
    right_submission: string | null
    right_n: number
  }
  /** View: communes whose register is in force for a closing month. */
  covered_register: { close_id: string; unit_id: string }
  /** Communes that a model of several communes names beside its own. */
  model_cover: { submission_id: string; row: number; unit_id: string }
  /** Who had to send a form for a window, and whether it came. */
  slot: {
    source: string
    window_id: string
    unit_id: string
    reporter_id: string
    met: boolean
    withheld: number
  }
  /** Per unit, window and set of sources: reporters expected, reporters whose submissions are all in force, rows withheld. */
  coverage: {
    sources_id: string
    window_id: string
    unit_id: string
    expected: number
    covered: number
    withheld: number
    /** Somebody whose people are counted here ended within the window without a last register. */
    unheard: boolean
  }
  definition: { definition_id: string; indicator: string; parameters: string; finest: string }
  value: {
    definition_id: string
    map: 'then' | 'today'
    window_id: string
    unit_id: string
    breakdown: string
    category: string
    numerator: number
    denominator: number
    basis: 'register' | 'tally' | 'form'
    units_expected: number
    units_covered: number
    rows_withheld: number
    state: 'provisional' | 'final'
    estimate: boolean
  }
  verdict: {
    plan: string
    target: string
    window_id: string
    unit_id: string
    definition_id: string
    fact: 'met' | 'unmet' | 'na'
    code: VerdictCode
    /** `strong` when p ≤ 0.001, `moderate` when p ≤ 0.025, else null. */
    strength: 'strong' | 'moderate' | null
    /** How many more adverse cases (or missing favourable ones) the target can bear; negative when missed. */
    slack: number | null
    /** Kept among all places of its level; null where nothing is tested. */
    listed: boolean | null
    outlook: OutlookClass | null
  }
  /** What the rules of `models/quality` return: rows that cannot be, or that nobody can explain. */
  finding: {
    rule: string
    unit_id: string
    window_id: string
    subject: string
    owner: 'reporter' | 'analyst'
    severity: 'error' | 'warning'
    left_n: number
    right_n: number
    /** JSON of whole numbers and codes: what a sentence needs beside the two. */
    facts: string
  }
  condition: {
    rule: string
    plan: string
    target: string
    unit_id: string
    cycle: string
    window_id: string
    evidence_hash: string
    facts: string
  }
}

/**
 * Which two sources of one number, left and right.
 *
 * - `notices-returns`: announced by facilities · returned by register
 * - `offence-not-managed`: persons of cases who stand on no register · nobody
 * - `register-tally`: counted from the register · signed by the committee
 * - `listed-credit`: put on the list for the bank by register · received by the bank
 * - `moves-out`, `moves-in`: moved within the province, as one commune says · of those, as the other says too
 * - `opening-closing`: closing of the window before · opening of this one
 * - `credit-balance`: last balance with what was lent and repaid · the balance said; thousands of đồng
 * - `running-total`: running total of the window before · of this one, where it fell
 */
export type ReconciliationKind =
  | 'notices-returns'
  | 'offence-not-managed'
  | 'register-tally'
  | 'listed-credit'
  | 'moves-out'
  | 'moves-in'
  | 'opening-closing'
  | 'credit-balance'
  | 'running-total'

/** What is said of a target in a window and a place; the first that applies. */
export type VerdictCode =
  | 'NA'
  | 'DQ'
  | 'ND'
  | 'OPEN'
  | 'MISS'
  | 'SIG'
  | 'NUM'
  | 'OK?'
  | 'OK'
  | 'MET'

/**
 * How likely a target is met at the end of its year: `secured` and `lost` are certain by arithmetic; the others are a forecast of at least
 * 90 %, 50 %, 10 % and less.
 */
export type OutlookClass = 'secured' | 'high' | 'medium' | 'low' | 'very-low' | 'lost'

type AnyForm = (typeof forms)[number]

/** `returnee-register` → `form_returnee_register`. */
type TableName<Id extends string> = Id extends `${infer Head}-${infer Rest}`
  ? `${Head}_${TableName<Rest>}`
  : Id

/** Views `now_<form>`: the form's rows in force, with reporter and window. */
export type NowViews = {
  [T in keyof FormTables as T extends `form_${infer Name}`
    ? `now_${Name}`
    : never]: FormTables[T] & {
    reporter_id: string
    window_id: string
    /** Who the row is about; a row without any identifier is a person of its own. */
    person: string
  }
}

/** One table per form, all accepted rows of all submissions, superseded ones too; vault fields are absent from it. */
export type FormTables = {
  [F in AnyForm as `form_${TableName<F['id']>}`]: {
    submission_id: string
    row: number
    unit_id: string
  } & (F extends Form<string, infer C> ? RowOf<C> : never)
}
