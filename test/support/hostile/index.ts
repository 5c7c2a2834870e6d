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
