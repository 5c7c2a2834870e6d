import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  communicationReach,
  digitisationCoverage,
  exemplarCoverage,
  indicators,
  modelCoverage,
  preReleasePreparationCoverage,
  reportingCompleteness,
  reportingTimeliness,
} from '#models/indicators/index.ts'
import {
  type Definition,
  define,
  type Indicator,
  type Parameters,
} from '#models/indicators/indicator.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import {
  communes,
  endOf,
  months,
  type RandomProvince,
  randomProvince,
} from '#test/support/random-province.ts'
import { generationOf, PROVINCE, type Sent } from '#test/support/rows.ts'

/** Every window that has closed: its id, and which of the six months it holds, first and last. */
const WINDOWS: readonly (readonly [id: string, first: number, last: number])[] = [
  ...months.map((month, n) => [month, n, n] as const),
  ['2026-2M', 0, 1],
  ['2026-Q1', 0, 2],
  ['2026-4M', 0, 3],
  ['2026-5M', 0, 4],
  ['2026-6M', 0, 5],
  ['2026-Q2', 3, 5],
]

/** Figures of persons, each for the plan's and for Thông tư 10's. */
const OF_PERSONS: Readonly<Record<string, Indicator>> = Object.fromEntries(
  indicators.filter(({ parameters }) => 'who' in parameters).map((one) => [one.id, one]),
)

/** Choices beside the defaults that are counted here too. */
const CHOICES: Readonly<Record<string, readonly Parameters[]>> = {
  'credit-advice-coverage': [{ of: 'returned' }],
  'employment-rate': [{ of: 'returned' }],
  'job-information-coverage': [{ population: 'returnee' }],
  'lawful-conduct-share': [{ of: 'all' }],
  'legal-support-coverage': [{ of: 'all' }],
  'papers-coverage': [{ of: 'all' }],
  'reception-coverage': [{ notices: 'returnee-register' }],
  'reoffending-rate': [{ population: 'returned' }],
}

/** What is counted here, each figure with its name in the lines. */
const ASKED: ReadonlyMap<Definition, string> = new Map([
  ...Object.values(OF_PERSONS).flatMap((one) =>
    [{}, ...(CHOICES[one.id] ?? [])].flatMap((choice): [Definition, string][] => [
      [define(one, choice), labelOf(one.id, choice)],
      [define(one, { ...choice, who: 'tt10' }), `${labelOf(one.id, choice)}/tt10`],
    ]),
  ),
  ...[{}, { population: 'returnee' }].map((choice): [Definition, string] => [
    define(digitisationCoverage, choice),
    labelOf(digitisationCoverage.id, choice),
  ]),
  ...[modelCoverage, exemplarCoverage, communicationReach, preReleasePreparationCoverage].map(
    (one): [Definition, string] => [define(one as never), one.id],
  ),
  ...[reportingCompleteness, reportingTimeliness].flatMap((one) =>
    [
      'returnee-register',
      'release-notice',
      'reoffence',
      'pre-release',
      'support-model',
      'exemplar',
      'communication',
    ].map((form): [Definition, string] => [define(one, { form }), `${one.id}/${form}`]),
  ),
])

function labelOf(id: string, choice: Parameters): string {
  return [id, ...Object.values(choice)].join('/')
}

describe('values of random provinces', () => {
  it('are those of counting day by day, person by person', async () => {
    await fc.assert(
      fc.asyncProperty(randomProvince, async (province) => {
        const generation = await generationOf({ ...province.given, also: [...ASKED.keys()] })
        const rows = await generation.engine.rows(`select * from value where breakdown = ''`)
        await generation.close()
        const labels = new Map([...ASKED].map(([{ id }, label]) => [id, label]))
        const found = rows.flatMap((v) => {
          const label = labels.get(String(v['definition_id']))
          const unit = String(v['unit_id']).split('@')[0]
          return label === undefined
            ? []
            : `${label} ${String(v['window_id']).slice(4)} ${unit}: ${v['numerator']}/${v['denominator']} ${v['state']}`
        })
        const counted = countedIn(province)
        expect({ tooMany: without(found, counted), tooFew: without(counted, found) }).toEqual({
          tooMany: [],
          tooFew: [],
        })
      }),
      {
        numRuns: Number(process.env['RUNS'] ?? 6),
        seed: Number(process.env['SEED'] ?? 2026),
        endOnFailure: !process.env['SHRINK'],
      },
    )
  })
})

/** What must come out, counted naively: each window is walked through day by day, no table joined with another. */
function countedIn({ given, real }: RandomProvince): readonly string[] {
  const nil = (form: string, reporter: string, window: string): Sent => ({
    form,
    reporter,
    window,
    rows: [],
  })
  const missing = new Set(given.missing)
  /** The report that decides, one with nothing to tell, or none. */
  const report = (form: string, reporter: string, window: string): Sent | null => {
    const found = real.find(
      (r) => r.form === form && r.reporter === reporter && r.window === window,
    )
    return (
      found ?? (missing.has(`${form} ${reporter} ${window}`) ? null : nil(form, reporter, window))
    )
  }
  const lines: string[] = []

  for (const [id, first, last] of WINDOWS) {
    const from: CalendarDate = first === 0 ? '2025-12-15' : endOf(months[first - 1] as string)
    const to = endOf(months[last] as string)
    const own = months.slice(first, last + 1)
    const close = months[last] as string
    const within = (on: unknown) => on !== null && String(on) >= from && String(on) < to
    const done = (on: unknown) => on !== null && on !== undefined && String(on) < to

    const registers = new Map(
      communes.map((c) => [c as string, report('returnee-register', `police:${c}`, close)]),
    )
    const covered = communes.filter((c) => registers.get(c) !== null)
    const rows = covered.flatMap((unit) =>
      (registers.get(unit) as Sent).rows
        .map(({ values, ids }): Lived => ({ ...values, unit, who: ids?.[0] as string }))
        .filter((row) => row['left_reason'] !== 'ghi_trung' && String(row['arrived_on']) < to),
    )
    const people = [...new Set(rows.map(({ who }) => who))].map((who) =>
      personIn(
        rows.filter((r) => r.who === who),
        from,
        to,
      ),
    )

    const line = (
      indicator: string,
      unit: string,
      [n, d]: readonly [number, number],
      final: boolean,
    ) => lines.push(`${indicator} ${id} ${unit}: ${n}/${d} ${final ? 'final' : 'provisional'}`)
    /** Lines of an indicator of communes, and of the province if any has a value; `gate` is null where the province's own part is missing. */
    const tell = (
      indicator: string,
      units: readonly string[],
      of: (unit: string) => readonly [number, number],
      doubt: (unit: string) => number,
      gate: number | null = 0,
    ) => {
      if (gate === null || units.length === 0) return
      for (const unit of units) line(indicator, unit, of(unit), doubt(unit) + gate === 0)
      const whole =
        units.length === communes.length &&
        gate === 0 &&
        communes.every((unit) => doubt(unit) === 0)
      line(indicator, PROVINCE, sum(units.map(of)), whole)
    }
    const withheld = (unit: string) => registers.get(unit)?.withheld ?? 0

    const probationer = (basis: unknown) => basis === 'tha_tu_co_dieu_kien'
    const free = (p: Person) =>
      !probationer(p.owner['release_basis']) || p.rows.some((r) => done(r['certificate_date']))
    /** A figure of persons, and the same without those on probation at the close. */
    const persons = <S>(
      label: string,
      all: readonly S[],
      of: {
        readonly at: (subject: S) => unknown
        readonly asked?: (subject: S) => boolean
        readonly did: (subject: S) => boolean
        readonly free: (subject: S) => boolean
      },
      gate: number | null = 0,
    ) => {
      for (const [name, some] of [
        [label, all],
        [`${label}/tt10`, all.filter(of.free)],
      ] as const)
        tell(
          name,
          covered,
          (unit) => {
            const here = some.filter((one) => of.at(one) === unit && (of.asked?.(one) ?? true))
            return [here.filter(of.did).length, here.length]
          },
          withheld,
          gate,
        )
    }
    const served = (service: string) => (p: Person) => p.rows.some((r) => done(r[service]))
    const needs = (need: string) => (p: Person) => p.rows.some((r) => r[need] !== 'khong')

    // everybody whose (last) return lies in the window, where he came back to
    const back = people.filter(({ back }) => back !== null && within(back['arrived_on']))
    const cameTo = { at: (p: Person) => p.back?.['unit'], free }
    const works = (p: Person) => p.owner['employment'] === 'on_dinh'
    persons('counselling-coverage', back, { ...cameTo, did: served('counselled_on') })
    persons('job-introduction-coverage', back, { ...cameTo, did: served('job_intro_on') })
    for (const [what, service, need] of [
      ['legal-support-coverage', 'legal_on', 'legal_need'],
      ['papers-coverage', 'papers_on', 'papers_need'],
    ] as const) {
      persons(what, back, { ...cameTo, asked: needs(need), did: served(service) })
      persons(`${what}/all`, back, { ...cameTo, did: served(service) })
    }
    persons('training-coverage', back, {
      ...cameTo,
      asked: needs('training_need'),
      did: served('training_on'),
    })
    persons('trained-or-new-job-share', back, {
      ...cameTo,
      did: (p) => served('training_on')(p) || served('new_job_on')(p),
    })
    persons('employment-rate/returned', back, { ...cameTo, did: works })
    persons('credit-advice-coverage/returned', back, {
      ...cameTo,
      did: served('credit_advised_on'),
    })
    persons('reception-coverage/returnee-register', back, { ...cameTo, did: served('received_on') })

    // everybody with a stay on the last day, where he lives
    const stock = people.filter(({ lastDay }) => lastDay === addDays(to, -1))
    const livesIn = { at: (p: Person) => p.owner.unit, free }
    persons('employment-rate', stock, { ...livesIn, did: works })
    persons('credit-advice-coverage', stock, { ...livesIn, did: served('credit_advised_on') })
    persons('helper-assignment-coverage', stock, {
      ...livesIn,
      did: ({ owner }) => owner['helper_kind'] !== 'chua' && done(owner['helper_on']),
    })
    const lawful = ({ owner }: Person) => ['A', 'B'].includes(String(owner['group']))
    persons('lawful-conduct-share', stock, {
      ...livesIn,
      asked: ({ owner }) => owner['group'] !== 'chua',
      did: lawful,
    })
    persons('lawful-conduct-share/all', stock, { ...livesIn, did: lawful })
    persons('credit-listing-coverage', stock, {
      ...livesIn,
      asked: ({ owner }) => owner['loan_need'] !== 'khong' && owner['loan_eligible'] !== 'khong',
      did: (p) => served('loan_guided_on')(p) && served('loan_listed_on')(p),
    })
    persons('job-information-coverage/returnee', stock, {
      ...livesIn,
      asked: needs('job_need'),
      did: served('job_info_on'),
    })
    tell(
      'digitisation-coverage/returnee',
      covered,
      (unit) => {
        const here = stock.filter(({ owner }) => owner.unit === unit)
        return [here.filter(({ owner }) => owner['digitised'] === 'co').length, here.length]
      },
      withheld,
    )

    // both populations: persons of the register, and who of the community is not on it
    const sentenced = new Map(
      communes.map((c) => [c as string, report('community-sentence', `police:${c}`, close)]),
    )
    const both = covered.filter((c) => sentenced.get(c) !== null)
    const bothWithheld = (unit: string) => withheld(unit) + (sentenced.get(unit)?.withheld ?? 0)
    const categories = (unit: string) =>
      (sentenced.get(unit)?.rows ?? []).map(
        ({ values }) => values as Readonly<Record<string, number>>,
      )
    for (const tt10 of [false, true])
      tell(
        `job-information-coverage${tt10 ? '/tt10' : ''}`,
        both,
        (unit) => {
          const here = stock.filter(
            (p) => p.owner.unit === unit && needs('job_need')(p) && (!tt10 || free(p)),
          )
          const others = categories(unit).filter((c) => !tt10 || !probationer(c['category']))
          return sum([
            [here.filter(served('job_info_on')).length, here.length],
            ...others.map((c) => [but(c, 'job_reached'), but(c, 'job_need')] as const),
          ])
        },
        bothWithheld,
      )
    tell(
      'digitisation-coverage',
      both,
      (unit) => {
        const here = stock.filter(({ owner }) => owner.unit === unit)
        return sum([
          [here.filter(({ owner }) => owner['digitised'] === 'co').length, here.length],
          ...categories(unit).map((c) => {
            const also = c['files_also'] ?? 0
            return [
              Math.max(0, (c['files_digitised'] ?? 0) - also),
              (c['files'] ?? 0) - also,
            ] as const
          }),
        ])
      },
      bothWithheld,
    )

    // new offences: the newest list of the year decides, if it is not older than the window
    const lists = months.map((m) => report('reoffence', 'agency:cong-an-tinh', m))
    const newest = lists.findLastIndex((list) => list !== null)
    const cases = (newest < 0 ? [] : (lists[newest] as Sent).rows).map(
      ({ values, ids, unit }) => ({ who: ids?.[0], unit, ...values }) as Cells,
    )
    const standing = (p: Person) =>
      cases.filter((c) => c['who'] === p.who && c['prosecuted_on'] && c['dropped_on'] === null)
    const counted = (p: Person) =>
      standing(p)
        .filter((c) => within(c['prosecuted_on']))
        .sort((a, b) =>
          compare(
            `${a['prosecuted_on']} ${a['case_ref']}`,
            `${b['prosecuted_on']} ${b['case_ref']}`,
          ),
        )
    const offender = (p: Person) => counted(p).length > 0
    const placeOfCase = (p: Person) =>
      counted(p).find((c) => (covered as readonly unknown[]).includes(c['unit']))?.['unit']
    const gate = newest < last ? null : (lists[newest]?.withheld ?? 0)
    persons(
      'reoffending-rate',
      people.filter(({ here }) => here),
      { at: (p) => placeOfCase(p) ?? p.owner.unit, did: offender, free },
      gate,
    )
    persons(
      'reoffending-rate/returned',
      back,
      { at: (p) => placeOfCase(p) ?? p.back?.unit, did: offender, free },
      gate,
    )
    // followed for a year, which none of these cases is far from; never final so soon
    persons(
      'reoffending-within-12-months',
      back,
      {
        ...cameTo,
        did: (p) =>
          standing(p).some((c) => String(c['prosecuted_on']) >= String(p.back?.['arrived_on'])),
      },
      gate === null ? null : gate + 1,
    )

    // reception: announced releases of the window, by the last notice of each person
    const noticed = own.map((m) => report('release-notice', 'agency:cong-an-tinh', m))
    const all = months
      .flatMap((m) => report('release-notice', 'agency:cong-an-tinh', m)?.rows ?? [])
      .map(({ values, ids, unit }) => ({ who: ids?.[0], unit, ...values }) as Cells)
      .filter((n) => within(n['release_date']))
      .sort((a, b) => compare(String(b['notice_date']), String(a['notice_date'])))
    const latest = all.filter(
      (n, at) =>
        all.findIndex((other) => other['who'] === n['who']) === at && n['outcome'] !== 'ngoai_tinh',
    )
    persons(
      'reception-coverage',
      latest,
      {
        at: (n) => n['unit'],
        did: (n) => receivedSince(people, n, done),
        free: (n) =>
          !probationer(n['release_basis']) ||
          people.some((p) => p.who === n['who'] && p.rows.some((r) => done(r['certificate_date']))),
      },
      noticed.includes(null) ? null : noticed.reduce((n, list) => n + (list?.withheld ?? 0), 0),
    )

    // pre-release: the province's own, months added up
    const prepared = own.map((m) => report('pre-release', 'facility:trai-tam-giam', m))
    if (!prepared.includes(null)) {
      const sums = sum(
        prepared.map((p) => [
          Number(p?.rows[0]?.values['all_four'] ?? 0),
          Number(p?.rows[0]?.values['released'] ?? 0),
        ]),
      )
      line(
        'pre-release-preparation-coverage',
        PROVINCE,
        sums,
        prepared.every((p) => (p?.withheld ?? 0) === 0),
      )
    }

    const quarter = last === 2 ? '2026-Q1' : last === 5 ? '2026-Q2' : null
    if (quarter !== null && (first === 0 || id === 'Q2' || id === '2026-Q2')) {
      // models, exemplars
      const keeps = new Map(
        communes.map((c) => [c as string, report('support-model', `committee:${c}`, quarter)]),
      )
      const working = communes
        .flatMap((c) =>
          (keeps.get(c)?.rows ?? []).map(({ values }): Cells => ({ ...values, unit: c })),
        )
        .filter(
          (m) =>
            done(m['founded_on']) && (m['status'] === 'hoat_dong' || String(m['status_on']) >= to),
        )
      tell(
        'model-coverage',
        covered.filter((c) => keeps.get(c) !== null),
        (unit) => {
          const lives = stock.some(({ home }) => home?.['unit'] === unit)
          const has = working.some(
            (m) => m['unit'] === unit || String(m['covers']).startsWith(`${unit}@`),
          )
          return [Number(lives && has), Number(lives)]
        },
        (unit) => withheld(unit) + (keeps.get(unit)?.withheld ?? 0),
      )
      const shows = new Map(
        communes.map((c) => [c as string, report('exemplar', `committee:${c}`, quarter)]),
      )
      tell(
        'exemplar-coverage',
        communes.filter((c) => shows.get(c) !== null),
        (unit) => {
          const stands = (e: Cells) =>
            String(e['recognised_on']) >= '2025-12-15' &&
            done(e['recognised_on']) &&
            !done(e['withdrawn_on'])
          return [Number(shows.get(unit)?.rows.some(({ values }) => stands(values as Cells))), 1]
        },
        (unit) => shows.get(unit)?.withheld ?? 0,
      )
      // communication: committees in their communes, everybody in the province
      const reached = (reporter: string): readonly [number, number] => {
        const values = report('communication', reporter, quarter)?.rows[0]?.values
        return [
          Number(values?.['officials_reached'] ?? 0),
          Number(values?.['officials_total'] ?? 0),
        ]
      }
      const talked = communes.filter(
        (c) => report('communication', `committee:${c}`, quarter) !== null,
      )
      for (const c of talked) line('communication-reach', c, reached(`committee:${c}`), true)
      const gone = [...missing].some(
        (key) =>
          key.startsWith('communication') && key.endsWith(quarter) && !key.includes('toa-an'),
      )
      const reporters = [...talked.map((c) => `committee:${c}`), 'agency:so-y-te', 'agency:toa-an']
      line('communication-reach', PROVINCE, sum(reporters.map(reached)), !gone)
    }

    // reports: expected, received, in time
    const reporting = (
      form: string,
      units: readonly (readonly [unit: string, reporter: string])[],
      windows: readonly string[],
    ) => {
      const by = (unit: string | null) =>
        units
          .filter(([at]) => unit === null || at === unit)
          .flatMap(([, reporter]) => windows.map((w) => [reporter, w] as const))
      const came = (reports: readonly (readonly [string, string])[]) => [
        reports.filter(([reporter, w]) => report(form, reporter, w) !== null).length,
        reports.filter(
          ([reporter, w]) =>
            arrivalOf(given.reports, report(form, reporter, w)) < dueOf(form, reporter, w),
        ).length,
      ]
      for (const unit of [...new Set(units.map(([at]) => at)), PROVINCE]) {
        const expected = unit === PROVINCE ? by(null) : by(unit)
        const [received = 0, inTime = 0] = came(expected)
        if (expected.length === 0) continue
        line(`reporting-completeness/${form}`, unit, [received, expected.length], true)
        line(`reporting-timeliness/${form}`, unit, [inTime, expected.length], true)
      }
    }
    const quarters = [
      ...(first === 0 && last >= 2 ? ['2026-Q1'] : []),
      ...((first === 0 || first === 3) && last === 5 ? ['2026-Q2'] : []),
    ]
    const police = communes.map((c) => [c, `police:${c}`] as const)
    const committees = communes.map((c) => [c, `committee:${c}`] as const)
    reporting('returnee-register', police, own)
    for (const form of ['release-notice', 'reoffence'])
      reporting(form, [[PROVINCE, 'agency:cong-an-tinh']], own)
    reporting('pre-release', [[PROVINCE, 'facility:trai-tam-giam']], own)
    for (const form of ['support-model', 'exemplar']) reporting(form, committees, quarters)
    reporting(
      'communication',
      [...committees, ...AGENCIES.map((slug) => [PROVINCE, `agency:${slug}`] as const)],
      quarters,
    )
  }
  return lines
}

/** The bodies of Plan 195/KH-UBND, III.1–12, that report by themselves and are obliged. */
const AGENCIES = [
  'cong-an-tinh',
  'van-phong-ubnd',
  'so-tu-phap',
  'so-noi-vu',
  'so-van-hoa-the-thao-du-lich',
  'so-giao-duc-dao-tao',
  'so-tai-chinh',
  'so-nong-nghiep-moi-truong',
  'so-y-te',
  'so-khoa-hoc-cong-nghe',
  'thi-hanh-an-dan-su',
  'ngan-hang-chinh-sach-xa-hoi',
]

/** Before the 18th of the closing month; the second quarter of committees and agencies by the plan's IV.2 before 15/6. */
function dueOf(form: string, reporter: string, window: string): string {
  const closing = window === '2026-Q1' ? '2026-03' : window === '2026-Q2' ? '2026-06' : window
  const byPlan =
    window === '2026-Q2' &&
    reporter !== 'agency:cong-an-tinh' &&
    ['support-model', 'exemplar', 'communication'].includes(form)
  return byPlan ? '2026-06-15' : `${closing}-18`
}

/** When the first version came that was accepted and not withdrawn. */
function arrivalOf(all: readonly Sent[], decides: Sent | null): string {
  if (decides === null) return '9999'
  const same = all.filter(
    (s) =>
      s.form === decides.form &&
      s.reporter === decides.reporter &&
      s.window === decides.window &&
      s.outcome === undefined &&
      s.withdrawnAt === undefined,
  )
  return same.map(({ arrivedOn }) => arrivedOn ?? '').sort(compare)[0] ?? '2026-01-02'
}

type Cells = Readonly<Record<string, unknown>>

/** A row of a register with its commune and its person. */
interface Lived extends Cells {
  readonly unit: string
  readonly who: string
}

/**
 * One person's rows of a close: where he lived on the last day on which he lived anywhere, the last return, and what of the rows still
 * tells of the time since: not those that ended by an earlier release.
 */
function personIn(all: readonly Lived[], from: CalendarDate, to: CalendarDate) {
  const latestFirst = all.toSorted(
    (a, b) => compare(String(b['arrived_on']), String(a['arrived_on'])) || compare(a.unit, b.unit),
  )
  let lastDay: CalendarDate | null = null
  let home: Lived | null = null
  for (let day: CalendarDate = '2025-11-01'; day < to; day = addDays(day, 1)) {
    const there = latestFirst.find(
      (r) =>
        String(r['arrived_on']) <= day && (r['left_on'] === null || day < String(r['left_on'])),
    )
    if (there !== undefined) [lastDay, home] = [day, there]
  }
  const back = latestFirst.find((r) => r['entry_kind'] === 'ra_trai') ?? null
  const earlier = (r: Lived) =>
    back !== null &&
    r['left_on'] !== null &&
    String(r['left_on']) <= String(back['arrived_on']) &&
    String(r['release_date']) < String(back['release_date'])
  const rows = all.filter((r) => !earlier(r))
  return {
    who: all[0]?.who as string,
    rows,
    lastDay,
    here: lastDay !== null && lastDay >= from,
    home,
    back,
    /** Whose row tells how things stand: where he lived last, or without a day there where he came last. */
    owner: home ?? (latestFirst[0] as Lived),
  }
}

type Person = ReturnType<typeof personIn>

/** Those of a category who are not on the register as well. */
function but(category: Readonly<Record<string, number>>, field: string): number {
  return (category[field] ?? 0) - (category[`${field}_also`] ?? 0)
}

function sum(pairs: readonly (readonly [number, number])[]): readonly [number, number] {
  return pairs.reduce(([n, d], [a, b]) => [n + a, d + b] as const, [0, 0] as const)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others)
  return lines.filter((line) => !known.has(line)).sort()
}

/** Received, and not before an earlier release: he lived there after the one that was announced, or nowhere a day. */
function receivedSince(
  people: readonly ReturnType<typeof personIn>[],
  notice: Cells,
  done: (on: unknown) => boolean,
): boolean {
  const person = people.find(({ who }) => who === notice['who'])
  const since =
    person === undefined ||
    person.lastDay === null ||
    person.lastDay >= String(notice['release_date'])
  return since && (person?.rows ?? []).some((r) => done(r['received_on']))
}
