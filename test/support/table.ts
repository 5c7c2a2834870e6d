import { readFileSync } from 'node:fs'

/** Rows of a small CSV file with a header and double quotes, by column; every value is text. */
export function tableOf(path: string | URL): readonly Readonly<Record<string, string>>[] {
  const [head, ...rows] = readFileSync(path, 'utf8').trim().split('\n').map(cellsOf)
  return rows.map((row) => Object.fromEntries((head ?? []).map((name, n) => [name, row[n] ?? ''])))
}

function cellsOf(line: string): readonly string[] {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
  return cells.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '')
}
