import { LIMITS } from '../readers/limits.ts'
import { type Connector, type Delivery, DeliveryError } from './connector.ts'
import { keptLine } from './kept-line.ts'
import { mappedDocument } from './mapped-document.ts'
import { type Fact, type MappedRow, type Mapping, nameOf, type Owner, ownerIn } from './mapping.ts'
import { isPassing, reasonOf } from './passing.ts'
import { openPostgres, type PostgresAccess, type PostgresLine } from './postgres-line.ts'

export interface PostgresViewOptions extends PostgresAccess {
  readonly id: string
  /** `schema.view`; both names as {@link isIdentifier} wants them. */
  readonly view: string
  readonly mapping: Mapping
}

/** SQLSTATE of what may be over in a moment: connection, rollback, resources, starting up, shutting down, time-outs of any kind. */
const PASSING = /^(08|40|53|57P0[1235]$|57014$|55P03$|25P0[34]$)/
/** SQLSTATE of errors about the values of a row, and of those that a function of the view raises itself. */
const QUOTING = /^(2[0-3]|P0)/
/** What pg says without a code when a server goes away in the middle. */
const GONE = /Connection terminated|Client has encountered a connection error/

/** True for a name that may stand in the text of a query, in quotation marks. */
export function isIdentifier(name: string): boolean {
  return /^[a-z_][a-z0-9_]{0,62}$/.test(name)
}

/**
 * A view in the PostgreSQL database of another system: its rows as documents of one form, `adm:2026-09/police:07210` each.
 *
 * Read in one read-only transaction a look, by a cursor; only names out of the configuration stand in the text of a query. Days as `date`,
 * counts as integers, money as `numeric`; a value of another kind is handed on as text.
 *
 * Worth another try: a server that starts, is full or cuts the line, time-outs. Not: user, password, names, rights.
 */
export function postgresView(options: PostgresViewOptions): Connector {
  const { id, view, mapping } = options
  const from = view.split('.').map(quoted).join('.')
  const kept = keptLine(() => openPostgres(options))

  async function* rows(name: string, query: Query): AsyncIterable<readonly unknown[]> {
    let line: PostgresLine | null = null
    try {
      line = await kept.opened()
      yield* line.rows(query.text, query.values)
    } catch (cause) {
      if (line !== null) await kept.drop(line)
      const why = `cannot be read (${saidBy(cause)}); it is tried again at the next look`
      throw new DeliveryError(id, name, why, { cause, retry: isWorthAnotherTry(cause) })
    }
  }

  return Object.freeze({
    id,
    async *list() {
      let nameless = 0
      for await (const [reporter, window] of rows(view, ownersQuery(from, mapping))) {
        const name = nameOf({ reporter: String(reporter ?? ''), window: String(window ?? '') })
        if (name === null) nameless += 1
        else yield { name }
      }
      if (nameless === 0) return
      throw new DeliveryError(
        id,
        view,
        'has rows that name no reporter or no window, as police:07210, adm:2026-09',
      )
    },
    async read({ name }: Delivery) {
      const owner = ownerIn(name)
      const found: MappedRow[] = []
      let size = 0
      if (owner !== null) {
        for await (const row of rows(name, rowsQuery(from, mapping, owner))) {
          found.push(mappedRow(row))
          size += JSON.stringify(row).length
          if (found.length > LIMITS.rows || size > LIMITS.fileBytes) break
        }
      }
      const isCut = size > LIMITS.fileBytes
      if (owner === null || found.length === 0)
        throw new DeliveryError(id, name, `is no longer in ${view}`)
      const bytes = mappedDocument({ id, name }, mapping, owner, found)
      return isCut ? tooLarge(bytes) : bytes
    },
    close: kept.close,
  })
}

/** Rows were left out, even where what is left would fit, as of values that their server pads with blanks: no reader takes it for all. */
function tooLarge(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(LIMITS.fileBytes + 1)
  whole.set(bytes)
  return whole
}

interface Query {
  readonly text: string
  readonly values: readonly string[]
}

/** Gathers values while a query is written: each becomes `$1`, `$2` … */
function binder() {
  const values: string[] = []
  return { values, bind: (value: string) => `$${values.push(value)}::text` }
}

type Bind = (value: string) => string

function ownersQuery(from: string, { reporter, window }: Mapping): Query {
  const { values, bind } = binder()
  const columns = [reporter, window].map((fact) => factSql(fact, bind)).join(', ')
  return { text: `select distinct ${columns} from ${from} order by 1, 2`, values }
}

function rowsQuery(from: string, mapping: Mapping, owner: Owner): Query {
  const { values, bind } = binder()
  const columns = [factSql(mapping.revision, bind), ...Object.keys(mapping.columns).map(quoted)]
  const order = columns.map((_, n) => n + 1).join(', ')
  const mine = (['reporter', 'window'] as const)
    .map((which) => `${factSql(mapping[which], bind)} = ${bind(owner[which])}`)
    .join(' and ')
  return {
    text: `select ${columns.join(', ')} from ${from} where ${mine} order by ${order}`,
    values,
  }
}

function factSql(fact: Fact, bind: Bind): string {
  if ('fixed' in fact) return bind(fact.fixed)
  return `(${bind(fact.prefix ?? '')} || ${quoted(fact.column)}::text)`
}

function quoted(name: string): string {
  if (isIdentifier(name)) return `"${name}"`
  throw new RangeError(`'${name}' is no name of a column or view: small letters, digits, _`)
}

function mappedRow([revision, ...values]: readonly unknown[]): MappedRow {
  return { revision: String(revision ?? ''), values: values as MappedRow['values'] }
}

/** What the server said; complaints about values quote them, so that only their number is told. */
function saidBy(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return QUOTING.test(code) ? `SQLSTATE ${code}` : reasonOf(cause)
}

function isWorthAnotherTry(cause: unknown): boolean {
  if (isPassing(cause)) return true
  if (!(cause instanceof Error)) return false
  return 'code' in cause ? PASSING.test(String(cause.code)) : GONE.test(cause.message)
}
