import { describe, expect, it, test } from 'vitest'
import { checkedNote } from '#pipelines/commands/alert-acts.ts'
import { caseNamed, shownLength } from '#pipelines/commands/alert-named.ts'
import { actorOf } from '#pipelines/commands/decide.ts'
import type { CaseWithEvents } from '#pipelines/ledger/alerts.ts'

describe('a note', () => {
  it.each([
    ['a national id', 'xem 024085721003'],
    ['one with spaces', 'xem 024 085 721 003'],
    ['an old id', '121234567'],
    ['a telephone', 'gọi 0912.345.678'],
    ['one with hyphens', 'gọi 0912-345-678'],
    ['one with wide gaps', 'gọi 0912  345 - 678'],
    ['one with dashes', 'gọi 0912–345–678'],
    ['one with hard spaces', 'gọi 0912\u00A0345\u202F678'],
    ['one with spaces of no width', 'gọi 0912\u200B345\u2060678'],
    ['one in wide digits', 'gọi ０９１２３４５６７８'],
    ['two beside each other', 'gọi 0912345678 0987654321'],
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

  it('stands on one line and says nothing to a terminal, nor from right to left', () => {
    expect(checkedNote('đã\n- Tình trạng:\tđã đóng\r\n')).toBe('đã - Tình trạng: đã đóng')
    expect(checkedNote('xem \u001b[2J\u009b1m\u0007\u202Exã\uD800')).toBe('xem [2J1mxã')
    expect(() => checkedNote('\u200B\u202E')).toThrow(/empty/)
  })

  it('is there and at most 500 characters long', () => {
    expect(() => checkedNote(' \n')).toThrow(/empty/)
    expect(checkedNote('ạ'.repeat(500))).toHaveLength(500)
    expect(() => checkedNote('ạ'.repeat(501))).toThrow(/longer than 500/)
  })
})

test('whoever does something has a name, without what nobody sees', () => {
  expect(actorOf({ actor: ' Phòng\u001b]0;x\u0007 A\n' })).toBe('Phòng]0;x A')
  for (const actor of ['', ' \n', 'x'.repeat(101)])
    expect(() => actorOf({ actor })).toThrow(/--actor is the name/)
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
