import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Mapping } from '#sources/connectors/index.ts'

/** A sender who lays files into a folder; they came a minute ago, so that none seems to be growing. */
export function fileSender(folder: string) {
  let minutesAgo = 60
  return {
    async put(name: string, content: string | Uint8Array) {
      const path = join(folder, name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, content)
      minutesAgo -= 1
      const at = new Date(Date.now() - Math.max(minutesAgo, 1) * 60_000)
      await utimes(path, at, at)
    },
    remove: (name: string) => rm(join(folder, name)),
  }
}

/** Tables and exports of the tests: who, when, a name. */
export const nameMapping: Mapping = {
  form: 'returnee-register',
  version: 1,
  reporter: { column: 'don_vi' },
  window: { column: 'ky' },
  revision: { fixed: '1' },
  columns: { ho_ten: { field: 'full_name' } },
}

/** What {@link nameMapping} makes of one row. */
export function nameDocument(name: string, content: string): string {
  const [window, reporter] = name.split('/')
  const who = `"reporter":"${reporter}","window":"${window}"`
  const head = `{"form":"returnee-register","version":1,${who},"revision":1,"nil":"khong"}`
  return `${head}\n{"full_name":${content === '' ? 'null' : JSON.stringify(content)}}\n`
}

/** The row of that delivery: reporter, window. */
export function rowOf(name: string): readonly [reporter: string, window: string] {
  const [window = '', reporter = ''] = name.split('/')
  return [reporter, window]
}

/** An export with one row. */
export function exportOf(name: string, content: string): string {
  const cells = [...rowOf(name), content].map((cell) => `"${cell.replaceAll('"', '""')}"`)
  return `don_vi,ky,ho_ten\r\n${cells.join(',')}\r\n`
}

/** Pauses of no length. */
export const hasty = { sleep: async () => {} }
