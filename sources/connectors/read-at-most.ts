import type { FileHandle } from 'node:fs/promises'

/** The first `most` bytes of an open file; a file of any size takes no more memory than that. */
export async function readAtMost(file: FileHandle, most: number): Promise<Uint8Array> {
  const { size } = await file.stat()
  const buffer = new Uint8Array(Math.min(size, most))
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return buffer.subarray(0, length)
}
