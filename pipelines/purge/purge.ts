import { randomUUID } from 'node:crypto'
import { link, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import { destroyFile, makeFolder } from '../files.ts'
import { auditOnce } from '../ledger/audit.ts'
import { hideNames } from '../ledger/deliveries.ts'
import { instantOf } from '../ledger/schema.ts'
import { withReaders } from '../readers/with-readers.ts'
import { build, read } from '../run.ts'
import type { Station } from '../station.ts'
import { answerAnew } from '../steps/answer-anew.ts'
import { type Baseline, baseline, OtherResultError } from '../steps/baseline.ts'
import { measureAsKnown } from '../steps/measure.ts'
import type { AnswerFailure } from '../steps/tell.ts'
import { parsedPath } from '../vault/parsed.ts'
import { asStaged } from '../vault/replacements.ts'
import { bytesOf, readingsKept } from '../vault/sealed-reading.ts'
import { currentFile, generationFiles } from '../warehouse/generation.ts'
import { prove } from '../warehouse/proof.ts'
import { endJournal, type Journal, writeJournal } from './journal.ts'
import { type Plan, planOf, type Until } from './plan.ts'

export interface By {
  readonly actor: string
  readonly reason: string
}

/** Who is due and what would go, as of a new build: who came back since the last one is not due. */
export async function planned(
  station: Station,
  until: Until,
): Promise<{ readonly plan: Plan; readonly before: Baseline | null }> {
  await rm(station.site.purge, { recursive: true, force: true })
  const before = await baseline(station, 'now')
  const plan = await withReaders(station.setup, readersOf(station), (readers) =>
    planOf(station, readers, until),
  )
  return { plan, before }
}

/**
 * Destroys the originals of all files that may tell of the people whose time is over, and keeps their readings without them.
 *
 *     stage readings ─▶ prove: the same figures from them ─▶ journal ─▶ adopt, destroy originals ─▶ read, build, clear, publish ─▶ audit
 *
 * Until the journal is written nothing has changed, and what was staged is thrown away by the next look; from then on it only goes
 * forward: killed anywhere, {@link finish} does the rest.
 */
export async function purge(
  station: Station,
  { cutOff }: Until,
  { plan, before }: { readonly plan: Plan; readonly before: Baseline },
  by: By,
): Promise<readonly AnswerFailure[]> {
  await stage(station, plan)
  await requireSameFigures(station, plan, before)
  const journal: Journal = {
    id: randomUUID(),
    at: instantOf(station.clock()),
    ...by,
    cutOff,
    persons: plan.judged.due.length,
    files: plan.files.map(({ sealed }) => sealed.sha256),
    deliveries: plan.named.map(({ id }) => id),
    businessDate: before.asKnown.businessDate,
    knownUntil: instantOf(before.asKnown.knownUntil),
    resultHash: before.resultHash,
  }
  await writeJournal(station.site.purge, journal)
  return finish(station, journal)
}

async function stage({ vault, progress }: Station, { files }: Plan): Promise<void> {
  await vault.sweep()
  progress.start('sealing readings', files.length)
  for (const { sealed } of files) {
    await vault.replacements.stage(sealed.sha256, bytesOf(sealed))
    await readingsKept(asStaged(vault), sealed.sha256)
    progress.advance()
  }
  progress.stop()
}

/** Reads and builds from what is staged, in a folder and a generation of their own. */
async function requireSameFigures(station: Station, plan: Plan, before: Baseline): Promise<void> {
  const { site, vault } = station
  const parsed = join(site.purge, 'parsed')
  await rm(parsed, { recursive: true, force: true })
  await linkOthers(site.parsed, parsed, new Set(plan.files.map(({ sealed }) => sealed.sha256)))
  const aside = { ...station, site: { ...site, parsed }, vault: asStaged(vault) }
  const { failures } = await read(aside)
  const file = await measureAsKnown(aside, 'purge', before.asKnown)
  const { resultHash } = await prove(file).finally(() => rm(file, { force: true }))
  await rm(parsed, { recursive: true, force: true })
  if (failures.length === 0 && resultHash === before.resultHash) return
  await vault.sweep()
  throw new OtherResultError(
    `nothing is purged: the result hash would become ${resultHash}, it is ${before.resultHash}`,
  )
}

/** The parsed files of all other files, under a second name. */
async function linkOthers(from: string, to: string, files: ReadonlySet<string>): Promise<void> {
  await makeFolder(to)
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  for (const { name, parentPath } of entries.filter((entry) => entry.isFile())) {
    if (files.has(name.slice(0, 64))) continue
    const path = parsedPath(to, name)
    await makeFolder(join(to, name.slice(0, 2)))
    await link(join(parentPath, name), path)
  }
}

/** Does what is left of a purge that has begun to destroy. Gives the answers that could not be taken back: they still quote what is gone. */
export async function finish(
  station: Station,
  journal: Journal,
): Promise<readonly AnswerFailure[]> {
  const { ledger, site, vault, progress } = station
  progress.start('destroying originals', journal.files.length)
  for (const sha256 of journal.files) {
    await vault.replacements.adopt(sha256)
    progress.advance()
  }
  progress.stop()
  await destroyParsed(station, journal)
  await rebuild(station, journal)
  const left = await withReaders(station.setup, readersOf(station), (readers) =>
    answerAnew({ ...station, readers }, journal.files, journal.deliveries),
  )
  await hideNames(ledger.db, journal.deliveries)
  await destroyGenerations(site.warehouse)
  await clearLedger(station, journal)
  const { publish } = await import('../steps/publish.ts')
  await publish(station)
  await auditOnce(ledger.db, {
    at: station.clock(),
    actor: journal.actor,
    action: 'purge',
    object: objectOf(journal),
  })
  await endJournal(site.purge)
  await rm(site.purge, { recursive: true, force: true })
  return left
}

function objectOf({ id, persons, files, cutOff, reason }: Journal): string {
  return JSON.stringify({ id, persons, files: files.length, before: cutOff, reason })
}

/** They hold the old pseudonyms; their like is read again from what was kept. */
async function destroyParsed({ ledger, site }: Station, { files }: Journal): Promise<void> {
  const named = await ledger.db
    .selectFrom('submission')
    .select('parsed_name')
    .where('sha256', 'in', files)
    .execute()
  for (const { parsed_name } of named) await destroyFile(parsedPath(site.parsed, parsed_name))
}

async function rebuild(station: Station, journal: Journal): Promise<void> {
  const { businessDate, knownUntil, resultHash: before } = journal
  await read(station)
  const asKnown = { businessDate, knownUntil: new Date(knownUntil) }
  const { resultHash } = await build(station, { asKnown })
  if (resultHash === before) return
  throw new OtherResultError(
    `the result hash is ${resultHash} after the purge and was ${before} before; the program is another than the one that began it: finish with that one`,
  )
}

/** Every generation but the current one: they know the people by their old pseudonyms. */
async function destroyGenerations(warehouse: string): Promise<void> {
  const current = basename(await currentFile(warehouse))
  for (const name of await generationFiles(warehouse)) {
    if (name === current) continue
    await destroyFile(join(warehouse, name))
    await destroyFile(join(warehouse, `${name}.wal`))
  }
}

/** Free pages and the log may still hold names of files that told of a person; nothing else of the ledger does. */
async function clearLedger({ ledger: { db } }: Station, { deliveries }: Journal): Promise<void> {
  if (deliveries.length === 0) return
  await sql`pragma secure_delete = on`.execute(db)
  await sql`vacuum`.execute(db)
  await sql`pragma wal_checkpoint(TRUNCATE)`.execute(db)
}

function readersOf({ readers: size, log }: Station) {
  return { size, log }
}
