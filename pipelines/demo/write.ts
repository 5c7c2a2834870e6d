import { fork } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { Progress } from '../effects.ts'
import type { Share } from './writer-child.ts'

/** Writes the workbooks of a demo into a folder, one child per core, each under the number of its delivery. */
export async function writeDeliveries(
  { order, folder }: Omit<Share, 'nth' | 'of'>,
  total: number,
  progress: Progress,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const of = availableParallelism()
  progress.start('workbooks', total)
  await Promise.all(
    Array.from({ length: of }, (_, nth) => writeShare({ order, folder, nth, of }, progress)),
  )
  progress.stop()
}

const TYPESCRIPT = new URL('../typescript.mjs?zod&exceljs', import.meta.url).href

function writeShare(share: Share, progress: Progress): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./writer-child.ts', import.meta.url), {
      execArgv: ['--import', TYPESCRIPT],
    })
    child.on('message', () => progress.advance())
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`a writer of workbooks ended with exit code ${code}`)),
    )
    child.send(share)
  })
}
