import { pino } from 'pino'
import { loggedError } from './mistakes.ts'

/** Facts first, then one English sentence; never a personal value. Any pino logger is one. */
export interface Log {
  info(facts: object, sentence: string): void
  warn(facts: object, sentence: string): void
  error(facts: object, sentence: string): void
}

/** How far a long piece of work has come; a terminal draws a bar, other places print lines. */
export interface Progress {
  start(work: string, total: number): void
  advance(by?: number): void
  stop(): void
}

/** What a step takes from the world besides its stores. Tests pass a fixed clock and say nothing. */
export interface Effects {
  readonly clock: () => Date
  readonly log: Log
  readonly progress: Progress
}

export const noProgress: Progress = Object.freeze({ start() {}, advance() {}, stop() {} })

export const noLog: Log = Object.freeze({ info() {}, warn() {}, error() {} })

/** The effects that a step asks for; it shows progress only to those who want to see it. */
export type StepEffects = Omit<Effects, 'progress'> & Partial<Pick<Effects, 'progress'>>

/** The machine's clock, JSON lines on stderr, no bar. */
export function defaultEffects(): Effects {
  return Object.freeze({
    clock: () => new Date(),
    log: pino(
      { base: null, serializers: { err: loggedError } },
      pino.destination({ fd: 2, sync: true }),
    ),
    progress: noProgress,
  })
}
