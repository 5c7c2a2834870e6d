import { extractArrow } from '#dashboards/extracts/arrow.ts'
import { extractCsv } from '#dashboards/extracts/csv.ts'
import { type ExtractRow, extractColumns, extractFields } from '#dashboards/extracts/rows.ts'
import { extractXlsx } from '#dashboards/extracts/xlsx.ts'
import type { Edition } from '#dashboards/views.ts'
import { planNumber, windowWords } from '#dashboards/words.ts'
import { writeParquet } from '../warehouse/parquet.ts'
import { extractRows } from './extract-rows.ts'
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
 * The figures of the province and its districts in every closed window, for people and for machines; never a commune's, and marked as a
 * draft in each line, because what may leave is not decided here yet.
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
  await draft.write(
    files.xlsx,
    await extractXlsx(rows, {
      heading: `Kế hoạch số ${planNumber(edition.plan)}: ${edition.plan.document.title}`,
      subtitle: `${edition.provinceName}, ${windowWords(edition.toDateId)}`,
      on: edition.businessDate,
    }),
  )
  await draft.write(files.csv, extractCsv(rows))
  await draft.write(files.arrow, extractArrow(rows))
  await writeParquet(await draft.place(files.parquet), parquetColumns, rows.map(cellsOf))
  return files
}

const SQL = { text: 'VARCHAR', count: 'BIGINT', date: 'DATE' } as const

const parquetColumns = extractColumns.map((name) => ({ name, type: SQL[extractFields[name].kind] }))

function cellsOf(row: ExtractRow) {
  return extractColumns.map((column) => row[column])
}
