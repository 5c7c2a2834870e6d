import { describe, expect, it } from 'vitest'
import { evidenceWords, exactChanceWords, verdictWords } from '#dashboards/words.ts'
import { all, seventy, underOne } from '#test/support/goals.ts'

const of = (numerator: number, denominator: number) => ({ numerator, denominator })

describe('what a signal rests on', () => {
  it('is said with p, levels, that it is unadjusted, the count that it takes and how far the test reaches', () => {
    // P(X ≥ 3 | 50, 1 %) = 0.01382; 3 of 50 are the first signal, found with 80 % at 8.4 %
    expect(evidenceWords(underOne, of(3, 50), { listed: true })).toEqual([
      'Nếu mức thực là 1%, kết quả như vậy hoặc xấu hơn gặp ngẫu nhiên với xác suất 1,4% (kiểm định nhị thức chính xác, một phía; tín hiệu khi không quá 2,5%, tín hiệu mạnh khi không quá 0,1%).',
      'Xác suất này tính riêng cho đơn vị, chưa hiệu chỉnh theo số đơn vị cùng được xem xét. Xem xét đồng thời với các đơn vị cùng cấp, tín hiệu này vẫn được giữ trong danh sách cảnh báo.',
      'Với 50 người, kết quả từ 3 trở lên mới được coi là tín hiệu; khi mức thực từ khoảng 8,4% trở lên, khả năng phát hiện mới đạt 80%. Không có tín hiệu chưa phải là căn cứ để kết luận tình hình tốt.',
    ])
  })

  it('says of one that is not listed that it is not, and of no signal that its p is its own', () => {
    const told = (x: number, listed: boolean) => evidenceWords(underOne, of(x, 50), { listed })[1]
    expect(told(3, false)).toMatch(/chưa đủ mạnh để đưa vào danh sách cảnh báo\.$/)
    expect(told(1, false)).toMatch(/cùng được xem xét\.$/)
    expect(evidenceWords(underOne, of(60, 4000)).join()).not.toContain('tính riêng')
  })

  it('turns round for a floor, and says where no result could be a signal', () => {
    // P(X ≤ 60 | 100, 0.7) = 0.0210, P(X ≤ 61) = 0.0340
    const [p = '', , reach = ''] = evidenceWords(seventy, of(60, 100), { listed: null })
    expect(p).toContain('Nếu mức thực là 70%')
    expect(p).toContain('xác suất 2,1% ')
    expect(reach).toContain('Với 100 người, kết quả từ 60 trở xuống')
    expect(evidenceWords(seventy, of(1, 3), { listed: false }).at(-1)).toBe(
      'Với 3 người, không kết quả nào đủ để coi là tín hiệu.',
    )
  })

  it('is nothing for a duty and for nobody', () => {
    expect(evidenceWords(all, of(3, 5))).toEqual([])
    expect(evidenceWords(underOne, of(0, 0))).toEqual([])
  })

  it.each([
    [0.26, '26%'],
    [0.395, '40%'],
    [0.0138, '1,4%'],
    [0.02496, '2,496%'],
    [0.0251, '2,51%'],
    [0.025, '2,5%'],
    [0.000996, '0,0996%'],
    [0.0000142, '0,0014%'],
    [1e-9, 'dưới 0,0001%'],
    [0.9994, 'trên 99,9%'],
    [0.9951, '99,5%'],
  ])(
    'writes a chance of %d as %s: never as nothing or all, never as a level that it is not',
    (p, words) => {
      expect(exactChanceWords(p)).toBe(words)
    },
  )
})

describe('a certain miss', () => {
  const missed = 'Không đạt – không còn khả năng hoàn thành trong năm'

  it('is told with the signal and with the reports that are missing', () => {
    const facts = { better: 'lower', silent: ['xã Kép'] } as const
    expect(verdictWords('MISS', facts)).toBe(missed)
    expect(verdictWords('MISS', { ...facts, sparse: true })).toBe(
      `${missed}; chưa đủ số liệu (còn thiếu: xã Kép)`,
    )
    expect(verdictWords('MISS', { ...facts, signal: true })).toBe(
      `${missed}; cao bất thường – đề nghị kiểm tra`,
    )
  })
})
