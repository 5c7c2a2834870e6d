import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Asks the name service for all addresses of a name, as `dns.lookup` does. */
export type Resolve = (
  host: string,
  options: { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** The name leads to an address that nobody allowed. */
export class AddressError extends Error {
  override readonly name = 'AddressError'

  constructor(host: string, address: string, expected: string) {
    super(`${host} leads to ${address}, which is ${expected}`)
  }
}

/** Networks that no public name has a reason to lead to (RFC 6890, RFC 4193): our own machine, our own house, groups, and IPv6 that wraps
 * an address of those (RFC 3056, RFC 8215, RFC 2765). */
const INWARD = listOf([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
  '::/127',
  '::ffff:0:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
])

/** True for an address or network as a configuration writes it: `10.1.2.3`, `10.1.0.0/16`, `fd00::/8`. */
export function isNetwork(text: string): boolean {
  const { address, bits, most } = partsOf(text)
  return most !== undefined && isIP(address) !== 0 && /^\d+$/.test(bits) && Number(bits) <= most
}

/**
 * Looks a host up and lets a connection go to allowed addresses only: the named ones, or any public one where none is named.
 *
 * The connection is made to the very address that was looked at, so that a name which changes its mind in between (DNS rebinding)
 * reaches nothing.
 *
 * @throws AddressError at once for a host that is an address itself; otherwise the connection fails with it.
 */
export function guardedLookup(
  host: string,
  named: readonly string[] | undefined,
  resolve: Resolve = lookup,
): LookupFunction {
  const allowed = named === undefined ? null : listOf(named)
  const refusalOf = (address: string): AddressError | null => {
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (allowed === null && INWARD.check(address, kind))
      return new AddressError(host, address, 'inward; name it under addresses if it is right')
    if (allowed === null || allowed.check(address, kind)) return null
    return new AddressError(host, address, `none of ${named?.join(', ')}`)
  }
  const literal = isIP(host) === 0 ? null : refusalOf(host)
  if (literal !== null) throw literal
  return (name, options, done) => {
    resolve(name, { all: true }, (error, addresses) => {
      const refusal = addresses?.map(({ address }) => refusalOf(address)).find(Boolean)
      const [first] = addresses ?? []
      if (error !== null) done(error, [])
      else if (refusal != null) done(refusal, [])
      else if (options.all || first === undefined) done(null, addresses)
      else done(null, first.address, first.family)
    })
  }
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const { address, bits } = partsOf(network)
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

function partsOf(network: string) {
  const [address = '', given] = network.split('/')
  const most = { 0: undefined, 4: 32, 6: 128 }[isIP(address)]
  return { address, bits: given ?? String(most), most }
}
