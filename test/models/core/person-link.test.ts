import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byPlace, byStrength, linkPersons } from '#models/core/person-link.ts'

const personsOf = (...rows: readonly (readonly string[])[]) =>
  Object.fromEntries(linkPersons(rows).person)

describe('persons as components of identifiers', () => {
  it('gives one person to identifiers that one row gives together', () => {
    expect(personsOf(['case:A-1', 'old:125', 'nid:024'])).toEqual({
      'nid:024': '024',
      'old:125': '024',
      'case:A-1': '024',
    })
  })

  it('keeps the person when a new card comes: the old id binds both rows', () => {
    expect(
      personsOf(['case:B-7', 'old:125'], ['case:B-7', 'old:125', 'nid:024'], ['nid:024']),
    ).toEqual({
      'nid:024': '024',
      'old:125': '024',
      'case:B-7': '024',
    })
  })

  it('links over several rows: notice by the old id, register by case number, list by national id', () => {
    const { person } = linkPersons([['old:125'], ['case:A-1', 'old:125'], ['case:A-1', 'nid:024']])
    expect(new Set(person.values())).toEqual(new Set(['024']))
  })

  it('names a person without papers by the smallest of its strongest identifiers', () => {
    expect(personsOf(['case:A-1', 'old:9'], ['old:2', 'old:9'])).toEqual({
      'old:2': '2',
      'old:9': '2',
      'case:A-1': '2',
    })
    expect(personsOf(['case:B-2', 'case:A-1'])).toEqual({ 'case:A-1': 'A-1', 'case:B-2': 'A-1' })
  })

  it('keeps strangers apart', () => {
    expect(personsOf(['nid:1', 'case:A-1'], ['nid:2', 'case:A-2'])).toEqual({
      'nid:1': '1',
      'case:A-1': '1',
      'nid:2': '2',
      'case:A-2': '2',
    })
  })

  it('lets a case number given out twice link nobody', () => {
    const { person, ambiguous } = linkPersons([
      ['nid:1', 'case:A-1'],
      ['nid:2', 'case:A-1'],
      ['case:A-1'],
    ])
    expect(ambiguous).toEqual(['case:A-1'])
    expect(Object.fromEntries(person)).toEqual({ 'nid:1': '1', 'nid:2': '2', 'case:A-1': 'A-1' })
  })

  it('lets an old id mistyped into a second life link nobody, and says so', () => {
    const { person, ambiguous } = linkPersons([
      ['nid:1', 'old:125', 'case:A-1'],
      ['nid:2', 'old:125', 'case:A-2'],
    ])
    expect(ambiguous).toEqual(['old:125'])
    expect(person.get('case:A-1')).toBe('1')
    expect(person.get('case:A-2')).toBe('2')
    expect(person.get('old:125')).toBe('125')
  })

  it('lets a case number that binds two lives over a third paper link nobody either', () => {
    const { person, ambiguous } = linkPersons([
      ['nid:1', 'old:125'],
      ['old:125', 'case:A-1'],
      ['case:A-1', 'nid:2'],
    ])
    expect(ambiguous).toEqual(['case:A-1'])
    expect(Object.fromEntries(person)).toEqual({
      'nid:1': '1',
      'old:125': '1',
      'nid:2': '2',
      'case:A-1': 'A-1',
    })
  })

  it('orders national ids before old ids before case numbers', () => {
    expect(['case:1', 'old:2', 'nid:3', 'old:1', 'nid:1'].sort(byStrength)).toEqual([
      'nid:1',
      'nid:3',
      'old:1',
      'old:2',
      'case:1',
    ])
  })
})

describe('laws of linking', () => {
  const digit = fc.integer({ min: 0, max: 3 })
  const row = fc
    .record({
      nid: fc.option(digit),
      old: fc.option(digit),
      here: fc.option(digit),
      left: fc.option(digit, { freq: 1 }),
    })
    .map(({ nid, old, here, left }) => [
      ...(nid === null ? [] : [`nid:n${nid}`]),
      ...(old === null ? [] : [`old:o${old}`]),
      ...(here === null ? [] : [`case:a${here}`]),
      ...(left === null ? [] : [`case:b${left}`]),
    ])
    .filter((ids) => ids.length > 0)
  const rows = fc.array(row, { maxLength: 9 })
  const orders = { seed: 2026, numRuns: 1_000 }

  it('does not depend on the order of rows, nor of identifiers within one', () => {
    const shuffled = rows.chain((all) =>
      fc.record({
        all: fc.constant(all),
        other: fc
          .shuffledSubarray(all, { minLength: all.length })
          .chain((mixed) =>
            fc.tuple(...mixed.map((ids) => fc.shuffledSubarray(ids, { minLength: ids.length }))),
          ),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ all, other }) => {
        const [one, two] = [linkPersons(all), linkPersons(other)]
        expect([...two.person].sort()).toEqual([...one.person].sort())
        expect(two.ambiguous).toEqual(one.ambiguous)
      }),
      orders,
    )
  })

  it('by place, joins and disputes the same lives whatever key the identifiers were made with', () => {
    const renamed = (secret: number) => (id: string) =>
      `${id.slice(0, id.indexOf(':'))}:${createHash('sha256').update(`${secret} ${id}`).digest('hex').slice(0, 8)}`
    const parted = (all: readonly (readonly string[])[], name: (id: string) => string) => {
      const ids = [...new Set(all.flat())]
      const places = new Map(ids.map((id, at) => [name(id), at]))
      const { person, ambiguous } = linkPersons(
        all.map((row) => row.map(name)),
        byPlace((id) => places.get(id) ?? 0),
      )
      const together = ids.map((id) =>
        ids.filter((other) => person.get(name(other)) === person.get(name(id))),
      )
      return { together, disputed: ids.filter((id) => ambiguous.includes(name(id))) }
    }
    fc.assert(
      fc.property(rows, fc.integer(), fc.integer(), (all, one, two) => {
        expect(parted(all, renamed(two))).toEqual(parted(all, renamed(one)))
      }),
      orders,
    )
  })

  it('never joins two national ids, and leaves everybody one person', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { person } = linkPersons(all)
        expect(new Set(person.keys())).toEqual(new Set(all.flat()))
        for (const [identifier, name] of person)
          if (identifier.startsWith('nid:')) expect(name).toBe(identifier.slice(4))
      }),
      orders,
    )
  })

  it('lets an ambiguous identifier stand alone', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { person, ambiguous } = linkPersons(all)
        for (const identifier of ambiguous) {
          const name = identifier.slice(identifier.indexOf(':') + 1)
          const same = [...person].filter(([, other]) => other === name)
          expect(same).toEqual([[identifier, name]])
        }
      }),
      orders,
    )
  })

  it('is plain connection wherever no two national ids would meet', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const reached = reachable(all)
        const { person } = linkPersons(all)
        for (const [identifier, others] of reached) {
          const nationals = [...others].filter((other) => other.startsWith('nid:'))
          if (nationals.length > 1) continue
          const [first = ''] = [...others].sort(byStrength)
          expect(person.get(identifier)).toBe(first.slice(first.indexOf(':') + 1))
        }
      }),
      orders,
    )
  })
})

/** Every identifier with all that can be reached from it over rows, by walking until nothing new is met. */
function reachable(rows: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const start of rows.flat()) {
    const met = new Set([start])
    for (let before = 0; before !== met.size; ) {
      before = met.size
      for (const row of rows) if (row.some((id) => met.has(id))) for (const id of row) met.add(id)
    }
    found.set(start, met)
  }
  return found
}
