import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { Letter } from '#pipelines/delivery/channel.ts'
import { sendDue } from '#pipelines/delivery/send.ts'
import { smtp } from '#pipelines/delivery/smtp.ts'
import { contactOf, deskOfTest, mailBy, outboxRows, queued } from '#test/support/desk-of-test.ts'
import { day } from '#test/support/ledger-of-test.ts'
import { lineByLine, scriptedMail } from '#test/support/scripted-mail.ts'

const letter: Letter = {
  ...{ id: 'a'.repeat(64), to: 'a@vi-du.vn', at: day(1), subject: 's', text: 't', items: [] },
}

function by(port: number, seconds: number) {
  const settings = { by: 'smtp', from: 'canh-bao@vi-du.vn', host: '127.0.0.1' } as const
  return smtp({ ...settings, port, security: 'none', seconds }, { seen: (path) => path })
}

describe('a mail server', () => {
  it('that always says one line more is left in the end, and its line is cut', async () => {
    let ended: Promise<unknown> | undefined
    const port = await scriptedMail((client) => {
      ended = once(client, 'close')
      client.write('220 thu.vi-du.vn\r\n')
      const more = () => {
        if (!client.destroyed) client.write('250-wait\r\n', () => setTimeout(more, 5))
      }
      client.once('data', more)
    })
    await expect(by(port, 0.04).send(letter)).rejects.toMatchObject({ retry: 'down' })
    await ended
  })

  it('that says yes and nothing to QUIT has the letter', async () => {
    const port = await scriptedMail((client) =>
      lineByLine(client, () => client.write('250 ok\r\n')),
    )
    expect(await by(port, 60).send(letter)).toBe('250 ok')
  })

  it('whose line is cut before its answer is sent the very same mail again', async () => {
    const mails: string[] = []
    const port = await scriptedMail((client) =>
      lineByLine(client, (raw) => {
        mails.push(raw)
        if (mails.length === 1) client.destroy()
        else client.write('250 ok\r\n')
      }),
    )
    const { desk, ledger, time } = await deskOfTest(mailBy(port))
    const contact = await contactOf(ledger, { address: 'a@vi-du.vn' })
    await queued(ledger, contact, 'việc')
    expect(await sendDue(desk)).toMatchObject({ sent: 0, later: 1 })
    time.now = day(5)
    await queued(ledger, contact, 'việc khác', 'now', day(9))
    expect(await sendDue(desk)).toMatchObject({ sent: 1, later: 0 })
    expect(mails[1]).toBe(mails[0])
    expect(mails[0]).toMatch(/^Message-ID: <[0-9a-f]{40}@vi-du\.vn>/m)
    expect((await outboxRows(ledger)).map(({ state }) => state).sort()).toEqual(['sent', 'waiting'])
  })
})
