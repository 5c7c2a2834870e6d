import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demo } from '#pipelines/commands/demo.ts'
import { doctor } from '#pipelines/commands/doctor.ts'
import { run } from '#pipelines/commands/jobs.ts'
import { rebuild } from '#pipelines/commands/rebuild.ts'
import { type Effects, noLog, noProgress } from '#pipelines/effects.ts'
import { type Site, siteOf } from '#pipelines/site.ts'
import type { Personal } from '#sources/synthetic/index.ts'
import { searchLeaks } from '../support/leak.ts'

/** Communes with few and many people, wards and communes. */
const communes = ['07210', '07246', '07264', '09169', '09340', '07333']
const clock = () => new Date('2026-09-20T05:00:00Z')
const effects: Effects = { clock, log: noLog, progress: noProgress }

describe('a small province of the demo, from workbooks to pages', () => {
  let root: string
  let site: Site
  let made: {
    readonly targets: readonly { target: string }[]
    readonly summary: { resultHash: string }
  }
  let planted: readonly string[]

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'hoanhap-demo-'))
    site = siteOf(join(root, 'data'), {})
    const { json } = await demo({ effects }, { folder: root, seed: 'thử', communes, months: 6 })
    made = json as typeof made
    const personal = JSON.parse(
      await readFile(join(root, 'truth/personal.json'), 'utf8'),
    ) as Personal
    planted = Object.values(personal).flat()
  })

  afterAll(() => rm(root, { recursive: true, force: true }))

  it('prints the ten targets of the plan', () => {
    expect(made.targets.map(({ target }) => target)).toEqual([
      'T01',
      'T02',
      'T03a',
      'T03b',
      'T03c',
      'T03d',
      'T03e',
      'T05',
      'T06a',
      'T06b',
    ])
  })

  it('leaves what happened and what must come of it beside the files', async () => {
    const read = async (name: string) =>
      JSON.parse(await readFile(join(root, 'truth', name), 'utf8'))
    const { persons, sendings } = (await read('world.json')) as Record<string, unknown[]>
    const { figures, problems } = (await read('expected.json')) as {
      readonly figures: readonly { readonly values: readonly unknown[] }[]
      readonly problems: readonly unknown[]
    }
    expect(persons?.length).toBeGreaterThan(80)
    expect(sendings?.length).toBeGreaterThan(80)
    expect(figures.flatMap(({ values }) => values).length).toBeGreaterThan(2_000)
    expect(problems.length).toBeGreaterThan(10)
  })

  it('leaves a page, a page per commune, feedback per file, alerts and the extract', async () => {
    const files = await readdir(site.out, { recursive: true })
    const pages = ['index.html', 'month.html', 'alerts.html', 'lateness.html', 'quality.html']
    expect(files).toEqual(expect.arrayContaining([...pages, 'alerts.txt']))
    for (const page of pages) {
      const text = await readFile(join(site.out, page), 'utf8')
      const links = [...text.matchAll(/ href="([^"#:]+)[^"]*"/g)].map(([, path]) => path)
      expect(links.filter((path) => !files.includes(path as string))).toEqual([])
      expect(links.length).toBeGreaterThan(1)
    }
    for (const code of communes) expect(files).toContain(`communes/${code}.html`)
    for (const kind of ['xlsx', 'csv', 'parquet', 'arrow'])
      expect(files).toContain(`extract/tinh.${kind}`)
    const inbox = await readdir(site.inbox, { recursive: true, withFileTypes: true })
    const bytes = inbox
      .filter((file) => file.isFile() && !file.parentPath.includes('phan-hoi'))
      .map((file) => readFile(join(file.parentPath, file.name), 'base64'))
    const different = new Set(await Promise.all(bytes)).size
    expect(files.filter((file) => /^feedback\/.*\.json$/.test(file))).toHaveLength(different)
    expect(await readFile(join(site.out, 'extract/tinh.csv'), 'utf8')).toContain(
      'bản thử, chưa được phép gửi',
    )
  })

  it('leaves no personal value outside vault, inbox, keys and truth', async () => {
    expect(planted.length).toBeGreaterThan(200)
    const { leaks, files } = await searchLeaks(root, planted, [
      'data/vault',
      'inbox',
      'keys',
      'truth',
    ])
    expect(leaks).toEqual([])
    for (const kind of [
      '.duckdb',
      '.sqlite',
      '.gz',
      '.parquet',
      '.arrow',
      '.xlsx',
      '.html',
      '.json',
      '.txt',
      '.csv',
    ]) {
      expect(
        files.some((file) => file.endsWith(kind)),
        kind,
      ).toBe(true)
    }
  })

  it('finds a leak that is planted on purpose, in text and inside an archive', async () => {
    const value = planted.find((one) => one.includes(' ')) as string
    const text = join(site.out, 'planted.txt')
    await writeFile(text, `… ${value} …`)
    const { gzipSync } = await import('node:zlib')
    const packed = join(site.out, 'planted.ndjson.gz')
    await writeFile(packed, gzipSync(JSON.stringify({ name: value })))
    const { leaks } = await searchLeaks(site.out, [value], [])
    await rm(text)
    await rm(packed)
    expect(leaks.map(({ file }) => file)).toEqual(['planted.ndjson.gz', 'planted.txt'])
  })

  it('changes nothing when it is run again', async () => {
    const { json } = await run({ site, effects })
    const again = json as { built: { resultHash: string }; alerts: Record<string, number> }
    expect(again.built.resultHash).toBe(made.summary.resultHash)
    expect(Object.values(again.alerts).every((n) => n === 0)).toBe(true)
  })

  it('gives the same hash when everything derived is made again from the vault', async () => {
    const { json, ok } = await rebuild({ site, effects })
    expect(ok).toBe(true)
    expect((json as { after: string }).after).toBe(made.summary.resultHash)
  })

  it('is found in order by doctor', async () => {
    const { json, ok } = await doctor({ site, effects })
    expect(ok, JSON.stringify(json)).toBe(true)
  })
})
