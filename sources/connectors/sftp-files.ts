import { posix } from 'node:path'
import { Writable } from 'node:stream'
import { LIMITS } from '../readers/limits.ts'
import { type Answer, answerName, type Delivery } from './connector.ts'
import type { SftpLine } from './sftp-line.ts'

/** Bytes that are asked for at a time. */
const CHUNK = 131_072

/** The whole path of a folder on the server. */
export async function rootOf(line: SftpLine, folder: string): Promise<string> {
  const root = await line.answered('a path', () => line.client.realPath(folder))
  if (root === '') throw new Error(`${folder} is not there`)
  return root
}

/** The bytes of a file, of a large one no more than needed; a slow line may take its time, as long as something comes. */
export async function bytesOf(line: SftpLine, path: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  const readStreamOptions = { start: 0, end: LIMITS.fileBytes, highWaterMark: CHUNK }
  await line.answered('a piece of a file', (more) => {
    const target = new Writable({
      write(piece: Buffer, _, done) {
        pieces.push(piece)
        more()
        done()
      },
    })
    return line.client.get(path, target, { readStreamOptions })
  })
  return new Uint8Array(Buffer.concat(pieces))
}

/** Lays answers whole or not at all: beside their place first. Servers without OpenSSH's renaming do not replace. */
export async function layInto(
  line: SftpLine,
  target: string,
  { delivery, answers }: { readonly delivery: Delivery; readonly answers: readonly Answer[] },
): Promise<void> {
  const { client } = line
  for (const answer of answers) {
    const final = posix.join(target, answerName(delivery, answer))
    if (!final.startsWith(`${target}/`)) return
    const temporary = `${final}.tmp`
    await line.answered('a new folder', () => client.mkdir(posix.dirname(final), true))
    if (!(await liesBelow(line, target, final))) throw new Error('its folder leads elsewhere')
    await line.answered('removing', () => client.delete(temporary, true))
    await line.answered('writing', () => client.put(Buffer.from(answer.bytes), temporary))
    await line.answered('renaming', () =>
      client.posixRename(temporary, final).catch(async (cause: unknown) => {
        if (line.isDown()) throw cause
        await client.delete(final, true)
        await client.rename(temporary, final)
      }),
    )
  }
}

/** Removes answers by their own names; those that are not there are none. */
export async function removeFrom(
  line: SftpLine,
  target: string,
  { delivery, answers }: { readonly delivery: Delivery; readonly answers: readonly string[] },
): Promise<void> {
  for (const name of answers) {
    const path = posix.join(target, answerName(delivery, { name }))
    if (!path.startsWith(`${target}/`) || !(await liesBelow(line, target, path))) continue
    await line.answered('removing', () => line.client.delete(path, true))
  }
}

/** Senders may write where answers lie: a link among the folders on the way is not followed. */
async function liesBelow(
  { client, answered }: SftpLine,
  target: string,
  path: string,
): Promise<boolean> {
  const seen = (folder: string) => answered('a path', () => client.realPath(folder))
  const [base, parent] = [await seen(target), await seen(posix.dirname(path))]
  return parent !== '' && parent === posix.join(base, posix.relative(target, posix.dirname(path)))
}
