import { finderOf, type Needle } from '#sources/search.ts'
import type { Reading } from '#sources/submission.ts'
import type { CalendarDate } from '#sources/vocabulary/date.ts'
import { fold } from '#sources/vocabulary/text.ts'
import { actionsUntil } from '../ledger/actions.ts'
import { type Assignment, allAssignments } from '../ledger/assignments.ts'
import type { Delivery, Submission } from '../ledger/schema.ts'
import type { Readers } from '../readers/pool.ts'
import type { Station } from '../station.ts'
import { inParallel } from '../steps/parallel.ts'
import { masked } from '../steps/read-files.ts'
import { type Parsed, readParsed } from '../vault/parsed.ts'
import { pseudonym } from '../vault/pseudonym.ts'
import { readingsKept, type SealedReading } from '../vault/sealed-reading.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { openCurrent } from '../warehouse/generation.ts'
import { depersonalised } from './depersonalised.ts'
import { type Due, type Judged, judge } from './people.ts'
import { isSurrogate, needlesFor, type Traces, tracesOf } from './traces.ts'

/**
 * Why the original of a file must go: a row of it is one of these people's; one of them is named in it; or nobody can say what stands in
 * it, since it does not open or holds a picture.
 */
export type Why = 'row' | 'named' | 'unreadable'

export interface Plan {
  readonly judged: Judged
  readonly files: readonly { readonly why: Why; readonly sealed: SealedReading }[]
  /** Arrivals whose names name one of these people. */
  readonly named: readonly Delivery[]
  /** Reasons that people gave for what they did and that name one of these; the ledger only adds, so that they stay. */
  readonly told: readonly number[]
  /** Arrivals of these files that still lie where they came from, which is not ours to clear. */
  readonly lying: readonly Delivery[]
}

export interface Until {
  readonly cutOff: CalendarDate
  /** The plan year of the business date. */
  readonly year: number
}

/** One file of the ledger with all that it was read as. */
interface File {
  readonly sha256: string
  readonly receivedAt: string
  readonly assignments: readonly Assignment[]
  readonly submissions: readonly Submission[]
}

/**
 * Finds who is due and every file that may tell of them: by their rows in any reading, in force or not; else by looking for their names
 * and numbers anywhere in the file. Changes nothing.
 */
export async function planOf(station: Station, readers: Readers, until: Until): Promise<Plan> {
  const { keys, progress } = station
  const files = await filesOf(station)
  const parsed = await parsedOf(station, files)
  const kept = await keptOf(station, files)
  const gone = new Set(
    [...kept.values()]
      .flatMap(surrogatesIn)
      .map((identifier) => pseudonym(identifier, keys.person)),
  )
  const judged = judge(parsed, await inForceOf(station), gone, until)
  if (judged.due.length === 0) return { judged, files: [], named: [], told: [], lying: [] }
  const withRows = new Set(shaWithRows(parsed, judged.due))
  progress.start('looking for traces', files.length)
  const open = async (file: File) => kept.get(file.sha256) ?? sealedNow(station, readers, file)
  const rowFiles = await inParallel(
    files.filter(({ sha256 }) => withRows.has(sha256)),
    readers.size + 1,
    async (file) => ({ why: 'row' as Why, sealed: await open(file) }),
  )
  const traces = tracesOf(
    rowFiles.flatMap(({ sealed }) => sealed.readings.map(({ reading }) => reading)),
    judged.due,
    keys.person,
  )
  const others = await inParallel(
    files.filter(({ sha256 }) => !withRows.has(sha256)),
    readers.size + 1,
    async (file) => {
      const look = await lookInto(station, readers, file, traces, kept.get(file.sha256))
      progress.advance()
      return look === null ? null : { why: look, sealed: await open(file) }
    },
  )
  progress.stop()
  const found = [...rowFiles, ...others.filter((one) => one !== null)]
  const deliveries = await station.ledger.db.selectFrom('delivery').selectAll().execute()
  const shas = new Set(found.map(({ sealed }) => sealed.sha256))
  return {
    judged,
    files: found.map(({ why, sealed }) => ({ why, sealed: disguised(sealed, traces) })),
    named: deliveries.filter(({ source_name }) => traces.find([source_name]).length > 0),
    told: (await actionsUntil(station.ledger.db))
      .filter(({ reason }) => traces.find([reason]).length > 0)
      .map(({ id }) => id),
    lying: deliveries.filter(({ sha256, gone_at }) => gone_at === null && shas.has(sha256)),
  }
}

async function filesOf({ ledger: { db } }: Station): Promise<readonly File[]> {
  const files = await db.selectFrom('file').selectAll().orderBy('sha256').execute()
  const assignments = await allAssignments(db)
  const submissions = await db.selectFrom('submission').selectAll().execute()
  return files.map(({ sha256, first_received_at: receivedAt }) => ({
    sha256,
    receivedAt,
    assignments: assignments.filter((one) => one.sha256 === sha256),
    submissions: submissions.filter((one) => one.sha256 === sha256),
  }))
}

function parsedOf({ site }: Station, files: readonly File[]): Promise<readonly Parsed[]> {
  const named = files.flatMap(({ submissions }) => submissions)
  return inParallel(named, 8, ({ parsed_name }) => readParsed(site.parsed, parsed_name))
}

async function keptOf(
  { vault }: Station,
  files: readonly File[],
): Promise<ReadonlyMap<string, SealedReading>> {
  const kept = new Map<string, SealedReading>()
  for (const { sha256 } of files) {
    const sealed = await readingsKept(vault, sha256)
    if (sealed !== null) kept.set(sha256, sealed)
  }
  return kept
}

function surrogatesIn({ readings }: SealedReading): readonly string[] {
  return readings.flatMap(({ reading }) =>
    reading.sheets.flatMap(({ rows }) =>
      rows.flatMap(({ identifiers }) => identifiers.filter(isSurrogate)),
    ),
  )
}

async function inForceOf({ site }: Station): Promise<ReadonlySet<string>> {
  const engine = await openCurrent(site.warehouse)
  try {
    const rows = await warehouse(engine).selectFrom('in_force').select('submission_id').execute()
    return new Set(rows.map(({ submission_id }) => submission_id))
  } finally {
    engine.close()
  }
}

function shaWithRows(parsed: readonly Parsed[], due: readonly Due[]): readonly string[] {
  const ids = new Set<string>(due.flatMap((person) => [...person.ids]))
  return parsed
    .filter(({ rows }) => rows.some((row) => row.ids.some((id) => ids.has(id))))
    .map(({ header }) => header.sha256)
}

/** All readings of a file as it lies in the vault, by its own words and by each assignment. */
async function sealedNow(station: Station, readers: Readers, file: File): Promise<SealedReading> {
  const { sha256, receivedAt, assignments } = file
  const bytes = await station.vault.get(sha256)
  const readings = []
  for (const assignment of [null, ...assignments]) {
    const reading = await masked({ sha256, receivedAt, assignment }, bytes, { readers })
    readings.push({ assignment: assignment?.id ?? null, reading })
  }
  return { kind: 'sealed-reading', layout: 1, sha256, readings }
}

async function lookInto(
  station: Station,
  readers: Readers,
  file: File,
  traces: Traces,
  kept: SealedReading | undefined,
): Promise<Why | null> {
  const needles = needlesFor(traces, communesOf(file))
  if (kept !== undefined) {
    return finderOf(traces.needles)([JSON.stringify(kept)]).length === 0 ? null : 'named'
  }
  const found = await readers.search({ bytes: await station.vault.get(file.sha256), needles })
  if (found === null) return 'unreadable'
  if (found.length === 0) return null
  const { readings } = await sealedNow(station, readers, file)
  const named = found.flatMap((at) => needles[at] ?? [])
  return readings.every(({ reading }) => explains(reading, named)) ? null : 'named'
}

/** The communes whose reports a file holds; null when that is not known of all. */
function communesOf({ submissions }: File): ReadonlySet<string> | null {
  const codes = submissions.map(({ reporter_id }) => /^police:(\d+)$/.exec(reporter_id ?? '')?.[1])
  if (codes.length === 0 || codes.includes(undefined)) return null
  return new Set(codes.filter((code) => code !== undefined))
}

/**
 * True when each name that was found is that of others: the file was accepted to its last row, so that no row is hidden, and every such
 * name stands in the row of a namesake and in no other text.
 */
function explains({ outcome, sheets, problems }: Reading, named: readonly Needle[]): boolean {
  if (outcome !== 'accepted' || problems.some(({ code }) => code === 'no-known-form')) return false
  const rows = sheets.flatMap((sheet) => sheet.rows)
  return named.every((needle) => {
    const own = rows.some(({ values, identifiers }) =>
      [values['full_name'], values['case_file_no']].some(
        (value) =>
          identifiers.length > 0 && typeof value === 'string' && fold(value) === fold(needle.text),
      ),
    )
    const texts = rows.flatMap(({ values: { full_name, case_file_no, ...rest } }) =>
      Object.values(rest).map(String),
    )
    return own && needle.kind === 'words' && finderOf([needle])(texts).length === 0
  })
}

function disguised({ readings, ...file }: SealedReading, traces: Traces): SealedReading {
  return {
    ...file,
    readings: readings.map(({ assignment, reading }) => ({
      assignment,
      reading: depersonalised(reading, traces),
    })),
  }
}
