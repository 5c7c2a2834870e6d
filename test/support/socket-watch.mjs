/**
 * Loaded before a program with `--import`: writes a line into the file that HOANHAP_SOCKETS names for each socket that it or a child of it
 * opens, for each name that it looks up, and for each library of a connector that it has loaded when it ends.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { Module, syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const note = (what) => appendFileSync(process.env.HOANHAP_SOCKETS, `${what}\n`)

watch(net.Socket.prototype, 'connect')
watch(net.Server.prototype, 'listen')
watch(dgram.Socket.prototype, 'bind')
watch(dgram.Socket.prototype, 'send')
watch(dns, 'lookup')
watch(dns, 'resolve')
syncBuiltinESMExports()

process.on('exit', () => {
  for (const path of Object.keys(Module._cache)) {
    const name = /node_modules\/(ssh2-sftp-client|ssh2|pg)\/(?!.*node_modules)/.exec(path)?.[1]
    if (name !== undefined) note(`loaded ${name}`)
  }
})

function watch(of, method) {
  const call = of[method]
  of[method] = function (...given) {
    if (!isOwnPipe(given)) note(method)
    return call.apply(this, given)
  }
}

/** tsx asks at every start whether a tsx above it listens on a pipe of the same user; nothing of it leaves the machine. */
function isOwnPipe([first]) {
  return Array.isArray(first) && /\/tsx-\d+\/\d+\.pipe$/.test(first[0]?.path ?? '')
}
