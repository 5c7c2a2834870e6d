import { places } from '#sources/reference/places.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import { inParallel } from '../steps/parallel.ts'
import { type Parsed, readParsed } from '../vault/parsed.ts'
import type { BuildRequest, Preparation } from './builder.ts'
import { makeGeneration } from './make-generation.ts'

/** Parsed files that were loaded ahead, by name; a name says everything that its content depends on. */
const ahead = new Map<string, Promise<Parsed | null>>()

process.once('disconnect', () => process.exit(1))
process.on('message', (message: Preparation | BuildRequest) => {
  if ('file' in message) void work(message)
  else prepare(message).catch(() => {})
})

async function work(request: BuildRequest): Promise<void> {
  const answer = await makeGeneration(request, parsedOf)
  process.send?.(answer, () => process.exit(0))
}

/** Loads what can be known before the request; whatever fails here is met again, and told, by the build that needs it. */
async function prepare({ ledger: path, parsed }: Preparation): Promise<void> {
  places()
  const ledger = await openLedgerReadOnly(path)
  const named = await ledger.db.selectFrom('submission').select('parsed_name').execute()
  await ledger.close()
  await inParallel(named, 4, async ({ parsed_name }) => {
    const loading = readParsed(parsed, parsed_name).catch(() => null)
    ahead.set(parsed_name, loading)
    await loading
  })
}

async function parsedOf(folder: string, name: string): Promise<Parsed> {
  const loaded = await ahead.get(name)
  ahead.delete(name)
  return loaded ?? readParsed(folder, name)
}
