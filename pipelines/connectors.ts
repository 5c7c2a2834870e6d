import { dirname, join, resolve } from 'node:path'
import {
  type Connector,
  folder,
  httpJson,
  mappedCsv,
  postgresView,
  type Secret,
  sftp,
} from '#sources/connectors/index.ts'
import { type Config, ConfigError } from './config.ts'
import { readPrivate } from './files.ts'
import type { Site } from './site.ts'
import { connectorId, type SecretPlace, type Source } from './sources.ts'
import { patient } from './steps/patient.ts'

/**
 * The ways in that a configuration names: its inbox folders, then its sources. None is opened before it is asked, and no secret read.
 */
export function connectorsOf(
  { inbox, answers, sources }: Config,
  site: Site,
  environment: NodeJS.ProcessEnv = process.env,
): readonly Connector[] {
  const seen = (path: string) => resolve(dirname(site.config), path)
  const secretOf = secretsOf(site, environment)
  const named = inbox.map(seen)
  const within = (path: string) => (answers === null ? undefined : join(path, answers))
  const inboxes = (named.length === 0 ? [site.inbox] : named).map((path, n) =>
    folder({ id: n === 0 ? 'inbox' : `inbox-${n + 1}`, folder: path, answers: within(path) }),
  )
  const others = sources.map((source) => connectorOf(source, { seen, within }, secretOf))
  return [...inboxes, ...others].map((connector) => patient(connector))
}

/** Where paths of the configuration lie, and the folder for answers inside a folder. */
interface Places {
  readonly seen: (path: string) => string
  readonly within: (folder: string) => string | undefined
}

function connectorOf(
  source: Source,
  { seen, within }: Places,
  secretOf: (place: SecretPlace) => Secret,
): Connector {
  const id = connectorId(source)
  const secret = (place?: SecretPlace) => (place === undefined ? undefined : secretOf(place))
  switch (source.kind) {
    case 'folder': {
      const path = seen(source.path)
      const answers = source.answers === undefined ? within(path) : seen(source.answers)
      return folder({ id, folder: path, answers, quietMs: quietMsOf(source) })
    }
    case 'sftp': {
      const { kind, password, privateKey, ...where } = source
      const signIn = { password: secret(password), privateKey: secret(privateKey) }
      return sftp({ ...where, ...signIn, id, quietMs: quietMsOf(source) })
    }
    case 'http': {
      const { url, token, addresses } = source
      return httpJson({ id, url, addresses, token: secret(token) })
    }
    case 'postgres': {
      const { kind, password, ...where } = source
      return postgresView({ ...where, id, password: secretOf(password) })
    }
    case 'csv-export': {
      const { path, mapping, ignored } = source
      return mappedCsv({ id, folder: seen(path), mapping, ignored, quietMs: quietMsOf(source) })
    }
  }
}

function quietMsOf({ quietSeconds }: { readonly quietSeconds?: number | undefined }) {
  return quietSeconds === undefined ? undefined : quietSeconds * 1_000
}

/** Secrets are read when they are needed: a verb that asks no other system needs none. */
export function secretsOf(
  site: Site,
  environment: NodeJS.ProcessEnv = process.env,
): (place: SecretPlace) => Secret {
  return (place) => async () => {
    if ('file' in place) {
      const path = resolve(dirname(site.config), place.file)
      const text = (await readPrivate(path)).toString('utf8').trimEnd()
      if (text !== '') return text
      throw new ConfigError(site.config, `the file ${path} is empty; it holds a secret`)
    }
    const value = environment[place.env] ?? ''
    if (value !== '') return value
    throw new ConfigError(site.config, `the variable ${place.env} is empty; it holds a secret`)
  }
}
