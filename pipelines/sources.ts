import { join } from 'node:path'
import { z } from 'zod'
import { isIdentifier, isNetwork, nameOf } from '#sources/connectors/index.ts'
import { anyForms, formById } from '#sources/forms/index.ts'

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,40}$/, 'expected small letters, digits and -, as so-tu-phap')
  .describe('Stands in the ledger with the kind before it; never change it afterwards.')

const quietSeconds = z
  .number()
  .min(0)
  .max(3_600)
  .optional()
  .describe('A file changed within so many seconds may still be growing and waits.')

export const secret = z
  .union(
    [
      z.strictObject({ file: z.string().min(1) }),
      z.strictObject({
        env: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'expected a name, as SO_PASSWORD'),
      }),
    ],
    'a secret never stands here: { "file": "…" } of mode 0600, or { "env": "…" }',
  )
  .describe('Where the secret stands: a file of mode 0600 as seen from this one, or a variable.')

export const host = z.string().regex(/^[\w.:-]+$/, 'expected a name or an address')
export const port = z.int().min(1).max(65_535).optional()

const fixedOr = <C extends z.ZodType<string>>(column: C) =>
  z.union(
    [
      z.strictObject({ fixed: z.string().min(1) }),
      z.strictObject({ column, prefix: z.string().optional() }),
    ],
    'expected { "fixed": "…" }, or { "column": "…", "prefix": "…" }',
  )

/** How their columns become fields of a form; a name of theirs is what `column` accepts. */
function mapping<C extends z.ZodType<string>>(column: C) {
  const field = z.strictObject({
    field: z.string(),
    values: z.record(z.string(), z.string()).optional().describe('Their word → our code.'),
    date: z.enum(['d/m/y', 'y-m-d', 'ymd']).optional().describe('How they write a day.'),
  })
  const fact = fixedOr(column)
  return z
    .strictObject({
      form: z.enum(anyForms.map((form) => form.id) as [string, ...string[]]),
      version: z.int().min(1).default(1),
      reporter: fact.describe('police:07210 …: fixed, or of a column behind a prefix.'),
      window: fact.describe('adm:2026-09 …: fixed, or of a column behind a prefix.'),
      revision: fact.default({ fixed: '1' }).describe('Counts up with each correction.'),
      columns: z
        .record(column, z.union([z.string().transform((field) => ({ field })), field]))
        .describe('Their column → our field, or { field, values, date }.'),
    })
    .superRefine(({ form, columns, reporter, window }, context) => {
      const known = Object.keys(formById(form)?.columns ?? {})
      const named = Object.values(columns).map(({ field }) => field)
      const unknown = named.filter((field) => !known.includes(field))
      const twice = named.filter((field, n) => named.indexOf(field) !== n)
      const complain = (message: string) =>
        context.addIssue({ code: 'custom', path: ['columns'], message })
      if (unknown.length > 0)
        complain(`${form} has no ${unknown.join(', ')}; it has ${known.join(', ')}`)
      const owner = {
        reporter: 'fixed' in reporter ? reporter.fixed : 'police:00000',
        window: 'fixed' in window ? window.fixed : 'adm:2026-01',
      }
      if (nameOf(owner) === null)
        complain('a fixed reporter is written police:07210, a fixed window adm:2026-09')
      if (twice.length > 0) complain(`two columns become ${twice.join(', ')}`)
    })
}

const identifier = z.string().refine(isIdentifier, 'expected small letters, digits and _, as ma_xa')

const folderSource = z
  .strictObject({
    kind: z.literal('folder'),
    id,
    path: z.string().min(1).describe('As seen from this file; of a medium a folder on it.'),
    answers: z
      .string()
      .min(1)
      .optional()
      .describe('Where answers go, never listed; the usual folder inside it when left out.'),
    quietSeconds,
  })
  .describe('A folder, network share or removable medium.')

const sftpSource = z
  .strictObject({
    kind: z.literal('sftp'),
    id,
    host,
    port,
    user: z.string().min(1),
    hostKey: z
      .string()
      .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'expected SHA256:…, as ssh-keygen -lf prints it')
      .describe('Fingerprint of the server’s key; no other server is spoken to.'),
    password: secret.optional(),
    privateKey: secret.optional(),
    folder: z.string().min(1),
    answers: z.string().min(1).optional().describe('Where answers go, beside the folder.'),
    quietSeconds,
  })
  .refine(
    ({ password, privateKey }) => (password === undefined) !== (privateKey === undefined),
    'name password or privateKey, one of them',
  )
  .describe('A folder on an SFTP server.')

const httpSource = z
  .strictObject({
    kind: z.literal('http'),
    id,
    url: z.url().refine(isProtected, 'expected https; http only on this machine'),
    token: secret.optional(),
    addresses: z
      .array(z.string().refine(isNetwork, 'expected an address or network, as 10.1.0.0/16'))
      .min(1)
      .optional()
      .describe('The only addresses that the host may have; without them any public one.'),
  })
  .describe('Documents that another system publishes as JSON.')

const postgresSource = z
  .strictObject({
    kind: z.literal('postgres'),
    id,
    host,
    port,
    database: z.string().min(1),
    user: z.string().min(1),
    password: secret,
    tls: z.boolean().default(true).describe('False only on this machine.'),
    view: z
      .string()
      .refine((name) => name.split('.').length === 2 && name.split('.').every(isIdentifier), {
        error: 'expected schema.view in small letters, digits and _',
      }),
    mapping: mapping(identifier),
  })
  .refine(({ tls, host }) => tls || isLoopback(host), {
    error: 'without tls only on this machine',
    path: ['tls'],
  })
  .describe('A view in the PostgreSQL database of another system.')

const csvExportSource = z
  .strictObject({
    kind: z.literal('csv-export'),
    id,
    path: z.string().min(1).describe('Folder of the exports, as seen from this file.'),
    mapping: mapping(z.string().min(1)),
    ignored: z.array(z.string()).default([]).describe('Columns of theirs that are not needed.'),
    quietSeconds,
  })
  .describe('CSV exports of another system, by a column map.')

/** One way in, as the configuration says it. */
export const sourceSchema = z.discriminatedUnion('kind', [
  folderSource,
  sftpSource,
  httpSource,
  postgresSource,
  csvExportSource,
])

export type Source = z.infer<typeof sourceSchema>

export type SecretPlace = z.infer<typeof secret>

/** The id of a source in the ledger: `sftp:ubnd`. */
export function connectorId({ kind, id }: Pick<Source, 'kind' | 'id'>): string {
  return `${kind}:${id}`
}

/** Two senders who name their files alike would be given each other's answers, and answers among reports would be taken in. */
export function areAnsweredApart(sources: readonly Source[]): boolean {
  const folders = sources.flatMap((source) => {
    if (source.kind !== 'folder' && source.kind !== 'csv-export') return []
    const answers = source.kind === 'folder' ? source.answers : undefined
    return [{ path: join(source.path, '/'), answers: answers && join(answers, '/') }]
  })
  return folders.every(
    ({ path, answers }, n) =>
      answers === undefined ||
      (answers !== path &&
        folders.every(
          (other, m) => n === m || (answers !== other.answers && !answers.startsWith(other.path)),
        )),
  )
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function isProtected(url: string): boolean {
  const { protocol, hostname, username, password } = new URL(url)
  if (username !== '' || password !== '') return false
  return (
    protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/[[\]]/g, '')))
  )
}
