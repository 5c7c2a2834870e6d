import { isUtf8 } from 'node:buffer'
import { type Legacy, legacyOf, syllablesIn } from './legacy.ts'
import { refuse } from './refusal.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258'

const READABLE = ['UTF-8', 'UTF-16', 'Windows-1258'] as const
const VIETNAMESE = new Set(
  'ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ–—“”‘’…·•₫°§',
)
/**
 * A text file as text: by its BOM, else strict UTF-8, else UTF-16 by its zero bytes, else Windows-1258 if every letter that comes out is
 * Vietnamese and the words are not rather those of TCVN3 or VNI, which are refused by name.
 */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const utf16 = utf16Of(bytes)
  if (utf16 !== null) return { text: strict(bytes, utf16) ?? refuseEncoding(), encoding: utf16 }
  const utf8 = strict(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const old = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  const legacy = legacyOf([new TextDecoder('windows-1252').decode(bytes)])
  if (isVietnamese(old) && syllablesIn(old) >= (legacy?.words ?? 0)) {
    return { text: old, encoding: 'windows-1258' }
  }
  return refuseEncoding(legacy?.encoding)
}

/** Byte order of UTF-16 text: by its BOM, else by the side on which most of the first characters have their zero byte. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 512)
  const zeros = [0, 0]
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 5 && even === 0) return 'utf-16le'
  return even > head.length / 5 && odd === 0 ? 'utf-16be' : null
}

/** The bytes in that encoding without the BOM, or null where they are not. */
export function strict(bytes: Uint8Array, encoding: Encoding): string | null {
  if (encoding === 'utf-8') return isUtf8(bytes) ? utf8(bytes) : null
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Twice as quick as a TextDecoder that checks. */
function utf8(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function isVietnamese(text: string): boolean {
  for (const letter of text) {
    if (letter > '\u007f' && letter !== '\u00a0' && !VIETNAMESE.has(letter)) return false
  }
  return true
}

function refuseEncoding(looksLike?: Legacy): never {
  refuse('bad-encoding', { ...(looksLike && { looksLike }), readable: READABLE })
}
