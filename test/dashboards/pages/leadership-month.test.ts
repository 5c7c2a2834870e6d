import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { assets } from '#dashboards/pages/assets.ts'
import { leadershipMonth } from '#dashboards/pages/leadership-month.ts'
import { month } from '#test/support/bac-ninh-view.ts'
import { openTags, textOf } from '#test/support/markup.ts'

const page = leadershipMonth(month)
const text = textOf(page)

describe('the month of a leader', () => {
  it('is the same bytes for the same view', () => {
    expect(leadershipMonth(month)).toBe(page)
  })

  it('opens with plan, month, days, state and coverage', () => {
    expect(text).toContain('TỈNH BẮC NINH')
    expect(text).toContain(
      'Kế hoạch 195/KH-UBND · Tháng 9/2026 (15/8–14/9/2026) · lũy kế từ 15/12/2025 đến 14/9/2026 · kỳ số liệu do hệ thống suy ra từ hạn báo cáo · số liệu sơ bộ · đã nhận 96/99 xã, phường',
    )
    expect(text).toContain('1/10 chỉ tiêu đạt, 9 đang thực hiện.')
  })

  it('has a row, a card and a definition for each of the ten targets', () => {
    for (const { target } of month.targets) {
      expect(text).toContain(`${target.statement} (mục ${target.clause})`)
      expect(text).toContain(target.indicator.definition)
      expect(text).toContain(target.definition.id)
    }
    expect(page.match(/<article class="card">/g)).toHaveLength(10)
  })

  it('tells how a target’s year is likely to end below its verdict and on its card, and why under its grounds', () => {
    const question = {
      course: 'exposed',
      x: 22,
      n: 5112,
      silent: 0,
      monthsGone: 9,
      monthsLeft: 3,
      coming: { low: 90, mid: 130, high: 180 },
      exposure: { seen: 42_000, unseen: 14_500 },
      prior: { events: 0.5, over: 0 },
    } as const
    const outlook = {
      class: 'high',
      probability: 0.998,
      spread: [0.997, 0.999],
      allowance: 29,
      needed: null,
      neededPerMonth: null,
      monthsLeft: 3,
    } as const
    const targets = month.targets.map((view) =>
      view.target.id === 'T02'
        ? { ...view, outlook: { question: { ...question, target: view.target }, outlook } }
        : view,
    )
    const words = textOf(leadershipMonth({ ...month, targets }))
    const line = 'Khả năng hoàn thành: cao (dự báo); còn thấp hơn mức tối đa 29 người'
    expect(words.split(line)).toHaveLength(3)
    expect(words).toMatch(
      /không phải kết quả\. Xác suất hoàn thành chỉ tiêu khi hết năm trên 99%\./,
    )
    expect(text).not.toContain('Khả năng hoàn thành')
  })

  it('draws a bar and a trend per card and 99 names on the map', () => {
    expect(page.match(/<svg [^>]*class="chart"/g)).toHaveLength(21)
    const [, map = ''] = /<figure>(.*?)<\/figure>/s.exec(page) ?? []
    for (const tile of month.maps[0]?.tiles ?? [])
      expect(textOf(map).replaceAll('\n', ' ')).toContain(tile.name.split(' ')[0])
    expect(map.match(/<path transform/g)?.length).toBeGreaterThanOrEqual(99)
  })

  it('says who is late by how many days, and only asks those who are asked', () => {
    expect(text).toContain(
      'Tháng 9/2026: quá hạn 3 ngày Hạn trước ngày 18/9/2026, theo hướng dẫn của Công an tỉnh Biểu 01: Công an xã Yên Thế, Công an xã An Lạc, Công an xã Đại Đồng',
    )
    expect(text).toContain(
      'Đề nghị phối hợp gửi số liệu Quý III/2026 Hạn trước ngày 15/9/2026, theo Kế hoạch, mục IV.2 Biểu 06: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
    )
    expect(text).toContain(
      'Các kỳ trước còn thiếu (2 biểu) Tháng 8/2026: Công an xã Yên Thế, Sở Tư pháp',
    )
  })

  it('leaves out what was restated until a month was issued, and says so when nothing was', () => {
    expect(text).not.toContain('Số liệu đã điều chỉnh từ kỳ trước')
    const [first] = month.targets
    if (first === undefined) throw new Error('no target')
    const again = leadershipMonth({
      ...month,
      restated: [
        {
          target: first.target,
          windowId: 'adm:2026-8M',
          unitName: 'tỉnh Bắc Ninh',
          before: { numerator: 1, denominator: 9 },
          after: { numerator: 0, denominator: 9 },
          causes: ['Công an xã Xuân Lương (lần gửi 2)'],
        },
      ],
    })
    expect(textOf(again)).toContain(
      '1/9 người (11,1%) thành 0/9 người (0%); do Công an xã Xuân Lương (lần gửi 2).',
    )
  })

  it('speaks of prosecution, and of reoffending only as the name of the target', () => {
    const allowed = [
      ...month.targets.map(({ target }) => target.statement),
      ...month.targets.map(({ target }) => target.indicator.legalBasis),
      ...month.edition.plan.openParameters.map((choice) => choice.reason),
      '“Tái phạm tội” là tên chỉ tiêu của Kế hoạch',
    ]
    const elsewhere = allowed.reduce((rest, words) => rest.replaceAll(words, ''), text)
    expect(elsewhere.length).toBeLessThan(text.length)
    expect(elsewhere.match(/.{0,30}tái phạm.{0,30}/gi)).toBeNull()
    expect(text).not.toMatch(/mãn hạn|hết án|từ chối/)
  })

  it('closes every element that it opens, and has no script, inline style or foreign address', () => {
    expect(openTags(page)).toEqual([])
    expect(page).not.toMatch(/<script| style="|javascript:|src=|url\(|@import/)
    expect(
      page.match(/https?:\/\/[^"]*/g)?.filter((url) => !url.startsWith('http://www.w3.org/')),
    ).toEqual([])
  })

  it('has one h1 and h2s in the order of a leader’s reading', () => {
    expect(page.match(/<h1>/g)).toHaveLength(1)
    const headings = [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, words]) =>
      textOf(words as string),
    )
    expect(headings).toEqual([
      'Kết quả thực hiện các chỉ tiêu',
      'Cần chú ý, đề nghị chỉ đạo',
      'Chưa báo cáo (4 đơn vị)',
      'Bản đồ ô xã, phường',
      'Diễn biến từng chỉ tiêu',
      'Chỉ tiêu, yêu cầu không có số',
      'Cảnh báo',
      'Đối chiếu số liệu',
      'Định nghĩa và cách tính',
      'Nội dung Kế hoạch chưa quy định, cách hiểu đang áp dụng',
      'Nguồn và phiên bản số liệu',
    ])
  })

  it('shows the most pressing alerts of a group, says how many more there are, and counts reminders', () => {
    const [signal, overdue] = month.alerts.opened
    if (signal === undefined || overdue === undefined) throw new Error('no alert')
    const off = { ...signal, rule: 'off' as const, unitName: 'xã Kép' }
    const many = textOf(
      leadershipMonth({
        ...month,
        alerts: {
          opened: [...Array.from({ length: 20 }, () => off), signal, overdue, overdue],
          open: [],
          closed: [],
        },
      }),
    )
    const section = many.slice(many.indexOf('Mới mở (23)'))
    expect(section.indexOf('Xã Lạng Giang')).toBeLessThan(section.indexOf('Xã Kép'))
    expect(section).toContain('Và 13 cảnh báo khác trong tệp cảnh báo.')
    expect(section).toContain(
      '2 nhắc gửi báo cáo (sắp đến hạn, quá hạn, đề nghị phối hợp): xem mục “Chưa báo cáo”',
    )
    expect(section).not.toContain(`${overdue.report?.reporterName}: quá hạn`)
  })

  it('escapes names', () => {
    const hostile = leadershipMonth({
      ...month,
      missing: month.missing.map((each) => ({ ...each, reporterName: '<img src=x onerror=1>' })),
    })
    expect(hostile).not.toContain('<img')
    expect(hostile).toContain('&lt;img src=x onerror=1&gt;')
  })

  it('is drawn without data, too', () => {
    const bare = leadershipMonth({
      ...month,
      people: {
        managed: null,
        returned: null,
        prosecuted: null,
        prosecutedToDate: null,
        allowance: null,
      },
      targets: month.targets.map((view) => ({
        ...view,
        measured: null,
        previous: null,
        verdict: { ...view.verdict, code: 'ND', fact: 'na' },
        history: [],
      })),
      maps: [],
      attention: [],
      missing: [],
      alerts: { opened: [], open: [], closed: [] },
      reconciliations: [],
    })
    expect(textOf(bare)).toContain('0/10 chỉ tiêu đạt, 10 chưa đủ số liệu.')
    expect(textOf(bare)).toContain('Chưa có số liệu trong kỳ.')
    expect(bare).not.toMatch(/NaN|undefined|null/)
  })
})

describe('what stands beside the pages', () => {
  it('are a style sheet and letters that are installed, Vietnamese among them', () => {
    for (const { path, content } of assets) {
      expect(path).toMatch(/^assets\/[\w.-]+$/)
      if ('copyOf' in content)
        expect(existsSync(fileURLToPath(import.meta.resolve(content.copyOf))), content.copyOf).toBe(
          true,
        )
    }
    expect(assets.filter(({ path }) => path.includes('vietnamese'))).toHaveLength(3)
  })

  it('refers to nothing else', () => {
    const [{ content } = { content: { text: '' } }] = assets
    const css = 'text' in content ? content.text : ''
    const named = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, file]) => `assets/${file}`)
    expect(named.sort()).toEqual(
      assets
        .slice(1)
        .map(({ path }) => path)
        .sort(),
    )
    expect(page).toContain('<link rel="stylesheet" href="assets/hoanhap.css">')
  })
})
