import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { DRAWING_VERSION, drawings } from '#dashboards/render/drawings.ts'
import { writeDurably } from '../files.ts'
import { sha256Of } from '../vault/vault.ts'
import { codeVersion } from '../version.ts'

const VERSION = `${codeVersion} ${DRAWING_VERSION}`

/** `[version, SHA-256 of the pictures' text, that text]`, zipped. */
const fileSchema = z.tuple([z.literal(VERSION), z.string(), z.string()])
const picturesSchema = z.array(z.tuple([z.string(), z.string()]))

/** Remembers the pictures that the last publication left; a file that is missing, damaged or of another version teaches nothing. */
export async function recallDrawings(path: string): Promise<void> {
  drawings.recall(await read(path).catch(() => []))
}

/** Keeps the pictures of this publication for the next one. */
export async function keepDrawings(path: string): Promise<void> {
  const text = JSON.stringify([...drawings.harvest()].sort())
  const file = JSON.stringify([VERSION, sha256Of(text), text])
  await writeDurably(path, await promisify(gzip)(file, { level: 1 }))
}

async function read(path: string): Promise<z.infer<typeof picturesSchema>> {
  const bytes = await promisify(gunzip)(await readFile(path))
  const [, sha256, text] = fileSchema.parse(JSON.parse(bytes.toString('utf8')))
  if (sha256Of(text) !== sha256) throw new TypeError(`${path} is not as it was written`)
  return picturesSchema.parse(JSON.parse(text))
}
