import { readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { doctor } from '#pipelines/commands/doctor.ts'
import { run } from '#pipelines/commands/jobs.ts'
import { fileExists } from '#pipelines/files.ts'
import { openLedgerReadOnly } from '#pipelines/ledger/open.ts'
import { isHandled } from '#pipelines/mistakes.ts'
import { draftsOf } from '#pipelines/publish/folder.ts'
import type { Site } from '#pipelines/site.ts'
import { openKeys } from '#pipelines/vault/keys.ts'
import { openVault } from '#pipelines/vault/vault.ts'
import { type Prepared, servedHash } from './grounds.ts'
import type { Ended } from './program.ts'

/**
 * What the product promises and did not keep in the moment after a fault, a sentence each: nothing acknowledged is lost, what is served
 * is the old generation or the new one, and the pages are those of one of them, whole.
 */
export async function brokenNow(site: Site, prepared: Prepared): Promise<readonly string[]> {
  const { before, hash, grounds } = prepared
  const broken = [...(await lostFiles(site)), ...(await brokenPages(site, prepared))]
  const served = await servedHash(site, grounds.effects)
  if (served !== before && served !== hash) broken.push(`what is served is ${served}`)
  return broken
}

/** The same after the next undisturbed run: the hash of a run that was never disturbed, its pages, nothing that doctor finds wrong. */
export async function brokenAfterRun(site: Site, prepared: Prepared): Promise<readonly string[]> {
  const { effects } = prepared.grounds
  const failure = await run({ site, effects }).then(
    ({ ok, text }) => (ok ? null : text),
    (cause: Error) => cause.message,
  )
  const broken = failure === null ? [] : [`the next run failed: ${failure}`]
  const served = await servedHash(site, effects)
  if (served !== prepared.hash) broken.push(`the next run ends in ${served}`)
  broken.push(...(await complaints(site, prepared)), ...(await lostFiles(site)))
  broken.push(...(await brokenPages(site, { ...prepared, before: null })))
  return broken
}

/**
 * A program that was made to fail must end with 1 and a sentence that names a file of the site and says what to do. Only pictures that
 * could not be kept for the next time are no failure: they are drawn anew.
 */
export function brokenRefusal(site: Site, { code, err, out }: Ended): readonly string[] {
  const said = `${err}${out}`
  if (code === 0 && said.includes('the pictures were not kept')) return []
  if (code !== 1) return [`it ended with ${code}: ${said}`]
  const names = said.includes(dirname(site.data)) || /✗ .*: /.test(said)
  const says = /free some space|the disk|run again|hoanhap \w+|next look/.test(said)
  return names && says ? [] : [`it does not say which file and what to do: ${said}`]
}

/** What doctor finds wrong. */
export async function complaints(site: Site, { grounds }: Prepared): Promise<readonly string[]> {
  const { text } = await doctor({ site, effects: grounds.effects }, { full: true })
  return text.split('\n').filter((line) => !line.startsWith('✓'))
}

/** Checks a site in all of this, and removes it. */
export async function brokenAtAll(site: Site, prepared: Prepared): Promise<readonly string[]> {
  const now = await brokenNow(site, prepared)
  const after = await brokenAfterRun(site, prepared)
  await rm(dirname(site.data), { recursive: true, force: true })
  return [...now, ...after]
}

/** Whether an error is one that says what to do. */
export function isRefusal(cause: unknown): boolean {
  return cause instanceof Error && isHandled(cause)
}

async function lostFiles(site: Site): Promise<readonly string[]> {
  const ledger = await openLedgerReadOnly(site.ledger)
  try {
    const vault = await openVault(site.vault, (await openKeys(site.keys)).vault)
    const { db } = ledger
    const told = await db
      .selectFrom('delivery')
      .select(['sha256', 'source_name'])
      .where('acked_at', 'is not', null)
      .execute()
    const lost: string[] = []
    for (const { sha256, source_name } of told) {
      const isThere = await vault.get(sha256).then(
        () => true,
        () => false,
      )
      if (!isThere) lost.push(`${source_name} was acknowledged and is lost`)
    }
    return lost
  } finally {
    await ledger.close()
  }
}

/** Pages are served from the folder, or from the old one while there is none. */
async function brokenPages(
  { out }: Site,
  { before, hash }: Pick<Prepared, 'before' | 'hash'>,
): Promise<readonly string[]> {
  const [, old] = draftsOf(out)
  const folders = [out, old]
  const there = await Promise.all(folders.map((folder) => fileExists(join(folder, 'month.html'))))
  const folder = folders[there.indexOf(true)]
  if (folder === undefined) {
    const isBegun = await readdir(out).then(
      () => true,
      () => false,
    )
    return before === null && !isBegun ? [] : ['there are no pages']
  }
  const page = await readFile(join(folder, 'month.html'), 'utf8')
  const known = [hash, ...(before === null ? [] : [before])]
  if (!known.some((one) => page.includes(one))) return ['the page is of no generation']
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const broken: string[] = []
  for (const file of files.filter((one) => one.isFile() && one.name.endsWith('.html'))) {
    const text = await readFile(join(file.parentPath, file.name), 'utf8')
    if (!text.trimEnd().endsWith('</html>')) broken.push(`${file.name} is cut off`)
  }
  return broken
}
