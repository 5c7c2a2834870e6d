import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { fileExists, writeDurably } from '../files.ts'
import { type Parsed, parsedEnd, parsedHeader, parsedName, parsedRow } from './parsed-lines.ts'
import { sha256Of } from './vault.ts'

export type { Parsed, ParsedHeader, ParsedIdentity, ParsedRow } from './parsed-lines.ts'
export { parsedName } from './parsed-lines.ts'

/** A parsed file that is missing or not what was written; it can always be made again from the vault. */
export class ParsedError extends Error {
  override readonly name = 'ParsedError'
  readonly path: string

  constructor(path: string, found: string, options?: ErrorOptions) {
    super(`${path} ${found}; read it again from the vault: hoanhap rebuild`, options)
    this.path = path
  }
}

/** Where a parsed file lies: in the folder of the first two digits of its SHA-256. */
export function parsedPath(folder: string, name: string): string {
  return join(folder, name.slice(0, 2), name)
}

/** Writes one submission durably, the same bytes each time; gives the file's name. */
export async function writeParsed(folder: string, { header, rows }: Parsed): Promise<string> {
  const name = parsedName(header)
  await writeDurably(parsedPath(folder, name), await pack(linesOf({ header, rows })))
  return name
}

/** Reads one submission back; throws a {@link ParsedError} when anything was cut off, changed or is missing. */
export async function readParsed(folder: string, name: string): Promise<Parsed> {
  const path = parsedPath(folder, name)
  const bytes = await unpack(path)
  const end = bytes.lastIndexOf('\n', bytes.length - 2) + 1
  const body = bytes.subarray(0, end)
  try {
    const { rows: count, sha256 } = parsedEnd.parse(JSON.parse(bytes.toString('utf8', end)))
    const [first = '', ...rest] = body.toString('utf8').split('\n')
    if (sha256 !== sha256Of(body) || count !== rest.length - 1) {
      throw new TypeError('the last line disagrees with the lines before it')
    }
    const header = parsedHeader.parse(JSON.parse(first))
    if (parsedName(header) !== name) throw new TypeError('the first line names another file')
    return { header, rows: rest.slice(0, -1).map((line) => parsedRow(JSON.parse(line))) }
  } catch (cause) {
    throw new ParsedError(path, 'is not as it was written', { cause })
  }
}

export function hasParsed(folder: string, name: string): Promise<boolean> {
  return fileExists(parsedPath(folder, name))
}

/** Removes the parsed files that none of the given names keeps (older versions); gives their number. */
export async function pruneParsed(folder: string, keep: ReadonlySet<string>): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const stale = entries.filter((entry) => entry.isFile() && !keep.has(entry.name))
  for (const entry of stale) await rm(join(entry.parentPath, entry.name), { force: true })
  return stale.length
}

function linesOf({ header, rows }: Parsed): string {
  const body = [header, ...rows].map((line) => `${JSON.stringify(line)}\n`).join('')
  const end = { kind: 'end', rows: rows.length, sha256: sha256Of(body) }
  return `${body}${JSON.stringify(end)}\n`
}

/** zlib writes no time into the header, so that equal lines are equal bytes. */
function pack(text: string): Promise<Buffer> {
  return promisify(gzip)(text)
}

async function unpack(path: string): Promise<Buffer> {
  const packed = await readFile(path).catch((cause: unknown) => {
    throw new ParsedError(path, 'cannot be read', { cause })
  })
  return promisify(gunzip)(packed).catch((cause: unknown) => {
    throw new ParsedError(path, 'is not as it was written', { cause })
  })
}
