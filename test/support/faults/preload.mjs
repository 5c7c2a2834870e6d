/**
 * Loaded into the program before its first line (NODE_OPTIONS `--import`): counts every moment at which the program changes something
 * on disk, and does at one of them what `HOANHAP_FAULT` says (see fault.ts). The program itself knows nothing of it.
 *
 * A moment is a call below `root` of mkdir, open for writing, write, sync, rename or rm; half a write; a statement that changes the
 * ledger; a statement of the warehouse; a word between processes.
 */
import fs, { writeSync } from 'node:fs'
import { createRequire, register, syncBuiltinESMExports } from 'node:module'
import { join, relative } from 'node:path'
import { isMainThread } from 'node:worker_threads'

const WORDS = {
  EIO: 'Input/output error',
  ENOSPC: 'No space left on device',
  SQLITE_FULL: 'database or disk is full',
  SQLITE_IOERR_WRITE: 'disk I/O error',
}

const order = JSON.parse(process.env['HOANHAP_FAULT'] ?? 'null')
if (order !== null) {
  if (order.mutations?.length > 0) {
    register('./mutate.mjs', { parentURL: import.meta.url, data: order.mutations })
  }
  if (isMainThread) begin()
}

function begin() {
  const { root, notes, shiftMs = 0 } = order
  const role = (process.argv[1] ?? '').includes('builder-child') ? 'builder' : 'main'
  const fault = order.fault?.at === role ? order.fault : null
  const kinds = {}
  let moments = 0
  let matched = 0
  let broken = false

  shiftClock(shiftMs)
  wrapFiles()
  wrapLedger()
  wrapWarehouse()
  wrapWords()
  const trace = notes === undefined ? null : fs.openSync(join(notes, role), 'a')

  /** Counts; kills, or gives the error that the call shall end with. */
  function moment(kind, what) {
    moments += 1
    kinds[kind] = (kinds[kind] ?? 0) + 1
    if (trace !== null) writeSync(trace, `${moments} ${kind} ${kinds[kind]} ${what}\n`)
    if (fault === null) return
    const hit = isHit(kind, what)
    if (fault.kill === moments || (fault.kill === true && hit)) {
      process.kill(process.pid, 'SIGKILL')
      for (;;);
    }
    broken ||= fault.onwards === true && hit
    if (broken ? kind !== 'rm' && kind !== 'word' : hit && fault.error !== undefined) {
      throw refusal(fault.error, kind, what)
    }
  }

  /** In the words and with the parts that the system, SQLite and DuckDB give: only a call by path names its path. */
  function refusal(code, kind, what) {
    const words = WORDS[code]
    if (kind === 'ledger') return Object.assign(new Error(words), { code })
    if (kind === 'warehouse') return new Error(`IO Error: Could not write file: ${words}`)
    const lower = `${words[0].toLowerCase()}${words.slice(1)}`
    if (!['open', 'rename', 'rm', 'mkdir'].includes(kind)) {
      const syscall = kind === 'sync' ? 'fsync' : 'write'
      return Object.assign(new Error(`${code}: ${lower}, ${syscall}`), { code, syscall })
    }
    const path = join(root, what)
    return Object.assign(new Error(`${code}: ${lower}, ${kind} '${path}'`), {
      code,
      syscall: kind,
      path,
    })
  }

  /** The n-th of a kind; with `what`, the n-th of that kind whose description it matches. */
  function isHit(kind, what) {
    if (fault.kind !== kind) return false
    if (fault.what === undefined) return fault.nth === kinds[kind]
    if (new RegExp(fault.what).test(what)) matched += 1
    else return false
    return matched === fault.nth
  }

  /** Whether the next moment, half a write, is the last: then half the bytes are written first. */
  function endsAtHalf(what) {
    if (fault?.kill === moments + 1) return true
    return (
      fault?.kill === true &&
      fault.kind === 'half' &&
      fault.nth === matched + 1 &&
      new RegExp(fault.what).test(what)
    )
  }

  function isOurs(path) {
    return typeof path === 'string' && path.startsWith(root)
  }

  function shown(path) {
    return relative(root, String(path))
  }

  function wrapFiles() {
    const files = fs.promises
    const { open, rename, rm, mkdir, writeFile } = files
    const paths = new WeakMap()
    files.open = async (path, flags, mode) => {
      const writes = isOurs(path) && /[wax+]/.test(String(flags ?? 'r'))
      if (writes) moment('open', shown(path))
      const handle = await open(path, flags, mode)
      if (isOurs(path)) paths.set(handle, { path, writes })
      wrapHandle(Object.getPrototypeOf(handle), paths)
      return handle
    }
    files.rename = (from, to) => around('rename', from, to, () => rename(from, to))
    files.rm = (path, options) => around('rm', path, path, () => rm(path, options))
    files.mkdir = (path, options) => around('mkdir', path, path, () => mkdir(path, options))
    files.writeFile = async (path, bytes, options) => {
      if (!isOurs(path)) return writeFile(path, bytes, options)
      moment('write', shown(path))
      if (endsAtHalf(shown(path))) await writeFile(path, half(bytes), options)
      moment('half', shown(path))
      return writeFile(path, bytes, options)
    }
    syncBuiltinESMExports()
  }

  async function around(kind, path, to, call) {
    if (isOurs(path)) moment(kind, shown(to))
    return call()
  }

  function wrapHandle(prototype, paths) {
    if (prototype.isWrapped) return
    const { writeFile, sync, datasync } = prototype
    Object.assign(prototype, {
      isWrapped: true,
      async writeFile(bytes, options) {
        const own = paths.get(this)
        if (own === undefined) return writeFile.call(this, bytes, options)
        moment('write', shown(own.path))
        if (endsAtHalf(shown(own.path))) await writeFile.call(this, half(bytes), options)
        moment('half', shown(own.path))
        return writeFile.call(this, bytes, options)
      },
      async sync() {
        const own = paths.get(this)
        if (own !== undefined) moment('sync', shown(own.path))
        return sync.call(this)
      },
      async datasync() {
        const own = paths.get(this)
        if (own !== undefined) moment('sync', shown(own.path))
        return datasync.call(this)
      },
    })
  }

  function half(bytes) {
    return bytes.slice(0, Math.floor(bytes.length / 2))
  }

  /** The ledger's statements that change something; libsql hides its class of statements. */
  function wrapLedger() {
    const Database = requireFromProject('libsql')
    const { prepare } = Database.prototype
    Database.prototype.prepare = function (text) {
      const statement = prepare.call(this, text)
      if (this.memory) return statement
      if (!/^\s*(insert|update|delete|begin|commit|create|alter|drop)/i.test(text)) return statement
      const what = text.trim().slice(0, 60).replaceAll(/\s+/g, ' ')
      for (const method of ['run', 'all']) {
        const call = statement[method]
        statement[method] = function (...of) {
          moment('ledger', what)
          return call.apply(this, of)
        }
      }
      return statement
    }
  }

  function wrapWarehouse() {
    if (!/builder-child|hoanhap/.test(process.argv[1] ?? '')) return
    const { DuckDBConnection } = requireFromProject('@duckdb/node-api')
    for (const method of ['runAndReadAll', 'createAppender']) {
      const call = DuckDBConnection.prototype[method]
      DuckDBConnection.prototype[method] = async function (text, ...of) {
        if (role === 'builder' || /^\s*copy/i.test(text))
          moment('warehouse', text.trim().slice(0, 40).replaceAll(/\s+/g, ' '))
        return call.call(this, text, ...of)
      }
    }
  }

  function wrapWords() {
    if (process.send === undefined) return
    const send = process.send.bind(process)
    process.send = (...of) => {
      moment('word', 'to the parent')
      return send(...of)
    }
  }

  function requireFromProject(name) {
    return createRequire(import.meta.url)(name)
  }
}

/** A clock that goes as the machine's does, some time away from it; the same for every process of a test. */
function shiftClock(shiftMs) {
  if (shiftMs === 0) return
  const Real = Date
  const now = () => Real.now() + shiftMs
  globalThis.Date = class extends Real {
    constructor(...of) {
      super(...(of.length === 0 ? [now()] : of))
    }
    static now() {
      return now()
    }
  }
}
