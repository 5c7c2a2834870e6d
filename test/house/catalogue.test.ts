import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { catalogueFiles } from '#dashboards/catalogue/files.ts'
import { parameterWords } from '#dashboards/words.ts'
import { catalogueOf } from '#models/catalogue/catalogue.ts'
import { plans } from '#models/plans/index.ts'
import { sqlText } from '#pipelines/warehouse/dialect.ts'

const folder = fileURLToPath(new URL('../../docs/catalogue/', import.meta.url))
const catalogue = catalogueOf(plans, sqlText())

/** What the folder says otherwise than the definitions, one line a file. */
async function differences(wanted: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const there = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length).replace(/^\//, ''))
  const surplus = there.filter((path) => !wanted.has(path))
  const texts = new Map(
    await Promise.all(
      there.map(async (path) => [path, await readFile(`${folder}${path}`, 'utf8')] as const),
    ),
  )
  return [
    ...surplus.map((path) => `docs/catalogue/${path} is of nothing that is defined`),
    ...[...wanted]
      .filter(([path, text]) => texts.get(path) !== text)
      .map(([path]) => `docs/catalogue/${path} is not what the definitions say`),
  ]
}

const mend = 'run npm run catalogue and commit docs/catalogue'

test('the catalogue is what the definitions say', async () => {
  expect(await differences(catalogueFiles(catalogue)), mend).toEqual([])
})

test('a changed definition and a forgotten file are named', async () => {
  const files = new Map(catalogueFiles(catalogue))
  files.set('indicators/employment-rate.md', '# Khác\n')
  files.delete('forms/credit.md')
  expect(await differences(files)).toEqual([
    'docs/catalogue/forms/credit.md is of nothing that is defined',
    'docs/catalogue/indicators/employment-rate.md is not what the definitions say',
  ])
})

test('every population, denominator and numerator has words', () => {
  const ways = catalogue.indicators.flatMap((facts) => facts.ways)
  const silent = ways.flatMap(({ definition, population, denominator, numerator }) => [
    ...(population.words ? [] : [`${definition.id}: population ${population.id} has no words`]),
    ...(denominator.words ? [] : [`${definition.id}: ${denominator.sql} has no words`]),
    ...(numerator.words ? [] : [`${definition.id}: ${numerator.sql} has no words`]),
  ])
  expect(silent, 'give the measure words in models/indicators/words-measures.ts').toEqual([])
})

test('every choice within an indicator has words', () => {
  const chosen = catalogue.indicators
    .flatMap(({ ways }) => ways.flatMap(({ definition }) => Object.entries(definition.parameters)))
    .filter(([name]) => name !== 'form')
    .map(([name, value]) => ({
      said: parameterWords({ [name]: value }),
      raw: `${name} = ${value}`,
    }))
  const silent = chosen.filter(({ said, raw }) => said.toLowerCase() === raw.toLowerCase())
  expect([...new Set(silent.map(({ raw }) => raw))], 'see parameterMeanings').toEqual([])
})

test('every check of a form has words', () => {
  const silent = catalogue.forms.flatMap(({ id, checks }) =>
    checks.flatMap((words, at) => (words === undefined ? [`${id}: check ${at + 1}`] : [])),
  )
  expect(silent, 'attach them with said() of sources/forms/form.ts').toEqual([])
})
