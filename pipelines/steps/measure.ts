import { referenceSha } from '#sources/reference/places.ts'
import { type CalendarDate, endOfDay } from '#sources/vocabulary/date.ts'
import { lastAction } from '../ledger/actions.ts'
import { beginBuild, endBuild, lastBuild } from '../ledger/builds.ts'
import { lastArrival } from '../ledger/deliveries.ts'
import { instantOf } from '../ledger/schema.ts'
import { businessDateOf, type Station } from '../station.ts'
import { codeVersion } from '../version.ts'
import { type Builder, type BuildReport, buildInChild, startBuilder } from '../warehouse/builder.ts'
import {
  draftFile,
  generationFiles,
  generationName,
  generationOf,
  makeCurrent,
  pruneGenerations,
  sweepDrafts,
} from '../warehouse/generation.ts'

export interface Built extends BuildReport {
  readonly generation: number
  readonly file: string
  readonly businessDate: CalendarDate
  readonly knownUntil: string
}

/** As what day and with what knowledge to build. */
export interface AsKnown {
  readonly businessDate: CalendarDate
  readonly knownUntil: Date
}

/** Builds the next generation from all that is known now, as the business date, and makes it current. */
export async function measure(
  station: Station,
  { asKnown, builder }: { readonly asKnown?: AsKnown; readonly builder?: Builder } = {},
): Promise<Built> {
  const { businessDate, knownUntil } = asKnown ?? (await asOfNow(station))
  const { warehouse } = station.site
  const { db } = station.ledger
  const begun = { ...madeOf(station, { businessDate, knownUntil }), at: station.clock() }
  const newest = (await generationFiles(warehouse)).at(-1) ?? ''
  const generation = await beginBuild(db, begun, generationOf(newest) ?? 0)
  try {
    const draft = await draftFile(warehouse, generationName(generation))
    const request = requestOf(station, draft, { businessDate, knownUntil })
    const report = await (builder ?? startBuilder()).build(request)
    const file = await makeCurrent(warehouse, draft, generation)
    await endBuild(db, generation, { state: 'ready', resultHash: report.resultHash })
    await pruneGenerations(warehouse)
    return { ...report, generation, file, businessDate, knownUntil: instantOf(knownUntil) }
  } catch (cause) {
    // What is told is why the build failed, not that on the same bad disk the draft could not be removed.
    await Promise.allSettled([
      sweepDrafts(warehouse),
      endBuild(db, generation, { state: 'failed' }),
    ])
    throw cause
  }
}

/**
 * The present day with all that has arrived and been decided. When the clock was wrong once, files may have arrived and people acted
 * after now: it is known all the same, or it would be missing without a word.
 */
async function asOfNow(station: Station): Promise<AsKnown> {
  const { ledger, log, clock } = station
  const businessDate = businessDateOf(station)
  const now = instantOf(clock())
  const before = (await lastBuild(ledger.db))?.business_date ?? businessDate
  if (before > businessDate)
    log.warn({ businessDate, before }, 'the last generation is of a later day: is the clock right?')
  const events = [await lastArrival(ledger.db), await lastAction(ledger.db)]
  const last = events.reduce<string>(
    (latest, at) => (at !== null && at > latest ? at : latest),
    now,
  )
  if (last > now)
    log.warn({ now, last }, 'a file arrived, or somebody acted, after now: is the clock right?')
  return { businessDate, knownUntil: new Date(last) }
}

/** Builds a throw-away generation as known at the end of a day; the current one stays. */
export function measureAsOf(station: Station, day: CalendarDate): Promise<string> {
  const asKnown = { businessDate: day, knownUntil: endOfDay(day) }
  return measureAsKnown(station, `as-of-${day}`, asKnown)
}

/** Builds a throw-away generation under a name of its own; the current one stays. Gives its file, which the caller removes. */
export async function measureAsKnown(
  station: Station,
  name: string,
  asKnown: AsKnown,
): Promise<string> {
  const { warehouse } = station.site
  const draft = await draftFile(warehouse, name)
  const request = requestOf(station, draft, asKnown)
  await buildInChild(request).catch((cause: unknown) =>
    sweepDrafts(warehouse).then(() => Promise.reject(cause)),
  )
  return draft
}

/** What a build is a function of, beside what the vault and the ledger hold. */
export function madeOf(station: Station, asKnown: AsKnown) {
  const keyId = station.keys.person.id
  return { ...asKnown, codeVersion, referenceSha: referenceSha(), keyId }
}

function requestOf(station: Station, file: string, { businessDate, knownUntil }: AsKnown) {
  return {
    ledger: station.site.ledger,
    parsed: station.site.parsed,
    file,
    plan: station.plan.id,
    province: station.config.province,
    communes: station.config.communes,
    businessDate,
    knownUntil: instantOf(knownUntil),
    codeVersion,
    keyId: station.keys.person.id,
  }
}
