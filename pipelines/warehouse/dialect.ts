import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Database } from '#models/database.ts'
import type { Engine } from './engine.ts'

/**
 * Kysely over one open engine: PostgreSQL's words, DuckDB's answers.
 *
 * Small on purpose: one connection, no transactions across queries, rows converted by the engine. (The published dialect opens a
 * connection per query and mistakes a column named `count` for an update count.)
 */
export function warehouse(engine: Engine): Kysely<Database> {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new EngineDriver(engine),
      createIntrospector: () => {
        throw new Error(
          'a generation is described by models/core/tables.ts; introspection is not offered',
        )
      },
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

/** A Kysely that only writes SQL, every value in the text: for views, which take no parameters. It cannot run anything. */
export function sqlText(): Kysely<Database> {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: () => {
        throw new Error('this Kysely only writes SQL')
      },
      createQueryCompiler: () => new LiteralCompiler(),
    },
  })
}

class LiteralCompiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    this.appendImmediateValue(value)
  }
}

class EngineDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(engine: Engine) {
    this.#connection = {
      async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
        return { rows: (await engine.rows(sql, parameters)) as R[] }
      },
      streamQuery() {
        throw new Error('the warehouse answers whole results; page with limit and offset')
      },
    }
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async beginTransaction(): Promise<void> {
    throw new Error('a generation is built once and read afterwards; it knows no transactions')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}
