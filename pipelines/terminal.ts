import { SingleBar } from 'cli-progress'
import type { Progress } from './effects.ts'

/** A bar on a terminal; elsewhere a line at the start and at each quarter, so that a log shows that work goes on. */
export function terminalProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(stream) : lines(stream)
}

function bar(stream: NodeJS.WriteStream): Progress {
  let current: SingleBar | undefined
  return {
    start(work, total) {
      current?.stop()
      if (total === 0) return
      const format = `${work.padEnd(12)} {bar} {value}/{total}`
      current = new SingleBar({ format, stream, clearOnComplete: false, hideCursor: true })
      current.start(total, 0)
    },
    advance: (by = 1) => current?.increment(by),
    stop() {
      current?.stop()
      current = undefined
    },
  }
}

function lines(stream: NodeJS.WriteStream): Progress {
  let work = ''
  let total = 0
  let done = 0
  let told = 0
  return {
    start(what, of) {
      ;[work, total, done, told] = [what, of, 0, 0]
      if (of > 0) stream.write(`${what}: ${of}\n`)
    },
    advance(by = 1) {
      done += by
      const quarter = total === 0 ? 0 : Math.floor((done * 4) / total)
      if (quarter > told && quarter < 4) stream.write(`${work}: ${done}/${total}\n`)
      told = Math.max(told, quarter)
    },
    stop() {
      if (total > 0) stream.write(`${work}: done\n`)
      total = 0
    },
  }
}
