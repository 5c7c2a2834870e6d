const FIRST_MINUTES = 1
const LONGEST_MINUTES = 4 * 60

/** Attempts after which a letter is given up: over two and a half days, a weekend with the mail server down. */
export const MOST_ATTEMPTS = 24

/** How long a medium that is not plugged in is left alone. */
export const ABSENT_MINUTES = 5

/**
 * When to try again after so many attempts: one minute, doubled each time, at most four hours, and up to a quarter more.
 *
 * The part that is added comes from the id, so that letters which failed together do not come together again, and a test knows when.
 */
export function nextAttempt(id: string, attempts: number, now: Date): Date {
  const minutes = Math.min(LONGEST_MINUTES, FIRST_MINUTES * 2 ** (attempts - 1))
  const jitter = Number.parseInt(id.slice(0, 4), 16) / 0x1_0000 / 4
  return new Date(now.getTime() + Math.round(minutes * (1 + jitter) * 60_000))
}
