import { createHash } from 'node:crypto'
import { chmod, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doctor } from '#pipelines/commands/doctor.ts'
import type { Finding } from '#pipelines/doctor/finding.ts'
import type { Site } from '#pipelines/site.ts'
import { readParsed, writeParsed } from '#pipelines/vault/parsed.ts'
import { copyOfSite, tamper } from '#test/support/copied-site.ts'
import { flippableSite } from '#test/support/flip-ledger.ts'
import type { TestSite } from '#test/support/site.ts'

let place: TestSite
beforeAll(async () => {
  place = await flippableSite()
})
afterAll(() => place?.remove())

async function found(site: Site, full: boolean): Promise<readonly Finding[]> {
  const { json } = await doctor({ site, effects: place.effects }, { full })
  return (json as { findings: readonly Finding[] }).findings.filter(({ ok }) => !ok)
}

describe.each([
  ['quick', false],
  ['full', true],
] as const)('a sound site, %s', (_, full) => {
  it('is found in order, and nothing on the disk is changed', async () => {
    const site = await copyOfSite(place.site)
    const before = await everything(site)
    const { json, ok } = await doctor({ site, effects: place.effects }, { full })
    expect(json).toMatchObject({ ok: true })
    expect(ok).toBe(true)
    expect(await everything(site)).toEqual(before)
  })
})

const PAST_AUDIT = ['audit_no_update', 'audit_no_delete']
const PAST_ACTION = ['action_no_update', 'action_no_delete']
const PAST_ALERTS = ['alert_event_no_update', 'alert_event_no_delete']
const PAST_NOTICED = ['noticed_no_update', 'noticed_no_delete']

/** What is done to a site, which checks must say so with which words, and what must mend it. */
const quick: readonly Damage[] = [
  {
    what: 'a vault file that is gone',
    damage: async (site) => rm(await someFile(site.vault)),
    says: { vault: [/\.age is missing$/, /copy of the vault/] },
  },
  {
    what: 'a vault file that lacks its last byte',
    damage: async (site) => cut(await someFile(site.vault)),
    says: { vault: [/\.age has \d+ bytes, \d+ were written$/, /copy of the vault/] },
  },
  {
    what: 'a parsed file that is gone',
    damage: async (site) => rm(await someFile(site.parsed)),
    says: { 'parsed files': [/\.ndjson\.gz is missing$/, /^hoanhap rebuild$/] },
  },
  {
    what: 'a generation that is gone',
    damage: (site) => rm(join(site.warehouse, 'gen-000001.duckdb')),
    says: { generation: [/holds no current generation/, /^hoanhap run$/] },
  },
  {
    what: 'a generation that is cut off',
    damage: (site) => truncate(join(site.warehouse, 'gen-000001.duckdb'), 5_000),
    says: { generation: [/gen-000001\.duckdb cannot be opened/, /^hoanhap run$/] },
  },
  {
    what: 'a log beside an older generation',
    damage: (site) => writeFile(join(site.warehouse, 'gen-000000.duckdb.wal'), 'x'),
    says: { 'stray logs': [/gen-000000\.duckdb\.wal lies beside/, /move it away/] },
  },
  {
    what: 'a build that the ledger does not know',
    damage: (site) => tamper(site, [], `update build set state = 'failed'`),
    says: { generation: [/the ledger's last build is none$/, /^hoanhap run$/] },
  },
  {
    what: 'half a file in the vault',
    damage: (site) => writeFile(join(site.vault, 'a.age.tmp-1-1'), 'x'),
    says: { 'left-overs': [/a\.age\.tmp-1-1/, /^hoanhap run$/] },
  },
  {
    what: 'an audit entry that was rewritten',
    damage: (site) => tamper(site, PAST_AUDIT, `update audit set actor = 'x' where seq = 2`),
    says: { 'audit trail': [/broken at entry 2$/, /restore the ledger/] },
  },
  {
    what: 'an audit trail that was cut off at its end',
    damage: (site) => tamper(site, PAST_AUDIT, 'delete from audit where seq = 3'),
    says: { 'audit trail': [/^action 3 \(accept\) has no entry$/, /restore the ledger/] },
  },
  {
    what: 'an action that was taken out',
    damage: (site) => tamper(site, PAST_ACTION, 'delete from action where id = 2'),
    says: { 'audit trail': [/^entry 2 \(withdraw\) has no action$/, /restore the ledger/] },
  },
  {
    what: 'a file that the ledger lets arrive at another time',
    damage: (site) =>
      tamper(
        site,
        [],
        `update file set first_received_at = '2026-03-16T00:00:00.000Z' where sha256 = (select min(sha256) from file)`,
      ),
    says: {
      arrivals: [/file .* first delivery .*; submission .* two moments/, /restore the ledger/],
    },
  },
]

const fullOnly: readonly Damage[] = [
  {
    what: 'a vault file of which a bit flipped',
    damage: async (site) => flip(await someFile(site.vault), -20),
    says: { vault: [/\.age cannot be decrypted/, /copy of the vault/] },
  },
  {
    what: 'a vault file that the ledger does not know',
    damage: (site) => writeFile(join(site.vault, `${'0'.repeat(64)}.age`), 'x'),
    says: { vault: [/^the ledger does not know .*0{64}\.age$/, /hoanhap run/] },
  },
  {
    what: 'a parsed file of which a bit flipped',
    damage: async (site) => flip(await someFile(site.parsed), -9),
    says: { 'parsed files': [/is not as it was written/, /^hoanhap rebuild$/] },
  },
  {
    what: 'a parsed file that says otherwise than the ledger',
    damage: async (site) => {
      const path = await someFile(site.parsed)
      const { header, rows } = await readParsed(site.parsed, path.slice(dirname(path).length + 1))
      await writeParsed(site.parsed, { header: { ...header, documentNo: '99/BC' }, rows })
    },
    says: { 'parsed files': [/document_no "99\/BC", the ledger "01\/BC"/, /^hoanhap rebuild$/] },
  },
  {
    what: 'a sender who was told otherwise',
    damage: (site) => tell(site, 'partial'),
    says: {
      outcomes: [/was called partial, it is read as accepted now/, /Lần gửi/],
      generation: [/is another in/, /hoanhap run/],
    },
  },
  {
    what: 'a report that is held for no reason',
    damage: (site) => tell(site, 'held'),
    says: {
      outcomes: [/is held, and no version before it/, /hoanhap accept/],
      generation: [/is another in/, /hoanhap run/],
    },
  },
  {
    what: 'an alert case that lacks its opening',
    damage: (site) =>
      tamper(
        site,
        [...PAST_ALERTS, ...PAST_NOTICED],
        `delete from noticed where (case_id, seq) = (select case_id, seq from alert_event where rowid = 1)`,
        'delete from alert_event where rowid = 1',
      ),
    says: { alerts: [/^case [0-9a-f]{64} was never opened$/, /restore the ledger/] },
  },
  {
    what: 'a block of the generation of which a bit flipped',
    damage: async (site) => {
      const file = join(site.warehouse, 'gen-000001.duckdb')
      for (let at = 300_000; at < (await stat(file)).size; at += 262_144) await flip(file, at)
    },
    says: { generation: [/gen-000001\.duckdb is damaged \(.*(checksum|corrupt)/i, /hoanhap run/] },
  },
  {
    what: 'an older generation that is cut off',
    damage: (site) => writeFile(join(site.warehouse, 'gen-000000.duckdb'), 'x'),
    says: { 'older ones': [/gen-000000\.duckdb is damaged/, /delete the file/] },
  },
  {
    what: 'a generation of another knowledge',
    damage: (site) => tamper(site, [], `update build set known_until = '2026-03-19T00:00:00.000Z'`),
    says: { generation: [/says known until 2026-03-20T.*, the ledger 2026-03-19T/, /hoanhap run/] },
  },
]

describe.each([
  ['quick', false, quick],
  ['full', true, fullOnly],
] as const)('doctor, %s, tells of', (_, full, damages) => {
  it.each(damages)('$what', async ({ damage, says }) => {
    const site = await copyOfSite(place.site)
    await damage(site)
    const findings = await found(site, full)
    const expected = Object.entries(says)
    expect(findings.map(({ check }) => check).sort()).toEqual(
      expected.map(([check]) => check).sort(),
    )
    for (const [check, [words, remedy]] of expected) {
      const finding = findings.find((one) => one.check === check)
      expect(finding?.found).toMatch(words)
      expect(finding?.remedy).toMatch(remedy)
    }
  })
})

interface Damage {
  readonly what: string
  readonly damage: (site: Site) => Promise<unknown>
  readonly says: Readonly<Record<string, readonly [found: RegExp, remedy: RegExp]>>
}

/** The first file of a folder, by name. */
async function someFile(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(age|gz)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  return paths.sort()[0] ?? 'there is none'
}

async function cut(path: string): Promise<void> {
  await chmod(path, 0o600)
  await truncate(path, (await stat(path)).size - 1)
}

/** Flips a bit; a negative place counts from the end. */
async function flip(path: string, at: number): Promise<void> {
  await chmod(path, 0o600)
  const file = await open(path, 'r+')
  const place = at < 0 ? (await file.stat()).size + at : at
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, place)
  await file.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, place)
  await file.close()
}

/** Lets the ledger say that a sender was told something else. */
function tell(site: Site, outcome: string): Promise<void> {
  return tamper(
    site,
    ['submission_told'],
    `update submission set outcome = '${outcome}' where submission_id = (
       select submission_id from submission where reporter_id = 'police:07246' and window_id = 'adm:2026-02')`,
  )
}

/** Path, size, time of change and content of everything below a site's root. */
async function everything({ data }: Site): Promise<readonly string[]> {
  const entries = await readdir(dirname(data), { recursive: true, withFileTypes: true })
  const lines = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name)
    const { size, mtimeMs } = await stat(path)
    const sha256 = entry.isFile()
      ? createHash('sha256')
          .update(await readFile(path))
          .digest('hex')
      : ''
    return [path, size, mtimeMs, sha256].join(' ')
  })
  return (await Promise.all(lines)).sort()
}
