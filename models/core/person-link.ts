/** A row's identifiers as keyed pseudonyms with their kind in front: `nid:k1-…`, `old:k1-…`, `case:k1-…`. */
export type Identifiers = readonly string[]

/** Compares two identifiers as `sort` does. */
export type Order = (a: string, b: string) => number

export interface PersonLinks {
  /** Identifier → person; a person is named by the smallest identifier of its component. */
  readonly person: ReadonlyMap<string, string>
  /** Weaker identifiers that would join two different national ids: they link nobody, and someone must look. */
  readonly ambiguous: readonly string[]
}

/**
 * Persons as connected components of identifiers: a row that gives two of them links them, so a new card makes no new person.
 *
 * Nobody has two national ids. An old id or case number that stands beside two different ones (a slip of the pen, a number given
 * out twice) therefore links nobody instead of merging two lives. The result does not depend on the order of the rows.
 *
 * `order`: which of two identifiers is asked first, and names the person. Where two weaker ones join two lives only together, it decides
 * which of them is disputed; by text that would be another one under another key.
 */
export function linkPersons(rows: Iterable<Identifiers>, order: Order = byStrength): PersonLinks {
  const beside = neighbours(rows)
  const ambiguous = new Set<string>()
  for (;;) {
    const { persons, disputed } = joined(beside, ambiguous, order)
    if (disputed.size === 0)
      return { person: persons.names(), ambiguous: [...ambiguous].sort(order) }
    for (const identifier of disputed) ambiguous.add(identifier)
  }
}

/** Every identifier with those that stand beside it in some row; a national id knows none, the weaker ones know it. */
function neighbours(rows: Iterable<Identifiers>): ReadonlyMap<string, ReadonlySet<string>> {
  const beside = new Map<string, Set<string>>()
  for (const row of rows) {
    const strong = row.find((identifier) => identifier.startsWith('nid:'))
    for (const identifier of row) {
      const seen = beside.get(identifier) ?? new Set<string>()
      beside.set(identifier, seen)
      if (identifier === strong) continue
      for (const other of row) if (other !== identifier) seen.add(other)
    }
  }
  return beside
}

/** One pass without the ambiguous identifiers; what it finds disputed was perhaps joined already, so that the next pass starts afresh. */
function joined(
  beside: ReadonlyMap<string, ReadonlySet<string>>,
  ambiguous: ReadonlySet<string>,
  order: Order,
): { readonly persons: Components; readonly disputed: ReadonlySet<string> } {
  const persons = new Components(order)
  for (const identifier of beside.keys()) persons.add(identifier)
  const disputed = new Set<string>()
  for (const identifier of [...beside.keys()].sort(order)) {
    if (ambiguous.has(identifier)) continue
    const others = [...(beside.get(identifier) ?? [])]
      .filter((other) => !ambiguous.has(other) && !disputed.has(other))
      .sort(order)
    const nationals = new Set(
      [identifier, ...others].map((other) => persons.national(other)).filter((id) => id !== null),
    )
    if (nationals.size > 1) disputed.add(identifier)
    else for (const other of others) persons.join(identifier, other)
  }
  return { persons, disputed }
}

const RANK = ['nid', 'old', 'case']

/** National ids before old ids before case numbers, then by where they stand first, then by text. */
export function byPlace(placeOf: (identifier: string) => number): Order {
  return (a, b) => rankOf(a) - rankOf(b) || placeOf(a) - placeOf(b) || byStrength(a, b)
}

/** National ids before old ids before case numbers, then by text. */
export function byStrength(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0)
}

function rankOf(identifier: string): number {
  return RANK.indexOf(identifier.slice(0, identifier.indexOf(':')))
}

class Components {
  readonly #order: Order
  readonly #parent = new Map<string, string>()
  readonly #national = new Map<string, string>()

  constructor(order: Order) {
    this.#order = order
  }

  add(identifier: string): void {
    if (this.#parent.has(identifier)) return
    this.#parent.set(identifier, identifier)
    if (identifier.startsWith('nid:')) this.#national.set(identifier, identifier)
  }

  national(identifier: string): string | null {
    return this.#national.get(this.#root(identifier)) ?? null
  }

  join(a: string, b: string): void {
    const [first, second] = [this.#root(a), this.#root(b)].sort(this.#order) as [string, string]
    if (first === second) return
    const nationals = [this.#national.get(first), this.#national.get(second)]
    if (nationals[0] !== undefined && nationals[1] !== undefined) return
    this.#parent.set(second, first)
    const national = nationals[0] ?? nationals[1]
    if (national !== undefined) this.#national.set(first, national)
  }

  /** Every identifier with the strongest, smallest one of its component, without its kind. */
  names(): ReadonlyMap<string, string> {
    const names = new Map<string, string>()
    for (const identifier of this.#parent.keys()) {
      const root = this.#root(identifier)
      names.set(identifier, root.slice(root.indexOf(':') + 1))
    }
    return names
  }

  #root(identifier: string): string {
    let at = identifier
    for (let up = this.#parent.get(at); up !== undefined && up !== at; up = this.#parent.get(at))
      at = up
    return at
  }
}
