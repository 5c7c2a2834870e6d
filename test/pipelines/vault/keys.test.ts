import { createHash, createPublicKey, sign, verify } from 'node:crypto'
import { chmod, chown, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { KeysError, keysFolder, makeKeys, openKeys } from '#pipelines/vault/keys.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'

describe('keys', () => {
  test('are made once, private, and opened as they were made', async () => {
    const folder = join(await folderOfTest(), 'keys')
    const made = await makeKeys(folder)
    for (const name of ['vault.agekey', 'person.hmac', 'sign.ed25519']) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
    }
    const again = await makeKeys(folder)
    expect(again.vault).toEqual(made.vault)
    expect(again.person).toEqual(made.person)
    expect(again.sign.equals(made.sign)).toBe(true)
  })

  test('have the shape that the tools of age, HMAC and Ed25519 expect', async () => {
    const folder = await folderOfTest()
    const keys = await makeKeys(folder)
    expect(await readFile(join(folder, 'vault.agekey'), 'utf8')).toMatch(
      /^# public key: age1[0-9a-z]{58}\nAGE-SECRET-KEY-1[0-9A-Z]{58}\n$/,
    )
    expect(keys.vault.recipient).toMatch(/^age1[0-9a-z]{58}$/)
    const secret = await readFile(join(folder, 'person.hmac'))
    expect(secret).toHaveLength(32)
    expect(keys.person.id).toBe(createHash('sha256').update(secret).digest('hex').slice(0, 8))
    const signature = sign(null, Buffer.from('x'), keys.sign)
    expect(verify(null, Buffer.from('x'), createPublicKey(keys.sign), signature)).toBe(true)
  })

  test.each(['vault.agekey', 'person.hmac', 'sign.ed25519'])(
    '%s open to others is refused',
    async (name) => {
      const folder = await folderOfTest()
      await makeKeys(folder)
      await chmod(join(folder, name), 0o640)
      const refusal = await openKeys(folder).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(KeysError)
      expect(String(refusal)).toContain(
        `mode 0640); make it private: chmod 600 ${join(folder, name)}`,
      )
    },
  )

  test('a folder open to others is refused with the command that closes it', async () => {
    const folder = await folderOfTest()
    await makeKeys(folder)
    for (const mode of [0o710, 0o701, 0o755]) {
      await chmod(folder, mode)
      const refusal = await openKeys(folder).catch((error: unknown) => error)
      expect(refusal).toBeInstanceOf(KeysError)
      expect(String(refusal)).toMatch(new RegExp(`make it private: chmod 700 ${folder}$`))
    }
    await chmod(folder, 0o700)
    await openKeys(folder)
  })

  test.each(['vault.agekey', 'person.hmac', 'sign.ed25519'])(
    'a link in the place of %s is refused',
    async (name) => {
      const folder = await folderOfTest()
      await makeKeys(folder)
      await rename(join(folder, name), join(folder, 'elsewhere'))
      await symlink(join(folder, 'elsewhere'), join(folder, name))
      await expect(openKeys(folder)).rejects.toThrow(`${join(folder, name)} is a link`)
    },
  )

  test('a link in the place of their folder is refused', async () => {
    const folder = await folderOfTest()
    await makeKeys(join(folder, 'there'))
    await symlink(join(folder, 'there'), join(folder, 'keys'))
    await expect(openKeys(join(folder, 'keys'))).rejects.toThrow('is a link')
  })

  test.runIf(process.geteuid?.() === 0)('of another user are refused', async () => {
    const folder = await folderOfTest()
    await makeKeys(folder)
    const path = join(folder, 'person.hmac')
    await chown(path, 12_345, 12_345)
    await expect(openKeys(folder)).rejects.toThrow(
      `${path} belongs to user 12345, this runs as user 0; give it over: chown 0 ${path}`,
    )
  })

  test('missing, they name the command that makes them', async () => {
    const folder = await folderOfTest()
    await expect(openKeys(folder)).rejects.toThrow('hoanhap init')
  })

  test.each(['vault.agekey', 'person.hmac', 'sign.ed25519'])(
    'a damaged %s is not used and not replaced',
    async (name) => {
      const folder = await folderOfTest()
      await makeKeys(folder)
      await writeFile(join(folder, name), 'damaged')
      await expect(makeKeys(folder)).rejects.toThrow('restore it from the backup of the keys')
      expect(await readFile(join(folder, name), 'utf8')).toBe('damaged')
    },
  )

  test('lie beside the data unless the environment says where', () => {
    expect(keysFolder('/srv/hoanhap/data', {})).toBe('/srv/hoanhap/keys')
    expect(keysFolder('/srv/hoanhap/data', { HOANHAP_KEYS: '/etc/hoanhap' })).toBe('/etc/hoanhap')
  })
})
