import { describe, expect, it } from 'vitest'
import { checkedNote } from '#pipelines/commands/alert-acts.ts'
import { caseNamed, shownLength } from '#pipelines/commands/alert-named.ts'
import type { CaseWithEvents } from '#pipelines/ledger/alerts.ts'

describe('a note', () => {
  it.each([
    ['a national id', 'xem 024085721003'],
    ['one with spaces', 'xem 024 085 721 003'],
    ['an old id', '121234567'],
    ['a telephone', 'gọi 0912.345.678'],
    ['one with hyphens', 'gọi 0912-345-678'],
  ])('with %s is refused, and its number is not repeated', (_, note) => {
    expect(() => checkedNote(note)).toThrow(/9 to 12 digits/)
    expect(() => checkedNote(note)).not.toThrow(/\d{3}/)
  })

  it.each([
    'đặc xá đợt 2/9/2026, 12 người về',
    'kinh phí 1.234.567.890 đồng',
    'theo Công văn 2450/VPCP-KGVX ngày 12/4/2024',
    'kỳ 15/12/2025–14/9/2026',
    'trước 15/6/2026 và 15/9/2026',
  ])('may say: %s', (note) => {
    expect(checkedNote(`  ${note} `)).toBe(note)
  })

  it('is there and at most 500 characters long', () => {
    expect(() => checkedNote(' \n')).toThrow(/empty/)
    expect(checkedNote('ạ'.repeat(500))).toHaveLength(500)
    expect(() => checkedNote('ạ'.repeat(501))).toThrow(/longer than 500/)
  })
})

describe('a case', () => {
  const of = (case_id: string) => ({ case_id }) as CaseWithEvents
  const ids = ['abcdef0123', 'abcdef0199', 'ffffffffff']

  it('is named by a beginning that is its alone', () => {
    const cases = ids.map(of)
    expect(caseNamed(cases, 'F')).toBe(cases[2])
    expect(() => caseNamed(cases, 'abcdef01')).toThrow(
      /is 2 cases: abcdef012, abcdef019; give more/,
    )
  })

  it('is shown by as much as tells it from all others, and eight characters at least', () => {
    expect(shownLength(ids)).toBe(9)
    expect(shownLength(ids.slice(1))).toBe(8)
  })
})
