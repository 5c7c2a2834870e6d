import { strict, utf16Of } from './encoding.ts'
import { refuse } from './refusal.ts'
import { type Listener, scanXml } from './xml-scanner.ts'

/**
 * Parses one part. A DOCTYPE is refused before anything in it is looked at, so that there are no entities but the five of XML; XML that is
 * not well formed is a damaged file.
 */
export function parseXml(bytes: Uint8Array, part: string, listener: Listener): void {
  parseText(textOfPart(bytes, part), part, listener)
}

/** {@link parseXml} from the text on, so that a listener can cut pieces out of it. */
export function parseText(text: string, part: string, listener: Listener): void {
  scanXml(text, listener, (reason) =>
    refuse(reason === 'doctype' ? 'hostile-file' : 'damaged-file', { reason, part }),
  )
}

/** The text of a part in UTF-8 or UTF-16. */
export function textOfPart(bytes: Uint8Array, part: string): string {
  const text = strict(bytes, utf16Of(bytes) ?? 'utf-8')
  return text ?? refuse('damaged-file', { reason: 'encoding', part })
}

/** `1` and `true` of an XML boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
