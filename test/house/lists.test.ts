import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { charts } from '#dashboards/charts/index.ts'
import { indicators } from '#models/indicators/index.ts'
import { plans } from '#models/plans/index.ts'
import * as connectors from '#sources/connectors/index.ts'
import { forms } from '#sources/forms/index.ts'

/** A folder where one file defines one thing, and the list that must name them all. */
interface List {
  readonly folder: string
  /** What a defining file says; the name is captured. */
  readonly defines: RegExp
  /** What `index.ts` lists, by value. */
  readonly listed: readonly unknown[]
  readonly array: string
}

const define = (kind: string) => new RegExp(`^export const (\\w+) = ${kind}\\b`, 'm')

const lists: readonly List[] = [
  {
    folder: 'models/indicators',
    defines: define('defineIndicator'),
    listed: indicators,
    array: 'indicators',
  },
  { folder: 'models/plans', defines: define('definePlan'), listed: plans, array: 'plans' },
  { folder: 'sources/forms', defines: define('defineForm'), listed: forms, array: 'forms' },
  { folder: 'dashboards/charts', defines: define('defineChart'), listed: charts, array: 'charts' },
  {
    folder: 'sources/connectors',
    defines: /^export function (\w+)\(.*\): Connector \{/m,
    // biome-ignore lint/performance/noDynamicNamespaceImportAccess: the list is what is tested
    listed: connectors.connectorKinds.map((kind) => connectors[kind]),
    array: 'connectorKinds',
  },
]

const root = new URL('../../', import.meta.url)

/** A file that defines something, with the value that it exports. */
interface Defined {
  readonly file: string
  readonly name: string
  readonly value: unknown
}

async function definedIn({ folder, defines }: List): Promise<readonly Defined[]> {
  const files = (await readdir(new URL(folder, root))).filter((file) => file.endsWith('.ts'))
  const found = await Promise.all(
    files.sort().map(async (file) => {
      const url = new URL(`${folder}/${file}`, root)
      const name = defines.exec(await readFile(url, 'utf8'))?.[1]
      if (name === undefined) return []
      return [{ file, name, value: ((await import(url.href)) as Record<string, unknown>)[name] }]
    }),
  )
  return found.flat()
}

/** For each thing that its list forgets, the lines that are missing there. */
function missingLines({ folder, listed, array }: List, defined: readonly Defined[]): string[] {
  return defined
    .filter(({ value }) => !listed.includes(value))
    .map(
      ({ file, name }) =>
        `${folder}/${file} is not in ${folder}/index.ts; add\n  import { ${name} } from './${file}'\nand '${name}' to the list '${array}'`,
    )
}

test.each(lists)('$folder: everything defined there is listed in index.ts', async (list) => {
  const defined = await definedIn(list)
  expect(defined.map(({ name }) => name)).not.toEqual([])
  expect(missingLines(list, defined).join('\n')).toBe('')
})

test.each(lists)('$folder: everything listed has a file of its own', async (list) => {
  const values = (await definedIn(list)).map(({ value }) => value)
  expect(values).toHaveLength(list.listed.length)
  expect(values).toEqual(expect.arrayContaining([...list.listed]))
})

test('a forgotten file hands you the line', async () => {
  const [list] = lists as [List]
  const defined = await definedIn(list)
  const listed = indicators.filter(({ id }) => id !== 'communication-reach')
  const forgetful = { ...list, listed }
  expect(missingLines(forgetful, defined)).toEqual([
    "models/indicators/communication-reach.ts is not in models/indicators/index.ts; add\n  import { communicationReach } from './communication-reach.ts'\nand 'communicationReach' to the list 'indicators'",
  ])
})
