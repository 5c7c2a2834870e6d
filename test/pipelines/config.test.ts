import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, parseConfig, readConfig } from '#pipelines/config.ts'
import { siteOf } from '#pipelines/site.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'

const parse = (config: object) => parseConfig(JSON.stringify(config), '/srv/hoanhap.config.json')

describe('a configuration', () => {
  it('is complete and frozen, whatever was left out', async () => {
    const defaults = {
      plan: 'bac-ninh-2026',
      communes: null,
      businessDate: null,
      inbox: [],
      readers: null,
      schedule: '*/15 6-18 * * *',
      port: 8420,
    }
    const config = parse({ $schema: './schema.json' })
    expect(config).toMatchObject(defaults)
    expect(Object.isFrozen(config)).toBe(true)
    expect(await readConfig(siteOf(join(await folderOfTest(), 'data'), {}))).toMatchObject(defaults)
  })

  for (const [what, config, says] of [
    ['an unknown plan', { plan: 'bac-ninh-2025' }, /"bac-ninh-2026"[\s\S]*plan/],
    ['a key that nobody knows', { plna: 'bac-ninh-2026' }, /plna/],
    [
      'a day that does not exist',
      { businessDate: '2026-02-30' },
      /expected a day as YYYY-MM-DD[\s\S]*businessDate/,
    ],
    ['a commune without five digits', { communes: ['7210'] }, /communes\[0\]/],
    ['no commune at all', { communes: [] }, /name at least one commune[\s\S]*communes/],
    ['no reader at all', { readers: 0 }, /readers/],
    [
      'a schedule that is none',
      { schedule: 'every day' },
      /expected a cron expression[\s\S]*schedule/,
    ],
    ['a port beyond all ports', { port: 65_536 }, /port/],
  ] as const) {
    it(`refuses ${what}, naming file and field`, () => {
      expect(() => parse(config)).toThrow(ConfigError)
      expect(() => parse(config)).toThrow('/srv/hoanhap.config.json')
      expect(() => parse(config)).toThrow(says)
    })
  }

  it('may begin with the mark that Windows editors write', () => {
    expect(parseConfig('\uFEFF{ "port": 9000 }', '/srv/x.json').port).toBe(9000)
  })

  it('refuses what is no JSON', () => {
    expect(() => parseConfig('{ "plan": ', '/srv/x.json')).toThrow(/^\/srv\/x\.json: is no JSON \(/)
  })
})

describe('a site', () => {
  it('keeps keys, inbox and pages beside the data, the keys where the environment says', () => {
    expect(siteOf('/srv/data', {})).toMatchObject({
      keys: '/srv/keys',
      inbox: '/srv/inbox',
      out: '/srv/out',
      ledger: '/srv/data/ledger.sqlite',
    })
    expect(siteOf('/srv/data', { HOANHAP_KEYS: '/etc/hoanhap/keys' }).keys).toBe(
      '/etc/hoanhap/keys',
    )
    expect(siteOf('/srv/data', { HOANHAP_KEYS: '' }).keys).toBe('/srv/keys')
  })
})
