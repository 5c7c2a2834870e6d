import type { Unit } from '../terms.ts'
import { type Commune, combined } from './commune.ts'
import type { Reform } from './reform.ts'

/** The communes of after a reform, each as those out of which it was made. */
export function successorsOf(
  first: readonly Commune[],
  { communes, heirs }: Reform,
): readonly Commune[] {
  return communes.map((unit) =>
    combined(
      unit,
      first.filter((commune) => heirs[commune.unit.id]?.includes(unit.id)),
    ),
  )
}

/** Where committees sit: in the communes, or in districts as long as there are any. */
export function seatsOf(
  districts: readonly Unit[] | undefined,
  first: readonly Commune[],
  later: readonly Commune[],
): readonly Commune[] {
  if (districts === undefined) return [...first, ...later]
  const seats = districts.map((unit) =>
    combined(
      unit,
      first.filter((commune) => commune.unit.parentId === unit.id),
    ),
  )
  return [...seats, ...later]
}
