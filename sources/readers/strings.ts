import type { Cell } from './book.ts'
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'

const SOMETHING = /[^\s\u200b-\u200f\u2060\ufeff]/
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

/** A text cell, or null when the text is nothing but blanks and zero-width signs. */
export function textCell(text: string): Cell | null {
  if (text.length > LIMITS.textLength) {
    refuse('too-large', { limit: 'textLength', most: LIMITS.textLength, found: text.length })
  }
  return SOMETHING.test(text) ? { kind: 'text', text } : null
}

/** Undoes `_x000D_`, by which a workbook writes characters that XML cannot hold. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
