import { describe, expect, it } from 'vitest'
import { methodPage } from '#dashboards/pages/method.ts'
import { tones } from '#dashboards/theme.ts'
import { verdictOrder } from '#dashboards/words-method-tables.ts'
import { canTho2024 } from '#models/plans/can-tho-2024.ts'
import { haTinh2026To2030 } from '#models/plans/ha-tinh-2026-2030.ts'
import { edition } from '#test/support/bac-ninh-view.ts'
import { openTags, textOf } from '#test/support/markup.ts'

const page = methodPage(edition)
const text = textOf(page)

describe('the page of methods', () => {
  it('is sound markup', () => {
    expect(openTags(page)).toEqual([])
  })

  it('has the published table of signals at 1 %', () => {
    // n, P(at least 1), warn, alarm, share found in 80 of 100, most still under 1 %.
    expect(text).toContain('50 39% từ 3 từ 5 8,4% 0')
    expect(text).toContain('500 99% từ 11 từ 14 2,7% 4')
    expect(text).toContain('10.000 trên 99,9% từ 121 từ 133 1,3% 99')
    expect(text).toContain('Không có tín hiệu chưa phải là căn cứ để kết luận tình hình tốt.')
  })

  it('has the table of a floor where the plan asks for one', () => {
    const floor = textOf(methodPage({ ...edition, plan: haTinh2026To2030 }))
    // P(X ≤ 9 of 20 at 70 %) = 1.7 %, P(X ≤ 6) = 0.03 %; 14 of 20 are 70 %.
    expect(floor).toMatch(/Chỉ tiêu tối thiểu 70%.* 20 đến 9 đến 6 [\d,]+% 14/)
    expect(floor).not.toContain('Chỉ tiêu dưới 1%')
  })

  it('says of a plan without numbers that nothing is judged, and that its table is an example', () => {
    const none = textOf(methodPage({ ...edition, plan: canTho2024 }))
    expect(none).toContain('Kế hoạch này không giao chỉ tiêu bằng số')
    expect(none).toContain('Ví dụ: chỉ tiêu dưới 1%')
    expect(text).not.toMatch(/không giao chỉ tiêu|Ví dụ: chỉ tiêu/)
  })

  it('calls no forecast better than the base rate by nothing', () => {
    expect(text).not.toMatch(/ 0% không/)
  })

  it('explains every shape once, with its word', () => {
    const explained = verdictOrder.map((code) => tones[code])
    expect(new Set(explained)).toEqual(new Set(Object.values(tones)))
    expect(new Set(explained).size).toBe(verdictOrder.length)
  })
})
