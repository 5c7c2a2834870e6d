import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Mutation } from './program.ts'

/** A fault that is planted in the product, to show that a scenario goes red without what it guards. */
export interface Planted extends Mutation {
  /** What is left out. */
  readonly breaks: string
}

/** By name, so that a scenario says which it must notice. */
export const planted = {
  earlyAcknowledgement: {
    breaks: 'the sender is told before the bytes are in the vault',
    file: 'pipelines/steps/take-in.ts',
    from: '  const { sha256 } = await vault.put(bytes)\n',
    to: '  await connector.acknowledge?.(delivery)\n  const sha256 = sha256Of(bytes)\n  setTimeout(() => vault.put(bytes), 500)\n',
  },
  noEndLine: {
    breaks: 'the last line of a parsed file is not compared with the lines before it',
    file: 'pipelines/vault/parsed.ts',
    from: '    if (sha256 !== sha256Of(body) || count !== rest.length - 1) {\n',
    to: '    if (sha256 === count) {\n',
  },
  pointerFirst: {
    breaks: 'the pointer is moved before the generation is in its place',
    file: 'pipelines/warehouse/generation.ts',
    from: '  await disk.rename(file, join(warehouse, name))\n',
    to: "  await writeDurably(join(warehouse, 'CURRENT'), name, { disk })\n  await disk.rename(file, join(warehouse, name))\n",
  },
  pagesInPlace: {
    breaks: 'pages are written over the old ones',
    file: 'pipelines/publish/folder.ts',
    from: 'target}.new`',
    to: 'target}`',
  },
  noLease: {
    breaks: 'whoever comes second writes, too',
    file: 'pipelines/ledger/sqlite.ts',
    from: "    database.exec('BEGIN EXCLUSIVE')\n",
    to: '',
  },
  noStrayLog: {
    breaks: 'a log beside a finished generation is opened with it',
    file: 'pipelines/warehouse/engine.ts',
    from: 'if (await fileExists(`',
    to: "if (path === '' && await fileExists(`",
  },
  noSha: {
    breaks: 'bytes of the vault are not compared with their name',
    file: 'pipelines/vault/vault.ts',
    from: '      if (sha256Of(bytes) === sha256) return bytes\n',
    to: '      if (bytes.length >= 0) return bytes\n',
  },
  anyKey: {
    breaks: 'a vault is written with whatever key is at hand',
    file: 'pipelines/vault/vault.ts',
    from: '  if (recipient === key.recipient || recipient === next?.recipient) return\n',
    to: '  if (recipient.length > 0) return\n',
  },
  noVerify: {
    breaks: 'rows of a generation are not counted against the ledger',
    file: 'pipelines/warehouse/make-generation.ts',
    from: '    const { rows, values } = await verify(engine)\n',
    to: '    const { rows, values } = await verify(engine).catch(() => ({ rows: 0, values: 0 }))\n',
  },
  swallowedSync: {
    breaks: 'a sync that failed is taken for done',
    file: 'pipelines/files.ts',
    from: '      await file.sync()\n',
    to: '      await file.sync().catch(() => {})\n',
  },
} as const satisfies Record<string, Planted>

/** The text of the product with a fault planted; throws when `from` does not occur exactly once. */
export async function textWith({ file, from, to }: Mutation): Promise<string> {
  const text = await readFile(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), 'utf8')
  const found = text.split(from).length - 1
  if (found !== 1) throw new RangeError(`${file} holds ${found} times, not once: ${from}`)
  return text.replace(from, () => to)
}
