import { createHash } from 'node:crypto'
import { type ReadContext, read } from '#sources/read.ts'
import type { Reading } from '#sources/submission.ts'
import type { BookName, GoodBook } from './books.ts'
import { bookOf } from './books.ts'
import { applied, type Edited } from './edit.ts'
import type { Mutation, Told } from './mutation.ts'

/**
 * Who tells an officer what is wrong with his workbook: the reader, or any other way in which the same bytes are answered. The classes
 * hold for each of them.
 */
export type Teller = (bytes: Uint8Array, book: GoodBook) => Promise<readonly Told[]>

export const readerTells: Teller = async (bytes, book) => toldBy(await readAs(bytes, book))

const known = new WeakMap<ReadContext, Map<string, Promise<Reading>>>()

/** The reading of a workbook by the context of its book; the same bytes are read once, and most mended ones are the same. */
export function readAs(bytes: Uint8Array, { context }: GoodBook): Promise<Reading> {
  const readings = known.get(context) ?? new Map<string, Promise<Reading>>()
  known.set(context, readings)
  const key = createHash('sha256').update(bytes).digest('base64')
  const reading = readings.get(key) ?? read(bytes, context)
  readings.set(key, reading)
  return reading
}

/** The problems by what and where, in an order of their own. */
function toldBy({ problems }: Reading): readonly Told[] {
  return inOrder(
    problems.map(({ code, severity, sheet, cell, field }) => ({
      code,
      severity,
      sheet,
      cell,
      field,
    })),
  )
}

export function inOrder(told: readonly Told[]): readonly Told[] {
  const key = (each: Told) => JSON.stringify([each.sheet, each.cell, each.code, each.field])
  return [...told].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

export async function editedBy({ edit, form, book }: Mutation): Promise<Edited> {
  const good = bookOf(book)
  return applied(edit, form, good, await good.bytes())
}

/** The reading of the workbook before anybody changed it. */
export function goodReading(name: BookName): Promise<Reading> {
  const book = bookOf(name)
  return book.bytes().then((bytes) => readAs(bytes, book))
}
