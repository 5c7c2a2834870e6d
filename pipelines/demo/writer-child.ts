import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import { sentenceOf } from '../mistakes.ts'
import { type WorldOrder, worldOf } from './order.ts'

/** Which share of the deliveries a writer writes, and where. */
export interface Share {
  readonly order: WorldOrder
  readonly folder: string
  readonly nth: number
  readonly of: number
}

process.once('disconnect', () => process.exit(1))
process.once('message', (share: Share) => {
  write(share).then(
    () => process.exit(0),
    (error: Error) => {
      process.stderr.write(`${sentenceOf(error)}\n`)
      process.exit(1)
    },
  )
})

/** Writes every n-th delivery into the folder under its number, and says so after each. */
async function write({ order, folder, nth, of }: Share): Promise<void> {
  const { deliveries } = worldOf(order)
  for (const [n, { spec }] of deliveries.entries()) {
    if (n % of !== nth) continue
    const bytes = spec instanceof Uint8Array ? spec : await writeWorkbook(spec)
    await writeFile(join(folder, String(n)), bytes)
    process.send?.(n)
  }
}
