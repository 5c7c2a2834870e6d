import { definitionsOf } from '#models/definitions.ts'
import { type Contribution, explain } from '#models/explain.ts'
import type { Definition } from '#models/indicators/indicator.ts'
import { window } from '#sources/vocabulary/window.ts'
import { settingOf } from '../station.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { type Answer, answer, type Context, table } from './command.ts'
import { type AsOf, withGeneration } from './generation.ts'
import { UsageError } from './usage.ts'

export interface ExplainOptions extends AsOf {
  readonly unit: string
  readonly window: string
  /** For indicators of a form: which one. */
  readonly form?: string
}

/** Shows the submissions, sheets, rows and cells behind a figure, and which of them count. */
export async function explainFigure(
  context: Context,
  indicator: string,
  options: ExplainOptions,
): Promise<Answer> {
  const setting = await settingOf(context.site)
  const asked = window(options.window)
  const unit = setting.places.byCode(options.unit, setting.plan.unitsOn)
  if (unit === undefined) {
    const nearest = setting.places.nearest(
      options.unit,
      setting.plan.unitsOn,
      setting.plan.provinceCode,
    )
    throw new UsageError(
      `unit '${options.unit}' is unknown${nearest.length === 0 ? '' : `; nearest: ${nearest.map((u) => `${u.code} ${u.name}`).join(', ')}`}; codes stand in the addresses of the communes' pages, ${setting.plan.provinceCode} is the province`,
    )
  }
  const definition = definitionOf(definitionsOf(setting.plan), indicator, options.form)
  return withGeneration(context, options, async (engine) => {
    const db = warehouse(engine)
    const value = await db
      .selectFrom('value')
      .select(['numerator', 'denominator', 'units_covered', 'units_expected', 'state'])
      .where('definition_id', '=', definition.id)
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
    const said =
      figure === null
        ? `${about}: no value for ${unit.name} in ${asked.id}; either the window has not closed or a report is missing (hoanhap status)`
        : `${about}: ${figure.numerator}/${figure.denominator} in ${unit.name}, ${asked.id} (${figure.state}, ${figure.units_covered} of ${figure.units_expected} units)`
    return answer(json, [said, '', rowsTable(rows)])
  })
}

function definitionOf(
  definitions: readonly Definition[],
  indicator: string,
  form: string | undefined,
): Definition {
  const named = definitions.filter((definition) => definition.indicator.id === indicator)
  if (named.length === 0) {
    const known = [...new Set(definitions.map((definition) => definition.indicator.id))].sort()
    throw new UsageError(
      `indicator '${indicator}' is not measured for this plan; known are ${known.join(', ')}`,
    )
  }
  const found = named.filter(({ parameters }) => form === undefined || parameters['form'] === form)
  const forms = named.map(({ parameters }) => parameters['form']).filter(Boolean)
  const [definition] = found
  // The plan's own figure comes before its twins.
  if (definition !== undefined && (found.length === 1 || forms.length === 0)) return definition
  throw new UsageError(
    forms.length === 0
      ? `indicator '${indicator}' is not about a form; leave --form out`
      : `indicator '${indicator}' is measured for each form; say which: --form ${forms.join(' | ')}`,
  )
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
