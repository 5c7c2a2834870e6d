import { startBuilder } from '../warehouse/builder.ts'
import type { Answer, Context } from './command.ts'

/** The whole job, once. A builder takes as long to start as the rest of the program to load: it starts first, beside it. */
export async function run(context: Context): Promise<Answer> {
  const builder = startBuilder()
  try {
    const jobs = await import('./jobs.ts')
    return await jobs.run(context, builder)
  } finally {
    builder.stop()
  }
}
