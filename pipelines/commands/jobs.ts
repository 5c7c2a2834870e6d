import { queue } from '../delivery/queue.ts'
import {
  build as buildNext,
  type Pulled,
  pull as pullFiles,
  type RunSummary,
  read,
  run as runJob,
} from '../run.ts'
import { openStation, type Station } from '../station.ts'
import { alert } from '../steps/alert.ts'
import type { Published } from '../steps/publish.ts'
import type { Builder } from '../warehouse/builder.ts'
import { requireCurrent } from '../warehouse/proof.ts'
import { type Answer, answer, type Context } from './command.ts'

/** The whole job: take in, read, measure, judge, publish. */
export const run = withStation(async (station, builder?: Builder) => {
  const summary = await runJob(station, builder)
  const { received, answered } = summary
  const ok = received.failures.length + answered.failures.length === 0
  return answer(summaryOf(summary), runLines(summary), ok)
})

/** Takes in what lies at the connectors, reads it, and tells the senders. */
export const pull = withStation(async (station) => {
  const pulled = await pullFiles(station)
  const { received, kept, answered } = pulled
  return answer(
    { received, kept: keptOf(kept), answered },
    pullLines(pulled),
    received.failures.length + kept.failures.length + answered.failures.length === 0,
  )
})

/** Builds a generation from all that is known, what was assigned or received and not read yet included, and enters its alerts. */
export const build = withStation(async (station) => {
  const kept = await read(station)
  const built = await buildNext(station)
  const alerts = await alert(station, built)
  const messages = await queue(station, built)
  return answer(
    { kept: keptOf(kept), built, alerts, messages },
    [
      ...kept.failures.map(({ message }) => `✗ ${message}`),
      `generation ${built.generation}`,
      `result hash ${built.resultHash}`,
    ],
    kept.failures.length === 0,
  )
})

/** Makes the pages of the current generation, once all of it was read and found to be what the ledger knows. */
export const publish = withStation(async (station) => {
  await requireCurrent(station.site.warehouse, station.ledger.db)
  const { publish } = await import('../steps/publish.ts')
  const published = await publish(station)
  return answer(published, publishLines(published))
})

function withStation<Rest extends unknown[]>(
  job: (station: Station, ...rest: Rest) => Promise<Answer>,
) {
  return async ({ site, effects }: Context, ...rest: Rest): Promise<Answer> => {
    const station = await openStation(site, effects)
    try {
      return await job(station, ...rest)
    } finally {
      await station.close()
    }
  }
}

function summaryOf({ kept, ...summary }: RunSummary) {
  return { ...summary, kept: keptOf(kept) }
}

function keptOf({ read, unchanged, decided, changed, failures }: RunSummary['kept']) {
  return { read, unchanged, decided: outcomesOf(decided), changed, failures }
}

function outcomesOf(decided: RunSummary['kept']['decided']): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { accepted: 0, partial: 0, held: 0, rejected: 0 }
  for (const { submission } of decided)
    counts[submission.outcome] = (counts[submission.outcome] ?? 0) + 1
  return counts
}

function pullLines({ received, kept, answered }: Pulled): readonly string[] {
  const said = Object.entries(outcomesOf(kept.decided)).map(([outcome, n]) => `${n} ${outcome}`)
  const failures = [...received.failures, ...kept.failures, ...answered.failures].map(
    ({ message }) => `✗ ${message}`,
  )
  return [
    `received   ${received.arrivals} arrivals, ${received.newFiles} new files, ${received.unchanged} lying there as before`,
    `read       ${kept.read} files, ${kept.unchanged} known: ${said.join(', ')}`,
    `answered   ${answered.answered} senders`,
    ...failures,
  ]
}

/** The summary of a run for a person. */
export function runLines(summary: RunSummary): readonly string[] {
  const { built, alerts, messages } = summary
  return [
    ...pullLines(summary),
    `built      generation ${built.generation}: ${built.rows} rows, ${built.values} values, result hash ${built.resultHash}`,
    `alerts     ${alerts.opened} opened, ${alerts.evidence} with new evidence, ${alerts.reopened} reopened, ${alerts.resolved} resolved`,
    `messages   ${messages.queued} queued, ${messages.waiting} waiting to leave`,
    ...publishLines(summary.published),
  ]
}

function publishLines({ page, index, alerts, feedback, extract }: Published): readonly string[] {
  return [
    `page       ${page}`,
    `contents   ${index}`,
    `alerts     ${alerts}`,
    `feedback   ${feedback}`,
    ...Object.entries(extract).map(
      ([kind, path], n) => `${n === 0 ? 'extract   ' : '          '} ${path} (${kind})`,
    ),
  ]
}
