import { vi } from 'vitest'
import { type Effects, noLog, noProgress } from '#pipelines/effects.ts'
import { main } from '#pipelines/main.ts'

/** What a command line left: its exit code, what it printed, what it complained of. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

const quiet: Effects = {
  clock: () => new Date('2026-03-20T02:00:00Z'),
  log: noLog,
  progress: noProgress,
}

/** Runs a command line in this process, as on 20/3/2026. */
export async function hoanhap(argv: readonly string[], effects: Effects = quiet): Promise<Ran> {
  const said: string[] = []
  let complained = ''
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      if (stream === 'stderr') complained += String(chunk)
      else said.push(String(chunk))
      return true
    }),
  )
  try {
    const code = await main(argv, { out: (text) => said.push(`${text}\n`), effects: () => effects })
    return { code, out: said.join(''), err: complained }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
