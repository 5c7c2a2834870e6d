/** Refusals of a network, or of a disk behind one, that may be over in a moment. */
const PASSING: ReadonlySet<unknown> = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'ENOTCONN',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENETRESET',
  'EBUSY',
  'EAGAIN',
  'ESTALE',
])

/** True when an error, and every one of those that it gathers, comes from a line or a share that may be back in a moment. */
export function isPassing(cause: unknown): boolean {
  if (cause instanceof AggregateError && cause.errors.length > 0)
    return cause.errors.every(isPassing)
  return cause instanceof Error && 'code' in cause && PASSING.has(cause.code)
}

/** What was said, of gathered errors all of it. */
export function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors.length > 0)
    return cause.errors.map(reasonOf).join('; ')
  return cause instanceof Error ? cause.message : String(cause)
}

/** A word that did not come in time. */
export class LateError extends Error {
  override readonly name = 'LateError'
  readonly code = 'ETIMEDOUT'

  constructor(what: string, milliseconds: number) {
    super(`${what} took more than ${milliseconds / 1000} s`)
  }
}

/**
 * The value of some work; after so many milliseconds without an end `end` is called, which ends it, and a {@link LateError} thrown. Work
 * that comes in pieces calls `more` at each of them, which gives it the time anew.
 */
export async function inTime<T>(
  work: (more: () => void) => Promise<T>,
  milliseconds: number,
  what: string,
  end: () => void,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      end()
      reject(new LateError(what, milliseconds))
    }, milliseconds)
  })
  return Promise.race([work(() => timer?.refresh()), late]).finally(() => clearTimeout(timer))
}
