import type { CommunePage } from '#dashboards/pages/commune.ts'
import type { LeadershipMonth } from '#dashboards/pages/leadership-month.ts'
import type {
  AlertView,
  AttentionView,
  Edition,
  MissingReport,
  TargetView,
  TileView,
} from '#dashboards/views.ts'
import type { VerdictCode } from '#models/database.ts'
import { slackOf } from '#models/judgement/fact.ts'
import { judge } from '#models/judgement/verdict.ts'
import type { Measured } from '#models/measured.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import type { Target } from '#models/plans/target.ts'
import { placeName, places } from '#sources/reference/places.ts'

/*
 * September 2026 in Bắc Ninh with its real places and invented numbers: what the publisher would fill from a generation.
 * Three communes are silent, one has too many cases for chance, one sends what cannot be.
 */

const communes = places().communesOf('24', '2026-09-14')
const TO_DATE = 'adm:2026-9M'
const MONTH = 'adm:2026-09'
const MONTHS = ['01', '2M', 'Q1', '4M', '5M', '6M', '7M', '8M', '9M'].map(
  (part) => `adm:2026-${part}`,
)
const QUARTERS = ['Q1', '6M', '9M'].map((part) => `adm:2026-${part}`)

const silent = [5, 41, 77]
const signalling = 12
const suspect = 60

export const edition: Edition = {
  plan: bacNinh2026,
  provinceName: 'tỉnh Bắc Ninh',
  communeWords: 'xã, phường',
  windowId: MONTH,
  toDateId: TO_DATE,
  businessDate: '2026-09-20',
  state: 'provisional',
  covered: 96,
  expected: 99,
  data: {
    generation: 'gen-000012',
    resultHash: '9f2c1a7be4d05533c1f0a9e8d7c6b5a493827160514233445566778899aabbcc',
    codeVersion: '0.1.0',
    referenceSha: '51f3a0c2b4d6e8f00112233445566778899aabbccddeeff00112233445566778',
    knownUntil: '2026-09-20T16:59:59.999Z',
    files: 1183,
    inForce: 2041,
  },
}

/** Province: numerator and denominator in each own window of the year, oldest first. */
const series: Readonly<Record<string, readonly (readonly [number, number] | null)[]>> = {
  T01: [
    [412_300, 2_604_118],
    [918_447, 2_604_118],
    [1_731_902, 2_604_118],
  ],
  T02: [
    [0, 4_402],
    [2, 4_511],
    [4, 4_630],
    null,
    [7, 4_812],
    [11, 4_905],
    [14, 4_996],
    [18, 5_067],
    [22, 5_112],
  ],
  T03a: [
    [118, 131],
    [239, 266],
    [371, 401],
    null,
    [640, 672],
    [788, 811],
    [921, 950],
    [1_060, 1_091],
    [1_198, 1_232],
  ],
  T03b: [
    [92, 128],
    [201, 259],
    [318, 396],
    null,
    [570, 661],
    [702, 800],
    [853, 938],
    [1_001, 1_080],
    [1_150, 1_219],
  ],
  T03c: [
    [30, 44],
    [66, 91],
    [101, 140],
    null,
    [171, 231],
    [214, 280],
    [262, 331],
    [309, 380],
    [361, 428],
  ],
  T03d: [
    [12, 21],
    [29, 44],
    [50, 66],
    null,
    [88, 109],
    [109, 131],
    [131, 155],
    [160, 179],
    [189, 201],
  ],
  T03e: [
    [70, 128],
    [150, 259],
    [247, 396],
    null,
    [455, 661],
    [590, 800],
    [721, 938],
    [866, 1_080],
    [1_012, 1_219],
  ],
  T05: [
    [22, 22],
    [47, 47],
    [70, 70],
    [91, 91],
    [118, 118],
    [140, 140],
    [163, 163],
    [184, 184],
    [208, 208],
  ],
  T06a: [
    [41, 96],
    [63, 97],
    [82, 97],
  ],
  T06b: [
    [9, 99],
    [17, 99],
    [26, 99],
  ],
}

const targets = bacNinh2026.targets.map(targetView)

function targetView(target: Target): TargetView {
  const quarterly = target.indicator.finest === 'quarter'
  const windows = quarterly ? QUARTERS : MONTHS
  const points = (series[target.id] ?? []).map((point, index) => ({
    windowId: windows[index] as string,
    numerator: point?.[0] ?? null,
    denominator: point?.[1] ?? null,
  }))
  const [before, last] = points.slice(-2)
  const facility = target.indicator.theme === 'facilities'
  const value = measured(
    target,
    '24@2025-07-01',
    last?.numerator ?? 0,
    last?.denominator ?? 0,
    facility ? 1 : 96,
    facility ? 1 : 99,
  )
  return {
    target,
    windowId: TO_DATE,
    measured: value,
    verdict: judge({
      target,
      windowId: TO_DATE,
      unitId: '24@2025-07-01',
      level: 'province',
      measured: value,
      monthsLeft: 3,
      highestMonthlyInflow: 151,
    }),
    previous:
      before?.numerator == null || before.denominator == null
        ? null
        : { ...before, numerator: before.numerator, denominator: before.denominator },
    lastYear: null,
    history: points,
    silent: silent.map(nameOf),
  }
}

function measured(
  target: Target,
  unitId: string,
  numerator: number,
  denominator: number,
  unitsCovered = 1,
  unitsExpected = 1,
): Measured {
  return {
    definitionId: target.definition.id,
    windowId: TO_DATE,
    unitId,
    numerator,
    denominator,
    basis: target.indicator.basis,
    unitsExpected,
    unitsCovered,
    rowsWithheld: unitsExpected > 1 ? 4 : 0,
    state: 'provisional',
  }
}

function nameOf(index: number): string {
  const unit = communes[index]
  if (unit === undefined) throw new RangeError(`no commune ${index}`)
  return placeName(unit)
}

function codeAt(index: number): VerdictCode {
  if (silent.includes(index)) return 'ND'
  if (index === signalling) return 'SIG'
  if (index === suspect) return 'DQ'
  if (index % 9 === 4) return 'NUM'
  if (index % 3 === 1) return 'OPEN'
  return index % 17 === 0 ? 'NA' : 'OK?'
}

function figureAt(index: number): string {
  const code = codeAt(index)
  if (code === 'ND') return 'trễ 3'
  if (code === 'SIG') return '4/61'
  if (code === 'NUM') return `1/${28 + (index % 5) * 9}`
  return code === 'OPEN' ? `còn ${1 + (index % 4)}` : ''
}

const tiles: readonly TileView[] = communes.map((unit, index) => ({
  unitId: unit.id,
  code: unit.code,
  name: unit.name,
  column: unit.mapColumn ?? 0,
  row: unit.mapRow ?? 0,
  verdict: codeAt(index),
  figure: figureAt(index),
}))

const target = (id: string): Target => {
  const found = bacNinh2026.targets.find((each) => each.id === id)
  if (found === undefined) throw new RangeError(`no target ${id}`)
  return found
}

const attention: readonly AttentionView[] = (
  [
    [signalling, 'T02', 'SIG', 4, 61],
    [4, 'T02', 'NUM', 1, 64],
    [19, 'T03b', 'OPEN', 9, 16],
    [28, 'T03e', 'OPEN', 5, 14],
    [suspect, 'T01', 'DQ', 31_200, 29_875],
  ] as const
).map(([index, id, verdict, numerator, denominator]) => ({
  unitName: nameOf(index),
  unitCode: communes[index]?.code ?? null,
  target: target(id),
  verdict,
  numerator,
  denominator,
  slack: slackOf(target(id), numerator, denominator),
  listed: null,
  outlook: null,
}))

const late = (reporterName: string, forms: readonly string[]): MissingReport => ({
  reporterName,
  standing: 'obliged',
  forms,
  windowId: MONTH,
  dueBefore: '2026-09-18',
  workingDay: null,
  basis: 'directive',
  reference: 'theo hướng dẫn của Công an tỉnh',
})

const clause = (reporterName: string, standing: 'obliged' | 'requested'): MissingReport => ({
  reporterName,
  standing,
  forms: ['06'],
  windowId: 'adm:2026-Q3',
  dueBefore: '2026-09-15',
  workingDay: null,
  basis: 'clause',
  reference: 'IV.2',
})

const missing: readonly MissingReport[] = [
  { ...late(`Công an ${nameOf(5)}`, ['01']), windowId: 'adm:2026-08', dueBefore: '2026-08-18' },
  { ...late('Sở Tư pháp', ['06']), windowId: 'adm:2026-08', dueBefore: '2026-08-18' },
  clause('Sở Văn hóa, Thể thao và Du lịch', 'obliged'),
  ...silent.map((index) => late(`Công an ${nameOf(index)}`, ['01'])),
  clause('Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'requested'),
]

const alert = (part: Partial<AlertView>): AlertView => ({
  caseId: 'c1',
  rule: 'signal',
  target: target('T02'),
  unitName: nameOf(signalling),
  windowId: TO_DATE,
  numerator: 4,
  denominator: 61,
  strength: 'strong',
  covered: 1,
  expected: 1,
  report: null,
  finding: null,
  state: 'opened',
  fires: true,
  openedOn: '2026-09-20',
  resolvedOn: null,
  note: null,
  ...part,
})

export const alerts = {
  opened: [
    alert({}),
    ...missing.slice(2, 4).map((report, index) =>
      alert({
        caseId: `o${index}`,
        rule: 'overdue',
        target: null,
        unitName: report.reporterName,
        windowId: report.windowId,
        numerator: null,
        denominator: null,
        strength: null,
        covered: null,
        expected: null,
        report,
      }),
    ),
  ],
  open: [
    alert({
      caseId: 'c2',
      rule: 'off',
      unitName: nameOf(4),
      numerator: 1,
      denominator: 64,
      strength: null,
      state: 'explained',
      openedOn: '2026-07-18',
      note: 'đã kiểm tra tại cơ sở',
    }),
  ],
  closed: [
    alert({
      caseId: 'c3',
      rule: 'suspect',
      target: target('T01'),
      unitName: nameOf(33),
      numerator: 41_010,
      denominator: 40_025,
      strength: null,
      finding: 'Số người được tuyên truyền lớn hơn tổng số',
      state: 'resolved',
      fires: false,
      openedOn: '2026-06-20',
      resolvedOn: '2026-09-02',
      note: 'đã gửi lại số liệu',
    }),
  ],
} as const

export const month: LeadershipMonth = {
  edition,
  people: { managed: 4_871, returned: 141, prosecuted: 4, prosecutedToDate: 22, allowance: 29 },
  targets,
  maps: [{ target: null, tiles }],
  attention,
  missing,
  alerts,
  restated: null,
  reconciliations: [
    {
      kind: 'notices-returns',
      windowId: TO_DATE,
      label: null,
      left: 1_232,
      right: 1_219,
      units: 9,
    },
    {
      kind: 'offence-not-managed',
      windowId: TO_DATE,
      label: null,
      left: 2,
      right: 0,
      units: 2,
    },
  ],
}

/** The page of the commune at a place in the list of the province. */
export function communeView(index: number): CommunePage {
  const unit = communes[index]
  if (unit === undefined) throw new RangeError(`no commune ${index}`)
  const managed = 20 + ((index * 37) % 70)
  return {
    edition,
    unit: { id: unit.id, code: unit.code, name: placeName(unit) },
    people: { managed, returned: index % 4, prosecutedToDate: 1, allowance: -1 },
    managedByMonth: MONTHS.map((_, at) => ({
      windowId: `adm:2026-0${at + 1}`,
      n: at === 3 ? null : managed - 9 + at,
    })),
    figures: bacNinh2026.targets
      .filter((each) => each.alsoAt.length > 0)
      .map((each, at) => ({
        target: each,
        windowId: TO_DATE,
        measured:
          each.id === 'T03d'
            ? measured(each, unit.id, 0, 0)
            : measured(
                each,
                unit.id,
                each.id === 'T02' ? 1 : 9 + at,
                each.id === 'T02' ? managed : 16,
              ),
        code: each.id === 'T02' ? 'NUM' : each.id === 'T03d' ? 'NA' : 'OPEN',
        listed: each.id === 'T02' ? false : null,
      })),
    reports: [
      {
        formNumber: '01',
        formTitle: 'Danh sách theo dõi người chấp hành xong án phạt tù về cư trú tại địa phương',
        reporterName: `Công an ${placeName(unit)}`,
        windowId: MONTH,
        dueBefore: '2026-09-18',
        workingDay: null,
        arrivedOn: '2026-09-19',
        outcome: 'partial',
        revision: 2,
        nil: false,
        rowsRead: managed + 3,
        rowsAccepted: managed + 2,
      },
      {
        formNumber: '04',
        formTitle: 'Thống kê mô hình tái hòa nhập cộng đồng',
        reporterName: `UBND ${placeName(unit)}`,
        windowId: 'adm:2026-Q3',
        dueBefore: '2026-09-15',
        workingDay: null,
        arrivedOn: '2026-09-14',
        outcome: 'accepted',
        revision: 1,
        nil: true,
        rowsRead: 0,
        rowsAccepted: 0,
      },
      {
        formNumber: '06',
        formTitle: 'Kết quả tuyên truyền về tái hòa nhập cộng đồng',
        reporterName: `UBND ${placeName(unit)}`,
        windowId: 'adm:2026-Q3',
        dueBefore: '2026-09-15',
        workingDay: null,
        arrivedOn: null,
        outcome: null,
        revision: null,
        nil: false,
        rowsRead: null,
        rowsAccepted: null,
      },
    ],
    problems: [
      {
        severity: 'error',
        formNumber: '01',
        windowId: MONTH,
        sheet: '01.Danh sach',
        cell: 'Q14',
        message:
          'Ngày tiếp nhận (3/8/2026) sớm hơn Ngày về cư trú (9/8/2026). Sửa lại một trong hai ngày.',
      },
    ],
    reconciliations: [
      {
        kind: 'register-tally',
        windowId: 'adm:2026-Q3',
        label: 'Số người về cư trú trong kỳ (mới ra trại)',
        left: 4,
        right: 5,
        units: 1,
      },
    ],
    alerts: [alerts.open[0]],
  }
}
