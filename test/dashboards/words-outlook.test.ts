import { describe, expect, it } from 'vitest'
import {
  backtestWords,
  type Foretold,
  likelihoodWords,
  outlookGrounds,
  outlookLine,
  thousandths,
} from '#dashboards/words.ts'
import type { Outlook, OutlookQuestion } from '#models/judgement/outlook.ts'
import { bacGiang2022 } from '#models/plans/bac-giang-2022.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import type { Plan } from '#models/plans/plan.ts'
import type { Target } from '#models/plans/target.ts'

const targetOf = (plan: Plan, id: string) => plan.targets.find((each) => each.id === id) as Target
const reoffending = targetOf(bacNinh2026, 'T02')
const counselling = targetOf(bacNinh2026, 'T03b')
const placed = targetOf(bacGiang2022, 'T03f')

function foretold(
  target: Target,
  outlook: Partial<Outlook>,
  question: Partial<OutlookQuestion> = {},
): Foretold {
  return {
    question: {
      target,
      course: 'exposed',
      x: 3,
      n: 5112,
      silent: 0,
      monthsGone: 9,
      monthsLeft: 3,
      coming: { low: 90, mid: 200, high: 300 },
      exposure: { seen: 40_000, unseen: 14_000 },
      prior: { events: 0.5, over: 0 },
      ...question,
    },
    outlook: {
      class: null,
      probability: null,
      spread: null,
      allowance: null,
      needed: null,
      neededPerMonth: null,
      monthsLeft: 3,
      ...outlook,
    },
  }
}

const line = (target: Target, outlook: Partial<Outlook>) =>
  outlookLine(target, foretold(target, outlook))

describe('the line below a verdict', () => {
  it.each<[string, Target, Partial<Outlook>, string | null]>([
    [
      'a ceiling on its way',
      reoffending,
      { class: 'high', allowance: 26 },
      'Khả năng hoàn thành: cao (dự báo); còn thấp hơn mức tối đa 26 người',
    ],
    [
      'a ceiling that bears no more',
      reoffending,
      { class: 'low', allowance: 0 },
      'Khả năng hoàn thành: thấp (dự báo); đã bằng mức tối đa, không để phát sinh thêm',
    ],
    [
      'a ceiling that is exceeded',
      reoffending,
      { class: 'very-low', allowance: -2 },
      'Khả năng hoàn thành: rất thấp (dự báo); đã vượt mức tối đa 2 người',
    ],
    [
      'a ceiling without a forecast',
      reoffending,
      { allowance: 1026 },
      'Còn thấp hơn mức tối đa 1.026 người',
    ],
    [
      'a floor',
      placed,
      { class: 'medium', needed: 12, neededPerMonth: 4 },
      'Khả năng hoàn thành: trung bình (dự báo); mỗi tháng còn lại cần thêm 4 người (ước cần 12 người đến hết năm)',
    ],
    [
      'a floor that is reached',
      placed,
      { class: 'high', needed: 0, neededPerMonth: 0 },
      'Khả năng hoàn thành: cao (dự báo)',
    ],
    [
      'what is certain',
      placed,
      { class: 'secured', needed: 0, neededPerMonth: 0 },
      'Chắc chắn hoàn thành chỉ tiêu năm',
    ],
    [
      'a certain miss, which the verdict tells',
      reoffending,
      { class: 'lost', allowance: -9 },
      null,
    ],
    [
      'a duty',
      counselling,
      { needed: 21, neededPerMonth: 7 },
      'Mỗi tháng còn lại cần thêm 7 người (còn 3 tháng)',
    ],
    ['a duty that is done so far', counselling, { needed: 0, neededPerMonth: 0 }, null],
  ])('of %s', (_, target, outlook, words) => {
    expect(line(target, outlook)).toBe(words)
  })
})

it('nothing that is only likely is called 0 % or 100 %', () => {
  expect([0, 0.004, 0.0099, 0.01, 0.934, 0.99, 0.9951, 1].map(likelihoodWords)).toEqual([
    'dưới 1%',
    'dưới 1%',
    'dưới 1%',
    'khoảng 1%',
    'khoảng 93%',
    'khoảng 99%',
    'trên 99%',
    'trên 99%',
  ])
})

describe('the grounds of an outlook', () => {
  const horizons = [
    { course: 'exposed', monthsGone: 9, forecasts: 40, met: 22, brier: 31, base: 240 } as const,
  ]
  const tried = { years: 40, horizons, reliability: [] }

  it('are the chance, the model, what was known before, and how it fared when tried', () => {
    const likely = { class: 'high', probability: 0.934, spread: [0.91, 0.951] } as const
    expect(outlookGrounds(foretold(reoffending, likely), tried)).toEqual([
      'Dự báo là số liệu ước tính theo mô hình, không phải kết quả. Xác suất hoàn thành chỉ tiêu khi hết năm khoảng 93% (từ 91% đến 95% tùy số đối tượng phát sinh thêm).',
      'Mô hình gamma–Poisson: số trường hợp phát sinh từ nay đến hết năm, tính theo số tháng-người được quản lý đã qua và còn lại; chưa có số liệu năm trước để tham khảo.',
      'Kiểm nghiệm trên 40 năm mô phỏng, sau 9 tháng: điểm Brier 0,031, của tỷ lệ nền 0,240 (càng nhỏ càng tốt).',
    ])
    const same = { class: 'high', probability: 0.998, spread: [0.995, 0.999] } as const
    const prior = { events: 2, over: 2400 }
    const [chance, model] = outlookGrounds(foretold(reoffending, same, { prior }), tried)
    expect(chance).toMatch(/khi hết năm trên 99%\.$/)
    expect(model).toMatch(/một nửa trọng số, nhiều nhất bằng 200 đối tượng\.$/)
  })

  it('say why there is none, and nothing of duties and of what is certain', () => {
    expect(outlookGrounds(foretold(reoffending, { allowance: 3 }), tried)).toEqual([
      'Chưa dự báo khả năng hoàn thành sau 9 tháng: kiểm nghiệm trên 40 năm mô phỏng chưa cho kết quả tốt hơn hẳn tỷ lệ nền.',
    ])
    for (const untold of [{ coming: null }, { monthsGone: 1 }])
      expect(outlookGrounds(foretold(reoffending, { allowance: 3 }, untold), tried)).toEqual([
        'Chưa dự báo khả năng hoàn thành: chưa đủ số liệu các tháng trong năm.',
      ])
    expect(outlookGrounds(foretold(counselling, { needed: 3 }), tried)).toEqual([])
    expect(outlookGrounds(foretold(reoffending, { class: 'lost' }), tried)).toEqual([])
  })

  it('tell the back-test in figures as they are written here', () => {
    expect(backtestWords(tried)).toMatch(/^Mỗi loại chỉ tiêu được dự báo lại trên 40 năm mô phỏng/)
    expect([0, 31, 1000].map(thousandths)).toEqual(['0,000', '0,031', '1,000'])
  })
})
