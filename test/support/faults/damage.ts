import { copyFile, cp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Site } from '#pipelines/site.ts'
import { readParsed, writeParsed } from '#pipelines/vault/parsed.ts'
import { sha256Of } from '#pipelines/vault/vault.ts'
import { openForWriting } from '#pipelines/warehouse/engine.ts'
import { currentFile, openCurrent } from '#pipelines/warehouse/generation.ts'

/** One way in which what lies on disk goes bad, what is said of it, and what mends it. */
export interface Damage {
  readonly what: string
  /** Does it to a finished site; gives the path of what was damaged. */
  harm(site: Site): Promise<string>
  /** The verb that must refuse, naming the file, and what it advises; null when no verb needs to. */
  readonly refused: readonly [verb: readonly string[], advice: RegExp] | null
  /** False when the refusal names another thing than the file, such as the submission in it. */
  readonly names?: false
  /** What doctor says; null when nothing is wrong in its eyes. */
  readonly doctor: RegExp | null
  /** Verbs after which all is as before. */
  readonly mended: readonly (readonly string[])[]
  /** Puts back by hand what the advice asks to be put back, before the verbs. */
  byHand?(site: Site, path: string): Promise<void>
}

type Spoil = (path: string) => Promise<void>

const spoilers: Readonly<Record<'truncated' | 'emptied' | 'flipped' | 'deleted', Spoil>> = {
  truncated: async (path) => truncate(path, Math.floor((await readFile(path)).length / 2)),
  emptied: (path) => truncate(path, 0),
  flipped: async (path) => flip(path, Math.floor((await readFile(path)).length / 2)),
  deleted: (path) => rm(path),
}

const kinds = Object.keys(spoilers) as (keyof typeof spoilers)[]

export const damages: readonly Damage[] = [
  ...kinds.map(
    (kind): Damage => ({
      what: `a file of the vault is ${kind}`,
      harm: (site) => spoiled(firstOfVault(site), spoilers[kind]),
      refused: null,
      doctor: /✗ vault .*\.age .*\n.*restore/,
      mended: [['run']],
      byHand: kind === 'deleted' ? async () => {} : deliverAgain,
    }),
  ),
  {
    what: 'a file of the vault holds the bytes of another',
    async harm(site) {
      const [path = '', other = ''] = await below(site.vault, '.age')
      await rm(path)
      await copyFile(other, path)
      return path
    },
    refused: [['doctor', '--full'], /holds other bytes than its name says/],
    doctor: /✗ vault .*holds other bytes than its name says/,
    mended: [['run']],
    byHand: deliverAgain,
  },
  ...kinds.map(
    (kind): Damage => ({
      what: `a parsed file is ${kind}`,
      harm: (site) => spoiled(firstParsed(site), spoilers[kind]),
      refused: null,
      doctor: /✗ parsed files [\s\S]*hoanhap (run|rebuild)/,
      mended: [['run']],
    }),
  ),
  {
    what: 'a figure in a parsed file is another, well packed',
    async harm(site) {
      const path = await firstParsed(site)
      const text = gunzipSync(await readFile(path)).toString()
      const rows = text.indexOf('\n')
      const other = text.slice(rows).replaceAll(/"release_basis":"\w+"/g, '"release_basis":null')
      if (text.endsWith(other)) throw new Error('nothing changed')
      await writeFile(path, gzipSync(text.slice(0, rows) + other))
      return path
    },
    refused: null,
    doctor: /✗ parsed files [\s\S]*hoanhap (run|rebuild)/,
    mended: [['run']],
  },
  {
    what: 'a parsed file has one row less, well written',
    async harm(site) {
      const path = await firstParsed(site)
      const { header, rows } = await readParsed(site.parsed, path.slice(path.lastIndexOf('/') + 1))
      return join(dirname(path), await writeParsed(site.parsed, { header, rows: rows.slice(1) }))
    },
    refused: [
      ['build'],
      /has \d+ rows in the generation, the ledger says \d+[\s\S]*hoanhap doctor/,
    ],
    names: false,
    doctor: null,
    mended: [['rebuild']],
  },
  ...kinds.map(
    (kind): Damage => ({
      what: `the generation is ${kind}`,
      harm: (site) => spoiled(currentFile(site.warehouse), spoilers[kind]),
      refused:
        kind === 'flipped'
          ? null
          : [['dump', '--hash'], /see what mends it: hoanhap doctor|make one: hoanhap run/],
      doctor: kind === 'flipped' ? null : /✗ generation .*\n[\s\S]*hoanhap run/,
      mended: [['run']],
      byHand: (_, path) => rm(path, { force: true }),
    }),
  ),
  ...(['emptied', 'deleted'] as const).map(
    (kind): Damage => ({
      what: `the pointer to the generation is ${kind}`,
      async harm(site) {
        await spoilers[kind](join(site.warehouse, 'CURRENT'))
        return site.warehouse
      },
      refused: [['dump', '--hash'], /holds no current generation; make one: hoanhap run/],
      doctor: /✗ generation [\s\S]*hoanhap (run|rebuild)/,
      mended: [['rebuild']],
    }),
  ),
  {
    what: 'a log of other rows lies beside the generation',
    async harm(site) {
      const file = await currentFile(site.warehouse)
      await layLog(file, `${file}.wal`)
      return `${file}.wal`
    },
    refused: [
      ['dump', '--hash'],
      /lies beside a finished generation.*move it away, then: hoanhap rebuild/,
    ],
    doctor: /✗ stray logs .*\.wal lies beside a finished generation/,
    mended: [['rebuild']],
    byHand: (_, path) => rm(path),
  },
  {
    what: 'logs of other rows lie under the names of the next generation',
    async harm(site) {
      const file = await currentFile(site.warehouse)
      const next = file.replace(/\d{6}/, (n) => String(Number(n) + 1).padStart(6, '0'))
      await layLog(file, `${next}.wal`)
      await copyFile(`${next}.wal`, `${next}.draft.wal`)
      return next
    },
    refused: null,
    doctor: /✗ left-overs [\s\S]*hoanhap run/,
    mended: [['run']],
  },
  ...(['truncated', 'emptied', 'garbled'] as const).map(
    (kind): Damage => ({
      what: `the ledger is ${kind}`,
      async harm({ ledger }) {
        await copyFile(ledger, `${ledger}.copy`)
        if (kind === 'garbled') await writeFile(ledger, 'x'.repeat(10_000))
        else await spoilers[kind](ledger)
        for (const beside of ['-wal', '-shm']) await rm(`${ledger}${beside}`, { force: true })
        return ledger
      },
      refused: [['run'], /restore it from its copy/],
      doctor: /✗ ledger [\s\S]*restore/,
      mended: [['run']],
      byHand: restoreLedger,
    }),
  ),
  {
    what: 'every tenth page of the ledger is gone',
    async harm({ ledger }) {
      await copyFile(ledger, `${ledger}.copy`)
      const file = await open(ledger, 'r+')
      const pages = (await file.stat()).size / 4096
      for (let page = 1; page < pages; page += 10)
        await file.write(Buffer.alloc(4096), 0, 4096, page * 4096)
      await file.close()
      return ledger
    },
    refused: [['run'], /ledger\.sqlite is damaged \(.*\); restore it from its copy/],
    doctor: /✗ ledger [\s\S]*restore/,
    mended: [['run']],
    byHand: restoreLedger,
  },
  {
    what: 'the key of another vault is in place',
    async harm(site) {
      const path = join(site.keys, 'vault.agekey')
      await cp(path, `${path}.copy`)
      const { generateX25519Identity } = await import('age-encryption')
      await writeFile(path, `${await generateX25519Identity()}\n`)
      return site.vault
    },
    refused: [['run'], /was begun with the key .*; put the right vault\.agekey in place/],
    doctor: /✗ vault .*put the right vault\.agekey in place/,
    mended: [['run']],
    byHand: ({ keys }) => cp(join(keys, 'vault.agekey.copy'), join(keys, 'vault.agekey')),
  },
]

/** Turns one byte over. */
export async function flip(path: string, at: number): Promise<void> {
  const bytes = await readFile(path)
  bytes[at] = (bytes[at] ?? 0) ^ 0x55
  await rm(path)
  await writeFile(path, bytes)
}

async function spoiled(path: Promise<string>, spoil: Spoil): Promise<string> {
  await spoil(await path)
  return path
}

async function firstOfVault(site: Site): Promise<string> {
  return (await below(site.vault, '.age'))[0] as string
}

/** That of the first register in force which has rows: all of them count. */
async function firstParsed(site: Site): Promise<string> {
  const engine = await openCurrent(site.warehouse)
  const [first] = await engine.rows('select min(submission_id) as id from now_returnee_register')
  engine.close()
  const [sha256, form] = String(first?.['id']).split('/')
  return (await below(site.parsed, '.ndjson.gz')).find((path) =>
    basename(path).startsWith(`${sha256}.${form}-`),
  ) as string
}

async function below(folder: string, ending: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true })
  return names
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => join(folder, name))
}

/** The sender sends the file again, under another name. */
async function deliverAgain(site: Site, path: string): Promise<void> {
  const lying = await readdir(site.inbox, { withFileTypes: true })
  for (const { name } of lying.filter((entry) => entry.isFile())) {
    const bytes = await readFile(join(site.inbox, name))
    if (!path.includes(sha256Of(bytes))) continue
    await cp(join(site.inbox, name), join(site.inbox, `lại ${name}`), { preserveTimestamps: true })
    return
  }
  throw new RangeError(`nobody has sent ${path}`)
}

async function restoreLedger({ ledger }: Site): Promise<void> {
  for (const beside of ['-wal', '-shm']) await rm(`${ledger}${beside}`, { force: true })
  await copyFile(`${ledger}.copy`, ledger)
}

/** A log with rows that were written to a copy of a generation and never checkpointed. */
async function layLog(generation: string, path: string): Promise<void> {
  const other = `${generation}.other`
  await copyFile(generation, other)
  const engine = await openForWriting(other)
  await engine.rows('update value set numerator = numerator + 1000')
  await copyFile(`${other}.wal`, path)
  engine.close()
  for (const beside of ['', '.wal']) await rm(`${other}${beside}`, { force: true })
}
