/** The command was called with words that mean nothing here; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
