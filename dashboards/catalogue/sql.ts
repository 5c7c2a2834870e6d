/** Clauses that begin a line, quoted strings and names, words, any other sign. */
const TOKEN =
  /\b(?:inner join|left join|semi join|group by|order by|union all|select|from|where|having|union)\b|'(?:[^']|'')*'|"[^"]*"|\w+|./g

const CLAUSE = /^(?:select|from|where|having|union|.* (?:join|by|all))$/

/** Words of SQL that are names here, too. */
const RESERVED = /^"(?:row|form|level|order|group|to|from)"$/

const WIDTH = 110

/**
 * SQL as a person reads it: one clause a line, each condition of a `where` on its own, what stands in a subquery indented; quotes only
 * around names that need them. The text means the same.
 *
 * @example readableSql('select "p"."x" from "pop" as "p" where "p"."x" > 1 and "p"."y" < 2')
 */
export function readableSql(compiled: string): string {
  const sheet = new Sheet()
  const tokens = compiled.trim().replaceAll(/\s+/g, ' ').match(TOKEN) ?? []
  tokens.forEach((token, at) => {
    if (token === '(') sheet.open(tokens[at + 1] === 'select')
    else if (token === ')') sheet.close()
    else if (CLAUSE.test(token)) sheet.clause(token)
    else sheet.word(token)
  })
  return sheet.text()
}

/** A bracket that stands open: a subquery, whose clauses have lines, or part of an expression. */
interface Bracket {
  readonly query: boolean
  clause: string
  cases: number
}

class Sheet {
  readonly #brackets: Bracket[] = [{ query: true, clause: '', cases: 0 }]
  readonly #lines: string[] = []
  #line = ''

  get #inner(): Bracket {
    return this.#brackets.at(-1) as Bracket
  }

  open(query: boolean): void {
    this.#line += '('
    if (query) this.#end()
    this.#brackets.push({ query, clause: '', cases: 0 })
  }

  close(): void {
    if (this.#inner.query) this.#end()
    if (this.#brackets.length > 1) this.#brackets.pop()
    this.#line += ')'
  }

  /** `is distinct from` compares, and within an expression (`over (order by …)`) nothing begins a line. */
  clause(word: string): void {
    const begins = this.#inner.query && !(word === 'from' && this.#line.endsWith('distinct '))
    if (begins) this.#end()
    if (begins) this.#inner.clause = word
    this.#line += word
  }

  word(token: string): void {
    const { query, clause, cases } = this.#inner
    if (token === 'case') this.#inner.cases++
    if (token === 'end') this.#inner.cases--
    if (/^(?:and|or)$/.test(token) && query && clause === 'where' && cases === 0) this.#end()
    this.#line += token.startsWith('"') ? unquoted(token) : token
  }

  text(): string {
    this.#end()
    return this.#lines.join('\n')
  }

  #end(): void {
    const depth = this.#brackets.filter(({ query }) => query).length - 1
    if (this.#line.trim() !== '')
      this.#lines.push(...wrapped(this.#line.trim(), '  '.repeat(depth)))
    this.#line = ''
  }
}

function unquoted(name: string): string {
  return /^"[a-z_][a-z0-9_]*"$/.test(name) && !RESERVED.test(name) ? name.slice(1, -1) : name
}

/** Lines too long are broken after a comma. */
function wrapped(text: string, indent: string): readonly string[] {
  const lines: string[] = []
  let line = indent
  for (const part of text.split(/(?<=,) /)) {
    const next = line.trim() === '' ? `${line}${part}` : `${line} ${part}`
    if (next.length <= WIDTH || line.trim() === '') line = next
    else {
      lines.push(line)
      line = `${indent}    ${part}`
    }
  }
  return [...lines, line]
}
