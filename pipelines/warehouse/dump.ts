import { createHash } from 'node:crypto'
import type { Engine } from './engine.ts'

/** Columns in the order in which they are written; the key comes first and sorts the lines. */
const TABLES = {
  value: {
    key: ['definition_id', 'map', 'window_id', 'unit_id', 'breakdown', 'category'],
    rest: [
      'numerator',
      'denominator',
      'basis',
      'units_expected',
      'units_covered',
      'rows_withheld',
      'state',
      'estimate',
    ],
  },
  verdict: {
    key: ['plan', 'target', 'window_id', 'unit_id'],
    rest: ['definition_id', 'fact', 'code', 'strength', 'slack', 'listed', 'outlook'],
  },
  condition: {
    key: ['rule', 'plan', 'target', 'unit_id', 'cycle'],
    rest: ['window_id', 'evidence_hash', 'facts'],
  },
} as const

/**
 * Values, verdicts and firing conditions as JSON lines in canonical order: NFC, fixed fields, whole numbers, no times, no paths.
 *
 * Two generations that say the same have the same lines, whatever the order of arrival, the machine or the day of the build.
 */
export async function* dump(engine: Engine): AsyncGenerator<string> {
  for (const [table, { key, rest }] of Object.entries(TABLES)) {
    const columns = [...key, ...rest]
    const list = columns.map((column) => `"${column}"`).join(', ')
    const rows = await engine.rows(
      `select ${list} from "${table}" order by ${key.map((column) => `"${column}"`).join(', ')}`,
    )
    for (const row of rows) {
      const line = Object.fromEntries([['table', table], ...columns.map((c) => [c, row[c]])])
      yield `${JSON.stringify(line).normalize('NFC')}\n`
    }
  }
}

/** SHA-256 over {@link dump}: the result hash of a generation. */
export async function resultHash(engine: Engine): Promise<string> {
  const hash = createHash('sha256')
  for await (const line of dump(engine)) hash.update(line)
  return hash.digest('hex')
}
