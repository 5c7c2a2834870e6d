import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openLedgerReadOnly } from '#pipelines/ledger/open.ts'
import type { Site } from '#pipelines/site.ts'
import { keyKinds, openKeys } from '#pipelines/vault/keys.ts'
import { keyToCome } from '#pipelines/vault/rotation.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { copyOfSite } from '#test/support/copied-site.ts'
import { flippableSite } from '#test/support/flip-ledger.ts'
import { filesBelow } from '#test/support/folder-of-test.ts'
import type { TestSite } from '#test/support/site.ts'

// Readers and builder of this process: what guards them is tested elsewhere.
vi.mock('#pipelines/readers/pool.ts', () => import('#test/support/readers-in-process.ts'))
vi.mock('#pipelines/warehouse/builder.ts', () => import('#test/support/builder-in-process.ts'))

let place: TestSite
beforeAll(async () => {
  place = await flippableSite()
})
afterAll(() => place?.remove())

const at = ({ data }: Site, ...argv: string[]) =>
  hoanhap(['--data', data, '--json', ...argv], place.effects)

const json = async (site: Site, ...argv: string[]) => JSON.parse((await at(site, ...argv)).out)

async function parsedText(site: Site): Promise<string> {
  const files = [...(await filesBelow(site.parsed)).values()]
  return files.map((bytes) => gunzipSync(bytes).toString()).join('')
}

async function auditOf(site: Site) {
  const ledger = await openLedgerReadOnly(site.ledger)
  const { db } = ledger
  const rows = await db.selectFrom('audit').select(['actor', 'action', 'object']).execute()
  await ledger.close()
  return rows.filter(({ action }) => action === 'rotate-key')
}

describe('key list', () => {
  test('tells the keys apart and how old they are, and gives no secret away', async () => {
    const { out } = await at(place.site, 'key', 'list')
    const keys = await openKeys(place.site.keys)
    const { vault, person, sign } = keyKinds
    expect(JSON.parse(out).keys).toMatchObject([
      { key: 'vault', id: vault.idOf(keys.vault), rotation: 'none' },
      { key: 'person', id: person.idOf(keys.person), rotation: 'none' },
      { key: 'sign', id: sign.idOf(keys.sign), rotation: 'none' },
    ])
    expect(out).not.toContain(keys.vault.identity)
    expect(out).not.toContain('AGE-SECRET-KEY')
    expect(out).not.toContain(Buffer.from(keys.person.secret).toString('hex'))
  })
})

describe('key rotate', () => {
  test('replaces all three, keeps every figure, leaves no old pseudonym, and doctor finds nothing', async () => {
    const site = await copyOfSite(place.site)
    const before = await openKeys(site.keys)
    const { out: figures } = await at(site, 'dump')
    const { code, out } = await at(site, 'key', 'rotate', '--actor', 'Phòng')
    expect(code, out).toBe(0)
    const after = await openKeys(site.keys)
    expect(JSON.parse(out).rotated).toMatchObject([
      { key: 'vault', before: before.vault.recipient, after: after.vault.recipient },
      { key: 'person', before: before.person.id, after: after.person.id },
      { key: 'sign' },
    ])
    expect(after.person.id).not.toBe(before.person.id)
    expect(after.sign.equals(before.sign)).toBe(false)
    expect((await at(site, 'dump')).out).toBe(figures)
    const text = await parsedText(site)
    expect(text).toContain(`:${after.person.id}-`)
    expect(text).not.toContain(before.person.id)
    expect(await auditOf(site)).toHaveLength(3)
    expect((await auditOf(site))[1]).toEqual({
      actor: 'Phòng',
      action: 'rotate-key',
      object: `person ${before.person.id} -> ${after.person.id}`,
    })
    const names = await readdir(site.keys)
    expect(names.filter((name) => /next|old|tmp/.test(name))).toEqual([])
    expect(await json(site, 'doctor', '--full')).toMatchObject({ ok: true })
    expect(await json(site, 'rebuild')).toMatchObject({ same: true })
  }, 60_000)

  test('replaces only the one that is named', async () => {
    const site = await copyOfSite(place.site)
    const before = await openKeys(site.keys)
    await at(site, 'key', 'rotate', '--sign')
    const after = await openKeys(site.keys)
    expect(after.vault).toEqual(before.vault)
    expect(after.person).toEqual(before.person)
    expect(after.sign.equals(before.sign)).toBe(false)
    const pub = (await readdir(site.keys)).find((name) => name.endsWith('.pub')) ?? ''
    expect(pub).toBe(`sign-${keyKinds.sign.idOf(before.sign)}.pub`)
    expect(await readFile(join(site.keys, pub), 'utf8')).toContain('BEGIN PUBLIC KEY')
  })

  test('cut off, is told of by doctor and by every job, hinders none, and is finished by the next', async () => {
    const site = await copyOfSite(place.site)
    const before = await openKeys(site.keys)
    await keyToCome(site.keys, keyKinds.vault)
    const person = await keyToCome(site.keys, keyKinds.person)
    const { out: figures } = await at(site, 'dump')
    const { findings } = await json(site, 'doctor', '--full')
    expect(findings.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([
      {
        check: 'rotation',
        ok: false,
        found:
          'the rotation of the vault key was cut off; the rotation of the person key was cut off',
        remedy: 'hoanhap key rotate',
      },
    ])
    const warned: string[] = []
    const log = {
      ...place.effects.log,
      warn: (_: object, words: string) => void warned.push(words),
    }
    await hoanhap(['--data', site.data, 'rebuild'], { ...place.effects, log })
    expect(warned).toContain('the rotation of a key was cut off; finish it: hoanhap key rotate')
    await at(site, 'key', 'rotate', '--sign')
    const after = await openKeys(site.keys)
    expect(after.vault.recipient).not.toBe(before.vault.recipient)
    expect(after.person.id).toBe(person.id)
    expect((await at(site, 'dump')).out).toBe(figures)
    expect(await json(site, 'doctor', '--full')).toMatchObject({ ok: true })
  }, 60_000)

  test('is refused while the vault does not give a file back, and the old keys stay', async () => {
    const site = await copyOfSite(place.site)
    const before = await openKeys(site.keys)
    const [file] = [...(await filesBelow(site.vault)).keys()].filter((path) =>
      path.endsWith('.age'),
    )
    await cp(join(site.keys, 'vault.agekey'), file as string, { force: true })
    const { code, err } = await at(site, 'key', 'rotate')
    expect(code).toBe(1)
    expect(err).toContain(`${file} cannot be decrypted; restore it from the backup of the vault`)
    expect((await openKeys(site.keys)).vault).toEqual(before.vault)
  })
})
