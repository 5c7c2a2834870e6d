import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ConfigError } from '#pipelines/config.ts'
import { FileError, fileExists } from '#pipelines/files.ts'
import { pull } from '#pipelines/run.ts'
import { openStation, settingOf } from '#pipelines/station.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

async function site(config: object): Promise<TestSite> {
  const place = await testSite(config)
  onTestFinished(() => place.remove())
  return place
}

/** A site whose vault holds one file. */
async function used(): Promise<TestSite> {
  const place = await site({ communes: ['07210'] })
  await place.deliver('a.csv', 'xin chào\n')
  const station = await openStation(place.site, place.effects)
  await pull(station)
  await station.close()
  return place
}

describe('a setting', () => {
  it.each([
    ['of another province', '00004'],
    ['of no place', '99999'],
    ['of a commune that is no more', '07222'],
  ])('refuses a commune %s, which would silently be left out', async (_, code) => {
    const { site: place } = await site({ communes: ['07210', code] })
    await expect(settingOf(place)).rejects.toThrow(ConfigError)
    await expect(settingOf(place)).rejects.toThrow(`commune '${code}' is none of the plan's 99`)
  })

  it('sees inbox folders from the configuration file, wherever it is called from', async () => {
    const place = await site({ communes: ['07210'], inbox: ['inbox'] })
    await place.deliver('a.csv', 'xin chào\n')
    const [connector] = (await settingOf(place.site)).connectors
    const names: string[] = []
    for await (const { name } of connector?.list() ?? []) names.push(name)
    expect(names).toEqual(['a.csv'])
  })
})

describe('a vault that holds files', () => {
  it('gets no new ledger: when they were received stands only in the old one', async () => {
    const place = await used()
    await rename(place.site.ledger, `${place.site.ledger}.lost`)
    for (const verb of ['run', 'init']) {
      const { code, err } = await hoanhap(['--data', place.site.data, verb])
      expect({ code, err }).toEqual({
        code: 1,
        err: expect.stringMatching(
          /ledger\.sqlite is missing or empty.*restore it from its copy\n$/,
        ),
      })
    }
    expect(await fileExists(place.site.ledger)).toBe(false)
    await writeFile(place.site.ledger, '')
    expect(await hoanhap(['--data', place.site.data, 'run'])).toMatchObject({ code: 1 })
    await rm(place.site.ledger)
    expect((await hoanhap(['--data', place.site.data, 'doctor'])).out).toMatch(
      /✗ ledger .*is missing/,
    )
  })

  it('gets no new key: only the old one opens it', async () => {
    const place = await used()
    const key = join(place.site.keys, 'vault.agekey')
    await rename(key, `${key}.lost`)
    await expect(openStation(place.site, place.effects)).rejects.toThrow(FileError)
    const { code } = await hoanhap(['--data', place.site.data, 'init'])
    expect(code).toBe(1)
    expect(await fileExists(key)).toBe(false)
  })

  it('is rebuilt only when every file comes out of it: what could not be made again stays', async () => {
    const place = await used()
    const parsed = await namesBelow(place.site.parsed)
    await rm(place.site.vault, { recursive: true })
    const { code, err } = await hoanhap(['--data', place.site.data, 'rebuild'])
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('is not in the vault') })
    expect(await namesBelow(place.site.parsed)).toEqual(parsed)
  })
})

describe('a ledger that is none', () => {
  it('is named by doctor and by a run, in a sentence', async () => {
    const place = await used()
    // A copy: a connection of this process that is not yet collected may still write its log into the first one.
    const data = `${place.site.data}-copy`
    const filter = (path: string) => !/-(?:wal|shm)$/.test(path)
    await cp(place.site.data, data, { recursive: true, filter })
    await writeFile(join(data, 'ledger.sqlite'), 'x'.repeat(10_000))
    const { code, err } = await hoanhap(['--data', data, 'run'])
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(
        /ledger\.sqlite is damaged \(.*file is not a database\); restore it from its copy/,
      ),
    })
    expect((await hoanhap(['--data', data, 'doctor'])).out).toMatch(
      /✗ ledger .*ledger\.sqlite is damaged \(file is not a database\)/,
    )
  })
})

describe('keys', () => {
  it('that were made by half are completed by another init', async () => {
    const place = await site({ communes: ['07210'] })
    const kept = await readFile(join(place.site.keys, 'vault.agekey'), 'utf8')
    await rm(join(place.site.keys, 'person.hmac'))
    expect(await hoanhap(['--data', place.site.data, 'init'])).toMatchObject({ code: 0, err: '' })
    expect(await fileExists(join(place.site.keys, 'person.hmac'))).toBe(true)
    expect(await readFile(join(place.site.keys, 'vault.agekey'), 'utf8')).toBe(kept)
  })
})

describe('a demo', () => {
  it('never empties the folder of an installation', async () => {
    const place = await used()
    const folder = dirname(place.site.data)
    const { code, err } = await hoanhap(['demo', '--folder', folder])
    expect(code).toBe(2)
    expect(err).toContain('holds an installation that no demo has made')
    expect(await fileExists(place.site.ledger)).toBe(true)
    expect(await fileExists(join(place.site.keys, 'vault.agekey'))).toBe(true)
  })
})

async function namesBelow(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).toSorted()
}
