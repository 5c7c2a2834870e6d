import { type CalendarDate, isCalendarDate } from '#sources/vocabulary/date.ts'
import { planYearOn } from '#sources/vocabulary/window.ts'
import { journalIn } from '../purge/journal.ts'
import type { Due } from '../purge/people.ts'
import type { Plan } from '../purge/plan.ts'
import { finish, planned, purge as purgeNow } from '../purge/purge.ts'
import { businessDateOf, openStores, type Station } from '../station.ts'
import type { AnswerFailure } from '../steps/tell.ts'
import { unfinishedKeys } from '../vault/rotation.ts'
import { type Answer, answer, type Context } from './command.ts'
import { actorOf } from './decide.ts'
import { UsageError } from './usage.ts'

export interface PurgeOptions {
  /** Persons whose management ended before this day; else the configured retention decides. */
  readonly before?: CalendarDate
  /** Only say who is due and what would go. */
  readonly dryRun?: true
  readonly reason?: string
  readonly actor?: string
}

/**
 * Destroys what the vault holds of people whose retention is over and leaves de-identified rows: every aggregate stands, the person does
 * not. A purge that was cut off is finished first, and nothing else is done then.
 */
export async function purge(
  { site, effects }: Context,
  { before, dryRun, reason, actor }: PurgeOptions = {},
): Promise<Answer> {
  const station = await openStores(site, effects)
  try {
    await requireNoRotation(station)
    const journal = await journalIn(site.purge)
    if (journal !== null) {
      if (dryRun) throw new UsageError('a purge was cut off; finish it first: hoanhap purge')
      const left = await finish(station, journal)
      const { persons, files, cutOff } = journal
      const json = { finished: journal.id, before: cutOff, persons, files: files.length, left }
      return answer(
        json,
        [
          `finished the purge of ${journal.at}: ${persons} persons, ${files.length} files`,
          ...left.map(leftLine),
        ],
        left.length === 0,
      )
    }
    const cutOff = cutOffOf(station, before)
    if (!dryRun && (reason ?? '').trim() === '') throw new UsageError('say why: --reason …')
    const until = { cutOff, year: planYearOn(station.plan.windows.family, businessDateOf(station)) }
    const found = await planned(station, until)
    if (dryRun || found.plan.judged.due.length === 0) return said(cutOff, found.plan, false)
    if (found.before === null) throw new UsageError('nothing was ever built; first: hoanhap run')
    const by = { actor: actorOf(actor === undefined ? {} : { actor }), reason: reason ?? '' }
    const proven = { plan: found.plan, before: found.before }
    return said(cutOff, found.plan, true, await purgeNow(station, until, proven, by))
  } finally {
    await station.close()
  }
}

async function requireNoRotation({ keys }: Station): Promise<void> {
  const left = await unfinishedKeys(keys.folder)
  if (left.length === 0) return
  throw new UsageError('the rotation of a key was cut off; finish it first: hoanhap key rotate')
}

function cutOffOf(station: Station, before: CalendarDate | undefined): CalendarDate {
  const today = businessDateOf(station)
  const { retentionYears } = station.config
  if (before !== undefined) {
    if (before <= today) return before
    throw new UsageError(`--before ${before} lies after the business date ${today}`)
  }
  if (retentionYears === null) {
    throw new UsageError(
      `how long data are kept is not said; set "retentionYears" in ${station.site.config}, or say --before DAY`,
    )
  }
  const [year = '', month, day] = today.split('-')
  const same = `${Number(year) - retentionYears}-${month}-${day}`
  return isCalendarDate(same) ? same : (`${Number(year) - retentionYears}-02-28` as CalendarDate)
}

function leftLine({ connector, message }: AnswerFailure): string {
  return `✗ ${connector}: an answer that quotes what is gone may still lie there; remove it by hand (${message})`
}

function said(
  cutOff: CalendarDate,
  plan: Plan,
  done: boolean,
  left: readonly AnswerFailure[] = [],
): Answer {
  const { judged, files, told, lying } = plan
  const listed = files.map(({ why, sealed }) => ({ file: sealed.sha256.slice(0, 12), why }))
  const json = {
    purged: done,
    before: cutOff,
    persons: judged.due.map(endOf),
    kept: judged.kept,
    files: listed,
    told,
    left,
    lying: lying.map(({ connector, sha256 }) => ({ connector, file: sha256.slice(0, 12) })),
  }
  const count = (why: string) => listed.filter((one) => one.why === why).length
  const verb = done ? 'were purged' : 'are due'
  const lines = [
    `${judged.due.length} persons whose management ended before ${cutOff} ${verb}`,
    ...judged.due.map(endOf).map((end) => `  ${end.unit} left ${end.leftOn} (${end.leftReason})`),
    ...Object.entries(judged.kept).map(([why, n]) => `${n} are kept: ${why}`),
    `${listed.length} files ${done ? 'are' : 'would be'} kept as readings without them: ${count('row')} with their rows, ${count('named')} that name them`,
    ...(count('unreadable') === 0
      ? []
      : [
          `${count('unreadable')} of them nobody can read to the end and prove free of these people: ${done ? 'they are gone' : 'they would go'}`,
        ]),
    ...listed.map(({ file, why }) => `  ${file} (${why})`),
    ...told.map(
      (id) => `the reason of action ${id} names one of them; the ledger only adds, it stays`,
    ),
    ...(lying.length === 0
      ? []
      : [`${lying.length} of these files still lie where they came from; remove them there`]),
    ...left.map(leftLine),
    ...(done ? ['copies made before still hold them: make new ones and destroy the old'] : []),
  ]
  return answer(json, lines, left.length === 0)
}

function endOf({ end: { unitId, leftOn, leftReason } }: Due) {
  return { unit: unitId, leftOn, leftReason }
}
