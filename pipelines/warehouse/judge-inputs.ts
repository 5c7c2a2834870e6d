import type { Kysely } from 'kysely'
import type { Database } from '#models/database.ts'
import { highestInflow, lastTwelveMonths } from '#models/judgement/inflow.ts'
import { type Measured, measuredOf } from '#models/measured.ts'
import { groups } from '#models/measuring/groups.ts'
import type { Target } from '#models/plans/target.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import type { UnitLevel } from '#sources/vocabulary/unit.ts'
import type { Window } from '#sources/vocabulary/window.ts'

/** A target, and the windows in which it is judged now and was before. */
export interface Asked {
  readonly target: Target
  readonly own: Window
  /** Earlier own windows of the same plan year, newest first, where a signal may be held from. */
  readonly earlier: readonly Window[]
}

export interface JudgedUnit {
  readonly unitId: string
  readonly level: UnitLevel
  readonly from: CalendarDate
  readonly to: CalendarDate | null
}

/** Figures by definition, window and unit; the highest inflow by definition, the window that is asked for, and unit. */
export interface Known {
  readonly values: ReadonlyMap<string, Measured>
  readonly inflow: ReadonlyMap<string, number>
}

export async function judgedUnits(
  db: Kysely<Database>,
  reporters: readonly Reporter[],
): Promise<readonly JudgedUnit[]> {
  const ids = new Set<string>(reporters.map(({ unitId }) => unitId))
  const units = await db
    .selectFrom('unit')
    .select(['unit_id as unitId', 'level', 'valid_from as from', 'valid_to as to'])
    .orderBy('level', 'desc')
    .orderBy('unit_id')
    .execute()
  return units.filter(({ unitId }) => ids.has(unitId))
}

export async function valuesIn(
  db: Kysely<Database>,
  asked: readonly Asked[],
): Promise<Known['values']> {
  if (asked.length === 0) return new Map()
  const rows = await db
    .selectFrom('value')
    .selectAll()
    .where('definition_id', 'in', distinct(asked.map(({ target }) => target.definition.id)))
    .where('window_id', 'in', distinct(asked.flatMap(windowsOf)))
    .where('map', '=', 'then')
    .where('breakdown', '=', '')
    .execute()
  return new Map(
    rows.map((row) => [keyOf(row.definition_id, row.window_id, row.unit_id), measuredOf(row)]),
  )
}

export async function inflowsIn(
  db: Kysely<Database>,
  asked: readonly Asked[],
): Promise<Known['inflow']> {
  const inflows = await Promise.all(
    groups(asked, ({ own }) => own.id).map(async (same) => {
      const [{ own }] = same
      const rows = await highestInflow(
        db,
        distinct(same.map(({ target }) => target.definition.id)),
        lastTwelveMonths(own).map(({ id }) => id),
      ).execute()
      return rows.map((row) => [keyOf(row.definition_id, own.id, row.unit_id), row.most] as const)
    }),
  )
  return new Map(inflows.flat())
}

const windowsOf = ({ own, earlier }: Asked) => [own.id, ...earlier.map(({ id }) => id)]

const distinct = (ids: readonly string[]) => [...new Set(ids)]

export const keyOf = (
  ...parts: readonly [definitionId: string, windowId: string, unitId: string]
) => parts.join(' ')
