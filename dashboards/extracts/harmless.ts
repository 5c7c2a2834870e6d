/**
 * A text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it.
 *
 * `= + - @`, their full-width forms, tab, carriage return, line feed and NUL begin a formula in one program or another (OWASP ASVS 5.0,
 * 1.2.10); spaces before them are skipped by some.
 */
export function harmless(text: string): string {
  return /^[\s\0\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n\0]/.test(text)
    ? `'${text}`
    : text
}
