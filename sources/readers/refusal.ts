import type { ProblemCode } from '../problem.ts'

export type Facts = Readonly<Record<string, string | number | readonly string[]>>

/**
 * Why a file was not turned into sheets.
 *
 * Facts by code: `too-large` { limit, most, found?, sheet?, ref? } · `hostile-file` { reason, part? } · `damaged-file` { reason, part?, cell? } ·
 * `other-office-format`, `document-alone` { format } · `unknown-file` { format? } · `bad-encoding` { looksLike?, readable?, sheet?, cell? } ·
 * `bad-envelope` { missing?, field?, value?, twice?, known?, line? } · `empty-workbook` { bytes? } · `password`, `old-format` {}.
 */
export interface Refusal {
  readonly refused: ProblemCode
  readonly facts: Facts
}

/** Carries a {@link Refusal} out of a parser; never leaves this folder. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`${refusal.refused} ${JSON.stringify(refusal.facts)}`)
    this.refusal = refusal
  }
}

/** Stops the reading of this file. */
export function refuse(refused: ProblemCode, facts: Facts = {}): never {
  throw new RefusedError(Object.freeze({ refused, facts }))
}
