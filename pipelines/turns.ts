/** Lets one work after another: what asks for its turn gets it when all that asked before have ended, well or not. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

export function turns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const own = last.then(work)
    last = own.catch(() => {})
    return own
  }
}
