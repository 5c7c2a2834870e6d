import { openReaders, type Readers, type ReadersOptions } from './pool.ts'

/** Work that needs readers; they are gone when it is done or has failed. */
export async function withReaders<T>(
  setup: Readers['setup'],
  options: ReadersOptions,
  work: (readers: Readers) => Promise<T>,
): Promise<T> {
  const readers = openReaders(setup, options)
  try {
    return await work(readers)
  } finally {
    readers.close()
  }
}
