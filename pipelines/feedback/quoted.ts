import type { Problem } from '#sources/problem.ts'
import type { Readers } from '../readers/pool.ts'
import type { ToldFile } from './told.ts'
import { notSentBack } from './workbook.ts'

/**
 * The problems of a file with the values that stand in its cells, for its sender alone. What is kept outside the vault masks those of
 * persons: only where there are some the file is read once more; one that its reader did not survive is not.
 */
export async function quoted(
  bytes: Uint8Array,
  { problems, submissions, assigned, told }: ToldFile,
  { readers }: { readonly readers: Pick<Readers, 'read'> },
): Promise<readonly Problem[]> {
  const [first] = submissions
  const isOpened = !problems.some(({ code }) => notSentBack.includes(code))
  if (first === undefined || !isOpened || !problems.some(({ personal }) => personal)) {
    return problems
  }
  const reading = await readers.read({
    bytes,
    fileName: told.receipt,
    receivedOn: first.arrived_on,
    ...(assigned !== null && { assigned }),
  })
  return reading.problems
}
