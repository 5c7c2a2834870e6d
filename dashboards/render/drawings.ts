import { createHash } from 'node:crypto'

/** Raised whenever the same specification is drawn differently than before. */
export const DRAWING_VERSION = 1

/**
 * Pictures by the digest of what they show: drawing is the dearest part of a page, and most charts of a publication are those of the last.
 *
 * It forgets what two harvests in a row have not asked for, so that it stays as large as a publication.
 */
export class Drawings {
  #kept = new Map<string, string>()
  #asked = new Map<string, string>()

  /** The picture of something; drawn only when it is not known. */
  of(shown: unknown, draw: () => string): string {
    const key = digestOf(shown)
    const text = this.#asked.get(key) ?? this.#kept.get(key) ?? draw()
    this.#asked.set(key, text)
    return text
  }

  /** Takes pictures as drawn before. */
  recall(drawn: Iterable<readonly [digest: string, text: string]>): void {
    for (const [digest, text] of drawn) this.#kept.set(digest, text)
  }

  /** Every picture that was asked for since the last harvest. */
  harvest(): ReadonlyMap<string, string> {
    this.#kept = this.#asked
    this.#asked = new Map()
    return this.#kept
  }
}

/** Those of this process. */
export const drawings = new Drawings()

function digestOf(shown: unknown): string {
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex')
}
