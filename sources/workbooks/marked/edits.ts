/** Puts `text` in place of what stands from `from` to `to`; equal places keep the order in which they were asked for. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The text with all edits made; they must not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return result + text.slice(at)
}

const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/g

/** An opening tag with these attributes set, in their old places where it has them; null takes one away. Values need no escaping. */
export function withAttributes(
  tag: string,
  changes: Readonly<Record<string, string | number | null>>,
): string {
  const left = new Map(Object.entries(changes))
  const changed = tag.replace(ATTRIBUTE, (whole, name: string) => {
    const value = left.get(name)
    if (value === undefined) return whole
    left.delete(name)
    return value === null ? '' : ` ${name}="${value}"`
  })
  const added = [...left].map(([name, value]) => (value === null ? '' : ` ${name}="${value}"`))
  return changed.replace(/\s*\/?>$/, (end) => added.join('') + end.trimStart())
}

/** Attributes of an opening tag by their whole names, as they are written. */
export function attributesIn(tag: string): ReadonlyMap<string, string> {
  return new Map(
    [...tag.matchAll(ATTRIBUTE)].map(([, name = '', quoted = '']) => [name, quoted.slice(1, -1)]),
  )
}

/** `x:` of `<x:worksheet>`, nothing where the root bears no prefix. */
export function prefixOf(text: string): string {
  return /<([\p{L}_][\p{L}\p{N}_.-]*:)?[\p{L}_]/u.exec(text)?.[1] ?? ''
}

/** Characters that XML cannot hold, a tab and line ends excepted. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** A text between tags or quotes. */
export function escaped(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
}

/** {@link escaped} in a cell or comment, where `_x0041_` would be read as a letter. */
export function cellText(text: string): string {
  return escaped(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))
}
