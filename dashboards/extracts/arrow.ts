import {
  type DataType,
  DateDay,
  Field,
  Int64,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import { draftExtract } from '../words.ts'
import { type ExtractField, type ExtractRow, extractColumns, extractFields } from './rows.ts'

/** The rows as an Arrow IPC stream: counts as 64-bit integers, days as dates, texts as UTF-8 without dictionaries; the notice as metadata. */
export function extractArrow(rows: readonly ExtractRow[]): Uint8Array {
  const fields = extractColumns.map(
    (column) => new Field(column, typeOf(column), isNullable(column)),
  )
  const schema = new Schema(fields, new Map([['notice', draftExtract]]))
  const children = extractColumns.map((column) => dataOf(rows, column))
  const data = makeData({ type: new Struct(fields), length: rows.length, nullCount: 0, children })
  return tableToIPC(new Table(schema, [new RecordBatch(schema, data)]), 'stream')
}

function dataOf(rows: readonly ExtractRow[], column: ExtractField) {
  const values = rows.map((row) => held(row, column))
  const vector = vectorFromArray(values, typeOf(column))
  return vector.data[0] ?? makeData({ type: typeOf(column) })
}

function held(row: ExtractRow, column: ExtractField): string | bigint | Date | null {
  const value = row[column]
  if (value === null) return null
  if (typeof value === 'number') return BigInt(value)
  return extractFields[column].kind === 'date' ? new Date(`${value}T00:00:00Z`) : value
}

function typeOf(column: ExtractField): DataType {
  const { kind } = extractFields[column]
  if (kind === 'count') return new Int64()
  return kind === 'date' ? new DateDay() : new Utf8()
}

const nullable: readonly ExtractField[] = [
  'numerator',
  'denominator',
  'target',
  'clause',
  'goal',
  'verdict',
  'verdict_words',
]

function isNullable(column: ExtractField): boolean {
  return nullable.includes(column)
}
