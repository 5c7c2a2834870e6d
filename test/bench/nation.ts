import { inForceViews, putInForce } from '#models/core/in-force.ts'
import { coverModels } from '#models/core/model-cover.ts'
import { createTables } from '#models/core/tables.ts'
import type { Engine } from '#pipelines/warehouse/engine.ts'
import { loadReference } from '#pipelines/warehouse/load.ts'
import { runAll } from '#pipelines/warehouse/statements.ts'
import { places } from '#sources/reference/places.ts'
import { committeeOf, policeOf, type Reporter, reporterId } from '#sources/vocabulary/reporter.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'
import { windowsOf } from '#sources/vocabulary/window.ts'
import { forms, reports } from './nation-forms.ts'
import { fillPersonClose, lives } from './nation-lives.ts'
import { nationPlan, YEARS } from './nation-plan.ts'
import { personsOf } from './nation-size.ts'

const ON = '2026-04-30'
const KNOWN_UNTIL = '2031-01-31T00:00:00.000Z'
const AGENCIES = 20

/**
 * Five years of the first communes of the country, made inside DuckDB from hashes: everyone who lived there, every report in force, the
 * lists and periodic forms. The rows of the register are left out: what is measured is what would be made of them.
 */
export async function makeNation(engine: Engine, communes: number): Promise<void> {
  await runAll(engine, createTables())
  await loadReference(engine, {
    plan: nationPlan,
    places: places(),
    reporters: reportersOf(communes),
    windows: YEARS.flatMap((year) => windowsOf('adm', year)),
    obligations: [],
  })
  for (const statement of [...reports, ...lives(communes, personsOf(communes)), ...forms])
    await engine.rows(statement)
  await runAll(engine, [...putInForce(KNOWN_UNTIL), ...inForceViews(), ...coverModels()])
  await engine.rows(
    `insert into meta values ('nation', '2031-01-31', '${KNOWN_UNTIL}', '', '', '')`,
  )
  await engine.rows(fillPersonClose)
}

function reportersOf(communes: number): readonly Reporter[] {
  const all = places()
  const provinces = all.units.filter(({ level, validTo }) => level === 'province' && !validTo)
  const units = provinces
    .flatMap(({ code }) => all.communesOf(code, ON))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, communes)
  const parents = new Set(units.map(({ parentId }) => parentId))
  return [
    ...units.map((unit) => policeOf(unit, 'obliged')),
    ...units.map((unit) => committeeOf(unit, 'obliged')),
    ...provinces.filter(({ id }) => parents.has(id)).flatMap(bodiesOf),
  ]
}

/** Of each province its agencies and two places of detention; an id is of one body, so that only the first has the camp that plans name. */
function bodiesOf(province: Unit, nth: number): readonly Reporter[] {
  const body = (kind: 'agency' | 'facility', slug: string): Reporter => ({
    id: reporterId(kind, slug),
    kind,
    name: slug,
    unitId: province.id,
    standing: 'obliged',
  })
  const agencies = Array.from({ length: AGENCIES - 2 }, (_, n) => `body-${n}`)
  return [
    ...['police', 'bank', ...agencies].map((slug) => body('agency', `${slug}:${province.code}`)),
    body('facility', `house:${province.code}`),
    body('facility', nth === 0 ? 'trai-tam-giam' : `camp:${province.code}`),
  ]
}
