import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { doctor } from '#pipelines/commands/doctor.ts'
import { pull, run } from '#pipelines/run.ts'
import { openStation, type Station } from '#pipelines/station.ts'
import { measure } from '#pipelines/steps/measure.ts'
import { publish } from '#pipelines/steps/publish.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

/** A site of one commune, and its station as long as some work lasts, with what was warned of. */
async function siteOfTest() {
  const place = await testSite({ communes: ['07210'] })
  onTestFinished(() => place.remove())
  const warned: string[] = []
  const log = { ...place.effects.log, warn: (_: object, sentence: string) => warned.push(sentence) }
  async function at<T>(work: (station: Station) => Promise<T>): Promise<T> {
    const station = await openStation(place.site, { ...place.effects, log })
    return work(station).finally(() => station.close())
  }
  return { place, warned, at }
}

test('what arrived while the clock was wrong is known all the same, and the log asks', async () => {
  const { place, warned, at } = await siteOfTest()
  place.setDay('2027-05-01')
  await place.deliver('a.csv', 'xin chào\n')
  await at(pull)
  place.setDay('2026-03-20')
  expect(await at(measure)).toMatchObject({
    businessDate: '2026-03-20',
    knownUntil: '2027-05-01T02:00:00.000Z',
    submissions: 1,
  })
  expect(warned).toEqual(['a file arrived, or somebody acted, after now: is the clock right?'])
  place.setDay('2026-03-19')
  await at(measure)
  expect(warned).toContain('the last generation is of a later day: is the clock right?')
})

test('pages name what they were made from, and names of files do not break their lines', async () => {
  const { place, at } = await siteOfTest()
  place.setDay('2026-03-20')
  await place.deliver('a\nKẾT QUẢ: \u202Eđạt\u001b[2J.csv', 'xin chào\n')
  await at(async (station) => {
    await pull(station)
    const { resultHash } = await measure(station)
    // killed before the ledger knew: it holds an older hash
    await station.ledger.db.updateTable('build').set({ result_hash: 'older' }).execute()
    const { page, feedback } = await publish(station)
    expect(await readFile(page, 'utf8')).toContain(resultHash)
    const [json] = (await readdir(feedback)).filter((name) => name.endsWith('.json'))
    const { fileName } = JSON.parse(await readFile(join(feedback, json ?? ''), 'utf8'))
    expect(fileName).toBe('a\uFFFDKẾT QUẢ: \uFFFDđạt\uFFFD[2J.csv')
  })
})

test('a build that fails leaves no draft: the disk may be full', async () => {
  const { place, at } = await siteOfTest()
  await place.deliver('a.csv', 'xin chào\n')
  await at(pull)
  for (const name of await readdir(place.site.parsed, { recursive: true }))
    if (name.endsWith('.gz')) await writeFile(join(place.site.parsed, name), 'damaged')
  await expect(at(measure)).rejects.toThrow(/is not as it was written; .*hoanhap rebuild/)
  expect(await readdir(place.site.warehouse)).toEqual([])
})

test('what a killed run has left is told by doctor and cleared away by the next run', async () => {
  const { place, at } = await siteOfTest()
  const { site, effects } = place
  place.setDay('2026-03-20')
  await at(run)
  const pages = await readdir(site.out)

  for (const left of ['gen-000002.duckdb.draft', 'gen-000002.duckdb.draft.wal', 'CURRENT.tmp-1-1'])
    await writeFile(join(site.warehouse, left), 'half')
  await rename(site.out, `${site.out}.old`)
  await mkdir(`${site.out}.new`)
  expect(await leftOvers(place)).toBe(
    'CURRENT.tmp-1-1; gen-000002.duckdb.draft; gen-000002.duckdb.draft.wal; out.new; out.old',
  )

  await at(run)
  expect(await doctor({ site, effects })).toMatchObject({ ok: true })
  expect((await readdir(site.warehouse)).toSorted()).toEqual([
    'CURRENT',
    'gen-000001.duckdb',
    'gen-000002.duckdb',
  ])
  expect(await readdir(site.out)).toEqual(pages)
})

async function leftOvers({ site, effects }: TestSite): Promise<string | undefined> {
  const { json } = await doctor({ site, effects })
  const { findings } = json as { findings: readonly { check: string; found: string }[] }
  return findings.find(({ check }) => check === 'left-overs')?.found
}
