import type { TodayView } from '#dashboards/views-standing.ts'
import type { Database } from '#models/database.ts'
import type { Definition } from '#models/indicators/indicator.ts'
import { figureOf } from '#models/measuring/figure.ts'
import { ownWindow } from '#models/plans/plan-windows.ts'
import { placeName } from '#sources/reference/places.ts'
import { untargeted } from './figures.ts'
import type { Snapshot } from './snapshot.ts'

type Value = Database['value']

/** How many figures a table of units has room for. */
const MOST = 8

/** Figures of persons on the units of the business date; null where those are the units of the window itself. */
export async function todayView(snapshot: Snapshot): Promise<TodayView | null> {
  const asked = figuresOf(snapshot)
  const rows = await valuesOf(snapshot, asked)
  const told = asked
    .filter(({ definition }) => rows.some((row) => row.definition_id === definition.id))
    .slice(0, MOST)
  if (told.length === 0) return null
  const at = (definition: Definition, of: (row: Value) => boolean) =>
    rows.find((row) => row.definition_id === definition.id && of(row))
  const { places } = snapshot.setting
  const units = [...new Set(rows.map(({ unit_id }) => unit_id))].flatMap((id) => {
    const unit = places.byId(id)
    return unit === undefined || unit.level !== 'commune' ? [] : [unit]
  })
  const isProvince = (row: Value) => places.byId(row.unit_id)?.level === 'province'
  return {
    figures: told.map(({ definition, windowId }) => ({
      definition,
      windowId,
      whole: counted(at(definition, (row) => isProvince(row) && row.breakdown === '')),
      unknown: counted(at(definition, (row) => row.category === 'unknown')),
    })),
    units: units
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map((unit) => ({
        name: placeName(unit),
        column: unit.mapColumn,
        row: unit.mapRow,
        cells: told.map(({ definition }) => {
          const row = at(definition, (each) => each.unit_id === unit.id && each.breakdown === '')
          const value = counted(row)
          return row === undefined || value === null ? null : { ...value, estimate: row.estimate }
        }),
      })),
  }
}

/** Figures of persons, each in its newest own window: the targets' where the plan has some, else those that it follows. */
function figuresOf({ setting, meta }: Snapshot) {
  const { plan } = setting
  const asked =
    plan.targets.length > 0
      ? plan.targets.map(({ definition }) => definition)
      : untargeted({ setting })
  return asked
    .filter((definition) => figureOf(definition).population.subject === 'person')
    .flatMap((definition) => {
      const own = ownWindow(plan, { definition }, meta.business_date)
      return own === undefined ? [] : [{ definition, windowId: own.id }]
    })
}

async function valuesOf(
  { db }: Snapshot,
  figures: ReturnType<typeof figuresOf>,
): Promise<readonly Value[]> {
  if (figures.length === 0) return []
  return db
    .selectFrom('value')
    .selectAll()
    .where('map', '=', 'today')
    .where(({ or, and, eb }) =>
      or(
        figures.map(({ definition, windowId }) =>
          and([eb('definition_id', '=', definition.id), eb('window_id', '=', windowId)]),
        ),
      ),
    )
    .where('breakdown', 'in', ['', 'map'])
    .orderBy('unit_id')
    .execute()
}

function counted(row: Value | undefined) {
  if (row === undefined) return null
  const { window_id: windowId, numerator, denominator } = row
  return { windowId, numerator, denominator }
}
