/**
 * The program of a reader child: bytes in, a reading out, nothing else. It has no environment, no keys and no paths; it ends when its
 * parent does. Its first argument names the module whose `read` it runs.
 */
import { Worker } from 'node:worker_threads'
import type { read as Read, ReadContext } from '#sources/read.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import { framesOf } from '../mistakes.ts'
import type { FromReader, ReaderSetup, ToReader, Work } from './job.ts'

type Plan = Omit<ReadContext, 'fileName' | 'receivedOn' | 'assigned'>

const module = process.argv[2] ?? '#sources/read.ts'
let read: typeof Read
let plan: Plan

process.on('disconnect', () => process.exit())
watchParent()
process.on('message', (message: ToReader) => {
  if (message.kind === 'setup') void setUp(message.setup)
  else void work(message)
})
say({ kind: 'listening' })

async function setUp(setup: ReaderSetup): Promise<void> {
  try {
    read = (await import(module)).read
    plan = planOf(setup)
    say({ kind: 'ready' })
  } catch (error) {
    say({ kind: 'unable', why: String(error) })
  }
}

async function work(asked: Work): Promise<void> {
  try {
    say(await done(asked))
  } catch (error) {
    say({ kind: 'threw', error: nameOf(error), at: framesOf(error) })
  }
}

/** What makes files and searches them is loaded when first asked for: a pool that only reads has no use for it. */
async function done(asked: Work): Promise<FromReader> {
  switch (asked.kind) {
    case 'job': {
      const { bytes, ...job } = asked.job
      return { kind: 'done', reading: await read(bytes, { ...plan, ...job }) }
    }
    case 'make': {
      const { make } = await import('./make.ts')
      return { kind: 'made', bytes: await make(asked.make) }
    }
    case 'search': {
      const { search } = await import('#sources/search.ts')
      return { kind: 'searched', found: search(asked.search.bytes, asked.search.needles) }
    }
  }
}

function planOf({ plan, reporters, owed, communes }: ReaderSetup): Plan {
  const forms = new Map(Object.entries(owed).map(([reporter, list]) => [reporter, new Set(list)]))
  return {
    places: communes === null ? places() : restrictTo(places(), communes),
    reporters,
    plan: { ...plan, owed: (reporter, form) => forms.get(reporter)?.has(form) ?? false },
  }
}

/** A child that a file keeps busy does not hear that its parent is gone; a second thread looks every second. */
function watchParent(): void {
  const look = `if (process.ppid !== ${process.ppid}) process.kill(process.pid, 'SIGKILL')`
  new Worker(`setInterval(() => { ${look} }, 1_000)`, { eval: true, execArgv: [] }).unref()
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

function say(message: FromReader): void {
  process.send?.(message)
}
