import { withPath } from '../files.ts'
import { type Cell, openForWriting, quoted } from './engine.ts'

/** A column of a Parquet file; whole numbers and text are all that leaves. */
export interface ParquetColumn {
  readonly name: string
  readonly type: 'VARCHAR' | 'BIGINT' | 'DATE'
}

/** Writes rows as one Parquet file through an engine of its own, which sees nothing but these rows. */
export async function writeParquet(
  path: string,
  columns: readonly ParquetColumn[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const engine = await openForWriting(':memory:', { writes: path })
  try {
    await engine.rows(
      `create table extract (${columns.map(({ name, type }) => `"${name}" ${type}`).join(', ')})`,
    )
    await engine.append('extract', rows)
    await engine.rows(`copy extract to ${quoted(path)} (format parquet, compression zstd)`)
  } catch (cause) {
    throw withPath(cause, path)
  } finally {
    engine.close()
  }
}
