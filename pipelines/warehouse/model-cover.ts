import type { Places } from '#sources/reference/places.ts'
import { addDays, type CalendarDate } from '#sources/vocabulary/date.ts'
import type { Engine } from './engine.ts'

/**
 * The communes that each support model covers: its own, and those that a model of several communes names ("Các xã, phường khác cùng
 * mô hình", separated by commas or semicolons). A name that no commune bears covers nobody.
 */
export async function coverModels(
  engine: Engine,
  places: Places,
  businessDate: CalendarDate,
): Promise<void> {
  const rows = (await engine.rows(`
    select m.submission_id, m."row", m.unit_id, m.scope, m.covers, w.to_date
    from now_support_model m join win w on w.window_id = m.window_id`)) as unknown as Row[]
  const covered = rows.flatMap((row) => {
    const day = addDays(row.to_date, -1) < businessDate ? addDays(row.to_date, -1) : businessDate
    const units = new Set([
      row.unit_id,
      ...(row.scope === 'lien_xa' ? named(row, places, day) : []),
    ])
    return [...units].map((unit) => [row.submission_id, row.row, unit])
  })
  await engine.append('model_cover', covered)
}

interface Row {
  readonly submission_id: string
  readonly row: number
  readonly unit_id: string
  readonly scope: string
  readonly covers: string | null
  readonly to_date: CalendarDate
}

function named(row: Row, places: Places, day: CalendarDate): readonly string[] {
  const own = places.byId(row.unit_id as never)
  const province = places.units.find((unit) => unit.id === own?.parentId)?.code
  return (row.covers ?? '')
    .split(/[,;\n]/)
    .map((name) => places.resolve(name.trim(), day, province)?.id)
    .filter((id): id is NonNullable<typeof id> => id !== undefined)
}
