import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { syncFolder, writeDurably } from '../files.ts'

/** That a batch is the other side's, from the moment it said so until the ledger says it. */
export interface Receipt {
  readonly batch: string
  /** UTC, ISO 8601. */
  readonly at: string
  /** What it told of, each by its `toldId`. */
  readonly told: readonly string[]
}

const ENDING = '.sent'

/** Lays a receipt down, on disk when it resolves. */
export function writeReceipt(folder: string, { batch, at, told }: Receipt): Promise<void> {
  return writeDurably(join(folder, `${batch}${ENDING}`), `${JSON.stringify({ batch, at, told })}\n`)
}

/**
 * Receipts that the ledger has not taken over yet, or that it has and a kill left behind.
 *
 * The name alone says which batch is gone: one whose text a disk has lost counts from when its file was written.
 */
export async function receipts(folder: string): Promise<readonly Receipt[]> {
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return []
    throw cause
  })
  return Promise.all(
    names
      .filter((name) => name.endsWith(ENDING))
      .sort()
      .map(async (name) => {
        const path = join(folder, name)
        const batch = name.slice(0, -ENDING.length)
        const said = readText(await readFile(path, 'utf8'))
        return { batch, ...(said ?? { at: (await stat(path)).mtime.toISOString(), told: [] }) }
      }),
  )
}

const text = z.object({ at: z.iso.datetime(), told: z.array(z.string()).default([]) })

function readText(json: string): z.infer<typeof text> | null {
  try {
    return text.parse(JSON.parse(json))
  } catch {
    return null
  }
}

/** Takes receipts away once the ledger says what they said. */
export async function dropReceipts(folder: string, batches: readonly string[]): Promise<void> {
  if (batches.length === 0) return
  for (const batch of batches) await rm(join(folder, `${batch}${ENDING}`), { force: true })
  await syncFolder(folder)
}
