import { asDraft, type ExtractRow } from '#dashboards/extracts/rows.ts'
import type { Edition } from '#dashboards/views.ts'
import {
  formNumbers,
  formTitle,
  goalWords,
  parameterWords,
  planNumber,
  verdictNames,
} from '#dashboards/words.ts'
import { partOfPlan } from '#dashboards/words-standing.ts'
import type { Database } from '#models/database.ts'
import { definitionsOf } from '#models/definitions.ts'
import { basisOf, type Definition, type Parameters } from '#models/indicators/indicator.ts'
import { judgedAt } from '#models/judgement/verdict.ts'
import { type Measured, measuredOf } from '#models/measured.ts'
import type { Plan } from '#models/plans/plan.ts'
import { slowest, windowsAt } from '#models/plans/plan-windows.ts'
import { formById } from '#sources/forms/index.ts'
import { addDays } from '#sources/vocabulary/date.ts'
import type { Snapshot } from './snapshot.ts'
import { unitNameOf } from './unit-name.ts'

/** Every figure of the province in every closed window, of districts where targets are followed there, and of the province of today. */
export async function extractRows(
  snapshot: Snapshot,
  edition: Edition,
): Promise<readonly ExtractRow[]> {
  const windows = await snapshot.db
    .selectFrom('win')
    .selectAll()
    .orderBy('to_date')
    .orderBy('from_date', 'desc')
    .execute()
  const { plan } = snapshot.setting
  const places = placesIn(snapshot)
  const today = await ofToday(snapshot)
  return definitionsOf(plan).flatMap((definition) =>
    windows
      .filter((win) => isServed(plan, definition, win))
      .flatMap((win) => [
        ...places(definition, win).map((place) => {
          const measured = snapshot.value(definition.id, win.window_id, place.id)
          return { definition, win, ...place, map: 'then' as const, measured }
        }),
        ...(today.get(`${definition.id} ${win.window_id}`) ?? []).map((measured) => ({
          definition,
          win,
          ...placeOfToday(snapshot, measured.unitId),
          map: 'today' as const,
          measured,
        })),
      ])
      .map((figure) => asDraft(rowOf(snapshot, edition, figure))),
  )
}

/** A figure of one place in one window, which may have no value. */
interface Figure {
  readonly definition: Definition
  readonly win: Database['win']
  readonly id: string
  readonly code: string
  readonly name: string
  readonly map: 'then' | 'today'
  readonly measured: Measured | null
}

type Place = Pick<Figure, 'id' | 'code' | 'name'>

/** The province as it was on a window's last day; for targets that are followed in districts, those that have a value. */
function placesIn(
  snapshot: Snapshot,
): (definition: Definition, win: Database['win']) => readonly Place[] {
  const districts = snapshot.districts.map(({ unit_id }) => placeOf(snapshot, unit_id))
  const followed = new Set(
    snapshot.setting.plan.targets
      .filter((target) => judgedAt(target, 'district'))
      .map(({ definition }) => definition.id),
  )
  return ({ id: definition }, { window_id }) => [
    placeOf(snapshot, snapshot.provinceIn(window_id)),
    ...(followed.has(definition) ? districts : []).filter(
      ({ id }) => snapshot.value(definition, window_id, id) !== null,
    ),
  ]
}

function placeOf(snapshot: Snapshot, id: string): Place {
  return { id, code: id.split('@', 1)[0] as string, name: unitNameOf(snapshot, id) }
}

/** The province that stands there now holds others, too, who are not in the figure. */
function placeOfToday(snapshot: Snapshot, id: string): Place {
  const place = placeOf(snapshot, id)
  return { ...place, name: partOfPlan(place.name) }
}

/** The province's values on the units of the business date, by definition and window. */
async function ofToday({ db }: Snapshot): Promise<ReadonlyMap<string, readonly Measured[]>> {
  const rows = await db
    .selectFrom('value as v')
    .innerJoin('unit as u', 'u.unit_id', 'v.unit_id')
    .selectAll('v')
    .where('u.level', '=', 'province')
    .where('v.map', '=', 'today')
    .where('v.breakdown', '=', '')
    .execute()
  return new Map(rows.map((row) => [`${row.definition_id} ${row.window_id}`, [measuredOf(row)]]))
}

/** Figures exist only in windows that close with a report of the slowest form they rest on; months have those of monthly forms alone. */
function isServed(plan: Plan, definition: Definition, win: Database['win']): boolean {
  const { form, pace } = slowest(plan, definition)
  if (form === null || pace === 'month') return win.kind !== 'explicit'
  return win.kind !== 'month' && windowsAt(plan, form, pace).some(({ to }) => to === win.to_date)
}

function rowOf(
  snapshot: Snapshot,
  edition: Edition,
  { definition, win, id, code, name, map, measured }: Figure,
): Omit<ExtractRow, 'notice'> {
  const { indicator, parameters } = definition
  const target = snapshot.setting.plan.targets.find((one) => one.definition.id === definition.id)
  const verdict = target === undefined ? null : snapshot.verdict(target.id, id)
  const judged = map === 'then' && verdict?.windowId === win.window_id ? verdict : null
  const form = parameters['form']
  return {
    plan: planNumber(edition.plan),
    province_code: edition.plan.provinceCode,
    province: edition.provinceName,
    unit_code: code,
    unit: name,
    map,
    window_id: win.window_id,
    from_date: win.from_date,
    last_date: addDays(win.to_date, -1),
    definition_id: definition.id,
    indicator: form === undefined ? indicator.title : `${indicator.title}: ${formName(form)}`,
    definition: indicator.definition,
    parameters: parameterWords(withoutForm(parameters), indicator.id),
    counted: indicator.counted,
    numerator: measured?.numerator ?? null,
    denominator: measured?.denominator ?? null,
    target: target?.id ?? null,
    clause: target?.clause ?? null,
    goal: target === undefined ? null : goalWords(target),
    verdict: judged?.code ?? null,
    verdict_words: judged === null ? null : verdictNames[judged.code],
    observation:
      measured === null ? 'missing' : measured.denominator === 0 ? 'no-subjects' : 'value',
    state: measured?.state ?? 'provisional',
    basis: measured?.basis ?? basisOf(definition),
    estimate: indicator.estimated ? 'estimated' : 'counted',
    units_expected: measured?.unitsExpected ?? 0,
    units_covered: measured?.unitsCovered ?? 0,
    rows_withheld: measured?.rowsWithheld ?? 0,
  }
}

/** Which form it is already stands in the indicator's name. */
function withoutForm({ form: _form, ...others }: Parameters): Parameters {
  return others
}

function formName(id: string): string {
  const form = formById(id)
  return form === undefined ? id : `${formNumbers([form.number])} – ${formTitle(form.title)}`
}
