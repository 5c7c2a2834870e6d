import fc from 'fast-check'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import type { Plan } from '#models/plans/plan.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { A, B, C, D, type Given, POLICE_OF_PROVINCE, type Row, type Sent, unitOf } from './rows.ts'
import {
  exemplars,
  models,
  notice,
  offence,
  reach,
  register,
  released,
  resident,
  sentenced,
} from './sent.ts'

/** Bắc Ninh's plan in a province that also asks for community sentences. */
const plan: Plan = {
  ...bacNinh2026,
  collection: [
    ...bacNinh2026.collection,
    {
      form: 'community-sentence',
      by: ['police'],
      every: 'month',
      basis: 'directive',
      beforeDay: 18,
      reference: '',
    },
  ],
}

/** Six months of four communes: closes on 14/1 … 14/6/2026, quarters on 14/3 and 14/6. */
export const businessDate: CalendarDate = '2026-06-20'
export const communes = [A, B, C, D] as const
export const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'] as const
const quarters = ['2026-Q1', '2026-Q2'] as const

/** First day after a month of the administrative grid: 2026-01 ends with 14/1. */
export const endOf = (month: string) => `${month}-15` as CalendarDate

const start: CalendarDate = '2025-11-20'
const day = fc.integer({ min: 0, max: 215 }).map((n) => addDays(start, n))
const maybe = <T>(one: fc.Arbitrary<T>, times = 1) => fc.option(one, { freq: times })
const one = <T>(...of: readonly T[]) => fc.constantFrom(...of)
const rare = fc.integer({ min: 0, max: 11 }).map((n) => n === 0)

const stay = fc.record({
  from: day,
  days: maybe(fc.integer({ min: 0, max: 120 }), 2),
  entry: one('ra_trai', 'ra_trai', 'chuyen_den', 'ra_soat', 'sap_xep_dvhc'),
  mistaken: rare,
  received: maybe(day),
  counselled: maybe(day),
  legalNeed: one('co', 'khong', 'chua'),
  legal: maybe(day),
  papersNeed: one('khong', 'can_cuoc', 'nhieu', 'chua'),
  papers: maybe(day),
  jobIntro: maybe(day),
  employment: one('on_dinh', 'khong_on_dinh', 'chua_co'),
  certificate: maybe(day),
  helper: maybe(day),
  jobNeed: one('co', 'khong', 'chua'),
  jobInfo: maybe(day),
  trainingNeed: one('co', 'khong', 'chua'),
  training: maybe(day),
  newJob: maybe(day),
  advised: maybe(day),
  loanNeed: one('co', 'co', 'khong', 'chua'),
  loanEligible: one('co', 'khong', 'chua', null),
  guided: maybe(day, 2),
  listed: maybe(day, 2),
  digitised: one('co', 'khong'),
  group: one('A', 'B', 'C', 'D', 'chua'),
})

const person = fc.record({
  sex: one('nam', 'nu'),
  basis: one('chap_hanh_xong', 'dac_xa', 'tha_tu_co_dieu_kien'),
  stays: fc.uniqueArray(fc.record({ at: one(...communes), stay }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ at }) => at,
  }),
})

const who = fc.integer({ min: 0, max: 9 })
const month = fc.integer({ min: 0, max: 5 })

const theCase = fc.record({
  who,
  at: one(...communes),
  prosecuted: maybe(day, 4),
  /** Month of whose list the dropping is first told. */
  droppedIn: maybe(month),
})

const announcement = fc.record({
  who,
  at: one(...communes),
  release: day,
  noticed: fc.integer({ min: 0, max: 300 }),
  basis: one('chap_hanh_xong', 'tha_tu_co_dieu_kien'),
  outcome: one(null, null, 'dung', 'ngoai_tinh', 'noi_khac_trong_tinh'),
  month,
})

const model = fc.record({
  at: one(...communes),
  quarter: one(...quarters),
  founded: day,
  stopped: maybe(day),
  with: maybe(one(...communes)),
})

const exemplar = fc.record({
  at: one(...communes),
  quarter: one(...quarters),
  on: day,
  withdrawn: maybe(day),
})

const talk = fc.record({
  from: one('committee:07210', 'committee:07246', 'agency:so-y-te', 'agency:toa-an'),
  quarter: one(...quarters),
  reached: fc.nat({ max: 50 }),
  of: fc.nat({ max: 50 }),
})

/** Of one category: those who are not on the register, and those who are. */
const sentence = fc.record({
  at: one(...communes),
  month,
  category: one('an_treo', 'tha_tu_co_dieu_kien'),
  need: fc.nat({ max: 5 }),
  needAlso: fc.nat({ max: 3 }),
  reached: fc.nat({ max: 5 }),
  reachedAlso: fc.nat({ max: 3 }),
  files: fc.nat({ max: 5 }),
  filesAlso: fc.nat({ max: 3 }),
  digitised: fc.nat({ max: 8 }),
})

const preparation = fc.record({ month, prepared: fc.nat({ max: 9 }), of: fc.nat({ max: 9 }) })

/** What goes wrong with a report: not sent, corrected, withheld in part, late. */
const fate = fc.record({
  missing: rare,
  /** An older or rejected version beside it, which must not matter. */
  ghost: maybe(
    one('older', 'older and later', 'same but earlier', 'rejected', 'withdrawn', 'held'),
  ),
  withheld: fc.integer({ min: 0, max: 12 }).map((n) => (n < 2 ? n + 1 : 0)),
  arrived: fc.integer({ min: 0, max: 5 }),
})

export interface RandomProvince {
  readonly given: Given
  /** The versions that must decide: one for each report that came. */
  readonly real: readonly Sent[]
}

/** Small provinces with everything that the rules speak of; each is built from reports as officers would send them. */
export const randomProvince: fc.Arbitrary<RandomProvince> = fc
  .record({
    people: fc.array(person, { maxLength: 10 }),
    cases: fc.array(theCase, { maxLength: 6 }),
    announced: fc.uniqueArray(announcement, { maxLength: 8, selector: ({ noticed }) => noticed }),
    models: fc.array(model, { maxLength: 4 }),
    exemplars: fc.array(exemplar, { maxLength: 4 }),
    talks: fc.uniqueArray(talk, {
      maxLength: 4,
      selector: ({ from, quarter }) => `${from} ${quarter}`,
    }),
    prepared: fc.uniqueArray(preparation, { maxLength: 6, selector: (p) => p.month }),
    sentences: fc.uniqueArray(sentence, {
      maxLength: 6,
      selector: ({ at, month, category }) => `${at} ${month} ${category}`,
    }),
    fates: fc.array(fate, { minLength: 60, maxLength: 60 }),
  })
  .map((drawn) => {
    const reports = [
      ...months.flatMap((m) => communes.map((code) => registerOf(drawn.people, code, m))),
      ...months.map((m, n) => offencesOf(drawn.cases, m, n)),
      ...months.map((m, n) => noticesOf(drawn.announced, m, n)),
      ...quarters.flatMap((q) =>
        communes.flatMap((code) => [
          modelsOf(drawn.models, code, q),
          exemplarsOf(drawn.exemplars, code, q),
        ]),
      ),
      ...drawn.talks.map(({ from, quarter, reached, of }) =>
        reach(from, quarter, [Math.min(reached, of), of]),
      ),
      ...months.map((m, n) => {
        const own = drawn.prepared.find((p) => p.month === n)
        return released(m, Math.min(own?.prepared ?? 0, own?.of ?? 0), own?.of ?? 0)
      }),
      ...months.flatMap((m, n) => communes.map((code) => sentencesOf(drawn.sentences, code, m, n))),
    ]
    const fated = reports.map((sent, n) => ({ sent, fate: drawn.fates[n % 60] as Fate }))
    const sent = fated
      .filter(({ fate }) => !fate.missing)
      .map(({ sent, fate }) => befallen(sent, fate))
    return {
      real: sent.map(({ real }) => real),
      given: {
        communes,
        businessDate,
        plan,
        knownUntil: '2026-06-30T00:00:00.000Z',
        missing: fated
          .filter(({ fate }) => fate.missing)
          .map(({ sent: { form, reporter, window } }) => `${form} ${reporter} ${window}`),
        reports: sent.flatMap(({ real, ghost }) => (ghost === null ? [real] : [ghost, real])),
      },
    }
  })

type Drawn<T> = T extends fc.Arbitrary<infer V> ? V : never
type Fate = Drawn<typeof fate>

/** As an officer's running workbook stands when it is sent, up to three days after the close. */
function registerOf(people: readonly Drawn<typeof person>[], code: string, m: string): Sent {
  const known = addDays(endOf(m), 3)
  const seen = (on: CalendarDate | null) => (on !== null && on < known ? on : null)
  const rows = people.flatMap(({ sex, basis, stays }, n) =>
    stays
      .filter(({ at, stay }) => at === code && stay.from < known)
      .map(({ stay: s }): Row => {
        const left = s.mistaken ? s.from : s.days === null ? null : seen(addDays(s.from, s.days))
        return resident(`P${n}`, s.from, {
          sex,
          release_basis: basis,
          entry_kind: s.entry,
          left_on: left,
          left_reason: s.mistaken ? 'ghi_trung' : left === null ? null : 'khac',
          received_on: seen(s.received),
          counselled_on: seen(s.counselled),
          legal_need: s.legalNeed,
          legal_on: seen(s.legal),
          papers_need: s.papersNeed,
          papers_on: seen(s.papers),
          job_intro_on: seen(s.jobIntro),
          employment: s.employment,
          certificate_date: seen(s.certificate),
          helper_kind: seen(s.helper) === null ? 'chua' : 'phu_nu',
          helper_on: seen(s.helper),
          job_need: s.jobNeed,
          job_info_on: seen(s.jobInfo),
          training_need: s.trainingNeed,
          training_on: seen(s.training),
          new_job_on: seen(s.newJob),
          credit_advised_on: seen(s.advised),
          loan_need: s.loanNeed,
          loan_eligible: s.loanEligible,
          loan_guided_on: seen(s.guided),
          loan_listed_on: seen(s.listed),
          digitised: s.digitised,
          group: s.group,
        })
      }),
  )
  return register(code, m, rows)
}

/** Each list tells the whole year; a case is dropped from the list of some month on. */
function offencesOf(cases: readonly Drawn<typeof theCase>[], m: string, nth: number): Sent {
  const rows = cases
    .filter(({ prosecuted }) => prosecuted === null || prosecuted < addDays(endOf(m), 3))
    .map(({ who, at, prosecuted, droppedIn }, n) =>
      offence(`V${n}`, `P${who}`, at, prosecuted, {
        dropped_on:
          droppedIn !== null && droppedIn <= nth ? endOf(months[droppedIn] as string) : null,
      }),
    )
  return { form: 'reoffence', reporter: POLICE_OF_PROVINCE, window: m, rows }
}

function noticesOf(announced: readonly Drawn<typeof announcement>[], m: string, nth: number): Sent {
  const rows = announced
    .filter((a) => a.month === nth)
    .map((a) =>
      notice(`P${a.who}`, a.at, a.release, {
        notice_date: addDays('2025-06-01', a.noticed),
        release_basis: a.basis,
        outcome: a.outcome,
      }),
    )
  return { form: 'release-notice', reporter: POLICE_OF_PROVINCE, window: m, rows }
}

function sentencesOf(
  all: readonly Drawn<typeof sentence>[],
  code: string,
  m: string,
  nth: number,
): Sent {
  const own = all.filter((s) => s.at === code && s.month === nth)
  return sentenced(
    code,
    m,
    Object.fromEntries(
      own.map((s) => [
        s.category,
        {
          job_need: s.need + s.needAlso,
          job_need_also: s.needAlso,
          job_reached: Math.min(s.reached, s.need) + Math.min(s.reachedAlso, s.needAlso),
          job_reached_also: Math.min(s.reachedAlso, s.needAlso),
          files: s.files + s.filesAlso,
          files_digitised: Math.min(s.digitised, s.files + s.filesAlso),
          files_also: s.filesAlso,
        },
      ]),
    ),
  )
}

function modelsOf(all: readonly Drawn<typeof model>[], code: string, q: string): Sent {
  const own = all.filter(({ at, quarter }) => at === code && quarter === q)
  return models(
    code,
    q,
    own.map(({ founded, stopped, with: other }) => ({
      founded_on: founded,
      status: stopped === null ? 'hoat_dong' : 'tam_dung',
      status_on: stopped,
      scope: other === null ? 'xa' : 'lien_xa',
      covers: other === null ? null : unitOf(other),
    })),
  )
}

function exemplarsOf(all: readonly Drawn<typeof exemplar>[], code: string, q: string): Sent {
  const own = all.filter(({ at, quarter }) => at === code && quarter === q)
  return exemplars(
    code,
    q,
    own.map(({ on, withdrawn }) => ({ recognised_on: on, withdrawn_on: withdrawn })),
  )
}

/** The report as it came, and a version beside it that must change nothing but, perhaps, when the first one came. */
function befallen(
  sent: Sent,
  { ghost, withheld, arrived }: Fate,
): { readonly real: Sent; readonly ghost: Sent | null } {
  const closing = sent.window.includes('Q')
    ? months[sent.window === '2026-Q1' ? 2 : 5]
    : sent.window
  const arrivedOn = addDays(endOf(closing as string), arrived - 1)
  const at = (days: number) => `${addDays(arrivedOn, days)}T05:00:00.000Z`
  const real = {
    ...sent,
    revision: 2,
    withheld: sent.form === 'communication' ? 0 : withheld,
    arrivedOn,
    receivedAt: at(0),
  }
  const empty = {
    ...sent,
    rows: [],
    withheld: 7,
    arrivedOn: addDays(arrivedOn, 2),
    receivedAt: at(2),
  }
  const ghosts: Record<NonNullable<Fate['ghost']>, Sent> = {
    older: { ...empty, revision: 1, arrivedOn: addDays(arrivedOn, -1), receivedAt: at(-1) },
    'older and later': { ...empty, revision: 1 },
    'same but earlier': { ...empty, revision: 2, receivedAt: at(-1) },
    rejected: { ...empty, revision: 3, outcome: 'rejected' },
    withdrawn: { ...empty, revision: 3, withdrawnAt: at(3) },
    held: { ...empty, revision: 3, outcome: 'held' },
  }
  return { real, ghost: ghost === null ? null : (ghosts[ghost] ?? null) }
}
