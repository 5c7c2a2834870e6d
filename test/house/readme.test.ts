import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const needed = ['sources', 'models', 'dashboards', 'pipelines', 'test/support', 'test/house']
const configs = ['package.json', 'tsconfig.json', 'vitest.config.ts', 'biome.json', '.gitignore']

/** A fenced block of the README that says where it belongs: `ts file=models/…` or `ts add=models/…`. */
interface Block {
  readonly how: 'file' | 'add'
  readonly path: string
  readonly text: string
}

let readme: string
let blocks: readonly Block[]
let tree: string

beforeAll(async () => {
  readme = await readFile(join(root, 'README.md'), 'utf8')
  blocks = blocksOf(readme)
  tree = await copyOfTree()
  for (const block of blocks) await follow(block)
})

afterAll(() => rm(tree, { recursive: true, force: true }))

function blocksOf(text: string): readonly Block[] {
  const fences = text.matchAll(/^```ts (file|add)=(\S+)\n(.*?)^```$/gms)
  return [...fences].map(([, how, path, body]) => ({ how, path, text: body }) as Block)
}

/** A tree of its own, so that nothing planted is seen by a test that runs beside this one. */
async function copyOfTree(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hoanhap-readme-'))
  for (const part of [...needed, ...configs])
    await cp(join(root, part), join(folder, part), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** Does what the README says around a block: writes the file, or adds the import and lists what it names. */
async function follow({ how, path, text }: Block): Promise<void> {
  const target = join(tree, path)
  await mkdir(dirname(target), { recursive: true })
  if (how === 'file') return writeFile(target, text)
  const name = /\{ (\w+) \}/.exec(text)?.[1]
  const index = await readFile(target, 'utf8')
  const list = /^(export const (?:indicators|plans|forms)\b[^=]*= \[[^\]]*?),?\s*\]/m
  expect(index).toMatch(list)
  await writeFile(target, text + index.replace(list, `$1,\n  ${name},\n]`))
}

/** Output of a tool in the copy; when it fails, what it said is the reason. */
async function tool(path: string, ...args: readonly string[]): Promise<string> {
  const run = promisify(execFile)
  const program = join(root, 'node_modules', path)
  const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env
  const failed = (cause: { stdout: string; stderr: string }) => {
    throw new Error(`${path} ${args.join(' ')}\n${cause.stdout}${cause.stderr}`)
  }
  const { stdout } = await run(process.execPath, [program, ...args], { cwd: tree, env }).catch(
    failed,
  )
  return stdout
}

const paths = (how: Block['how']) => blocks.filter((b) => b.how === how).map(({ path }) => path)

test('the README shows an indicator, a plan and a form, each with its line in the list and its test', () => {
  expect(blocks.map(({ how, path }) => `${how} ${path}`)).toEqual([
    'file models/indicators/full-support-coverage.ts',
    'add models/indicators/index.ts',
    'file test/models/indicators/full-support-coverage.test.ts',
    'file models/plans/thai-nguyen-2027.ts',
    'add models/plans/index.ts',
    'file test/models/plans/thai-nguyen-2027.test.ts',
    'file sources/forms/job-fair.ts',
    'add sources/forms/index.ts',
    'file test/sources/forms/job-fair.test.ts',
  ])
})

test('followed to the letter, the examples do what they claim and the lists are complete', async () => {
  const own = paths('file').filter((path) => path.startsWith('test/'))
  const said = await tool(
    'vitest/vitest.mjs',
    ...['run', '--project', 'unit', '--reporter=json', ...own, 'test/house/lists.test.ts'],
  )
  const { success, numPassedTests, testResults } = JSON.parse(said)
  expect(success).toBe(true)
  expect(testResults).toHaveLength(own.length + 1)
  expect(numPassedTests).toBeGreaterThan(own.length + 1)
})

test('the examples are typed, with all that they are added to, and formatted as the house wants', async () => {
  const tsconfig = {
    extends: './tsconfig.json',
    include: [...needed.slice(0, 4), ...paths('file')],
  }
  await writeFile(join(tree, 'tsconfig.readme.json'), JSON.stringify(tsconfig))
  await tool('typescript/bin/tsc', '-p', 'tsconfig.readme.json')
  await tool('@biomejs/biome/bin/biome', 'check', ...paths('file'))
})

test('the table lists every verb, and no other', async () => {
  const bin = join(root, 'pipelines/hoanhap.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [bin, '--help'])
  const table = [...readme.matchAll(/^\| `([a-z]+)[ `]/gm)].map(([, verb]) => verb)
  const verbs = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, verb]) => verb)
  expect(table.sort()).toEqual(verbs.filter((verb) => verb !== 'help').sort())
})

test('what the server of tests runs is what the README says', async () => {
  const commands = /^npm ci && npm test\b/m
  expect(readme).toMatch(commands)
  expect(await readFile(join(root, '.ci/run'), 'utf8')).toMatch(commands)
})
