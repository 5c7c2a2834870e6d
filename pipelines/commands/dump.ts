import { rm } from 'node:fs/promises'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { read } from '../run.ts'
import { openStation } from '../station.ts'
import { measureAsOf } from '../steps/measure.ts'
import { dump, resultHash } from '../warehouse/dump.ts'
import { openReadOnly } from '../warehouse/engine.ts'
import { openCurrent } from '../warehouse/generation.ts'
import { type Answer, answer, type Context } from './command.ts'

export interface DumpOptions {
  readonly asOf?: CalendarDate
  /** Only the SHA-256 of the lines. */
  readonly hash?: boolean
}

/** Prints values, verdicts and conditions of the current generation, or as known at the end of a day, as canonical JSON lines. */
export async function dumpLines(context: Context, options: DumpOptions): Promise<Answer> {
  return options.asOf === undefined
    ? dumpCurrent(context, options)
    : dumpAsOf(context, options.asOf, options)
}

async function dumpCurrent({ site }: Context, options: DumpOptions): Promise<Answer> {
  const engine = await openCurrent(site.warehouse)
  try {
    return await said(engine, options)
  } finally {
    engine.close()
  }
}

async function dumpAsOf({ site, effects }: Context, day: CalendarDate, options: DumpOptions) {
  const station = await openStation(site, effects)
  try {
    await read(station)
    const file = await measureAsOf(station, day)
    const engine = await openReadOnly(file)
    try {
      return await said(engine, options)
    } finally {
      engine.close()
      await rm(file, { force: true })
    }
  } finally {
    await station.close()
  }
}

async function said(
  engine: Awaited<ReturnType<typeof openCurrent>>,
  { hash = false }: DumpOptions,
) {
  if (hash) {
    const sha = await resultHash(engine)
    return answer({ resultHash: sha }, sha)
  }
  const lines: string[] = []
  for await (const line of dump(engine)) lines.push(line.trimEnd())
  return answer(
    lines.map((line) => JSON.parse(line)),
    lines,
  )
}
