import { rm } from 'node:fs/promises'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { read } from '../run.ts'
import { openStation } from '../station.ts'
import { measureAsOf } from '../steps/measure.ts'
import { type Engine, openReadOnly } from '../warehouse/engine.ts'
import { openCurrent } from '../warehouse/generation.ts'
import type { Context } from './command.ts'

export interface AsOf {
  /** As known at the end of this day in Asia/Ho_Chi_Minh, in a generation that is thrown away; the current one when left out. */
  readonly asOf?: CalendarDate
}

/** Works with the current generation, or with one of a day that is over. */
export async function withGeneration<T>(
  { site, effects }: Context,
  { asOf }: AsOf,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  if (asOf === undefined) return using(await openCurrent(site.warehouse), work)
  const station = await openStation(site, effects)
  try {
    await read(station)
    const file = await measureAsOf(station, asOf)
    try {
      return await using(await openReadOnly(file), work)
    } finally {
      await rm(file, { force: true })
    }
  } finally {
    await station.close()
  }
}

async function using<T>(engine: Engine, work: (engine: Engine) => Promise<T>): Promise<T> {
  try {
    return await work(engine)
  } finally {
    engine.close()
  }
}
