import { describe, expect, test } from 'vitest'
import { tickOf } from '#sources/sheets/tick.ts'
import { row, type Typed } from '../made-book.ts'

const ticked = (...cells: readonly Typed[]) =>
  tickOf({ name: 'x', hidden: false, rows: [row(4, cells)] }, 7)

describe('Không phát sinh trong kỳ', () => {
  test.each<readonly [readonly Typed[]]>([
    [['☑ Không phát sinh trong kỳ']],
    [['✓ Không phát sinh trong kỳ']],
    [['x Không phát sinh trong kỳ']],
    [['[x] Không phát sinh trong kỳ']],
    [['☐ Không phát sinh trong kỳ', '☑']],
    [['Không phát sinh trong kỳ', 'X']],
    [['Không phát sinh trong kỳ', 'v']],
    [['KHÔNG PHÁT SINH TRONG KỲ:', 'có']],
    [['Không phát sinh trong kỳ', null, true]],
    [['Không phát sinh trong kỳ', 1]],
    [['Không phát sinh trong kỳ: x']],
  ])('%j is ticked', (cells) => {
    expect(ticked(...cells)).toEqual({ ticked: true, cell: 'A4' })
  })

  test.each<readonly [readonly Typed[]]>([
    [['☐ Không phát sinh trong kỳ']],
    [['Không phát sinh trong kỳ']],
    [['Không phát sinh trong kỳ', '☐']],
    [['Không phát sinh trong kỳ', 'không']],
    [['Không phát sinh trong kỳ', false]],
    [['Không phát sinh trong kỳ', 0]],
  ])('%j is not', (cells) => {
    expect(ticked(...cells)).toEqual({ ticked: false, cell: 'A4' })
  })

  test('is asked above the table only, and not inside another sentence', () => {
    const rows = [row(9, ['☑ Không phát sinh trong kỳ'])]
    expect(tickOf({ name: 'x', hidden: false, rows }, 7)).toEqual({ ticked: false, cell: null })
    expect(ticked('Kỳ trước: chọn "☑ Không phát sinh trong kỳ" ở đầu biểu').cell).toBeNull()
  })
})
