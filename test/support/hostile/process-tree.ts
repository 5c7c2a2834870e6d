import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'

/** What one run of the program took, children included. */
export interface Measured {
  readonly code: number | null
  readonly signal: string | null
  readonly out: string
  readonly err: string
  readonly seconds: number
  /** Of all its processes; on a machine that is busy with other things it says more than the clock. */
  readonly cpuSeconds: number
  /** Most memory that its processes held at one time, by the high-water mark of each (VmHWM). */
  readonly megabytes: number
}

/** Milliseconds between two looks at /proc. */
const LOOK = 20
/** Of Linux, a second. */
const TICKS = 100

/** Runs the program and looks at it and its children until it ends. */
export async function measured(argv: readonly string[]): Promise<Measured> {
  const program = new URL('../../../pipelines/hoanhap.mjs', import.meta.url).pathname
  const started = performance.now()
  const child = spawn(process.execPath, [program, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said.err += text
  })
  let most = 0
  const ticks = new Map<number, number>()
  const look = setInterval(async () => {
    const alive = await processesBelow(child.pid ?? 0)
    most = Math.max(
      most,
      alive.reduce((sum, { kilobytes }) => sum + kilobytes, 0),
    )
    for (const each of alive) ticks.set(each.pid, each.ticks)
  }, LOOK)
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (...ended) => resolve(ended)),
  )
  clearInterval(look)
  const seconds = (performance.now() - started) / 1000
  const cpuSeconds = [...ticks.values()].reduce((sum, each) => sum + each, 0) / TICKS
  return { code, signal, ...said, seconds, cpuSeconds, megabytes: most / 1024 }
}

interface Process {
  readonly pid: number
  readonly parent: number
  /** High-water mark of its memory. */
  readonly kilobytes: number
  readonly ticks: number
}

/** A process and the children that it has now. */
async function processesBelow(root: number): Promise<readonly Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  return pids.flatMap((pid) => {
    const found = processOf(pid)
    return found !== null && (pid === root || found.parent === root) ? [found] : []
  })
}

/** Null when it has just ended. */
function processOf(pid: number): Process | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const field = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
    // Behind the name in brackets: state, parent …, of which the 12th and 13th are time in user and in system.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const ticks = Number(stat[11]) + Number(stat[12])
    return { pid, parent: field('PPid'), kilobytes: field('VmHWM'), ticks }
  } catch {
    return null
  }
}
