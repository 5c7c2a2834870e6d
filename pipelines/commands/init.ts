import { fileExists, makeFolder, writeDurably } from '../files.ts'
import { openLedger } from '../ledger/open.ts'
import { requireWhole } from '../station.ts'
import { makeKeys } from '../vault/keys.ts'
import { type Answer, answer, type Context } from './command.ts'

/** Makes what a new installation needs: keys, data folder, inbox, configuration. What is there already stays as it is. */
export async function init({ site, effects }: Context): Promise<Answer> {
  await requireWhole(site)
  const keys = await makeKeys(site.keys)
  await makeFolder(site.inbox)
  if (!(await fileExists(site.config)))
    await writeDurably(site.config, `${JSON.stringify({}, null, 2)}\n`)
  const ledger = await openLedger(site.ledger, effects.clock)
  await ledger.close()
  const made = {
    data: site.data,
    keys: site.keys,
    inbox: site.inbox,
    config: site.config,
    keyId: keys.person.id,
  }
  return answer(made, [
    `data    ${site.data}`,
    `keys    ${site.keys} (copy them to a safe place: without them nothing in the vault can be read)`,
    `inbox   ${site.inbox}`,
    `config  ${site.config}`,
  ])
}
