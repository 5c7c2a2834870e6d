import { execFile } from 'node:child_process'
import { chmod, link, mkdir, open, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Answer } from './hostile-file.ts'
import { report } from './workbook.ts'

/** Something that lies in a folder and may be no file at all. */
export interface HostileObject {
  readonly name: string
  /** Makes it in a folder; gives what takes away what the folder's removal would not. */
  readonly make: (folder: string) => Promise<undefined | (() => Promise<void>)>
  /** What `check` of its path says; null where that is wrong usage. */
  readonly check: Answer | null
  /** What `pull` makes of it; null where it is left alone. */
  readonly pull: Answer | null
}

const GOOD: Answer = ['accepted']
const UNREADABLE: Answer = ['rejected', 'unreadable']
const TOO_LARGE: Answer = ['rejected', 'too-large']
/** Root may read everything. */
const CLOSED = process.getuid?.() === 0

/** Makes nothing beside the object itself. */
function plainly(make: (path: string) => Promise<unknown>, name: string) {
  return async (folder: string) => {
    await make(join(folder, name))
    return undefined
  }
}

function object(
  name: string,
  make: (path: string) => Promise<unknown>,
  check: Answer | null,
  pull: Answer | null,
): HostileObject {
  return { name, make: plainly(make, name), check, pull }
}

const link2 = (target: string) => (path: string) => symlink(target, path)
const goodFile = (path: string) => writeFile(path, report())

/** A good report under a name that a program may trip over. */
const named = (name: string, pull: Answer | null = GOOD) => object(name, goodFile, GOOD, pull)

const socket: HostileObject = {
  name: 'socket.xlsx',
  make: async (folder) => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(join(folder, 'socket.xlsx'), resolve))
    return () => new Promise((resolve) => server.close(() => resolve()))
  },
  check: UNREADABLE,
  pull: null,
}

const misnamed: HostileObject = {
  name: '\ufffd.xlsx',
  make: async (folder) => {
    await writeFile(Buffer.from(`${folder}/\u00e9.xlsx`, 'latin1'), report())
    return undefined
  },
  check: UNREADABLE,
  pull: null,
}

/** Everything that a folder may hold under the name of a report. */
export const hostileObjects: readonly HostileObject[] = [
  object('thu-muc.xlsx', (path) => mkdir(path), UNREADABLE, null),
  object('ong.xlsx', (path) => promisify(execFile)('mkfifo', [path]), UNREADABLE, null),
  socket,
  misnamed,
  object('thiet-bi.xlsx', link2('/dev/zero'), UNREADABLE, null),
  object('treo.xlsx', link2('khong-co-gi.xlsx'), UNREADABLE, null),
  object('vong.xlsx', link2('vong.xlsx'), UNREADABLE, null),
  object('lien-ket-thu-muc.xlsx', link2('/'), UNREADABLE, null),
  object('lien-ket-ra-ngoai.xlsx', link2('/etc/hostname'), ['rejected', 'bad-envelope'], null),
  object(
    'lien-ket-cung.xlsx',
    async (path) => {
      await goodFile(`${path}.goc`)
      await link(`${path}.goc`, path)
    },
    GOOD,
    GOOD,
  ),
  object(
    'thua-8-gib.xlsx',
    async (path) => {
      const file = await open(path, 'w')
      await file.truncate(8 * 1024 ** 3)
      await file.close()
    },
    TOO_LARGE,
    TOO_LARGE,
  ),
  object(
    'dong.xlsx',
    async (path) => {
      await goodFile(path)
      await chmod(path, 0)
    },
    CLOSED ? GOOD : UNREADABLE,
    CLOSED ? GOOD : null,
  ),
  object(`${'dài'.repeat(200)}.xlsx`, async () => {}, null, null),
  object('khong-co.xlsx', async () => {}, null, null),
  named(`nhay-"kep"-'don'-\`nguoc\`.xlsx`),
  named('xuong\ndong.xlsx'),
  named('nguoc\u202excod.xlsx'),
  named('-x.xlsx'),
  named('--json.xlsx'),
  named('$(touch x); rm -rf *.xlsx'),
  named('%s%n%00.xlsx'),
  named('..\\..\\x.xlsx', null),
  named('a\\..\\x.xlsx'),
  named(' dau cach .xlsx'),
  named('\u{1f600}.xlsx'),
  named(`${'ệ'.repeat(80)}.xlsx`),
  named("'; drop table delivery; --.xlsx"),
  named('khong duoi'),
  named('.an.xlsx', null),
  named('~$khoa.xlsx', null),
  named('dang-tai.xlsx.part', null),
]
