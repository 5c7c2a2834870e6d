/** Ends the scan: `doctype` where one stands, `xml` where the text is not well formed. */
export type Fail = (reason: 'doctype' | 'xml') => never

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML 1.0 forbids
export const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));|&/g
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const [BLANK, AMPERSAND, LESS, BRACKET] = [32, 38, 60, 93]

/** What a stretch of text between two tags says. */
export function charactersOf(text: string, from: number, to: number, fail: Fail): string {
  const raw = text.slice(from, to)
  if (isPlain(text, from, to)) return raw
  if (raw.includes(']]>')) fail('xml')
  return expanded(withPlainLineEnds(raw), fail)
}

/** What stands between the quotes of an attribute says. */
export function attributeOf(text: string, from: number, to: number, fail: Fail): string {
  const raw = text.slice(from, to)
  if (isPlain(text, from, to)) return raw
  if (raw.includes('<')) fail('xml')
  return expanded(raw.replace(/\r\n|[\t\n\r]/g, ' '), fail)
}

/** Line ends as XML has them: a single line feed. */
export function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** True where nothing need be looked at twice; a loop is quicker on the few letters of most values than three searches. */
function isPlain(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code < BLANK || code === AMPERSAND || code === LESS || code === BRACKET) return false
  }
  return true
}

/** The five entities of XML and character references; there are no others without a DTD. */
function expanded(text: string, fail: Fail): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (_, hex?: string, decimal?: string, named?: string) => {
    if (named !== undefined) return NAMED[named] ?? fail('xml')
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
    if (Number.isNaN(code) || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) fail('xml')
    const sign = String.fromCodePoint(code)
    return FORBIDDEN.test(sign) ? fail('xml') : sign
  })
}
