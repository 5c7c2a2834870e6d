import { extractArrow } from '#dashboards/extracts/arrow.ts'
import { extractCsv } from '#dashboards/extracts/csv.ts'
import {
  asDraft,
  type ExtractRow,
  extractColumns,
  extractFields,
} from '#dashboards/extracts/rows.ts'
import { extractXlsx } from '#dashboards/extracts/xlsx.ts'
import type { Edition } from '#dashboards/views.ts'
import { formNumbers, formTitle, goalWords, verdictNames, windowWords } from '#dashboards/words.ts'
import type { Database } from '#models/database.ts'
import { definitionsOf } from '#models/definitions.ts'
import { basisOf, type Definition } from '#models/indicators/indicator.ts'
import type { Plan } from '#models/plans/plan.ts'
import { slowest, windowsAt } from '#models/plans/plan-windows.ts'
import { formById } from '#sources/forms/index.ts'
import { addDays } from '#sources/vocabulary/date.ts'
import { writeParquet } from '../warehouse/parquet.ts'
import type { DraftFolder } from './folder.ts'
import type { Snapshot } from './snapshot.ts'

/** Paths of the extract's files, relative to the publication. */
export interface ExtractFiles {
  readonly xlsx: string
  readonly csv: string
  readonly parquet: string
  readonly arrow: string
}

const NAME = 'extract/tinh'

/**
 * The province's figures in every closed window, for people and for machines; only the province's, and marked as a draft in each line,
 * because what may leave is not decided here yet.
 */
export async function writeExtract(
  snapshot: Snapshot,
  edition: Edition,
  draft: DraftFolder,
): Promise<ExtractFiles> {
  const rows = await extractRows(snapshot, edition)
  const files = {
    xlsx: `${NAME}.xlsx`,
    csv: `${NAME}.csv`,
    parquet: `${NAME}.parquet`,
    arrow: `${NAME}.arrow`,
  }
  const { number, title } = edition.plan.document
  await draft.write(
    files.xlsx,
    await extractXlsx(rows, {
      heading: `Kế hoạch số ${number}: ${title}`,
      subtitle: `${edition.provinceName}, ${windowWords(edition.toDateId)}`,
      on: edition.businessDate,
    }),
  )
  await draft.write(files.csv, extractCsv(rows))
  await draft.write(files.arrow, extractArrow(rows))
  await writeParquet(await draft.place(files.parquet), parquetColumns, rows.map(cellsOf))
  return files
}

async function extractRows(snapshot: Snapshot, edition: Edition): Promise<readonly ExtractRow[]> {
  const windows = await snapshot.db
    .selectFrom('win')
    .selectAll()
    .orderBy('to_date')
    .orderBy('from_date', 'desc')
    .execute()
  const { plan } = snapshot.setting
  return definitionsOf(plan).flatMap((definition) =>
    windows
      .filter((win) => isServed(plan, definition, win))
      .map((win) => asDraft(rowOf(snapshot, edition, definition, win))),
  )
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
  definition: Definition,
  win: Database['win'],
): Omit<ExtractRow, 'notice'> {
  const { indicator } = definition
  const measured = snapshot.value(definition.id, win.window_id, snapshot.provinceId)
  const target = snapshot.setting.plan.targets.find((one) => one.definition.id === definition.id)
  const verdict = target === undefined ? null : snapshot.verdict(target.id, snapshot.provinceId)
  const judged = verdict?.windowId === win.window_id ? verdict : null
  const form = definition.parameters['form']
  return {
    plan: edition.plan.document.number ?? '',
    province_code: edition.plan.provinceCode,
    province: edition.provinceName,
    window_id: win.window_id,
    from_date: win.from_date,
    last_date: addDays(win.to_date, -1),
    definition_id: definition.id,
    indicator: form === undefined ? indicator.title : `${indicator.title}: ${formName(form)}`,
    definition: indicator.definition,
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
    basis: basisOf(definition),
    units_expected: measured?.unitsExpected ?? 0,
    units_covered: measured?.unitsCovered ?? 0,
    rows_withheld: measured?.rowsWithheld ?? 0,
  }
}

function formName(id: string): string {
  const form = formById(id)
  return form === undefined ? id : `${formNumbers([form.number])} – ${formTitle(form.title)}`
}

const SQL = { text: 'VARCHAR', count: 'BIGINT', date: 'DATE' } as const

const parquetColumns = extractColumns.map((name) => ({ name, type: SQL[extractFields[name].kind] }))

function cellsOf(row: ExtractRow) {
  return extractColumns.map((column) => row[column])
}
