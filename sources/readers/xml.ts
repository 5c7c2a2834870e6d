import { strict, utf16Of } from './encoding.ts'
import { refuse } from './refusal.ts'
import { type Listener, scanXml } from './xml-scanner.ts'

/**
 * Parses one part. A DOCTYPE is refused before anything in it is looked at, so that there are no entities but the five of XML; XML that is
 * not well formed is a damaged file.
 */
export function parseXml(bytes: Uint8Array, part: string, listener: Listener): void {
  const text = strict(bytes, utf16Of(bytes) ?? 'utf-8')
  if (text === null) refuse('damaged-file', { reason: 'encoding', part })
  scanXml(text, listener, (reason) =>
    refuse(reason === 'doctype' ? 'hostile-file' : 'damaged-file', { reason, part }),
  )
}

/** `1` and `true` of an XML boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
