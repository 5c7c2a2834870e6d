const CLAUSES =
  /^(?:select|from|inner join|left join|semi join|where|group by|order by|having|union all|union)\b/

const WIDTH = 110

/**
 * SQL as a person reads it: one clause a line, each condition of a `where` on its own, what stands in a subquery indented; quotes only
 * around names that need them. The text means the same.
 *
 * @example readableSql('select "p"."x" from "pop" as "p" where "p"."x" > 1 and "p"."y" < 2')
 */
export function readableSql(compiled: string): string {
  const frames: { indented: boolean; clause: string; cases: number }[] = []
  const lines: { depth: number; text: string }[] = []
  let line = ''
  let top = { indented: true, clause: '', cases: 0 }
  const depth = () => frames.filter((frame) => frame.indented).length
  const end = () => {
    if (line.trim() !== '') lines.push({ depth: depth(), text: line.trim() })
    line = ''
  }
  const text = compiled.trim().replaceAll(/\s+/g, ' ')
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at)
    const atWord = at === 0 || /[\s()]/.test(text[at - 1] as string)
    const clause = atWord ? CLAUSES.exec(rest)?.[0] : undefined
    const token = /^(?:'(?:[^']|'')*'|"[^"]*"|\w+|.)/s.exec(rest)?.[0] as string
    if (
      clause !== undefined &&
      top.indented &&
      !(clause === 'from' && line.endsWith('distinct '))
    ) {
      end()
      top.clause = clause
      line += clause
      at += clause.length
      continue
    }
    if (token === 'case') top.cases++
    if (token === 'end') top.cases--
    if (/^(?:and|or)$/.test(token) && top.indented && top.clause === 'where' && top.cases === 0)
      end()
    if (token === ')') {
      if (top.indented) end()
      top = frames.pop() ?? top
    }
    line += token.startsWith('"') ? unquoted(token) : token
    if (token === '(') {
      const indented = /^\(\s*select\b/.test(rest)
      if (indented) end()
      frames.push(top)
      top = { indented, clause: '', cases: 0 }
    }
    at += token.length
  }
  end()
  return lines.flatMap(({ depth, text }) => wrapped(text, '  '.repeat(depth))).join('\n')
}

/** Names of the code are lower case; only words of SQL itself keep their quotes. */
function unquoted(name: string): string {
  return /^"[a-z_][a-z0-9_]*"$/.test(name) &&
    !/^"(?:row|form|level|order|group|to|from)"$/.test(name)
    ? name.slice(1, -1)
    : name
}

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
