import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf, daysBetween } from '#sources/vocabulary/date.ts'
import { openStation } from '../station.ts'
import { type Rekeyed, rekey } from '../steps/rekey.ts'
import { type KeyName, keyKinds, keyNames, openKeys } from '../vault/keys.ts'
import { stageOf, unfinishedKeys } from '../vault/rotation.ts'
import { type Answer, answer, type Context, table } from './command.ts'
import { actorOf } from './decide.ts'

export type RotateOptions = { readonly [K in KeyName]?: true } & { readonly actor?: string }

/** The keys in use: ids, which give nothing away, and since when; never a secret. */
export async function keyList({ site, effects }: Context): Promise<Answer> {
  const keys = await openKeys(site.keys)
  const ids = {
    vault: keyKinds.vault.idOf(keys.vault),
    person: keyKinds.person.idOf(keys.person),
    sign: keyKinds.sign.idOf(keys.sign),
  }
  const list = await Promise.all(
    keyNames.map(async (key) => {
      const { mtime } = await stat(join(site.keys, keyKinds[key].file))
      const days = daysBetween(dayOf(mtime), dayOf(effects.clock()))
      return {
        key,
        id: ids[key],
        since: dayOf(mtime),
        days,
        rotation: await stageOf(site.keys, key),
      }
    }),
  )
  const rows = list.map(({ key, id, since, days, rotation }) => [
    ...[key, id, since, String(days)],
    rotation === 'none' ? '–' : 'not finished: hoanhap key rotate',
  ])
  return answer(
    { folder: site.keys, keys: list },
    table(['key', 'id', 'since', 'days', 'rotation'], rows),
  )
}

/**
 * Replaces keys by new ones, all when none is named, and destroys the old ones; a rotation that was cut off is finished first, whatever
 * is named. Throws an OtherResultError when the figures would change.
 */
export async function keyRotate(
  { site, effects }: Context,
  { actor, ...named }: RotateOptions = {},
): Promise<Answer> {
  const asked = keyNames.filter((key) => named[key])
  const names = asked.length === 0 ? keyNames : asked
  const rotated: Rekeyed[] = []
  const left = await unfinishedKeys(site.keys)
  for (const name of keyNames.filter((key) => left.includes(key) || names.includes(key))) {
    const station = await openStation(site, effects)
    try {
      rotated.push(await rekey(station, name, actorOf(actor === undefined ? {} : { actor })))
    } finally {
      await station.close()
    }
  }
  return answer({ rotated }, [
    ...rotated.map(
      ({ key, before, after }) =>
        `${key.padEnd(6)} ${before ?? '(finished what was cut off)'} -> ${after}`,
    ),
    'copies made before open with the old keys only: copy vault, ledger and keys again now',
  ])
}
