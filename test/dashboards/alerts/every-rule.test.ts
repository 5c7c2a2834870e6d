import { describe, expect, it } from 'vitest'
import { grouped } from '#dashboards/alerts/grouped.ts'
import { alertLines } from '#dashboards/alerts/text.ts'
import type { AlertView, CaseEventView } from '#dashboards/views.ts'
import { causeWords, eventWords } from '#dashboards/words.ts'
import { findingWords } from '#dashboards/words-quality.ts'
import { dataCauses, explainedCauses } from '#models/alerting/cause.ts'
import { type Facts, type Rule, rules } from '#models/alerting/condition.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { alerts } from '#test/support/bac-ninh-view.ts'

const [signal, overdue] = alerts.opened
const target = bacNinh2026.targets.find(({ id }) => id === 'T02') ?? null

/** What the judgement writes beside the figure, of each rule: at the most, and with nothing of it. */
const facts: Readonly<Record<Rule, Facts>> = {
  missed: { code: 'MISS' },
  signal: {
    ...{ familySize: 96, familyLevel: 10, familyKept: 3, held: 1 },
    ...{ signalWindow: 'adm:2026-8M', signalNumerator: 40, signalDenominator: 2_300 },
  },
  off: { code: 'NUM' },
  outlook: { class: 'very-low', allowance: 2, monthsLeft: 3 },
  'due-soon': { leaveKnown: 0 },
  overdue: { stage: 3, leaveKnown: 1 },
  'reminder-requested': { stage: 2, leaveKnown: 1 },
  incomplete: { form: 'communication', formNumber: '06' },
  suspect: { severity: 'error', rows: 3 },
  restated: {
    ...{ beforeNumerator: 39, beforeDenominator: 2_310, units: 2 },
    ...{ number: '12/BC-CAT', date: '2026-08-25' },
  },
}

const reports: readonly Rule[] = ['due-soon', 'overdue', 'reminder-requested']

function view(rule: Rule, place: 'province' | 'commune', told: boolean): AlertView {
  const report = reports.includes(rule) ? (overdue?.report ?? null) : null
  const province = place === 'province'
  return {
    ...(signal as AlertView),
    rule,
    target: rule === 'incomplete' || report !== null ? null : target,
    unitName: province ? 'tỉnh Bắc Ninh' : 'xã Lạng Giang',
    windowId: report === null ? 'adm:2026-9M' : 'adm:2026-Q3',
    numerator: report === null ? 41 : null,
    denominator: report === null ? 2_311 : null,
    covered: report === null ? (province ? 96 : 1) : null,
    expected: report === null ? (province ? 99 : 1) : null,
    report: report && rule === 'reminder-requested' ? { ...report, standing: 'requested' } : report,
    facts: told ? facts[rule] : {},
  }
}

const every = rules.flatMap((rule) =>
  (['province', 'commune'] as const).flatMap((place) =>
    [true, false].map((told) => [rule, place, told ? 'with its facts' : 'without', told] as const),
  ),
)

const ids = [...rules, ...dataCauses, ...explainedCauses, 'null', 'undefined', 'NaN', 'true']
const english = new RegExp(`(?<![\\p{L}.-])(${ids.join('|')}|low|lost|error)(?![\\p{L}-])`, 'u')

describe('an alert of every rule', () => {
  it.each(every)('%s of a %s %s says count, window, coverage and rule', (rule, place, _, told) => {
    const text = alertLines(view(rule, place, told), 'xã, phường')
    const isReport = reports.includes(rule)
    expect(text).toContain(isReport ? '0/1 báo cáo' : '41/2.311')
    expect(text).toContain(isReport ? '(15/6–14/9/2026)' : '(15/12/2025–14/9/2026)')
    if (isReport) expect(text).toContain('chưa có số liệu kỳ này của đơn vị')
    else if (place === 'province') expect(text).toContain('96/99')
    else expect(text).toMatch(/đơn vị đã báo cáo|1\/1 đơn vị/)
    expect(text).toMatch(/\n- Căn cứ: \p{Lu}.{20,}\.\n/u)
    expect(text).not.toMatch(/vi phạm(?! tội)|từ chối|đôn đốc/)
    expect(text).not.toMatch(english)
    if (rule === 'reminder-requested') {
      expect(text).not.toMatch(/quá hạn/i)
      expect(text).toContain('đề nghị phối hợp gửi số liệu')
    }
  })

  it('says why where completeness is not counted', () => {
    const found = { ...view('suspect', 'province', true), covered: null, expected: null }
    expect(alertLines(found, 'xã, phường')).toContain(
      'không tính mức độ đầy đủ của số liệu vì chỉ xét các báo cáo đã tiếp nhận',
    )
  })

  it('tells what a rule about the data found by its two numbers', () => {
    const finding = findingWords({
      ...{ rule: 'residents-jump', subject: 'communication', windowId: 'adm:2026-Q3' },
      ...{ left: 40_025, right: 61_010, facts: {} },
    })
    const numbers = { target: null, numerator: null, denominator: null, covered: null }
    const text = alertLines(
      { ...view('suspect', 'commune', true), ...numbers, finding },
      'xã, phường',
    )
    expect(text).toContain('báo cáo trước là 40.025, kỳ này là 61.010')
    expect(text).toContain('vì chỉ xét các báo cáo đã tiếp nhận')
  })

  it('names the family of a signal, and the earlier window that keeps it', () => {
    const text = alertLines(view('signal', 'province', true), 'xã, phường')
    expect(text).toContain(
      'xét cùng nhau 96 đơn vị, giữ lại 3 đơn vị, tỷ lệ báo nhầm trong danh sách không quá 10%',
    )
    expect(text).toContain(
      'Tín hiệu của kỳ trước, 8 tháng đầu năm 2026 (15/12/2025–14/8/2026), 40/2.300 người, được giữ',
    )
  })

  it.each([
    [{ class: 'low', allowance: 2 }, 'thấp', 'hiện thấp hơn mức tối đa 2 người; còn 3 tháng'],
    [{ class: 'low', allowance: 0 }, 'thấp', 'hiện bằng mức tối đa; còn 3 tháng'],
    [{ class: 'very-low', allowance: -5 }, 'rất thấp', 'hiện vượt mức tối đa 5 người; còn 3 tháng'],
    [{ class: 'low', needed: 7 }, 'thấp', 'đến hết năm cần thêm 7 người; còn 3 tháng'],
  ])('foretells without a permission, in its headline as in its grounds: %o', (of, name, left) => {
    const alert = { ...view('outlook', 'province', true), facts: { ...of, monthsLeft: 3 } }
    const text = alertLines(alert, 'xã, phường')
    expect(text).toContain(`Tỉnh Bắc Ninh: khả năng hoàn thành ${name} (dự báo)\n`)
    expect(text).toContain(
      `Khả năng hoàn thành chỉ tiêu dưới 1% khi hết năm kế hoạch: ${name} (dự báo); ${left}. Dự báo là số liệu ước tính theo mô hình, không phải kết quả.`,
    )
    expect(text).not.toContain('được phép')
  })

  it('says of an estimated denominator that it is one, as the pages do', () => {
    const reach = bacNinh2026.targets.find(({ id }) => id === 'T01') ?? null
    const text = alertLines({ ...view('missed', 'province', true), target: reach }, 'xã, phường')
    expect(text).toContain('41/ước 2.311 người')
  })

  it('tells what was issued, and what it reads now', () => {
    const text = alertLines(view('restated', 'province', true), 'xã, phường')
    expect(text).toContain('39/2.310 người')
    expect(text).toContain('thành 41/2.311 người')
    expect(text).toContain('2 đơn vị có số liệu thay đổi')
    expect(text).toContain('(số 12/BC-CAT ngày 25/8/2026)')
  })
})

describe('reports of one reporter with one due day', () => {
  const of = (form: string, more: Partial<AlertView> = {}): AlertView => {
    const one = view('due-soon', 'commune', true)
    return { ...one, caseId: form, report: one.report && { ...one.report, forms: [form] }, ...more }
  }

  it('are one alert with all forms; others stand alone', () => {
    const groups = grouped([of('01'), of('04', { state: 'acked' }), signal as AlertView, of('06')])
    expect(groups.map(({ cases }) => cases.map(({ caseId }) => caseId))).toEqual([
      ['01', '06'],
      ['04'],
      [signal?.caseId],
    ])
    expect(alertLines((groups[0] as never as { alert: AlertView }).alert, '')).toContain(
      'Đã tiếp nhận 0/2 báo cáo: Biểu 01, 06',
    )
  })
})

describe('what happened to a case', () => {
  const event = (more: Partial<CaseEventView>): CaseEventView => ({
    kind: 'opened',
    on: '2026-09-20',
    actor: null,
    cause: null,
    note: null,
    windowId: null,
    numerator: null,
    denominator: null,
    ...more,
  })

  it('is told with figure, cause and note', () => {
    const opened = event({ windowId: 'adm:2026-9M', numerator: 4, denominator: 61 })
    expect(eventWords(opened)).toBe(
      '20/9/2026: mở: 4/61; 9 tháng đầu năm 2026 (15/12/2025–14/9/2026)',
    )
    const explained = event({
      kind: 'explained',
      actor: 'Phòng',
      cause: 'amnesty',
      note: 'đợt 2/9',
    })
    expect(eventWords(explained)).toBe('20/9/2026: giải trình (Phòng): đợt đặc xá, tha tù; đợt 2/9')
  })

  it('has words for every cause', () => {
    const words = [...dataCauses, ...explainedCauses].map(causeWords)
    expect(new Set(words).size).toBe(words.length)
    expect(words.join()).not.toMatch(/[a-z]-[a-z]|undefined|từ chối|vi phạm/)
  })
})
