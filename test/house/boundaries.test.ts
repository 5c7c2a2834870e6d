import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

const RESTRICTED = 'lint/style/noRestrictedImports'
const CYCLE = 'lint/suspicious/noImportCycles'
const FLOATING = 'lint/nursery/noFloatingPromises'

/** Files that break a rule of the house, and the complaint that each must draw. */
const planted = [
  {
    breaks: 'models run a query',
    path: 'models/runs.ts',
    text: "import { run } from '#pipelines/run.ts'\n\nexport const again = run\n",
    rule: RESTRICTED,
    says: 'models read forms and write queries; pipelines run them.',
  },
  {
    breaks: 'models look at a type downstream',
    path: 'models/type-only.ts',
    text: "import type { Edition } from '#dashboards/views.ts'\n\nexport type Mine = Edition\n",
    rule: RESTRICTED,
    says: 'models read forms',
  },
  {
    breaks: 'models hand on what a connector exports',
    path: 'models/re-export.ts',
    text: "export { folder } from '#sources/connectors/index.ts'\n",
    rule: RESTRICTED,
    says: 'models read forms',
  },
  {
    breaks: 'models import when running',
    path: 'models/dynamic.ts',
    text: "export const late = () => import('#pipelines/run.ts')\n",
    rule: RESTRICTED,
    says: 'models read forms',
  },
  {
    breaks: 'dashboards open DuckDB',
    path: 'dashboards/opens.ts',
    text: "import { DuckDBInstance } from '@duckdb/node-api'\n\nexport const open = () => DuckDBInstance.create()\n",
    rule: RESTRICTED,
    says: 'dashboards draw measured rows',
  },
  {
    breaks: 'a page compiles its own pictures',
    path: 'dashboards/pages/draws.ts',
    text: "import { parse } from 'vega'\n\nexport const drawn = parse\n",
    rule: RESTRICTED,
    says: 'vega is imported under dashboards/render only.',
  },
  {
    breaks: 'sources know a model',
    path: 'sources/knows.ts',
    text: "import { plans } from '#models/plans/index.ts'\n\nexport const known = plans\n",
    rule: RESTRICTED,
    says: 'sources turn bytes into rows',
  },
  {
    breaks: 'the invented province asks the calendar that it is to prove',
    path: 'sources/synthetic/expected/asks.ts',
    text: "import { windowsOf } from '#sources/vocabulary/window.ts'\n\nexport const windows = windowsOf\n",
    rule: RESTRICTED,
    says: 'worked out a second way',
  },
  {
    breaks: 'a command opens DuckDB by itself',
    path: 'pipelines/commands/opens.ts',
    text: "import { DuckDBInstance } from '@duckdb/node-api'\n\nexport const open = () => DuckDBInstance.create()\n",
    rule: RESTRICTED,
    says: 'only pipelines/warehouse opens DuckDB',
  },
  ...(['sources', 'models', 'dashboards', 'pipelines'] as const).map((layer) => ({
    breaks: `${layer} climb two folders`,
    path: `${layer}/one/two/climbs.ts`,
    text: "import { clean } from '../../clean.ts'\n\nexport const climbed = clean\n",
    rule: RESTRICTED,
    says: '',
  })),
  {
    breaks: 'a file imports what imports it',
    path: 'models/hen.ts',
    text: "import { egg } from './egg.ts'\n\nexport const hen = (): number => egg()\n",
    rule: CYCLE,
    says: '',
  },
  {
    breaks: 'the other half of that cycle',
    path: 'models/egg.ts',
    text: "import { hen } from './hen.ts'\n\nexport const egg = (): number => hen()\n",
    rule: CYCLE,
    says: '',
  },
  {
    breaks: 'nobody waits for a promise',
    path: 'pipelines/floats.ts',
    text: 'async function later(): Promise<number> {\n  return 1\n}\n\nexport function now(): void {\n  later()\n}\n',
    rule: FLOATING,
    says: '',
  },
] as const

/** Files that keep to the rules, next to those that do not. */
const clean = [
  ['sources/clean.ts', 'export const clean = 1\n'],
  ['models/clean.ts', "export { clean } from '#sources/vocabulary/clean.ts'\n"],
  ['dashboards/clean.ts', "export { clean } from '#models/clean.ts'\n"],
  ['dashboards/render/clean.ts', "export { parse } from 'vega'\n"],
  ['pipelines/clean.ts', "export { clean } from '#dashboards/clean.ts'\n"],
  ['pipelines/warehouse/clean.ts', "export { DuckDBInstance } from '@duckdb/node-api'\n"],
] as const

interface Complaint {
  readonly message: string
  readonly category: string
  readonly location: { readonly path: string }
}

let folder: string
let complaints: readonly Complaint[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoanhap-'))
  for (const config of ['biome.json', '.gitignore'])
    await copyFile(join(root, config), join(folder, config))
  for (const { path, text } of planted) await plant(path, text)
  for (const [path, text] of clean) await plant(path, text)
  complaints = await biome(folder)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function plant(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

/** What Biome says about a folder under the project's own rules. */
function biome(cwd: string): Promise<readonly Complaint[]> {
  const program = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const asked = ['check', '--reporter=json', '--max-diagnostics=none', '.']
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...asked], { cwd }, (_error, said) =>
      resolve((JSON.parse(said) as { diagnostics: Complaint[] }).diagnostics),
    )
  })
}

const about = (path: string) => complaints.filter(({ location }) => location.path === path)

test.each(planted)('$breaks: $rule', ({ path, rule, says }) => {
  expect(about(path)).toContainEqual(
    expect.objectContaining({ category: rule, message: expect.stringContaining(says) }),
  )
})

test.each(clean)('%s keeps to the rules', (path) => {
  expect(about(path)).toEqual([])
})
