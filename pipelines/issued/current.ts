import type { Kysely } from 'kysely'
import type { Database } from '#models/database.ts'
import type { Figure } from './figures.ts'

/** The figures of a generation as its dump has them, of some definitions or of all. */
export async function figuresIn(
  db: Kysely<Database>,
  definitions?: readonly string[],
): Promise<readonly Figure[]> {
  if (definitions?.length === 0) return []
  const all = db
    .selectFrom('value')
    .select(['definition_id as definition', 'map', 'window_id as window', 'unit_id as unit'])
    .select(['breakdown', 'category', 'numerator', 'denominator'])
  return (definitions === undefined ? all : all.where('definition_id', 'in', definitions)).execute()
}
