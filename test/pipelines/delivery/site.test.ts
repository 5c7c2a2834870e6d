import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { serve } from '#pipelines/commands/serve.ts'
import { lookAtOutbox } from '#pipelines/delivery/sender.ts'
import { noLog } from '#pipelines/effects.ts'
import { openLedger } from '#pipelines/ledger/open.ts'
import { hoanhap, type Ran } from '#test/support/command-line.ts'
import { contactOf, queued } from '#test/support/desk-of-test.ts'
import { mailServer } from '#test/support/mail-server.ts'
import { mailSubject, mailText } from '#test/support/mail-text.ts'
import { type TestSite, testSite } from '#test/support/site.ts'

/** A site whose mail goes by a server on this machine: command lines are run at a time of day in Vietnam. */
async function siteWith(port: number) {
  const place: TestSite = await testSite({})
  onTestFinished(() => place.remove())
  const mail = {
    ...{ by: 'smtp', from: 'canh-bao@vi-du.vn', host: '127.0.0.1', port },
    ...{ security: 'none', seconds: 60 },
  }
  const chosen = { communes: ['07210'], businessDate: '2026-03-20', answers: null }
  await writeFile(place.site.config, JSON.stringify({ ...chosen, delivery: { mail } }))
  const clock = (time: string) => new Date(`${time}:00+07:00`)
  const at = (time: string, ...argv: readonly string[]): Promise<Ran> =>
    hoanhap(['--data', place.site.data, ...argv], { ...place.effects, clock: () => clock(time) })
  return { site: place.site, effects: place.effects, at, clock }
}

it('a run is not held up by a mail server that hangs; a sender killed over its letters sends each exactly once', async () => {
  const server = await mailServer()
  const { site, at, clock } = await siteWith(server.port)
  const add = (of: string, whom: string) =>
    at(
      '2026-03-01T09:00',
      ...['contacts', 'add', of, whom, '--channel', 'email'],
      ...['--address', `${whom.replace(':', '-')}@vi-du.vn`],
    )
  for (const [of, whom] of [
    ['--role', 'analyst'],
    ['--reporter', 'police:07210'],
    ['--role', 'operator'],
  ] as const)
    expect(await add(of, whom)).toMatchObject({ code: 0 })

  // whoever connected now would wait for ever
  server.mishaps.push('silence')
  const ran = await at('2026-03-20T09:00', 'run')
  expect(ran).toMatchObject({ code: 0, err: '' })
  const [, queued = ''] = /messages {3}(\d+) queued, \1 waiting/.exec(ran.out) ?? []
  expect(Number(queued)).toBeGreaterThan(2)
  expect(server.connections).toBe(0)

  // what is long overdue may leave at once, and meets with silence
  const silence = server.silence()
  const hanging = at('2026-03-20T09:05', 'alerts', 'send')
  await silence
  server.hangUp()
  const hung = await hanging
  expect(hung.code).toBe(1)
  expect(hung.out).toMatch(/^0 letters sent, 2 to be tried again/)
  expect(server.connections, 'the second was not tried').toBe(1)
  expect((await at('2026-03-20T09:05', 'status')).out).toContain(
    `${queued} messages wait to leave, the next from 2026-03-20T02:0`,
  )
  expect(await lookAtOutbox(site, clock('2026-03-20T09:05'))).toMatchObject({ isDue: false })

  const killed = fork(
    fileURLToPath(new URL('../../support/send-child.ts', import.meta.url)),
    [site.data, clock('2026-03-23T07:30').toISOString()],
    { execArgv: ['--import', new URL('../../../pipelines/typescript.mjs', import.meta.url).href] },
  )
  expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL'])
  const left = server.arrived.length
  expect(new Set(server.arrived.map(({ messageId }) => messageId)).size).toBe(left)
  expect(new Set(server.arrived.map(({ to }) => to))).toEqual(
    new Set(['analyst@vi-du.vn', 'police-07210@vi-du.vn']),
  )
  expect(await lookAtOutbox(site, clock('2026-03-23T07:31'))).toMatchObject({ isDue: true })
  const after = await at('2026-03-23T07:31', 'alerts', 'send')
  expect(after.out).toBe('0 letters sent, 0 to be tried again, 0 given up\n0 messages wait\n')
  expect(server.arrived).toHaveLength(left)
  const police = server.arrived.find(({ to }) => to.startsWith('police'))?.raw ?? ''
  expect(mailSubject(police)).toMatch(/^\[Tái hòa nhập cộng đồng\] /)
  expect(mailText(police)).toMatch(
    /^Kính gửi: Công an phường Bắc Giang\r?\n\r?\nThực hiện Kế hoạch số 195\/KH-UBND\./,
  )
  expect(server.arrived.map(({ raw }) => mailText(raw)).join()).toContain('quá hạn báo cáo')

  const tested = await at('2026-03-23T07:32', 'alerts', 'test')
  expect(tested).toMatchObject({ code: 0, out: expect.stringMatching(/^✓ contact 3: 250 /) })
  expect(server.arrived.at(-1)?.to).toBe('operator@vi-du.vn')
  server.mishaps.push({ at: 'RCPT', code: 550 })
  const refused = await at('2026-03-23T07:33', 'alerts', 'test', '--to', 'ai-do@vi-du.vn')
  expect(refused).toMatchObject({ code: 1, out: expect.stringMatching(/✗ the address: .*550/) })
  expect(await at('2026-03-23T07:33', 'alerts', 'test', '--to', '9')).toMatchObject({ code: 2 })
  const doctor = await at('2026-03-23T07:34', 'doctor')
  expect(doctor.out).toMatch(/✓ outbox +0 messages wait/)
})

it('serve sends beside its job, as soon as the ledger is free, and ends with what it has begun', async () => {
  const server = await mailServer()
  const { site, effects, clock } = await siteWith(server.port)
  let busy = () => {}
  const isBusy = new Promise<void>((resolve) => (busy = resolve))
  const log = {
    ...noLog,
    info: (_: object, sentence: string) => void (sentence === 'nothing to do' && busy()),
  }
  const now = { ...effects, log, clock: () => clock('2026-02-03T09:00') }
  // somebody else has the ledger: the job is busy, the sender waits
  const ledger = await openLedger(site.ledger, now.clock)
  await queued(ledger, await contactOf(ledger, { address: 'a@vi-du.vn' }), 'việc')
  const serving = await serve({ site, effects: now }, 0)
  const arrival = server.arrival()
  await isBusy
  await ledger.close()
  expect(await arrival).toMatchObject({ to: 'a@vi-du.vn' })
  await serving.stop()
  expect(await lookAtOutbox(site, now.clock())).toMatchObject({ waiting: 0, isDue: false })
  expect(server.arrived).toHaveLength(1)
})
