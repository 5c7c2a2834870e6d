import { dump, resultHash } from '../warehouse/dump.ts'
import { type Answer, answer, type Context } from './command.ts'
import { type AsOf, withGeneration } from './generation.ts'

export interface DumpOptions extends AsOf {
  /** Only the SHA-256 of the lines. */
  readonly hash?: boolean
}

/** Prints values, verdicts and conditions of the current generation, or as known at the end of a day, as canonical JSON lines. */
export function dumpLines(context: Context, options: DumpOptions): Promise<Answer> {
  return withGeneration(context, options, async (engine) => {
    if (options.hash === true) {
      const sha = await resultHash(engine)
      return answer({ resultHash: sha }, sha)
    }
    const lines: string[] = []
    for await (const line of dump(engine)) lines.push(line.trimEnd())
    return answer(
      lines.map((line) => JSON.parse(line)),
      lines,
    )
  })
}
