import { describe, expect, it } from 'vitest'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { hungYen2026 } from '#models/plans/hung-yen-2026.ts'
import { sectionsFor } from '#models/plans/outline.ts'
import { presetRowsOf } from '#models/plans/preset-rows.ts'

const labour = { id: 'agency:so-noi-vu', kind: 'agency' } as const
const decree49 = '2020-06-15..2026-01-14'
const decision22 = '2023-10-10..2026-01-14'

describe('the sections of a review report', () => {
  const sections = (window?: string) =>
    sectionsFor(hungYen2026, labour, window)?.map(({ section }) => section)

  it('are II.1.1 to II.1.4 for everyone, then its own: of Nghị định 49 six paragraphs (II.1.2.a)', () => {
    expect(sections(decree49)).toEqual([
      'II.1.1',
      'II.1.2.a.1',
      'II.1.2.a.2',
      'II.1.2.a.3',
      'II.1.2.a.4',
      'II.1.2.a.5',
      'II.1.2.a.6',
      'II.1.3',
      'II.1.4',
      'II.1.5',
    ])
  })

  it('are three paragraphs of Quyết định 22 (II.1.2.b) in the other review', () => {
    expect(sections(decision22)).toEqual([
      'II.1.1',
      'II.1.2.b.1',
      'II.1.2.b.2',
      'II.1.2.b.3',
      'II.1.3',
      'II.1.4',
      'II.1.5',
    ])
    expect(sections()).toHaveLength(4 + 6 + 3)
  })

  it('give II.1.5 to fourteen agencies and to every UBND cấp xã, to nobody else', () => {
    const agencies = hungYen2026.bodies.filter(({ reportsAs }) => reportsAs === 'agency')
    expect(agencies).toHaveLength(14)
    const ids = [
      ...agencies.map(({ slug }) => [`agency:${slug}`, 'agency'] as const),
      ['committee:12229', 'committee'] as const,
    ]
    for (const [id, kind] of ids) {
      const own = sectionsFor(hungYen2026, { id, kind } as never, decree49)
      expect([id, own?.filter(({ section }) => section === 'II.1.5').length]).toEqual([id, 1])
    }
    const police = sectionsFor(hungYen2026, { id: 'police:12229', kind: 'police' }, decree49)
    expect(police?.some(({ section }) => section === 'II.1.5')).toBe(false)
  })

  it('keep within what the form holds, no two of a report alike', () => {
    const rows = sectionsFor(hungYen2026, labour) ?? []
    expect(rows.filter(({ section, title }) => section.length > 20 || title.length > 300)).toEqual(
      [],
    )
    expect(new Set(rows.map(({ section, title }) => `${section} ${title}`)).size).toBe(rows.length)
  })
})

describe('what stands in blank sheets', () => {
  it('is the outline of the plan, or of the form where the plan has none', () => {
    expect(Object.keys(presetRowsOf(bacNinh2026, labour))).toEqual(['task-progress'])
    const rows = presetRowsOf(hungYen2026, labour, decision22)
    expect(Object.keys(rows)).toEqual(['task-progress', 'narrative'])
    expect(rows['narrative']?.[1]).toEqual({
      section: 'II.1.2.b.1',
      title: 'Tham mưu xây dựng văn bản chỉ đạo, hướng dẫn, quy chế phối hợp',
    })
  })
})
