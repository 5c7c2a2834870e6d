import { definitionsOf } from '#models/definitions.ts'
import { type Contribution, explain } from '#models/explain.ts'
import type { Definition } from '#models/indicators/indicator.ts'
import { settingOf } from '../station.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { type Answer, answer, type Context, table } from './command.ts'
import { definitionAsked, type FigureChoice, parametersOf, unitAsked } from './figure-asked.ts'
import { type AsOf, withGeneration } from './generation.ts'
import { someWindows, windowSaid } from './windows.ts'

export interface ExplainOptions extends AsOf, FigureChoice {
  /** Code of a commune, a district or the province, as on the window's last day. */
  readonly unit: string
  /** By id or in words. */
  readonly window: string
}

/** Shows the submissions, sheets, rows and cells behind a figure, and which of them count. */
export async function explainFigure(
  context: Context,
  indicator: string,
  options: ExplainOptions,
): Promise<Answer> {
  const setting = await settingOf(context.site)
  const asked = windowSaid(options.window, setting.plan)
  const unit = unitAsked(options.unit, asked, setting)
  const definitions = definitionsOf(setting.plan)
  const definition = definitionAsked(definitions, indicator, options)
  return withGeneration(context, options, async (engine) => {
    const db = warehouse(engine)
    const value = await db
      .selectFrom('value')
      .select(['numerator', 'denominator', 'units_covered', 'units_expected', 'state'])
      .where('definition_id', '=', definition.id)
      .where('map', '=', 'then')
      .where('window_id', '=', asked.id)
      .where('unit_id', '=', unit.id)
      .where('breakdown', '=', '')
      .executeTakeFirst()
    const figure = value ?? null
    const behind = explain(definition, { windowId: asked.id, unitId: unit.id })
    const rows = figure === null ? [] : (await behind.execute(db)).rows
    const json = {
      indicator,
      definition: definition.id,
      parameters: definition.parameters,
      unit: unit.id,
      window: asked.id,
      value: figure,
      contributions: rows,
    }
    const about = [indicator, ...Object.values(definition.parameters)].join(' ')
    if (figure === null) {
      const known = await measuredOf(db, definitions, { indicator, unitId: unit.id })
      const head = `${about}: no value for ${unit.name} in ${asked.id}; either the window has not closed or a report is missing (hoanhap status)`
      const lines = known.map(
        ([one, windows]) => `  ${parametersOf(one)}: ${someWindows(windows, asked.to)}`,
      )
      const more = lines.length === 0 ? [] : ['values of it are there for', ...lines]
      return answer(json, [head, ...more])
    }
    const said = `${about}: ${figure.numerator}/${figure.denominator} in ${unit.name}, ${asked.id} (${figure.state}, ${figure.units_covered} of ${figure.units_expected} units)`
    return answer(json, [said, '', rowsTable(rows)])
  })
}

/** In which windows an indicator has values for a unit, by figure, in order of time. */
async function measuredOf(
  db: ReturnType<typeof warehouse>,
  definitions: readonly Definition[],
  { indicator, unitId }: { readonly indicator: string; readonly unitId: string },
): Promise<readonly (readonly [Definition, readonly string[]])[]> {
  const own = definitions.filter((each) => each.indicator.id === indicator)
  const ids = own.map(({ id }) => id)
  const values = await db
    .selectFrom('value as v')
    .innerJoin('win as w', 'w.window_id', 'v.window_id')
    .select(['v.definition_id', 'v.window_id'])
    .where('v.definition_id', 'in', ids)
    .where('v.map', '=', 'then')
    .where('v.unit_id', '=', unitId)
    .where('v.breakdown', '=', '')
    .orderBy('w.to_date')
    .orderBy('w.from_date', 'desc')
    .execute()
  return own.flatMap((definition) => {
    const windows = values
      .filter(({ definition_id }) => definition_id === definition.id)
      .map(({ window_id }) => window_id)
    return windows.length === 0 ? [] : [[definition, windows] as const]
  })
}

function rowsTable(rows: readonly Contribution[]): string {
  return table(
    [
      'unit',
      'subject',
      'num',
      'den',
      'form',
      'reporter',
      'window',
      'rev',
      'sheet',
      'cells',
      'file',
    ],
    rows.map((row) => [
      row.unit_id,
      row.subject.slice(-10),
      String(row.in_num),
      String(row.in_den),
      row.form ?? '',
      row.reporter_id ?? '',
      row.window_id ?? '',
      String(row.revision ?? ''),
      row.sheet ?? '',
      row.cells ?? '',
      row.submission_id?.slice(0, 10) ?? '',
    ]),
  )
}
