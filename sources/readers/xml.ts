import { SaxesParser } from 'saxes'
import { strict, utf16Of } from './encoding.ts'
import { refuse } from './refusal.ts'

/** Attributes as they stand; names keep their prefix. */
export type Attributes = Readonly<Record<string, string>>

/** What a part wants to hear. Names come without the prefix of the part's own namespace; foreign elements come with theirs. */
export interface Listener {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/**
 * Parses one part. A DOCTYPE is refused before anything in it is looked at, so that there are no entities but the five of XML; XML that is
 * not well formed is a damaged file.
 */
export function parseXml(bytes: Uint8Array, part: string, listener: Listener): void {
  const text = strict(bytes, utf16Of(bytes) ?? 'utf-8')
  if (text === null) refuse('damaged-file', { reason: 'encoding', part })
  const parser = new SaxesParser({ fileName: part })
  let prefix = 0
  parser.on('doctype', () => refuse('hostile-file', { reason: 'doctype', part }))
  parser.on('error', () => refuse('damaged-file', { reason: 'xml', part }))
  parser.on('opentagstart', (root) => {
    prefix = root.name.indexOf(':') + 1
    parser.off('opentagstart')
  })
  const { open, text: hear, close } = listener
  if (open !== undefined) {
    parser.on('opentag', ({ name, attributes }) =>
      open(own(name, prefix), attributes as Attributes),
    )
  }
  if (hear !== undefined) {
    parser.on('text', hear)
    parser.on('cdata', hear)
  }
  if (close !== undefined) parser.on('closetag', ({ name }) => close(own(name, prefix)))
  parser.write(text).close()
}

function own(name: string, prefix: number): string {
  return prefix > 0 && name[prefix - 1] === ':' ? name.slice(prefix) : name
}

/** An attribute by its name without prefix: `r:id`, `rel:id` and `d3p1:id` are one. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name]
  const key = Object.keys(attributes).find((key) => key.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}

/** `1` and `true` of an XML boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
