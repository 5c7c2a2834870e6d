import { describe, expect, test } from 'vitest'
import { type Life, type RegisterRow, retentionOf } from '#models/core/retention.ts'

const NOBODY: Life = { registers: [], cases: [], others: [] }

function row(values: Partial<RegisterRow>): RegisterRow {
  return {
    reporter: 'police:07210',
    close: '2021-12-15',
    year: 2021,
    unitId: '07210@2025-07-01',
    leftOn: '2021-05-01',
    leftReason: 'xoa_an_tich',
    handedOverOn: null,
    ...values,
  }
}

const judged = (life: Partial<Life>) => {
  const found = retentionOf({ ...NOBODY, ...life }, '2022-01-01', 2027)
  return found.over ? 'over' : found.why
}

describe('the time for which data are kept', () => {
  test.each(['xoa_an_tich', 'chet', 'chuyen_ngoai_tinh', 'xuat_canh', 'huy_tha_tu', 'ghi_trung'])(
    'is over when management ended by %s before the cut-off',
    (leftReason) => {
      expect(judged({ registers: [row({ leftReason })] })).toBe('over')
    },
  )

  test.each(['chuyen_trong_tinh', 'an_moi', 'khac'])('goes on after %s', (leftReason) => {
    expect(judged({ registers: [row({ leftReason })] })).toBe('not-for-good')
  })

  test.each<[string, Partial<Life>]>([
    ['never-on-a-register', { others: [{ year: 2020, last: '2020-01-01' }] }],
    ['open-stay', { registers: [row({ leftOn: null, leftReason: null })] }],
    ['ended-after', { registers: [row({ leftOn: '2022-01-01' })] }],
    ['reported-this-year', { registers: [row({ year: 2027, close: '2027-01-15' })] }],
    ['reported-this-year', { registers: [row({})], others: [{ year: 2027, last: '2021-01-01' }] }],
    ['new-offence-after', { registers: [row({})], cases: [{ year: 2022, last: '2022-02-01' }] }],
    ['announced-after', { registers: [row({})], others: [{ year: 2022, last: '2022-02-01' }] }],
    ['over', { registers: [row({})], cases: [{ year: 2021, last: '2021-02-01' }] }],
  ])('%s', (answer, life) => {
    expect(judged(life)).toBe(answer)
  })

  test('of one whose commune ended is told by the commune that took him over, and by no earlier hand', () => {
    const stays = { leftOn: null, leftReason: null }
    const before = row({ reporter: 'police:31117', close: '2021-06-15', ...stays })
    const after = row({
      reporter: 'police:31120',
      handedOverOn: '2021-07-01',
      leftOn: '2021-09-01',
    })
    expect(judged({ registers: [before, after] })).toBe('over')
    expect(judged({ registers: [before, { ...after, ...stays }] })).toBe('open-stay')
    expect(judged({ registers: [{ ...before, close: '2021-07-15' }, after] })).toBe('open-stay')
  })

  test('of one who moved is judged by where he went', () => {
    const here = row({ leftOn: '2021-03-01', leftReason: 'chuyen_trong_tinh' })
    const there = row({ reporter: 'police:07246' })
    expect(judged({ registers: [here, there] })).toBe('over')
    expect(judged({ registers: [here, { ...there, leftOn: null, leftReason: null }] })).toBe(
      'open-stay',
    )
    expect(judged({ registers: [here, { ...there, leftOn: here.leftOn }] })).toBe('not-for-good')
  })

  test('is judged by the last word of each commune: who vanished has not left', () => {
    const open = row({ leftOn: null, leftReason: null, close: '2021-02-15' })
    expect(judged({ registers: [open, row({})] })).toBe('over')
    expect(judged({ registers: [{ ...open, close: '2022-01-15' }, row({})] })).toBe('open-stay')
  })

  test('does not see an entry by mistake beside a stay', () => {
    const mistaken = row({
      reporter: 'police:07246',
      leftReason: 'ghi_trung',
      leftOn: '2023-01-01',
    })
    expect(judged({ registers: [row({}), mistaken] })).toBe('over')
  })
})
