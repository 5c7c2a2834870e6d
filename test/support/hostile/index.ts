/**
 * Files that somebody might send, by mistake or on purpose, each with the answer that it must get. One subject, one file; nothing is read
 * from disk, so that every run makes the same bytes.
 */
import { books } from './books.ts'
import { cells } from './cells.ts'
import { formats } from './formats.ts'
import type { HostileFile } from './hostile-file.ts'
import { texts } from './texts.ts'
import { zips } from './zips.ts'

export const hostileFiles: readonly HostileFile[] = [
  ...zips,
  ...formats,
  ...texts,
  ...books,
  ...cells,
]

/** Those that take a second or more to make, to seal or to read. */
const SLOW: ReadonlySet<string> = new Set([
  ...['bomb-100-mb-in-100-kb', 'bomb-sheet-of-blanks', 'xml-attributes-a-million', 'nuls-10-mb'],
  ...['bytes-10-mb-and-one', 'csv-envelope-of-spaces', 'csv-line-ends-10-mb', 'csv-commas-10-mb'],
  ...['csv-quotes-10-mb', 'csv-cells-four-million', 'json-brackets-10-mb', 'json-objects-deep'],
  ...['json-rows-three-million', 'merges-100000', 'rows-a-million-formatted', 'rows-20001'],
  ...['rows-19000-all-wrong', 'cells-600001', 'text-of-30-mb', 'shared-strings-two-million'],
  ...['styles-half-a-million', 'csv-reporter-of-a-megabyte', 'window-of-a-megabyte'],
])

export const quickFiles = hostileFiles.filter(({ name }) => !SLOW.has(name))
export const slowFiles = hostileFiles.filter(({ name }) => SLOW.has(name))
