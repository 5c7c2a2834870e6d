/**
 * Bytes of any kind → sheets of cells. `readBook` looks at the first bytes, never at a file's name; whatever is not a workbook, delimited
 * text or JSON under {@link LIMITS} comes back as a {@link Refusal} with its reason. Nothing here touches disk, clock or network.
 */
import type { Book } from './book.ts'
import { readCsv } from './csv.ts'
import { decode } from './encoding.ts'
import { readJson } from './json.ts'
import { refuseLegacy } from './legacy.ts'
import { LIMITS } from './limits.ts'
import { type Refusal, RefusedError, refuse } from './refusal.ts'
import { formatOf, refuseOle, sniff, textFormatOf } from './sniff.ts'
import { readXlsx, type WorkbookNote } from './xlsx.ts'

export type { Refusal } from './refusal.ts'

/** What was noticed beside the cells: macros and links that were not opened, an old encoding that was converted. */
export type BookNote = WorkbookNote | 'windows-1258'

export type ReadBook = Book & { readonly notes: readonly BookNote[] }

/** The book in these bytes, or why there is none; throws only on a mistake of ours. */
export async function readBook(bytes: Uint8Array): Promise<ReadBook | Refusal> {
  try {
    const book = bookOf(bytes)
    refuseLegacy(book)
    return book
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal
    throw error
  }
}

export function isRefusal(read: ReadBook | Refusal): read is Refusal {
  return 'refused' in read
}

function bookOf(bytes: Uint8Array): ReadBook {
  const found = bytes.length
  if (found === 0) refuse('empty-workbook', { bytes: 0 })
  if (found > LIMITS.fileBytes)
    refuse('too-large', { limit: 'fileBytes', most: LIMITS.fileBytes, found })
  const kind = sniff(bytes)
  if (kind === 'zip') return readXlsx(bytes)
  if (kind === 'ole') return refuseOle(bytes)
  if (kind === 'biff') refuse('old-format')
  if (kind === 'text') return textBook(bytes)
  const format = formatOf(bytes)
  if (format === 'pdf') refuse('document-alone', { format })
  return refuse('unknown-file', format === null ? {} : { format })
}

function textBook(bytes: Uint8Array): ReadBook {
  const { text, encoding } = decode(bytes)
  const start = text.trimStart()
  if (start === '') refuse('empty-workbook', { bytes: bytes.length })
  const format = textFormatOf(start)
  if (format !== null) refuse('other-office-format', { format })
  const book = start.startsWith('{') || start.startsWith('[') ? readJson(text) : readCsv(text)
  return { ...book, notes: encoding === 'windows-1258' ? ['windows-1258'] : [] }
}
