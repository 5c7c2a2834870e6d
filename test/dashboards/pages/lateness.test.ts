import { describe, expect, it } from 'vitest'
import { latenessPage } from '#dashboards/pages/lateness.ts'
import type { ArrivalsView } from '#dashboards/views-standing.ts'
import {
  arrivalOutlookWords,
  askedNote,
  delayHeads,
  missingWords,
  usualWords,
} from '#dashboards/words.ts'
import { delays, type WindowLateness } from '#models/judgement/lateness.ts'
import { edition } from '#test/support/bac-ninh-view.ts'
import { textOf } from '#test/support/markup.ts'

function closed(windowId: string, rest: Partial<WindowLateness> = {}): WindowLateness {
  const whole = { expected: 99, arrived: 99, outlook: { kind: 'whole' as const } }
  return { windowId, age: 6, byDelay: delays.map((d) => (d <= 6 ? 99 : null)), ...whole, ...rest }
}

function view(rest: Partial<ArrivalsView> = {}): ArrivalsView {
  return {
    form: 'returnee-register',
    formNumber: '01',
    formTitle: 'DANH SÁCH',
    standing: 'obliged',
    windows: [closed('adm:2026-09')],
    usual: delays.map(() => 1),
    ...rest,
  }
}

const coming = (reports: number): Partial<WindowLateness> => ({
  arrived: 96,
  outlook: { kind: 'coming', reports, within: 56, windows: 8 },
})

describe('the page of arrivals', () => {
  it('says of each window how many are there, that the rest is missing and what is still to come', () => {
    const page = latenessPage(edition, [
      view({ windows: [closed('adm:2026-08'), closed('adm:2026-09', coming(2.1))] }),
    ])
    expect(page).toContain('96/99')
    expect(page).toContain('Chưa đủ')
    expect(page).toContain('còn thiếu 3 báo cáo; số liệu sơ bộ')
    expect(page).toContain(
      'Còn khoảng 2 báo cáo, đến ngày thứ 56 sau khi hết kỳ có khoảng 98/99 báo cáo, theo nhịp gửi của 8 kỳ trước',
    )
  })

  it('lists only windows that are not whole, the newest first', () => {
    const windows = [
      closed('adm:2026-07', coming(0)),
      closed('adm:2026-08'),
      closed('adm:2026-09', coming(1)),
    ]
    const [, list = ''] = latenessPage(edition, [view({ windows })]).split('Các kỳ chưa đủ báo cáo')
    const months = [...list.matchAll(/<td>(Tháng \d+)/g)].map(([, month]) => month)
    expect(months).toEqual(['Tháng 9', 'Tháng 7'])
  })

  it('never reproaches a body that is only asked', () => {
    const asked = view({ standing: 'requested', windows: [closed('adm:2026-09', coming(1))] })
    const page = latenessPage(edition, [asked])
    expect(page).toContain('đề nghị phối hợp gửi thêm 3 báo cáo')
    expect(page.replace(askedNote, '')).not.toMatch(/còn thiếu|quá hạn|chậm/)
  })

  it('puts forms that nothing is missing of in one list, with the day by which they were there', () => {
    const byDelay = delays.map((delay) => (delay < 3 ? 98 : 99))
    const page = latenessPage(edition, [
      view({
        formNumber: '02',
        windows: [closed('adm:2026-08', { byDelay }), closed('adm:2026-09')],
      }),
      view({ windows: [closed('adm:2026-09', coming(1))] }),
    ])
    expect(page.match(/<svg xmlns/g)).toHaveLength(1)
    expect(textOf(page)).toContain(
      'Các biểu đã đủ báo cáo của mọi kỳ Biểu 02 Danh sách 2 kỳ; kỳ nào cũng đủ trong 3 ngày sau khi hết kỳ.',
    )
  })

  it('speaks of one window as one', () => {
    const page = latenessPage(edition, [view({ windows: [closed('adm:2026-09')] })])
    expect(textOf(page)).toContain('Danh sách 1 kỳ; đủ ngay khi hết kỳ.')
  })

  it('tells windows of long ago in one line', () => {
    const past = { arrived: 93, outlook: { kind: 'past' as const } }
    const windows = [closed('adm:2026-04', past), closed('adm:2026-05', past)]
    expect(textOf(latenessPage(edition, [view({ windows })]))).toContain(
      'Chưa đủ báo cáo, đã quá 56 ngày sau khi hết kỳ nên không ước tính: tháng 5/2026 (93/99), tháng 4/2026 (93/99); số liệu sơ bộ.',
    )
  })

  it('draws the twelve newest windows and says so in words when nothing has closed', () => {
    const windows = Array.from({ length: 14 }, (_, at) =>
      closed(
        at < 2 ? `adm:2025-${11 + at}` : `adm:2026-${String(at - 1).padStart(2, '0')}`,
        at === 13 ? coming(1) : {},
      ),
    )
    const page = latenessPage(edition, [view({ windows })])
    const drawn = page.slice(page.indexOf('<svg xmlns'))
    expect(drawn).not.toContain('Tháng 12/2025')
    expect(drawn).toContain('Tháng 1/2026')
    expect(latenessPage(edition, [])).toContain('Chưa có kỳ báo cáo nào đã hết.')
  })
})

describe('words of arrivals', () => {
  const said = (outlook: WindowLateness['outlook']) =>
    arrivalOutlookWords(closed('adm:2026-09', { arrived: 96, outlook }))

  it.each<readonly [WindowLateness['outlook'], string | null]>([
    [{ kind: 'whole' }, null],
    [{ kind: 'past' }, 'Quá 56 ngày sau khi hết kỳ, không ước tính'],
    [{ kind: 'too-few' }, 'Chưa ước tính: cần ít nhất 3 kỳ trước để so sánh'],
    [{ kind: 'unprecedented' }, 'Chưa ước tính: các kỳ trước đến thời điểm này đều đã đủ báo cáo'],
    [
      { kind: 'coming', reports: 0.4, within: 14, windows: 3 },
      'Ít khả năng có thêm báo cáo đến ngày thứ 14 sau khi hết kỳ, theo nhịp gửi của 3 kỳ trước',
    ],
  ])('%o', (outlook, words) => {
    expect(said(outlook)).toBe(words)
  })

  it('has a head for each delay, and no share short of all is 100 %', () => {
    expect(delayHeads).toHaveLength(delays.length)
    expect(delayHeads.slice(0, 3)).toEqual(['hết kỳ', '+1 ngày', '+2 ngày'])
    expect([usualWords(0), usualWords(0.8472), usualWords(0.999999), usualWords(1)]).toEqual([
      '0%',
      '84,7%',
      '99,99%',
      '100%',
    ])
    expect(missingWords({ arrived: 1, expected: 1200 }, 'obliged')).toContain('1.199 báo cáo')
  })
})
