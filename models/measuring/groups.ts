/** Items by a key that they share, in the order in which the keys first occur. */
export function groups<T>(items: readonly T[], key: (item: T) => string): readonly [T, ...T[]][] {
  const byKey = new Map<string, [T, ...T[]]>()
  for (const item of items) {
    const group = byKey.get(key(item))
    if (group === undefined) byKey.set(key(item), [item])
    else group.push(item)
  }
  return [...byKey.values()]
}
