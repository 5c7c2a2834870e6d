import { describe, expect, it } from 'vitest'
import { targetPage } from '#dashboards/pages/target.ts'
import type { TargetPage } from '#dashboards/views-target.ts'
import { shareWords } from '#dashboards/words-target-page.ts'
import { bacGiang2022 } from '#models/plans/bac-giang-2022.ts'
import { openTags, textOf } from '#test/support/markup.ts'
import { counselling, reoffending, viewOf } from '#test/support/target-view.ts'

const page = targetPage(reoffending)
const text = textOf(page)
const textWith = (more: Partial<TargetPage>) => textOf(targetPage({ ...reoffending, ...more }))

describe('the page of an outcome', () => {
  it('is sound markup, the same bytes for the same view', () => {
    expect(openTags(page)).toEqual([])
    expect(targetPage(reoffending)).toBe(page)
  })

  it('says fact and evidence on two lines', () => {
    expect(text).toContain(
      'Kết quả so với chỉ tiêu 22/5.112 người (0,43%): thấp hơn mức tối đa của chỉ tiêu (dưới 1%) là 29 người.',
    )
    expect(text).toContain(
      'Mức độ chắc chắn Nếu mức thực đúng bằng 1% thì xác suất ngẫu nhiên gặp 22 trên 5.112 người hoặc ít hơn là 0,00012%: rất ít khả năng do ngẫu nhiên (mức 0,1%).',
    )
  })

  it('gives the interval, what it is about, coverage and who is silent', () => {
    // Wilson at 22 of 5,112: (0.0043036 + 0.0003757 ± 0.0018220) / 1.0007515.
    expect(text).toContain(
      'Khoảng tin cậy 95% (Wilson) 0,28%–0,65% Thể hiện mức dao động ngẫu nhiên của kết quả, không phải sai số khi đếm',
    )
    expect(text).toContain('96/99 xã, phường có số liệu')
    expect(text).toContain(`Còn thiếu số liệu ${reoffending.view.silent.join(', ')}`)
  })

  it('draws the year, its months, the sum and the funnel', () => {
    expect(page.match(/<svg [^>]*class="chart"/g)).toHaveLength(4)
    expect(text).toContain('là số liệu ước tính theo mô hình, không phải kết quả')
    expect(text).toContain('Dưới 12 điểm, giới hạn còn thay đổi.')
    expect(text).toContain('Chạm ngưỡng: tháng 8/2026 – đề nghị kiểm tra.')
  })

  it('says how many are silent where they have no names, and nothing where there is no value', () => {
    const { view } = reoffending
    const silentIn = (more: Partial<typeof view>) =>
      textOf(targetPage({ ...reoffending, view: { ...view, silent: [], ...more } }))
    expect(silentIn({})).toContain('Còn thiếu số liệu 3 đơn vị')
    expect(silentIn({ measured: null })).not.toContain('Còn thiếu số liệu')
  })

  it('tells each picture to those who cannot see it', () => {
    const labels = [...page.matchAll(/aria-label="([^"]*)"/g)].map(([, label]) => label)
    expect(labels).toContain(
      'Các xã, phường so với chỉ tiêu của Kế hoạch: 3 xã, phường, 2 có tín hiệu',
    )
    expect(
      labels.every((label) => (label ?? '').includes(': ') || (label ?? '').includes('. ')),
    ).toBe(true)
  })

  it('says how few points have no limits', () => {
    const months = { kind: null, points: 5, provisional: true, rows: [] as never[] }
    const rows = reoffending.months?.rows.map((row) => ({ ...row, limits: null })) ?? []
    expect(textWith({ months: { ...months, rows } })).toContain('Mới có 5 điểm; cần ít nhất 7 điểm')
  })

  it('lists the signal that stays with its numbers, the other as a number, and names the family', () => {
    const [, list = ''] = /<ol class="asks">(.*?)<\/ol>/s.exec(page) ?? []
    expect(textOf(list)).toBe('Phường Bắc Giang: 14/370 người; tín hiệu mạnh, báo tín hiệu từ 9.')
    expect(text).toContain(
      '1 xã, phường có tín hiệu khi xét riêng nhưng không còn sau khi hiệu chỉnh theo số đơn vị',
    )
    expect(text).toContain(
      'Nhóm đơn vị được xét cùng nhau: 3 xã, phường có đủ số liệu về chỉ số “Tỷ lệ người chấp hành xong án phạt tù bị khởi tố về hành vi phạm tội mới”, 9 tháng đầu năm 2026. Đã hiệu chỉnh theo số đơn vị (Benjamini–Hochberg): trong danh sách nêu tên, tỷ lệ báo nhầm do ngẫu nhiên không quá 10%.',
    )
  })

  it('ranks communes by signal and gives count, distance, threshold and a smoothed rate that decides nothing', () => {
    expect(text).toContain(
      'Phường Bắc Giang 14/370 người vượt 11 từ 9 Cao bất thường – đề nghị kiểm tra 1,4% (0,20%–4,1%)',
    )
    const names = [...page.matchAll(/<tr><td><a [^>]*>([^<]*)/g)].map(([, name]) => name)
    expect(names).toEqual(['Phường Bắc Giang', 'Phường Nghĩa Phương', 'Phường Chũ'])
    expect(text).toContain('1 xã, phường chưa có số liệu hoặc không phát sinh đối tượng.')
    expect(text).toContain('chỉ để xếp thứ tự, không dùng để kết luận')
  })

  it('promises no abstention where communes are compared with a floor', () => {
    expect(text).toContain('không đánh giá đạt hay không đạt')
    const floor = bacGiang2022.targets.find(({ id }) => id === 'T03f')
    if (floor === undefined) throw new Error('no T03f')
    const compared = textWith({ view: { ...reoffending.view, target: floor }, evidence: null })
    expect(compared).toContain('không thay cho đánh giá của tỉnh')
    expect(compared).not.toContain('không đánh giá đạt hay không đạt')
  })

  it('leads to the page of methods and to the communes', () => {
    expect(page).toContain('href="../method.html"')
    expect(page).toContain('href="../communes/07210.html"')
  })
})

describe('the page of a duty', () => {
  const duty = targetPage(counselling)

  it('tests nothing and draws no interval, no funnel', () => {
    expect(textOf(duty)).toContain('Không xét dao động ngẫu nhiên')
    expect(textOf(duty)).not.toMatch(/Wilson|phễu|CUSUM|làm trơn|Benjamini/)
  })

  it('lists what remains, most first, and counts who is done', () => {
    const names = [...duty.matchAll(/<tr><td><a [^>]*>([^<]*)/g)].map(([, name]) => name)
    expect(names).toEqual(['Phường Nghĩa Phương', 'Phường Bắc Giang'])
    expect(textOf(duty)).toContain('4/9 người 44,4% Còn 5 trên 9 người')
    expect(textOf(duty)).toContain('1 xã, phường có số liệu đã thực hiện đủ.')
  })

  it('has no list where no commune is followed', () => {
    const facility = targetPage({ ...counselling, view: viewOf('T05'), communes: [] })
    expect(textOf(facility)).not.toContain('Xã, phường còn việc phải làm')
  })
})

describe('computed shares in words', () => {
  it.each([
    [0.05446, '5,4%'],
    [0.0043, '0,43%'],
    [0.08, '8%'],
    [1, '100%'],
  ])('%d is %s', (share, words) => {
    expect(shareWords(share)).toBe(words)
  })
})
