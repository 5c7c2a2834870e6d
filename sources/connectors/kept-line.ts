/** What a connector speaks over for the time of a look. */
interface Line {
  close(): Promise<void>
}

/** One open line, for whoever asks meanwhile, until it is dropped or the look is over. */
export interface KeptLine<L extends Line> {
  opened(): Promise<L>
  /** Ends a line that is of no use any more; the next one who asks gets another. */
  drop(line: L): Promise<void>
  /** Ends the line also where it is just being opened. */
  close(): Promise<void>
}

/** Opens a line when it is first asked for, and again after it was dropped or could not be opened. */
export function keptLine<L extends Line>(open: () => Promise<L>): KeptLine<L> {
  let kept: Promise<L> | null = null
  let current: L | null = null
  const forget = () => {
    const line = kept
    kept = null
    current = null
    return line
  }
  return Object.freeze({
    async opened() {
      const opening = kept ?? open()
      kept = opening
      try {
        const line = await opening
        if (kept === opening) current = line
        return line
      } catch (cause) {
        if (kept === opening) forget()
        throw cause
      }
    },
    async drop(line: L) {
      if (current === line) forget()
      await line.close()
    },
    async close() {
      await forget()?.then(
        (line) => line.close(),
        () => {},
      )
    },
  })
}
