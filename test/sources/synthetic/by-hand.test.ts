import { describe, expect, it } from 'vitest'
import type { Model } from '#sources/synthetic/model.ts'
import type { Person, Services, Stay } from '#sources/synthetic/person.ts'
import type { Province } from '#sources/synthetic/province.ts'
import type { Resident } from '#sources/synthetic/register-row.ts'
import type { Schedule } from '#sources/synthetic/schedule.ts'
import type { Sending } from '#sources/synthetic/sending.ts'
import { truthOf } from '#sources/synthetic/truth.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import { committeeOf, policeOf, type Reporter } from '#sources/vocabulary/reporter.ts'
import type { UnitId } from '#sources/vocabulary/unit.ts'
import { window } from '#sources/vocabulary/window.ts'
import { agencies, communesOfBacNinh } from './small.ts'

/*
 * Three communes and thirteen people in the first quarter of 2026, told as lives; the values were worked out by hand from the same
 * month told as submissions (test/months/by-hand).
 */

const units = ['07210', '07246', '07264'].map((code) => {
  const unit = communesOfBacNinh().find((each) => each.code === code)
  if (unit === undefined) throw new Error(`no commune ${code}`)
  return unit
})
const [A, B, C] = units.map(({ id }) => id) as [UnitId, UnitId, UnitId]
const PROVINCE = units[0]?.parentId as UnitId

const NOTHING: Services = {
  reportedOn: null,
  receivedOn: null,
  helper: 'cong_an',
  helperOn: null,
  counselledOn: null,
  legalOn: null,
  papersOn: null,
  jobInfoOn: null,
  jobIntroOn: null,
  trainingKind: null,
  trainingOn: null,
  creditAdvisedOn: null,
  loanGuidedOn: null,
  loanListedOn: null,
}

interface Told {
  readonly stays: readonly (readonly [UnitId, from: CalendarDate, to?: CalendarDate])[]
  readonly released: CalendarDate
  readonly needs?: readonly ('legal' | 'papers')[]
  readonly got?: Partial<Services>
  readonly work?: readonly (readonly [CalendarDate, Person['work'][number]['work']])[]
  readonly notice?: UnitId
  readonly forgotten?: boolean
  readonly cases?: Person['cases']
}

function told(key: string, life: Told): Person {
  const need = <T extends string>(found: T) => ({ found, reviewedOn: life.released })
  const stays = life.stays.map(
    ([unitId, from, to = null], index): Stay => ({
      unitId,
      from,
      to,
      entry: index === 0 ? 'ra_trai' : 'chuyen_den',
      movedFrom: null,
      leftReason: null,
      movedTo: null,
      leavingRecorded: !life.forgotten,
    }),
  )
  return {
    key,
    fullName: `Người ${key}`,
    sex: 'nam',
    birthYear: 1985,
    papers: { nationalId: null, nationalIdFrom: null, oldId: null, without: 'chua_cap' },
    caseFileNo: key,
    release: { basis: 'chap_hanh_xong', amnestyRound: null, on: life.released, probationEnd: null },
    notice: life.notice
      ? {
          facility: 'Trại giam',
          number: '1',
          on: life.released,
          unitId: life.notice,
          outcome: 'dung',
        }
      : null,
    stays,
    residence: 'thuong_tru',
    services: { ...NOTHING, ...life.got },
    needs: {
      legal: need(life.needs?.includes('legal') ? 'co' : 'khong'),
      papers: need(life.needs?.includes('papers') ? 'can_cuoc' : 'khong'),
      job: need('khong'),
      training: need('khong'),
      loan: need('khong'),
    },
    work: (life.work ?? []).map(([from, work]) => ({ from, work })),
    newJobOn: null,
    extraPenalty: 'khong',
    group: 'A',
    digitisedOn: null,
    cases: life.cases ?? [],
    remark: null,
  }
}

function act(ref: string, unitId: UnitId, days: readonly (CalendarDate | null)[]) {
  const [offenceOn, detectedOn, prosecutedOn = null, droppedOn = null] = days
  return {
    ref,
    unitId,
    offenceOn: offenceOn as CalendarDate,
    place: 'trong_tinh' as const,
    detectedOn: detectedOn as CalendarDate,
    prosecutedOn,
    convictedOn: null,
    droppedOn,
    group: 'so_huu',
    seriousness: 'it',
    source: 'dieu_tra',
  }
}

const persons = [
  told('P01', {
    stays: [[A, '2025-12-20']],
    released: '2025-12-20',
    notice: A,
    needs: ['legal', 'papers'],
    got: {
      receivedOn: '2025-12-22',
      counselledOn: '2025-12-25',
      legalOn: '2026-01-10',
      papersOn: '2026-02-01',
      jobIntroOn: '2026-01-15',
    },
    work: [
      ['2025-12-20', 'chua_co'],
      ['2026-01-20', 'on_dinh'],
    ],
  }),
  told('P02', {
    stays: [[A, '2026-01-05']],
    released: '2026-01-05',
    notice: A,
    got: { receivedOn: '2026-01-06', jobIntroOn: '2026-03-01' },
    work: [['2026-01-05', 'chua_co']],
  }),
  told('P03', {
    stays: [[A, '2024-06-10']],
    released: '2024-06-10',
    work: [['2024-06-10', 'khong_on_dinh']],
    cases: [act('V3', A, ['2026-02-01', '2026-02-03', '2026-02-10'])],
  }),
  told('P04', {
    stays: [[A, '2023-03-01', '2026-01-20']],
    released: '2023-03-01',
    work: [['2023-03-01', 'on_dinh']],
  }),
  told('P05', {
    stays: [
      [A, '2025-05-01', '2026-02-01'],
      [B, '2026-02-01'],
    ],
    released: '2025-05-01',
    work: [['2025-05-01', 'on_dinh']],
    cases: [act('V2', A, ['2026-01-18', '2026-01-20', '2026-01-25'])],
  }),
  told('P06', {
    stays: [[B, '2026-02-20']],
    released: '2026-02-20',
    notice: B,
    got: { receivedOn: '2026-02-25', counselledOn: '2026-02-25' },
    work: [['2026-02-20', 'chua_co']],
  }),
  told('P07', {
    stays: [[B, '2022-11-11']],
    released: '2022-11-11',
    work: [['2022-11-11', 'on_dinh']],
  }),
  told('P08', {
    stays: [[B, '2025-09-02']],
    released: '2025-09-01',
    work: [['2025-09-02', 'chua_co']],
    cases: [act('V4', B, ['2026-03-10', '2026-03-11'])],
  }),
  told('P09', {
    stays: [[B, '2024-01-15']],
    released: '2024-01-15',
    work: [['2024-01-15', 'khong_on_dinh']],
    cases: [act('V1', B, ['2025-12-20', '2025-12-22', '2025-12-28', '2026-02-15'])],
  }),
  told('P10', {
    stays: [[C, '2026-03-01']],
    released: '2026-03-01',
    notice: C,
    needs: ['legal', 'papers'],
    work: [['2026-03-01', 'chua_co']],
  }),
  told('P11', { stays: [], released: '2026-02-10', notice: C }),
  told('P12', {
    stays: [
      [A, '2025-10-01', '2026-03-05'],
      [C, '2026-03-05'],
    ],
    released: '2025-10-01',
    forgotten: true,
    work: [['2025-10-01', 'khong_lao_dong']],
  }),
  told('P13', {
    stays: [[A, '2026-03-10']],
    released: '2026-03-10',
    notice: A,
    needs: ['legal', 'papers'],
    got: { receivedOn: '2026-03-12' },
    work: [['2026-03-10', 'chua']],
  }),
]

function model(unitId: UnitId, endedOn: CalendarDate | null): Model {
  return {
    unitId,
    code: 'M',
    name: 'Câu lạc bộ',
    kind: 'cau_lac_bo',
    scope: 'xa',
    covers: [],
    decisionNo: '1',
    foundedOn: '2025-06-01',
    endedOn,
    ending: 'tam_dung',
    rating: 'hieu_qua',
    members: 5,
    pace: 1,
    asleep: false,
  }
}

const province: Province = {
  seed: 'by-hand',
  unitId: PROVINCE,
  year: { year: 2026, from: '2025-12-15', to: '2026-12-15' },
  months: 3,
  communes: units.map((unit) => ({
    unit,
    stock: 1,
    returning: 1,
    care: { received: 100, counselled: 100, legal: 100, papers: 100, jobIntro: 100, wait: 1 },
    officials: 10,
    adults: 100,
  })),
  persons,
  models: [model(A, null), model(B, '2026-02-28')],
  exemplars: [
    {
      unitId: A,
      code: 'E-A1',
      displayName: 'Người giúp đỡ',
      personal: true,
      kind: 'nguoi_giup_do',
      level: 'xa',
      form: 'giay_khen',
      decisionNo: '1',
      recognisedOn: '2026-02-02',
      withdrawnOn: null,
    },
  ],
}

function sent(
  reporter: Reporter,
  windowId: string,
  arrivedOn: CalendarDate,
  forms: readonly string[],
  revision = 1,
): Sending {
  const w = window(windowId)
  const commune = province.communes.find(({ unit }) => unit.id === reporter.unitId) ?? null
  const dataTo = addDays(w.to, -1)
  return { reporter, commune, window: w, forms, revision, dataTo, arrivedOn, faults: [] }
}

const [policeA, policeB, policeC] = units.map((unit) => policeOf(unit, 'obliged')) as [
  Reporter,
  Reporter,
  Reporter,
]
const police = agencies.find(({ id }) => id === 'agency:cong-an-tinh') as Reporter
const REGISTER = ['returnee-register']
const LISTS = ['release-notice', 'reoffence']
const QUARTER = ['support-model', 'exemplar', 'communication']

const schedule: Schedule = {
  until: '2026-03-20',
  residents: new Map<UnitId, readonly Resident[]>(),
  sendings: [
    sent(policeA, 'adm:2026-01', '2026-01-15', REGISTER),
    sent(policeB, 'adm:2026-01', '2026-01-16', REGISTER),
    sent(policeC, 'adm:2026-01', '2026-01-17', REGISTER),
    sent(policeA, 'adm:2026-02', '2026-02-15', REGISTER),
    sent(policeC, 'adm:2026-02', '2026-02-16', REGISTER),
    sent(policeB, 'adm:2026-02', '2026-02-25', REGISTER),
    sent(policeA, 'adm:2026-03', '2026-03-15', REGISTER),
    sent(policeB, 'adm:2026-03', '2026-03-16', REGISTER, 2),
    {
      ...sent(policeB, 'adm:2026-03', '2026-03-17', REGISTER),
      faults: [
        {
          kind: 'bad-cell',
          form: 'returnee-register',
          person: 'P09',
          field: 'birth_year',
          typed: null,
          code: 'required',
          withholds: true,
        },
      ],
    },
    sent(policeC, 'adm:2026-03', '2026-03-17', REGISTER),
    sent(police, 'adm:2026-01', '2026-01-16', LISTS),
    sent(police, 'adm:2026-02', '2026-02-16', LISTS),
    sent(police, 'adm:2026-03', '2026-03-16', LISTS),
    ...units.map((unit) =>
      sent(committeeOf(unit, 'obliged'), 'adm:2026-Q1', '2026-03-16', QUARTER),
    ),
  ],
}

/** Each line: indicator, window, then numerator/denominator of A, B, C and the province. */
const EXPECTED = `
reoffending-rate adm:2026-01 0/6 0/3 0/0 0/9
reoffending-rate adm:2026-02 2/6 0/3 0/0 2/9
reoffending-rate adm:2026-03 0/4 0/5 0/2 0/11
reoffending-rate adm:2026-Q1 2/6 0/4 0/2 2/12
reception-coverage adm:2026-Q1 3/3 1/1 0/2 4/6
counselling-coverage adm:2026-Q1 1/3 1/1 0/1 2/5
legal-support-coverage adm:2026-Q1 1/2 0/0 0/1 1/3
papers-coverage adm:2026-Q1 1/2 0/0 0/1 1/3
job-introduction-coverage adm:2026-Q1 2/3 0/1 0/1 2/5
employment-rate adm:2026-Q1 1/4 2/5 0/2 3/11
model-coverage adm:2026-Q1 1/1 0/1 0/1 1/3
exemplar-coverage adm:2026-Q1 1/1 0/1 0/1 1/3
`

describe('the truth of a month worked out by hand', () => {
  const truth = truthOf(province, schedule)
  const pair = (values: typeof truth, indicator: string, windowId: string, unitId: UnitId) => {
    const found = values.find(
      (value) =>
        value.indicator === indicator && value.windowId === windowId && value.unitId === unitId,
    )
    return found === undefined ? 'none' : `${found.numerator}/${found.denominator}`
  }

  it.each(
    EXPECTED.trim()
      .split('\n')
      .map((line) => line.split(' ')),
  )('%s in %s', (indicator = '', windowId = '', ...pairs) => {
    expect([A, B, C, PROVINCE].map((id) => pair(truth, indicator, windowId, id))).toEqual(pairs)
  })

  it('has no month figures of quarterly forms', () => {
    expect(pair(truth, 'model-coverage', 'adm:2026-03', A)).toBe('none')
    expect(pair(truth, 'exemplar-coverage', 'adm:2026-02', PROVINCE)).toBe('none')
  })

  it('as known on 20/2/2026: no register of B in February, and the first case not yet dropped', () => {
    const then = truthOf(province, schedule, '2026-02-20')
    expect(pair(then, 'reoffending-rate', 'adm:2026-02', B)).toBe('none')
    expect(pair(then, 'reoffending-rate', 'adm:2026-01', B)).toBe('1/3')
    expect(pair(then, 'reoffending-rate', 'adm:2026-01', PROVINCE)).toBe('1/9')
    expect(pair(then, 'reoffending-rate', 'adm:2026-03', A)).toBe('none')
  })

  it('without the second sending of B, one of its rows is withheld and nobody else changes', () => {
    const once = {
      ...schedule,
      sendings: schedule.sendings.filter(({ revision }) => revision === 1),
    }
    const withheld = truthOf(province, once)
    expect(pair(withheld, 'reoffending-rate', 'adm:2026-Q1', B)).toBe('0/3')
    expect(pair(withheld, 'reoffending-rate', 'adm:2026-Q1', A)).toBe('2/6')
    expect(pair(withheld, 'reoffending-rate', 'adm:2026-Q1', PROVINCE)).toBe('2/11')
  })
})
