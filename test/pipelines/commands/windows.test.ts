import { describe, expect, test } from 'vitest'
import { planById, plans } from '#models/plans/index.ts'
import {
  foldedInto,
  someWindows,
  windowExamples,
  windowOfForm,
  windowSaid,
} from '#pipelines/commands/windows.ts'

describe('a window that is said', () => {
  test.each([
    ['bac-ninh-2026', 'Quý III/2026', 'adm:2026-Q3'],
    ['bac-ninh-2026', '2026-09', 'adm:2026-09'],
    ['bac-giang-2022', 'Tháng 10/2022', 'pol:2022-10'],
    ['ha-tinh-2026-2030', '6 tháng đầu năm 2027', 'pol:2027-6M'],
    ['can-tho-2024', 'Năm 2025', 'pol:2025'],
    ['hung-yen-2026', 'từ 15/6/2020 đến 14/1/2026', '2020-06-15..2026-01-14'],
  ] as const)('under %s as %s is %s', (plan, words, id) => {
    expect(windowSaid(words, planById(plan)).id).toBe(id)
  })

  test.each([
    ['bac-giang-2022', 'Quý II/2022', 'is no window'],
    ['bac-giang-2022', 'adm:2022-05', 'is a window of another family'],
    ['bac-ninh-2026', 'pol:2026-05', 'is a window of another family'],
    ['hung-yen-2026', 'tháng mười', 'is no window'],
  ] as const)('under %s as %s %s, and windows of the plan are shown', (plan, words, why) => {
    const said = () => windowSaid(words, planById(plan))
    expect(said).toThrow(`'${words}' ${why}; windows of ${plan} are written`)
  })

  test('every example that a plan is shown with is one of its windows', () => {
    for (const plan of plans) {
      const examples = windowExamples(plan).split(', ')
      expect(examples.length).toBeGreaterThan(1)
      for (const example of examples) {
        expect(() => windowSaid(example.replaceAll("'", ''), plan), example).not.toThrow()
      }
    }
  })
})

test('the last quarter and half are the year where the text folds them into its report', () => {
  const haTinh = planById('ha-tinh-2026-2030')
  expect(foldedInto('adm:2026-Q4', planById('bac-ninh-2026'))).toBe('adm:2026')
  expect(foldedInto('pol:2027-H2', haTinh)).toBe('pol:2027')
  expect(foldedInto('pol:2027-6M', haTinh)).toBeUndefined()
  expect(windowOfForm('6 tháng cuối năm 2026', 'tally', haTinh)).toBe('pol:2026')
  expect(windowOfForm('Tháng 10/2026', 'returnee-register', haTinh)).toBe('pol:2026-10')
})

test('of many windows those near the day are listed, of few all', () => {
  const years = Array.from({ length: 30 }, (_, n) => `pol:${2010 + n}`)
  expect(someWindows(years, '2026-03-01')).toBe('pol:2025 (30 in all)')
  expect(someWindows(years.slice(0, 3), '2026-03-01')).toBe('pol:2010, pol:2011, pol:2012')
})
