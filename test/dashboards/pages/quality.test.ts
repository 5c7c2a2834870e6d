import { describe, expect, it } from 'vitest'
import { qualityPage } from '#dashboards/pages/quality.ts'
import type { FindingView, QualityView, RuleView } from '#dashboards/views-quality.ts'
import { mistakeNames } from '#dashboards/words-mistakes.ts'
import { findingWords } from '#dashboards/words-quality.ts'
import { qualityRules } from '#models/quality/index.ts'
import { edition } from '#test/support/bac-ninh-view.ts'
import { openTags, textOf } from '#test/support/markup.ts'

const found = (n: number): FindingView => ({
  who: `xã Thứ ${n}`,
  unitCode: '07432',
  finding: {
    rule: 'register-jump',
    subject: 'returnee-register',
    windowId: 'adm:2026-09',
    left: 1_000 + n,
    right: 2_000,
    facts: { unexplained: 990, came: 12, gone: 3 },
  },
})

const months = ['adm:2026-08', 'adm:2026-09']

const view = (rules: readonly Partial<RuleView>[]): QualityView => ({
  edition,
  months,
  rules: qualityRules.map((rule, n) => ({
    rule,
    asked: true,
    byMonth: [0, 0],
    elsewhere: 0,
    found: [],
    ...rules[n],
  })),
  mistakes: [
    {
      code: 'not-a-date',
      errors: 12,
      warnings: 1,
      reporters: 3,
      most: { name: 'Công an xã Tân Dĩnh', n: 7 },
    },
  ],
})

const text = textOf

describe('the page of the data’s quality', () => {
  const jumping = { byMonth: [1, 22], found: Array.from({ length: 23 }, (_, n) => found(n)) }
  const page = qualityPage(view([{ asked: false }, {}, jumping]))

  it('is sound markup', () => {
    expect(openTags(page)).toEqual([])
  })

  it('names each rule with what it means, who mends it, and its severity in words and shape', () => {
    for (const { title, meaning } of qualityRules) {
      expect(page).toContain(title)
      expect(text(page)).toContain(meaning)
    }
    expect(text(page)).toContain('Người khắc phục: đơn vị gửi báo cáo')
    expect(page).toMatch(
      /<td><a href="#register-jump">[^<]*<\/a> <span class="sub"><span class="badge[^>]*><svg[^>]*>.*?<\/svg><span>Cần xác minh/,
    )
  })

  it('shows the newest twenty rows in words, and says how many more there are', () => {
    expect(page.match(/thành 2\.000 người/g)).toHaveLength(20)
    expect(text(page)).toContain('Và 3 nội dung khác.')
    expect(text(page)).toContain('23 nội dung, mới nhất tháng 9/2026.')
  })

  it('counts by month, with a line that says what it shows', () => {
    const rows = page.split('</tr>').map(text)
    expect(rows.find((row) => row.includes('tăng, giảm đột biến'))).toMatch(/ 1 22 23$/)
    expect(page).toContain(
      'aria-label="Danh sách tăng, giảm đột biến không rõ lý do, số nội dung theo tháng: T8 1, T9 22"',
    )
    expect(page).not.toContain('Số người đang quản lý cuối')
  })

  it('puts rules that found nothing in one list, apart from those that could not be asked', () => {
    expect(text(page)).toContain(
      `Quy tắc không phát hiện nội dung nào (${qualityRules.length - 2})`,
    )
    expect(text(page)).toContain('Quy tắc chưa có biểu để kiểm tra (1) Số liệu không thể có')
    // rules with findings, the two lists, the table by month, mistakes of reading
    expect(page.match(/<section/g)).toHaveLength(5)
  })

  it('has no months, and speaks of no year, where a plan asks for reviews only', () => {
    const reviews = text(
      qualityPage({ ...view([{ found: [found(1)], byMonth: [], elsewhere: 1 }]), months: [] }),
    )
    expect(reviews).toContain('Số nội dung phát hiện Quy tắc Cộng Số liệu không thể có')
    expect(reviews).not.toContain('từ đầu năm Loại lỗi')
  })

  it('says in its first line when nothing was found', () => {
    expect(text(qualityPage(view([])))).toContain('Không phát hiện nội dung nào cần xác minh.')
  })

  it('sums mistakes of reading by kind, with who makes most of them', () => {
    expect(text(page)).toContain('Không phải là ngày 12 1 3 Công an xã Tân Dĩnh (7)')
  })
})

describe('the sentence of a finding', () => {
  const of = (
    rule: string,
    subject: string,
    facts: Readonly<Record<string, string | number>> = {},
  ) => findingWords({ rule, subject, windowId: 'adm:2026-09', left: 1_234, right: 987, facts })

  it.each([
    [
      'register-jump',
      'returnee-register',
      { unexplained: -250, came: 4, gone: 1 },
      'Danh sách (Biểu số 01) từ 1.234 người cuối tháng trước thành 987 người; ghi nhận 4 lượt tăng, 1 lượt giảm có lý do, còn 250 người không còn tên chưa rõ lý do; đề nghị kiểm tra.',
    ],
    [
      'register-against-tally',
      'register-tally',
      { item: 'returned_amnesty', items: 3 },
      'Mục “Được đặc xá”: danh sách của Công an cấp xã (Biểu số 01) có 1.234, số liệu UBND cấp xã ký (Biểu số 11) là 987 (và 2 mục khác); đề nghị hai bên đối chiếu.',
    ],
    [
      'broken-carry-over',
      'running-total/agency:so-y-te',
      { item: 'officials_reached', items: 1 },
      'Mục “Số cán bộ, công chức đã được tuyên truyền (lũy kế)”: số lũy kế từ đầu năm giảm từ 1.234 kỳ trước còn 987; đề nghị kiểm tra, gửi báo cáo thay thế.',
    ],
    [
      'broken-carry-over',
      'opening-closing',
      { item: 'an_treo', items: 1 },
      'Mục “Người được hưởng án treo”: số cuối kỳ trước là 1.234, số đầu kỳ này là 987; đề nghị kiểm tra, gửi báo cáo thay thế.',
    ],
    [
      'lists-disagree',
      'moves-out',
      {},
      'Đơn vị ghi 1.234 người chuyển nơi cư trú trong tỉnh, trong đó nơi đến đã ghi nhận 987 người; đề nghị hai bên đối chiếu.',
    ],
    [
      'credit-balance',
      'credit-balance',
      {},
      'Dư nợ cuối kỳ là 1,0 triệu đồng; dư nợ kỳ trước cộng cho vay, trừ thu nợ là 1,2 triệu đồng; đề nghị kiểm tra.',
    ],
    [
      'late-revision',
      'funding/agency:so-y-te',
      {},
      'Biểu số 14: lần gửi 1.234, đến sau hạn 987 ngày.',
    ],
  ])('%s says both numbers: %s', (rule, subject, facts, sentence) => {
    expect(of(rule, subject, facts)).toBe(sentence)
  })

  it('every rule has one that says a number, and an unknown rule is refused with the known ones', () => {
    for (const { id } of qualityRules) expect(of(id, 'moves-in')).toMatch(/1\.234|987|1,2/)
    expect(() => of('gut-feeling', '')).toThrow(/'gut-feeling'.*impossible-figure.*late-revision/)
  })
})

it('kinds of mistakes are told apart in words', () => {
  const names = Object.values(mistakeNames)
  expect(new Set(names).size).toBe(names.length)
})
