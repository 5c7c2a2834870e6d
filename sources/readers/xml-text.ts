/** Ends the scan: `doctype` where one stands, `xml` where the text is not well formed. */
export type Fail = (reason: 'doctype' | 'xml') => never

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML 1.0 forbids
export const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));|&/g
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** What text between tags says. */
export function charactersOf(raw: string, fail: Fail): string {
  if (raw.includes(']]>')) fail('xml')
  const text = withPlainLineEnds(raw)
  return text.includes('&') ? expanded(text, fail) : text
}

/** Line ends as XML has them: `\\n` alone. */
export function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** What stands between the quotes of an attribute says. */
export function attributeOf(raw: string, fail: Fail): string {
  if (raw.includes('<')) fail('xml')
  const text = /[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw
  return text.includes('&') ? expanded(text, fail) : text
}

/** The five entities of XML and character references; there are no others without a DTD. */
function expanded(text: string, fail: Fail): string {
  return text.replace(ENTITY, (_, hex?: string, decimal?: string, named?: string) => {
    if (named !== undefined) return NAMED[named] ?? fail('xml')
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
    if (Number.isNaN(code) || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) fail('xml')
    const sign = String.fromCodePoint(code)
    return FORBIDDEN.test(sign) ? fail('xml') : sign
  })
}
