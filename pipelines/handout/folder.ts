import { lstat, realpath } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { ReporterKind } from '#sources/vocabulary/reporter.ts'
import { fold } from '#sources/vocabulary/text.ts'
import { FileError, makeFolder } from '../files.ts'
import type { OwedBook } from './owed.ts'

const FOLDERS: Readonly<Record<ReporterKind, string>> = {
  police: 'cong-an-xa',
  committee: 'ubnd-xa',
  agency: 'so-nganh',
  facility: 'co-so-giam-giu',
}

/**
 * Where a workbook lies below the folder: `cong-an-xa/07210-cong-an-phuong-bac-giang_2026-10.xlsx`.
 *
 * In order of codes, one a reporter and window, and of letters that every disk, mail and archive keeps as they are.
 */
export function pathOf({ reporter, window }: Pick<OwedBook, 'reporter' | 'window'>): string {
  const code = reporter.id.slice(reporter.kind.length + 1)
  const isLocal = reporter.kind === 'police' || reporter.kind === 'committee'
  const words = plain(isLocal ? `${code} ${reporter.name}` : code).slice(0, LONGEST)
  const when = window.id.slice(window.id.indexOf(':') + 1)
  const isDistrict = reporter.kind === 'committee' && code.length === DISTRICT_CODE
  return join(isDistrict ? 'ubnd-huyen' : FOLDERS[reporter.kind], `${words}_${plain(when)}.xlsx`)
}

const LONGEST = 80

/** Digits of a quận's or huyện's code; a commune's has five. */
const DISTRICT_CODE = 3

/** `Công an phường Bắc Giang` → `cong-an-phuong-bac-giang`. */
function plain(text: string): string {
  return fold(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/**
 * Makes the folder for workbooks, which hold names: 0700, and apart from what is published, taken in, or kept under other rules.
 *
 * @throws FileError when it lies in one of those or is open to others.
 */
export async function privateFolder(path: string, apartFrom: readonly string[]): Promise<string> {
  const folder = resolve(path)
  const real = await realPathOf(folder)
  for (const other of apartFrom) {
    if (!isWithin(real, await realPathOf(resolve(other)))) continue
    const message = `${path} lies in ${other}; workbooks with names belong in a folder of their own: name another with -o`
    throw new FileError('open-to-others', folder, message)
  }
  await makeFolder(folder)
  const { mode } = await lstat(real)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    const message = `${path} is open to others; name a new folder with -o, or make it private: chmod 700 ${path}`
    throw new FileError('open-to-others', folder, message)
  }
  return folder
}

/** Where a path leads, as far as it exists. */
async function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(async () => {
    const above = dirname(path)
    return above === path ? path : join(await realPathOf(above), basename(path))
  })
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`))
}
