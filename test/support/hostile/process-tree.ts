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
  /** Most memory that its processes held at one time, by the high-water mark of each (VmHWM). */
  readonly megabytes: number
}

/** Milliseconds between two looks at /proc. */
const LOOK = 20

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
  const look = setInterval(async () => {
    most = Math.max(most, await kilobytesBelow(child.pid ?? 0))
  }, LOOK)
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (...ended) => resolve(ended)),
  )
  clearInterval(look)
  const seconds = (performance.now() - started) / 1000
  return { code, signal, ...said, seconds, megabytes: most / 1024 }
}

/** High-water marks of a process and the children that it has now. */
async function kilobytesBelow(root: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  return pids.reduce((sum, pid) => {
    const { parent, kilobytes } = statusOf(pid)
    return pid === root || parent === root ? sum + kilobytes : sum
  }, 0)
}

function statusOf(pid: number): { parent: number; kilobytes: number } {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    const field = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
    return { parent: field('PPid'), kilobytes: field('VmHWM') }
  } catch {
    return { parent: 0, kilobytes: 0 }
  }
}
