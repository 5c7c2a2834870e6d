import { readFileSync } from 'node:fs'

/** The files of this folder, in the order in which their checksum is taken. */
export const files = [
  'communes.csv',
  'provinces.csv',
  'successions_2025.csv',
  'units_2022_2024.csv',
] as const

export type TableFile = (typeof files)[number]

/** The bytes of one of the files. */
export function bytesOf(file: TableFile): Buffer {
  return readFileSync(new URL(file, import.meta.url))
}

/**
 * The rows of one of the files by column name; UTF-8, LF, no quotes.
 *
 * @throws Error when the header is not exactly `columns`, or a row has more or fewer cells.
 */
export function tableOf<const C extends string>(
  file: TableFile,
  columns: readonly C[],
): readonly Readonly<Record<C, string>>[] {
  const [header, ...lines] = bytesOf(file).toString('utf8').normalize('NFC').trimEnd().split('\n')
  if (header !== columns.join(',')) {
    throw new Error(`${file} begins with '${header}', expected '${columns.join(',')}'`)
  }
  return lines.map((line, index) => {
    const cells = line.split(',')
    if (cells.length !== columns.length || line.includes('"')) {
      throw new Error(`${file} line ${index + 2} is not ${columns.length} plain cells: '${line}'`)
    }
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]])) as Record<C, string>
  })
}
