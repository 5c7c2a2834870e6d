import { describe, expect, it } from 'vitest'
import { communePage } from '#dashboards/pages/commune.ts'
import { indexPage } from '#dashboards/pages/index-page.ts'
import { sparkline } from '#dashboards/pages/sparkline.ts'
import { communePeople, peopleWords } from '#dashboards/words.ts'
import { communeView, edition } from '#test/support/bac-ninh-view.ts'
import { openTags, textOf } from '#test/support/markup.ts'

const view = communeView(12)
const page = communePage(view)
const text = textOf(page)

describe('the page of a commune', () => {
  it('gives counts and a signal, and leaves the judgement to the province', () => {
    expect(text).toContain('Xã Lạng Giang – tháng 9/2026')
    expect(text).toContain('Có 1 trường hợp – tiếp tục theo dõi')
    expect(text).toContain('ở cấp xã chỉ nêu số trường hợp và tín hiệu')
    expect(page).not.toContain('tone-missed')
  })

  it('opens what the signal rests on, and nothing for duties', () => {
    const [, told = ''] = /<details>(.*?)<\/details>/s.exec(page) ?? []
    expect(page.match(/<details>/g)).toHaveLength(1)
    expect(textOf(told)).toContain('Xem căn cứNếu mức thực là 1%')
    expect(textOf(told)).toContain('chưa hiệu chỉnh theo số đơn vị')
    expect(textOf(told)).toContain('khả năng phát hiện mới đạt 80%')
  })

  it('tells reports received, late and missing, and what is to be mended', () => {
    expect(text).toContain('Đã tiếp nhận 2/3 biểu, 1 nội dung cần sửa, 1 cảnh báo đang mở.')
    expect(text).toContain('Tiếp nhận một phần, đề nghị chỉnh lý')
    // due before 18/9, arrived 19/9; due before 15/9, still missing on 20/9
    expect(text).toContain('19/9/2026 chậm 2 ngày')
    expect(text).toContain('quá hạn 6 ngày')
    expect(text).toContain('Trang “01.Danh sach”, ô Q14: ngày tiếp nhận (3/8/2026) sớm hơn')
  })

  it('puts what nobody sent on one day into one row', () => {
    const [, , lost] = view.reports
    if (lost === undefined) throw new Error('no report')
    const both = textOf(communePage({ ...view, reports: [lost, { ...lost, formNumber: '05' }] }))
    expect(both).toContain('Biểu 05, 06 UBND xã Lạng Giang Quý III/2026')
    expect(both.match(/Chưa gửi/g)).toHaveLength(1)
  })

  it('draws duties only: a share of one case is no picture', () => {
    const [, bars = ''] = /<figure class="bars">(.*?)<\/figure>/s.exec(page) ?? []
    expect(textOf(bars)).toContain('Người về cư trú được tư vấn')
    expect(textOf(bars)).not.toContain('khởi tố')
    expect(textOf(bars)).not.toContain('giấy tờ')
  })

  it('is sound markup and points up to its folder', () => {
    expect(openTags(page)).toEqual([])
    expect(page).toContain('href="../assets/hoanhap.css"')
    expect(page).not.toMatch(/NaN|undefined|<script| style="/)
  })

  it('says so when there is nothing to mend', () => {
    const clean = textOf(communePage({ ...view, problems: [], alerts: [] }))
    expect(clean).toContain('Không có nội dung cần chỉnh lý.')
    expect(clean).toContain('không có nội dung cần sửa, không có cảnh báo.')
  })
})

describe('the persons of a place', () => {
  it('are unknown in words where there is no number', () => {
    const nobody = { managed: null, returned: null, prosecuted: null, prosecutedToDate: null }
    const notes = [
      ...peopleWords({ ...nobody, allowance: null }),
      ...communePeople({ ...nobody, allowance: null }),
    ].map(({ note }) => note)
    expect(new Set(notes)).toEqual(new Set(['chưa có số liệu']))
    const [, , month] = peopleWords({
      ...nobody,
      prosecuted: 1,
      prosecutedToDate: 13,
      allowance: 3,
    })
    expect(month?.note).toBe('người trong tháng; lũy kế 13 người')
  })
})

describe('a sparkline', () => {
  const at = (...counts: (number | null)[]) =>
    sparkline(
      counts.map((n, index) => ({ windowId: `adm:2026-0${index + 1}`, n })),
      'Số người',
    )?.markup ?? ''

  it('breaks where nothing is known', () => {
    expect(at(4, 5, null, 6, 7).match(/M/g)).toHaveLength(2)
    expect(at(4, 5, null, 6, 7).match(/<circle/g)).toHaveLength(4)
  })

  it('starts from zero and says what it is told to', () => {
    // 26 high with 3 kept free at either end: 8 of 8 stands at 3, 4 of 8 in the middle
    expect(at(4, 8)).toContain('d="M4,13L146,3"')
    expect(at(4, 8)).toContain('aria-label="Số người"')
  })

  it('is not drawn for one point', () => {
    expect(at(4, null)).toBe('')
  })
})

describe('the index', () => {
  const index = indexPage({
    edition,
    communes: [
      { code: '07210', name: 'phường Bắc Giang', verdict: 'OK' },
      { code: '07246', name: 'xã An Lạc', verdict: 'ND' },
      { code: '07264', name: 'xã Đèo Gia', verdict: 'NUM' },
    ],
    pages: [{ path: 'alerts.html', title: 'Theo dõi cảnh báo' }],
    files: [{ path: 'extract/extract.csv', title: 'Bộ số liệu tổng hợp' }],
  })

  it('keeps what is followed apart from the leadership’s page', () => {
    expect(textOf(index)).toMatch(
      /Trang lãnh đạo Kết quả thực hiện [^.]*tháng 9\/2026 Theo dõi thực hiện Theo dõi cảnh báo Từng chỉ tiêu/,
    )
  })

  it('lists communes by name as Vietnamese does, with what is said of them in words', () => {
    const names = [...index.matchAll(/communes\/\d+\.html">([^<]*)</g)].map(([, name]) => name)
    expect(names).toEqual(['Xã An Lạc', 'Phường Bắc Giang', 'Xã Đèo Gia'])
    expect(textOf(index)).toContain('Có trường hợp, theo dõi')
    expect(index).toContain('href="extract/extract.csv"')
    expect(openTags(index)).toEqual([])
  })
})
