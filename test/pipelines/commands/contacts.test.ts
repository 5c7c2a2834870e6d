import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLedgerReadOnly } from '#pipelines/ledger/open.ts'
import { hoanhap } from '#test/support/command-line.ts'
import { A } from '#test/support/rows.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

let place: TestSite
beforeAll(async () => {
  place = await testSite({ communes: [A], businessDate: '2026-03-20' })
})
afterAll(() => place?.remove())

const said: object[] = []
const log = {
  info: (facts: object, words: string) => void said.push({ ...facts, words }),
  warn: (facts: object, words: string) => void said.push({ ...facts, words }),
  error: (facts: object, words: string) => void said.push({ ...facts, words }),
}
const at = (...argv: string[]) =>
  hoanhap(['--data', place.site.data, '--json', 'contacts', ...argv], { ...place.effects, log })
const json = async (...argv: string[]) => JSON.parse((await at(...argv)).out)

const ADDRESS = 'congan.phuong@bacninh.example.vn'

async function auditOf() {
  const { db, close } = await openLedgerReadOnly(place.site.ledger)
  const rows = await db.selectFrom('audit').select(['actor', 'action', 'object']).execute()
  await close()
  return rows
}

test('a contact is entered once, listed, ended and kept; nothing but the list tells its address', async () => {
  const own = ['--reporter', `police:${A}`, '--channel', 'email', '--address']
  expect(await json('add', ...own, ` ${ADDRESS.toUpperCase()}`, '--actor', 'Phòng')).toEqual({
    added: [1],
    bad: [],
  })
  expect(await json('list')).toEqual({
    contacts: [
      {
        id: 1,
        reporter_id: `police:${A}`,
        role: null,
        channel: 'email',
        address: ADDRESS,
        valid_from: '2026-03-20',
        valid_to: null,
      },
    ],
  })
  const again = await at('add', ...own, ADDRESS)
  expect([again.code, again.err]).toEqual([
    2,
    'this contact stands already: hoanhap contacts list\n',
  ])
  expect((await at('end', '1', '--on', '2026-03-01')).err).toContain('valid from 2026-03-20 on')
  expect(await json('end', '1', '--on', '2026-04-01', '--actor', 'Phòng')).toEqual({
    ended: 1,
    on: '2026-04-01',
  })
  expect((await at('end', '1')).err).toContain('ended on 2026-04-01 already')
  expect((await at('end', '7')).err).toContain('no contact 7')
  expect((await json('list', '--all')).contacts).toMatchObject([{ id: 1, valid_to: '2026-04-01' }])
  expect(await auditOf()).toEqual([
    { actor: 'Phòng', action: 'contact-add', object: `contact 1 of police:${A}, email` },
    { actor: 'Phòng', action: 'contact-end', object: `contact 1 of police:${A}, email` },
  ])
  expect((await at('add', ...own, ADDRESS, '--from', '2026-03-31')).code).toBe(2)
  expect((await json('add', ...own, ADDRESS, '--from', '2026-04-01')).added).toEqual([2])
  expect(JSON.stringify(said)).not.toContain(ADDRESS)
})

test.each([
  [['--channel', 'email', '--address', 'a@b.vn'], 'either the reporter or the role'],
  [
    ['--reporter', `police:${A}`, '--role', 'analyst', '--channel', 'email', '--address', 'a@b.vn'],
    'either the reporter or the role',
  ],
  [['--reporter', 'police:99999', '--channel', 'email', '--address', 'a@b.vn'], 'no such reporter'],
  [['--role', 'boss', '--channel', 'email', '--address', 'a@b.vn'], 'role: known are analyst'],
  [['--role', 'analyst', '--channel', 'fax', '--address', '1'], 'channel: known are email'],
  [['--role', 'analyst', '--channel', 'email', '--address', 'secret at b'], 'address: expected an'],
  [['--role', 'analyst', '--channel', 'phone', '--address', '0912'], '8 to 15 digits'],
  [['--role', 'operator', '--channel', 'webhook', '--address', 'http://b.vn/'], 'https://'],
  [['--role', 'operator', '--channel', 'webhook', '--address', 'https://u:p@b.vn/'], 'password'],
])('%j is refused', async (words, why) => {
  const { code, err } = await at('add', ...words)
  expect(code).toBe(2)
  expect(err).toContain(why)
  const address = words.at(-1) ?? ''
  if (address.length > 4) expect(err).not.toContain(address)
})

test('a file is entered whole or not at all, and each bad line is told by its number', async () => {
  const path = join(place.site.data, 'contacts.csv')
  const good = ['reporter;role;channel;address', `police:${A};;phone;0912 345.678`]
  await writeFile(
    path,
    `\uFEFF${[...good, ';analyst;email;không phải', '', `police:${A};;phone;0912345678`].join('\r\n')}`,
  )
  const refused = await at('import', path)
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.out)).toEqual({
    added: [],
    bad: [
      { line: 3, wrong: ['address: expected an address as ten@noi.vn'] },
      { line: 5, wrong: ['stands already, or twice in the file'] },
    ],
  })
  const before = (await json('list', '--all')).contacts.length
  await writeFile(path, [...good, ';leadership;webhook;https://tinh.example.vn/moc'].join('\n'))
  expect((await json('import', path)).added).toHaveLength(2)
  const { contacts } = await json('list', '--all')
  expect(contacts).toHaveLength(before + 2)
  expect(contacts.slice(-2)).toMatchObject([
    { reporter_id: `police:${A}`, channel: 'phone', address: '0912345678' },
    { role: 'leadership', channel: 'webhook', address: 'https://tinh.example.vn/moc' },
  ])
  expect((await at('import', path)).code).toBe(1)
  await writeFile(path, 'whose,address\n')
  expect((await at('import', path)).err).toContain('reporter,role,channel,address,from')
})
