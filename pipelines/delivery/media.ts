import { createHash } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { dayOf } from '#sources/vocabulary/date.ts'
import { type Disk, writeDurably } from '../files.ts'
import { type Channel, DeliveryError, type Letter } from './channel.ts'
import { mailOf } from './mail.ts'
import type { FolderSettings } from './settings.ts'

const MANIFEST = 'SHA256SUMS'

/**
 * Letters as `.eml` files in a folder on a medium, which somebody carries to a machine with mail.
 *
 * Each is written whole or not at all, then entered in `SHA256SUMS`, by which the other end checks (`sha256sum -c`) that nothing was lost
 * on the way. One that is entered is never written again, even when its file was taken off the medium. The folder is never made: where it
 * is missing the medium is not plugged in, and the letters wait.
 */
export function media({ from, path }: FolderSettings): Channel {
  const manifest = join(path, MANIFEST)
  return Object.freeze({
    route: () => 'folder',
    async send(letter: Letter) {
      await requireFolder(path)
      const name = nameOf(letter)
      const entered = await readManifest(manifest)
      if (entered.some((line) => line.endsWith(`  ${name}`))) return `${name} was there already`
      const bytes = await bytesOf(letter, from)
      await writeDurably(join(path, name), bytes, { mode: 0o644, disk: onMedium })
      const line = `${createHash('sha256').update(bytes).digest('hex')}  ${name}`
      await writeDurably(manifest, `${[...entered, line].join('\n')}\n`, {
        mode: 0o644,
        disk: onMedium,
      })
      return `written as ${name}`
    },
  })
}

/** `2026-09-21-3f9c….eml`. */
function nameOf({ at, id }: Letter): string {
  return `${dayOf(at)}-${id.slice(0, 16)}.eml`
}

/** A medium that is pulled out meanwhile leaves no folder of its name on this machine's own disk. */
const onMedium: Disk = { ...fs, mkdir: (async () => undefined) as Disk['mkdir'] }

async function requireFolder(path: string): Promise<void> {
  const status = await fs.stat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return null
    throw cause
  })
  if (status?.isDirectory()) return
  throw new DeliveryError('absent', `${path} is not there; plug the medium in, or make the folder`)
}

async function readManifest(path: string): Promise<readonly string[]> {
  const text = await fs.readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return ''
    throw cause
  })
  return text.split('\n').filter((line) => line !== '')
}

/** The bytes that would go over the line to a mail server. */
async function bytesOf(letter: Letter, from: string): Promise<Buffer> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await composer.sendMail(mailOf(letter, from))
  return message as Buffer
}
