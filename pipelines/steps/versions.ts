import { anyForms } from '#sources/forms/index.ts'
import { referenceSha } from '#sources/reference/places.ts'
import type { ReaderSetup } from '../readers/job.ts'
import { READER_VERSION } from '../readers/version.ts'
import { sha256Of } from '../vault/vault.ts'

/** What a reading depends on beside the bytes and the day of receipt. */
export interface Versions {
  readonly reader: number
  /** 8 hexadecimal digits, as in the names of parsed files. */
  readonly reference: string
  readonly keyId: string
  /** All of it in one word, forms and plan included: `1.<reference>.<forms>.<plan>.<key id>`. */
  readonly line: string
}

/** The versions of this program with this plan and this key. */
export function currentVersions(setup: ReaderSetup, keyId: string): Versions {
  const reader = READER_VERSION
  const reference = referenceSha().slice(0, 8)
  const forms = short(anyForms.map((form) => [form.id, form.version]))
  const line = [reader, reference, forms, short(setup), keyId].join('.')
  return Object.freeze({ reader, reference, keyId, line })
}

function short(value: unknown): string {
  return sha256Of(JSON.stringify(value)).slice(0, 8)
}
