import { createHmac } from 'node:crypto'
import type { PersonKey } from './keys.ts'

/** `nid:1a2b3c4d-` and 26 letters: kind of identifier, id of the key, first 130 bits of the HMAC. */
export type Pseudonym = `${string}:${string}-${string}`

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const LENGTH = 26

/**
 * The keyed pseudonym of a canonical identifier (`nid:…`, `old:…`, `case:…`): HMAC-SHA-256, base32.
 *
 * The same identifier gives the same pseudonym under one key and another under the next; without the key the 10^12 possible national
 * ids cannot be tried out. What an identifier may have been (`was:case:…`) has the letters of that one under its own kind. Throws a
 * RangeError, which does not repeat the identifier, when it has no kind.
 */
export function pseudonym(identifier: string, key: PersonKey): Pseudonym {
  const kind = /^([a-z]+):./.exec(identifier)?.[1]
  if (kind === undefined)
    throw new RangeError('an identifier begins with its kind: nid:, old:, case:')
  const meant = kind === 'was' ? identifier.slice('was:'.length) : identifier
  const mac = createHmac('sha256', key.secret).update(meant.normalize('NFC')).digest()
  return `${kind}:${key.id}-${base32(mac).slice(0, LENGTH)}`
}

/** RFC 4648 base32 without padding. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(buffer >> bits) & 31]
    }
  }
  return bits > 0 ? text + ALPHABET[(buffer << (5 - bits)) & 31] : text
}
