import { placeName } from '#sources/reference/places.ts'
import type { Snapshot } from './snapshot.ts'

/** `phường Bắc Giang`, `tỉnh Bắc Ninh`; the id itself where the places do not know it. */
export function unitNameOf({ setting }: Pick<Snapshot, 'setting'>, unitId: string): string {
  const unit = setting.places.byId(unitId)
  return unit === undefined ? unitId : placeName(unit)
}
