/**
 * The program of a reader child: bytes in, a reading out, nothing else. It has no environment, no keys and no paths; it ends when its
 * parent does. Its first argument names the module whose `read` it runs.
 */
import { Worker } from 'node:worker_threads'
import type { read as Read, ReadContext } from '#sources/read.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import { framesOf } from '../mistakes.ts'
import type { FromReader, ReaderJob, ReaderSetup, SearchJob, ToReader } from './job.ts'

type Plan = Omit<ReadContext, 'fileName' | 'receivedOn' | 'assigned'>

const module = process.argv[2] ?? '#sources/read.ts'
let read: typeof Read
let plan: Plan

process.on('disconnect', () => process.exit())
watchParent()
process.on('message', (message: ToReader) => {
  if (message.kind === 'setup') void setUp(message.setup)
  else void (message.kind === 'search' ? look(message.search) : answer(message.job))
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

async function answer({ bytes, ...job }: ReaderJob): Promise<void> {
  try {
    say({ kind: 'done', reading: await read(bytes, { ...plan, ...job }) })
  } catch (error) {
    say({ kind: 'threw', error: nameOf(error), at: framesOf(error) })
  }
}

async function look({ bytes, needles }: SearchJob): Promise<void> {
  try {
    const { search } = await import('#sources/search.ts')
    say({ kind: 'searched', found: search(bytes, needles) })
  } catch (error) {
    say({ kind: 'threw', error: nameOf(error), at: framesOf(error) })
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
