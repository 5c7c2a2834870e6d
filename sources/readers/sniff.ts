import { utf16Of } from './encoding.ts'
import { type Facts, refuse } from './refusal.ts'

export type Sniffed = 'zip' | 'ole' | 'biff' | 'text' | 'unknown'

const PREFIXES: readonly { readonly format: string; readonly bytes: readonly number[] }[] = [
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { format: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { format: 'rar', bytes: [0x52, 0x61, 0x72, 0x21] },
  { format: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { format: 'gzip', bytes: [0x1f, 0x8b] },
  { format: 'gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { format: 'bmp', bytes: [0x42, 0x4d] },
]
/** A workbook of Excel 2 to 4, or one of 5 to 97 without its container: BOF records. */
const BIFF: readonly (readonly number[])[] = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
]
/** Text that says what it is in its first words. */
const MARKED: readonly { readonly format: string; readonly start: RegExp }[] = [
  { format: 'rtf', start: /^\{\\rtf/ },
  { format: 'mht', start: /^(?:[\w-]+: .*\r?\n(?:[ \t].*\r?\n)*){0,20}?MIME-Version:/i },
  { format: 'slk', start: /^ID;P/ },
  { format: 'xml-2003', start: /^<(?:[\s\S]{0,2000}<)?(?:\w+:)?(?:Workbook\b|\?mso-application)/ },
  { format: 'ods', start: /^<(?:[\s\S]{0,2000}<)?office:document\b/ },
  { format: 'html', start: /^</ },
]
const ZIP = [0x50, 0x4b]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEAD = 4096

/** What the first bytes say, whatever the file's name says; which office format a zip is, its directory says afterwards. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (startsWith(bytes, OLE)) return 'ole'
  if (startsWith(bytes, ZIP)) return 'zip'
  if (BIFF.some((record) => startsWith(bytes, record))) return 'biff'
  if (formatOf(bytes) !== null) return 'unknown'
  return looksLikeText(bytes) ? 'text' : 'unknown'
}

/** Name of a well-known format that is not ours, for the sentence; null when not recognised. */
export function formatOf(bytes: Uint8Array): string | null {
  return PREFIXES.find((prefix) => startsWith(bytes, prefix.bytes))?.format ?? null
}

/** Name of another format that is text, too: web pages saved as .xls or .mht, rich text, Excel's XML of 2003; null when it is none. */
export function textFormatOf(text: string): string | null {
  const head = text.slice(0, 8192)
  return MARKED.find(({ start }) => start.test(head))?.format ?? null
}

/** Refuses a zip without a workbook by the name of what it is. */
export function refuseOtherZip(names: readonly string[]): never {
  if (names.includes('word/document.xml')) refuse('document-alone', { format: 'docx' })
  if (names.includes('ppt/presentation.xml')) refuse('other-office-format', { format: 'pptx' })
  if (names.includes('xl/workbook.bin')) refuse('other-office-format', { format: 'xlsb' })
  if (names.includes('content.xml') && names.includes('mimetype')) {
    refuse('other-office-format', { format: 'ods' })
  }
  if (names.includes('Index/Document.iwa') || names.includes('Index.zip')) {
    refuse('other-office-format', { format: 'numbers' })
  }
  refuse('unknown-file', { format: 'zip' })
}

/**
 * Refuses an OLE2 file by its streams: `EncryptedPackage` is a workbook with a password, `Workbook` or `Book` an .xls of Excel 97–2003.
 * Directory entries are 128 bytes long and aligned, so that no sector chain of an untrusted file need be followed.
 */
export function refuseOle(bytes: Uint8Array): never {
  const streams = new Set<string>()
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = (bytes[at + 64] ?? 0) | ((bytes[at + 65] ?? 0) << 8)
    if (length < 4 || length > 64 || length % 2 === 1 || bytes[at + 1] !== 0) continue
    streams.add(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)))
  }
  if (streams.has('EncryptedPackage')) refuse('password')
  if (streams.has('Workbook') || streams.has('Book')) refuse('old-format')
  refuse('other-office-format', oleFormat(streams))
}

function oleFormat(streams: ReadonlySet<string>): Facts {
  if (streams.has('WordDocument')) return { format: 'doc' }
  return streams.has('PowerPoint Document') ? { format: 'ppt' } : { format: 'ole' }
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, at) => bytes[at] === byte)
}

function looksLikeText(bytes: Uint8Array): boolean {
  if (utf16Of(bytes) !== null) return true
  return bytes
    .subarray(0, HEAD)
    .every((byte) => byte > 31 || byte === 9 || byte === 10 || byte === 13)
}
