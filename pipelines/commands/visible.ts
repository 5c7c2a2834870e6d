/**
 * A text of a person as it is kept: one line, composed, without what nobody sees.
 *
 * Escape sequences would speak to the terminal that lists it, a line break would begin another line of a letter, marks of direction and of
 * no width let a text read otherwise than it is.
 */
export function visible(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim()
}
