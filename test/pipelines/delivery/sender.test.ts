import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startSender } from '#pipelines/delivery/sender.ts'
import { noLog } from '#pipelines/effects.ts'
import { turns } from '#pipelines/turns.ts'

describe('a sender beside the job', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-09-21T00:30:00Z') }))
  afterEach(() => void vi.useRealTimers())
  const clock = () => new Date()
  const inMinutes = (n: number) => new Date(Date.now() + n * 60_000)
  const pass = (minutes: number) => vi.advanceTimersByTimeAsync(minutes * 60_000)

  it('goes round when it is woken and when something falls due, never twice at once', async () => {
    let end: ((next: Date | null) => void) | undefined
    const round = vi.fn(() => new Promise<Date | null>((resolve) => (end = resolve)))
    const sender = startSender(round, { clock, log: noLog })
    await pass(60)
    expect(round, 'asleep until the first job has ended').toHaveBeenCalledTimes(0)
    sender.wake()
    sender.wake()
    expect(round).toHaveBeenCalledTimes(1)
    end?.(inMinutes(3))
    await pass(0)
    expect(round, 'what was queued meanwhile may be due').toHaveBeenCalledTimes(2)
    end?.(inMinutes(3))
    await pass(2.9)
    expect(round).toHaveBeenCalledTimes(2)
    await pass(0.2)
    expect(round).toHaveBeenCalledTimes(3)
    end?.(inMinutes(-100))
    await pass(0.9)
    expect(
      round,
      'what is due and may not leave is not asked for all the time',
    ).toHaveBeenCalledTimes(3)
    await pass(0.2)
    expect(round).toHaveBeenCalledTimes(4)
    let stopped = false
    const stopping = sender.stop().then(() => {
      stopped = true
    })
    await pass(0)
    expect(stopped, 'not before the round has ended').toBe(false)
    end?.(null)
    await stopping
    sender.wake()
    await pass(60)
    expect(round).toHaveBeenCalledTimes(4)
  })

  it('tells the round that is under way when it is stopped', async () => {
    const round = vi.fn(
      (enough: AbortSignal) =>
        new Promise<null>((resolve) => enough.addEventListener('abort', () => resolve(null))),
    )
    const sender = startSender(round, { clock, log: noLog })
    sender.wake()
    await sender.stop()
    expect(round).toHaveBeenCalledTimes(1)
  })

  it('goes on after a round that failed, and says so', async () => {
    const errors: string[] = []
    const log = { ...noLog, error: (_: object, sentence: string) => void errors.push(sentence) }
    const round = vi.fn(() => Promise.reject(new Error('no')))
    const sender = startSender(round, { clock, log })
    sender.wake()
    await pass(16)
    expect(round).toHaveBeenCalledTimes(2)
    expect(errors[0]).toMatch(/the next one tries again/)
    await sender.stop()
  })
})

it('turns are taken one after the other, also after one that failed', async () => {
  const inTurn = turns()
  const said: string[] = []
  let end: () => void = () => {}
  const first = inTurn(() => new Promise<void>((resolve) => (end = resolve))).then(() =>
    said.push('first'),
  )
  const second = inTurn(() => Promise.reject(new Error('second'))).catch(() => said.push('second'))
  const third = inTurn(async () => said.push('third'))
  await Promise.resolve()
  expect(said).toEqual([])
  end()
  await Promise.all([first, second, third])
  expect(said).toEqual(['first', 'second', 'third'])
})
