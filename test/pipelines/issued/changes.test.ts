import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { changesOf } from '#pipelines/issued/changes.ts'
import { type Figure, figuresOf, keyOf } from '#pipelines/issued/figures.ts'

function figure(numerator: number, of: Partial<Figure> = {}): Figure {
  return {
    ...{ definition: 'counselling-coverage/1', map: 'then', window: 'adm:2026-03' },
    ...{ unit: '07210@2025-07-01', breakdown: '', category: '', numerator, denominator: 9 },
    ...of,
  }
}

const ISSUED_ON = '2026-03-20'

describe('what has changed since an issue', () => {
  it('is nothing where every figure reads the same', () => {
    expect(changesOf([figure(1)], [figure(1)], ISSUED_ON)).toEqual([])
  })

  it('is a numerator, a denominator, a value that is gone, a value that was not there', () => {
    const other = { unit: '07246@2025-07-01' }
    const third = { unit: '07264@2025-07-01' }
    const fourth = { unit: '24@2025-07-01' }
    const issued = [figure(1), figure(2, { ...other, denominator: 4 }), figure(3, third)]
    const current = [figure(2), figure(2, { ...other, denominator: 5 }), figure(0, fourth)]
    expect(
      changesOf(issued, current, ISSUED_ON).map(({ unit, before, after }) => [unit, before, after]),
    ).toEqual([
      ['07210@2025-07-01', { numerator: 1, denominator: 9 }, { numerator: 2, denominator: 9 }],
      ['07246@2025-07-01', { numerator: 2, denominator: 4 }, { numerator: 2, denominator: 5 }],
      ['07264@2025-07-01', { numerator: 3, denominator: 9 }, null],
      ['24@2025-07-01', null, { numerator: 0, denominator: 9 }],
    ])
  })

  it('is no window that has closed since, and no figure that was not measured then', () => {
    const current = [
      figure(1),
      figure(1, { window: 'adm:2026-04' }),
      figure(1, { definition: 'papers-coverage/1' }),
    ]
    expect(changesOf([figure(1)], current, ISSUED_ON)).toEqual([])
  })

  it('is a figure that could not be measured then, because nothing of a form had come', () => {
    const late = figure(1, { definition: 'papers-coverage/1' })
    const unfed = new Set([late.definition])
    expect(changesOf([figure(1)], [figure(1), late], ISSUED_ON, unfed)).toMatchObject([
      { definition: late.definition, before: null, after: { numerator: 1, denominator: 9 } },
    ])
  })

  it('tells two maps, breakdowns and categories apart', () => {
    const parts = [{}, { map: 'today' }, { breakdown: 'sex', category: 'nam' }]
    const issued = parts.map((part) => figure(1, part))
    const current = parts.map((part, n) => figure(n === 1 ? 2 : 1, part))
    expect(changesOf(issued, current, ISSUED_ON)).toMatchObject([{ map: 'today' }])
  })
})

test('of any two dumps, exactly the figures that differ change, and undone they are what was issued', () => {
  const some = fc.uniqueArray(
    fc.record({
      unit: fc.constantFrom('a', 'b', 'c'),
      window: fc.constantFrom('adm:2026-01', 'adm:2026-02'),
      category: fc.constantFrom('', 'nam', 'nu'),
      numerator: fc.nat(2),
      denominator: fc.nat(2),
    }),
    { selector: (one) => keyOf(figure(0, one)) },
  )
  fc.assert(
    fc.property(some, some, (before, after) => {
      const [issued, current] = [before, after].map((all) => all.map((one) => figure(0, one))) as [
        Figure[],
        Figure[],
      ]
      const now = new Map(current.map((one) => [keyOf(one), one]))
      for (const { before, after, ...key } of changesOf(issued, current, ISSUED_ON)) {
        expect(before).not.toEqual(after)
        if (before === null) now.delete(keyOf(key))
        else now.set(keyOf(key), { ...key, ...before })
      }
      if (issued.length > 0)
        expect([...now.values()].map(lineOf).sort()).toEqual(issued.map(lineOf).sort())
    }),
  )
})

function lineOf(of: Figure): string {
  return `${keyOf(of)} ${of.numerator}/${of.denominator}`
}

test('a dump’s verdicts and conditions are no figures', () => {
  const line =
    '{"table":"value","definition_id":"d","map":"then","window_id":"w","unit_id":"u","breakdown":"","category":"","numerator":1,"denominator":2,"basis":"form"}'
  const lines = [line, '{"table":"verdict","plan":"p"}', '']
  expect(figuresOf(lines)).toEqual([
    {
      ...{ definition: 'd', map: 'then', window: 'w', unit: 'u', breakdown: '', category: '' },
      ...{ numerator: 1, denominator: 2 },
    },
  ])
})
