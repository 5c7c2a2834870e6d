import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance, fold, foldedNames, nearest, placeKey, tidy } from '#sources/vocabulary/text.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })

/** Edits by the definition, without a table: slow and obviously right. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [rest, other] = [a.slice(1), b.slice(1)]
  const choices = [
    edits(rest, b) + 1,
    edits(a, other) + 1,
    edits(rest, other) + (a[0] === b[0] ? 0 : 1),
  ]
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) {
    choices.push(edits(a.slice(2), b.slice(2)) + 1)
  }
  return Math.min(...choices)
}

describe('tidy', () => {
  it('takes away what nobody sees: control characters, halves of pairs', () => {
    expect(tidy('a\0b\u0007 c\ud83d d\tđ\u0085')).toBe('ab c d đ')
    expect(tidy('😀')).toBe('😀')
  })

  it('shows what the writer saw', () => {
    const typed = '\u202A \u200BHo\u00E0\u00A0 Nh\u00E2\u0323p\t\n\uFEFF'
    expect(tidy(typed)).toBe('Hoà Nhập')
  })

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tidy(tidy(text)) === tidy(text)))
  })
})

describe('fold', () => {
  it.each([
    ['Chấp hành xong án phạt tù', 'chap hanh xong an phat tu'],
    ['ĐƯỢC ĐẶC XÁ', 'duoc dac xa'],
    ['Hòa', 'hoa'],
    ['Hoà', 'hoa'],
    ['Ưu tiên, quỹ', 'uu tien, quy'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
    expect(fold(text.normalize('NFD'))).toBe(folded)
  })
})

describe('the key of a place', () => {
  it.each([
    ['Phường Hòa Bình', 'hoà bình'],
    ['Thủy Nguyên', 'Thuỷ Nguyên'],
    ['Cảnh Thụy', 'P. Cảnh Thuỵ'],
    ['Khoẻ', 'Khỏe'],
    ['xã Tam Tiến', 'X.Tam Tiến'],
    ['Thị trấn Chũ', 'TT Chũ'],
    ['Thị xã Chũ', 'TX. CHŨ'],
    ['Thành phố Cần Thơ', 'TP.Cần Thơ'],
    ['tỉnh Bắc Ninh', 'Bắc Ninh'],
    ['Đặc khu Lý Sơn', 'Lý Sơn'],
    ['Phường 7', 'P7'],
    ['Ia H’Drai', "Ia H'Drai"],
    ['Phan Rang - Tháp Chàm', 'Phan Rang-Tháp Chàm'],
    ['Bắc Giang', 'Bắc Giang'.normalize('NFD')],
  ])('is the same for %s and %s', (one, other) => {
    expect(placeKey(one)).toBe(placeKey(other))
  })

  it.each([
    ['Tân Lập', 'Tân Lạp'],
    ['Sơn Hải', 'Son Hai'],
    ['Xã Xa Lý', 'Lý'],
    ['Phú Thọ', 'hú Thọ'],
    ['Quý', 'Quí'],
    ['Đông Sơn', 'Dông Sơn'],
  ])('is not the same for %s and %s', (one, other) => {
    expect(placeKey(one)).not.toBe(placeKey(other))
  })

  it('leaves a name that is nothing but a type', () => {
    expect(placeKey('Xã ')).not.toBe('')
    expect(placeKey('P7.').length).toBeGreaterThan(0)
  })

  it('offers a folded name with and without what looks like a type', () => {
    expect(foldedNames('Phuong Bac Giang')).toEqual(['phuong bac giang', 'bac giang'])
    expect(foldedNames('Xa Ly')).toEqual(['xa ly', 'ly'])
    expect(foldedNames('Phường Bắc Giang')).toEqual(['bac giang'])
  })
})

describe('distance', () => {
  it('is the least number of edits', () => {
    fc.assert(fc.property(letters, letters, (a, b) => distance(a, b) === edits(a, b)))
  })

  it('counts letters, not code units', () => {
    expect(distance('𝒜b', 'b')).toBe(1)
  })
})

describe('the nearest', () => {
  const names = ['Bắc Giang', 'Bắc Lũng', 'Tam Giang', 'Tân Sơn', 'Tân Sỏi', 'Xa Lý']

  it('stand in order of edits', () => {
    // One swap; then three edits each: Bac Lung by g→l, a→u, less i; Tam Giang by b→t, c→m and the swap.
    const [first, ...rest] = nearest('Bac Gaing', names)
    expect(first).toBe('Bắc Giang')
    expect(rest.sort()).toEqual(['Bắc Lũng', 'Tam Giang'])
    expect(nearest('Bac Gaing', names, 1)).toEqual(['Bắc Giang'])
  })

  it('prefer the same diacritics among equally near ones', () => {
    expect(nearest('Tan Sơn', ['Tân Sơn', 'Tan Sơn'])).toEqual(['Tan Sơn', 'Tân Sơn'])
  })

  it('may begin with a type, typed without diacritics', () => {
    expect(nearest('xa bac giang', names)[0]).toBe('Bắc Giang')
    expect(nearest('xa ly', names)[0]).toBe('Xa Lý')
  })

  it('are none when nothing looks alike', () => {
    expect(nearest('0912 345 678', names)).toEqual([])
    expect(nearest('', names)).toEqual([])
  })

  it('are found at once for a cell of 32,000 characters', () => {
    const started = performance.now()
    expect(nearest('Bắc Giang '.repeat(3200), names)).toEqual([])
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
