import { dirname, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { secretsOf } from '../connectors.ts'
import type { Channel as ContactChannel } from '../ledger/contacts.ts'
import type { Site } from '../site.ts'
import type { Channel } from './channel.ts'
import { media } from './media.ts'
import { smtp } from './smtp.ts'
import { type Network, webhook } from './webhook.ts'

/** The ways out that a configuration names, by the channel of a contact; a telephone has none: a person calls. */
export type Ways = Readonly<Partial<Record<ContactChannel, Channel>>>

/** No connection is made and no secret read before a letter is to leave. */
export function waysOf(
  { delivery: { mail, webhooks } }: Pick<Config, 'delivery'>,
  site: Site,
  clock: () => Date,
  network?: Network,
): Ways {
  const seen = (path: string) => resolve(dirname(site.config), path)
  const secretOf = secretsOf(site)
  const ways: Partial<Record<ContactChannel, Channel>> = {}
  if (mail?.by === 'folder') ways.email = media({ ...mail, path: seen(mail.path) })
  if (mail?.by === 'smtp') {
    const { password } = mail
    ways.email = smtp(mail, {
      seen,
      ...(password === undefined ? {} : { password: secretOf(password) }),
    })
  }
  if (webhooks !== null) ways.webhook = webhook(webhooks, secretOf(webhooks.secret), clock, network)
  return Object.freeze(ways)
}
