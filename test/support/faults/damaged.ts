import { rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { hoanhap } from '../command-line.ts'
import type { Damage } from './damage.ts'
import { type Prepared, servedHash } from './grounds.ts'
import { brokenAfterRun, complaints } from './promises.ts'

/**
 * Does a damage to a finished site and gives the promises that were broken, a sentence each: no wrong figure is served, a verb that
 * cannot go on names the file and what mends it, doctor finds it, and what mends it does.
 */
export async function brokenByDamage(
  damage: Damage,
  prepared: Prepared,
): Promise<readonly string[]> {
  const { hash, grounds } = prepared
  const { effects } = grounds
  const site = await prepared.copyOfDone()
  const verb = (argv: readonly string[]) => hoanhap(['--data', site.data, ...argv], effects)
  const broken: string[] = []
  const requireServed = async (when: string) => {
    const served = await servedHash(site, effects)
    if (served !== hash && served !== null) broken.push(`${when}: a wrong ${served} is served`)
  }

  const path = await damage.harm(site)
  await requireServed('after the damage')
  if (damage.refused !== null) {
    const [argv, advice] = damage.refused
    const { code, err, out } = await verb(argv)
    const said = `${err}${out}`
    if (code !== 1) broken.push(`${argv.join(' ')} ended with ${code}`)
    if (!advice.test(said)) broken.push(`no advice: ${said}`)
    if (damage.names !== false && !said.includes(basename(path).slice(0, 12)))
      broken.push(`the file is not named: ${said}`)
    await requireServed('after the refusal')
  }
  const found = (await complaints(site, prepared)).join('\n')
  if (damage.doctor !== null && !damage.doctor.test(found)) broken.push(`doctor says: ${found}`)
  await damage.byHand?.(site, path)
  for (const argv of damage.mended) {
    const { code, err, out } = await verb(argv)
    if (code !== 0) broken.push(`${argv.join(' ')} did not mend it: ${err}${out}`)
  }
  if ((await servedHash(site, effects)) !== hash) broken.push('what is served is not mended')
  broken.push(...(await complaints(site, prepared)), ...(await brokenAfterRun(site, prepared)))
  await rm(dirname(site.data), { recursive: true, force: true })
  return broken
}
