import { rm, writeFile } from 'node:fs/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { noLog, noProgress } from '#pipelines/effects.ts'
import { claimSlot } from '#pipelines/ledger/jobs.ts'
import { openLedger } from '#pipelines/ledger/open.ts'
import { everySlot, runDue } from '#pipelines/schedule.ts'
import { testSite } from '#test/support/site.ts'

const at = (time: string) => ({ clock: () => new Date(time), log: noLog, progress: noProgress })

describe('the job of a slot', () => {
  it('is busy while somebody else has the ledger, taken up again after a failure, and done once', async () => {
    const place = await testSite({
      plan: 'bac-ninh-2026',
      communes: ['07210'],
      businessDate: '2026-03-20',
    })
    // 06:00:30 and 06:00:59 in Vietnam are one slot
    const [first, again] = [at('2026-03-19T23:00:30Z'), at('2026-03-19T23:00:59Z')]

    const other = await openLedger(place.site.ledger, first.clock)
    const woken = await runDue(place.site, first)
    expect(woken).toMatchObject({
      kind: 'busy',
      holder: expect.stringContaining(`process ${process.pid}`),
    })
    await other.close()

    await writeFile(place.site.warehouse, 'a file where a folder should be')
    await expect(runDue(place.site, first)).rejects.toThrow()
    await rm(place.site.warehouse)

    const ran = await runDue(place.site, first)
    expect(ran).toMatchObject({
      kind: 'ran',
      slot: '2026-03-20T06:00',
      summary: { built: { submissions: 0 } },
    })
    expect(await runDue(place.site, again)).toEqual({
      kind: 'done-already',
      slot: '2026-03-20T06:00',
    })

    const ledger = await openLedger(place.site.ledger, first.clock)
    const runs = await ledger.db.selectFrom('job_run').selectAll().execute()
    const builds = await ledger.db
      .selectFrom('build')
      .select(['generation', 'state'])
      .orderBy('generation')
      .execute()
    await ledger.close()
    expect(runs).toMatchObject([{ slot: '2026-03-20T06:00', state: 'done', attempt: 2 }])
    expect(builds.map(({ state }) => state)).toEqual(['failed', 'ready'])
    await place.remove()
  })
})

describe('a run that was killed', () => {
  it('is taken up again in its own slot: whoever has the ledger is alone', async () => {
    const place = await testSite({ communes: ['07210'], businessDate: '2026-03-20' })
    const now = at('2026-03-19T23:00:30Z')
    const ledger = await openLedger(place.site.ledger, now.clock)
    const slot = { job: 'refresh', slot: '2026-03-20T06:00' }
    await claimSlot(ledger.db, slot, 'killed:1', now.clock(), 0)
    await ledger.close()
    expect(await runDue(place.site, now)).toMatchObject({ kind: 'ran', slot: slot.slot })
    const after = await openLedger(place.site.ledger, now.clock)
    const [run] = await after.db.selectFrom('job_run').selectAll().execute()
    await after.close()
    expect(run, 'claimed for no time').toMatchObject({ attempt: 2, lease_until: run?.started_at })
    await place.remove()
  })
})

describe('the schedule', () => {
  afterEach(() => vi.useRealTimers())

  it('wakes the job by the clock of Vietnam, never twice at once, and goes on after a failure', async () => {
    vi.useFakeTimers({ now: new Date('2026-03-19T22:59:30Z') })
    const errors: string[] = []
    const log = { ...noLog, error: (_: object, sentence: string) => errors.push(sentence) }
    let end: (() => void) | undefined
    const job = vi.fn(() => new Promise<void>((resolve) => (end = resolve)))
    const stop = everySlot('0,1 6,7 * * *', { ...at('2026-03-20T00:00:00Z'), log }, job)

    await vi.advanceTimersByTimeAsync(29_000)
    expect(job).toHaveBeenCalledTimes(0)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(job).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(job, 'the slot of 06:01 falls into the first run').toHaveBeenCalledTimes(1)

    end?.()
    job.mockRejectedValueOnce(new Error('no'))
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(job.mock.calls.length).toBeGreaterThanOrEqual(2)
    expect(errors).toContain('the scheduled job failed; the next slot tries again')

    await stop()
    const calls = job.mock.calls.length
    await vi.advanceTimersByTimeAsync(24 * 3_600_000)
    expect(job).toHaveBeenCalledTimes(calls)
  })
})
