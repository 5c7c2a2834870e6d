import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What is not part of the project, beside everything hidden: tools, and what a run leaves. */
const foreign = ['node_modules', 'coverage', 'demo', 'data', 'keys', 'inbox', 'out', '.git']

const pages = 'DATA|DESIGN|METHODS|RELIABILITY|FACTS|FORMS|STYLE'

/** What a reader elsewhere could not follow: folders of one machine, hosts, pages that were never published. */
const forbidden: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a folder of one machine', pattern: /\/work\/|\.\.\/shared\b(?!\.ts|Strings)/ },
  { what: 'a registry host', pattern: /\bregistry\.[a-z]|\bnpm\.pkg\./ },
  { what: 'a page that is not here', pattern: new RegExp(`\\b(${pages})(\\.md\\b|,? §?\\d)`) },
  {
    what: 'a page that is not here, in a comment',
    pattern: new RegExp(`^\\s*(\\/\\/|\\/?\\*).*\\b(${pages})\\b`),
  },
]

function complaintsOf(path: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      forbidden
        .filter(({ pattern }) => pattern.test(line))
        .map(({ what }) => `${path}:${at + 1}: ${what}: ${line.trim()}`),
    )
}

async function textFiles(): Promise<readonly string[]> {
  const top = (await readdir(root)).filter((name) => !foreign.includes(name))
  const below = await Promise.all(top.map((name) => filesOf(join(root, name))))
  return below.flat().filter((path) => !path.endsWith('house/words.test.ts'))
}

async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name))
}

test('nothing names what a reader elsewhere could not follow', async () => {
  const files = await textFiles()
  expect(files.length).toBeGreaterThan(300)
  const found = await Promise.all(
    files.map(async (path) => complaintsOf(relative(root, path), await readFile(path, 'utf8'))),
  )
  expect(found.flat().join('\n')).toBe('')
})

test.each([
  'see /work/shared for more',
  "import { a } from '../shared/a.ts'",
  'https://registry.npmjs.org/zod',
  '// the newest list decides (DATA 6)',
  'as RELIABILITY 4.1 says',
  ' * Guards of RELIABILITY: heap 512 MB',
  'columns as in FORMS.md',
])('finds a planted mention: %s', (line) => {
  expect(complaintsOf('planted.ts', line)).not.toEqual([])
})

test.each([
  '/** `../sharedStrings.xml` and `/xl/sharedStrings.xml` seen from `xl/worksheets/`. */',
  "import { strings } from '../shared.ts'",
  'const DATA = 6',
  "['DATA', 'FORMS'].includes(word)",
])('lets pass: %s', (line) => {
  expect(complaintsOf('clean.ts', line)).toEqual([])
})
