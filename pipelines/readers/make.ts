import { corrected } from '#sources/correct.ts'
import { marked } from '#sources/workbooks/marked/index.ts'
import type { MakeJob } from './job.ts'

/** Carries out a {@link MakeJob}; in a reader child, because the bytes come from outside. */
export async function make(job: MakeJob): Promise<Uint8Array> {
  return job.kind === 'mark'
    ? marked(job.bytes, job.marks, job.slip)
    : corrected(job.bytes, job.correction)
}
