/** Errors that the program's own mistakes raise; every other name belongs to an error that says what to do. */
const MISTAKES = ['Error', 'TypeError', 'ReferenceError', 'SyntaxError', 'AssertionError']

/** What mends the refusals of the system that an operator meets. */
const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'give the user who runs this the right to it',
  EPERM: 'give the user who runs this the right to it',
  EROFS: 'make the disk writable, or name another data folder with --data',
  ENOSPC: 'free some space and run again; nothing that was received is lost',
  EFBIG: 'raise the largest file size (ulimit -f) and run again; nothing that was received is lost',
  EDQUOT: 'free some space and run again; nothing that was received is lost',
  EMFILE: 'raise the number of open files (ulimit -n)',
  EADDRINUSE: 'stop the other server, or choose another port with --port',
  EISDIR: 'a file is expected there, move the folder away',
  ENOTDIR: 'a folder is expected there, move the file away',
  EIO: 'the disk fails: look at it before anything else',
  SQLITE_NOTADB: 'the ledger is damaged, restore it from its copy',
  SQLITE_CORRUPT: 'the ledger is damaged, restore it from its copy',
  SQLITE_CANTOPEN: 'give the user who runs this the right to the data folder',
  SQLITE_READONLY: 'give the user who runs this the right to the data folder',
  SQLITE_FULL: 'free some space and run again; nothing that was received is lost',
  SQLITE_IOERR:
    'the disk refused: free some space, look at the disk, and run again; nothing that was received is lost',
}

/** True for an error whose message is meant for people; anything else is a mistake and shows where it happened. */
export function isHandled(error: Error): boolean {
  return !MISTAKES.includes(error.name) || remedyOf(error) !== undefined
}

/** What a person is told: the sentence of a handled error, of a mistake also where it happened. */
export function sentenceOf(error: Error): string {
  const remedy = remedyOf(error)
  if (remedy !== undefined) return `${error.message}; ${remedy}`
  return isHandled(error) ? error.message : (error.stack ?? error.message)
}

/** Name and message for a log, of a mistake the lines of code too; causes and properties may quote what they were given. */
export function loggedError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { name: typeof error }
  const { name, message } = error
  return isHandled(error) ? { name, message } : { name, message, at: framesOf(error) }
}

/** The stack without the message that stands above it. */
export function framesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  return lines
    .filter((line) => /^\s+at .*:\d+\)?$/.test(line))
    .slice(0, 5)
    .map((line) => line.trim())
    .join(' < ')
}

function remedyOf(error: Error): string | undefined {
  if (!('code' in error)) return undefined
  const code = String(error.code)
  return REMEDIES[code.startsWith('SQLITE_IOERR') ? 'SQLITE_IOERR' : code]
}
