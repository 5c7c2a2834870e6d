import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DeliveryError, type Letter } from '#pipelines/delivery/channel.ts'
import { sendDue } from '#pipelines/delivery/send.ts'
import { requeue } from '#pipelines/ledger/outbox-batches.ts'
import { contactOf, deskOfTest, mailBy, outboxRows, queued } from '#test/support/desk-of-test.ts'
import { day } from '#test/support/ledger-of-test.ts'
import { mailServer } from '#test/support/mail-server.ts'
import { mailSubject, mailText } from '#test/support/mail-text.ts'

const minutes = (n: number, from: Date) => new Date(from.getTime() + n * 60_000)

describe('a mail server', () => {
  it('that is down, silent, busy and back gets each message exactly once', async () => {
    const server = await mailServer()
    const { port } = server
    const { desk, ledger, time } = await deskOfTest(mailBy(port))
    for (const name of ['a', 'b', 'c']) {
      const contact = await contactOf(ledger, { address: `${name}@vi-du.vn` })
      await queued(ledger, contact, `việc của ${name}`)
    }
    const waiting = async () => (await outboxRows(ledger)).map(({ attempts }) => attempts).sort()

    await server.close()
    const down = await sendDue(desk)
    expect(down).toMatchObject({ sent: 0, later: 3, givenUp: 0, waiting: 3 })
    expect(down.troubles[0]).toMatch(/ECONNREFUSED/)
    expect(await waiting(), 'only the first was tried').toEqual([0, 0, 1])
    expect(await sendDue(desk), 'not before its time').toMatchObject({ sent: 0, later: 0 })

    const back = await mailServer(port)
    time.now = minutes(2, time.now)
    back.mishaps.push('silence')
    const impatient = { ...desk, ways: mailBy(port, 0.15) }
    expect(await sendDue(impatient)).toMatchObject({ sent: 0, later: 3 })
    expect(back.connections, 'only the first was tried').toBeLessThan(2)
    back.mishaps.length = 0

    time.now = minutes(3, time.now)
    back.mishaps.push({ at: 'RCPT', code: 451 }, { at: 'DATA', code: 452 })
    expect(await sendDue(desk), '451 is of one letter').toMatchObject({ sent: 1, later: 2 })

    time.now = minutes(10, time.now)
    expect(await sendDue(desk)).toMatchObject({ sent: 2, later: 0, waiting: 0, nextAt: null })
    time.now = day(20)
    expect(await sendDue(desk)).toMatchObject({ sent: 0, later: 0 })
    expect(back.arrived.map(({ to }) => to).sort()).toEqual([
      'a@vi-du.vn',
      'b@vi-du.vn',
      'c@vi-du.vn',
    ])
    expect(new Set(back.arrived.map(({ messageId }) => messageId)).size).toBe(3)
  })

  it('that refuses for good makes a dead letter, of which the operator is told; it can be sent again', async () => {
    const server = await mailServer()
    const { desk, ledger, time } = await deskOfTest(mailBy(server.port))
    const clerk = await contactOf(ledger, { address: 'khong-co@vi-du.vn' })
    await contactOf(ledger, { address: 'may-chu@vi-du.vn', role: 'operator' })
    await queued(ledger, clerk, 'việc thứ nhất')
    server.mishaps.push({ at: 'RCPT', code: 550, says: 'khong-co@vi-du.vn: no such user' })
    const refused = await sendDue(desk)
    expect(refused).toMatchObject({ sent: 0, later: 0, givenUp: 1, waiting: 1 })
    const [dead] = (await outboxRows(ledger)).filter(({ state }) => state === 'given-up')
    expect(dead).toMatchObject({ attempts: 1, reason: expect.stringContaining('550') })
    expect(dead?.reason).not.toContain('khong-co@')

    expect(await sendDue(desk)).toMatchObject({ sent: 1, waiting: 0 })
    expect(server.arrived.map(({ to }) => to)).toEqual(['may-chu@vi-du.vn'])
    const [told] = server.arrived
    expect(told?.raw).not.toContain('khong-co')

    time.now = minutes(1, time.now)
    expect(await ledger.db.transaction().execute((tx) => requeue(tx, time.now, '2026-02-03'))).toBe(
      1,
    )
    expect(await sendDue(desk)).toMatchObject({ sent: 1, waiting: 0 })
    expect(server.arrived.map(({ to }) => to)).toEqual(['may-chu@vi-du.vn', 'khong-co@vi-du.vn'])
  })

  it('that never comes back is given up in the end, with the reason; a dead notice makes no notice', async () => {
    const way = {
      route: () => 'test',
      send: () => Promise.reject(new DeliveryError('down', 'nobody there')),
    }
    const { desk, ledger, time } = await deskOfTest({ email: way })
    const operator = await contactOf(ledger, { address: 'may-chu@vi-du.vn', role: 'operator' })
    await queued(ledger, operator, 'việc')
    await ledger.db.updateTable('outbox').set({ attempts: 22 }).execute()
    const first = await sendDue(desk)
    expect(first).toMatchObject({ later: 1, givenUp: 0 })
    time.now = new Date(first.nextAt ?? '')
    expect(await sendDue(desk)).toMatchObject({ later: 0, givenUp: 1, waiting: 1 })
    await ledger.db
      .updateTable('outbox')
      .set({ attempts: 23 })
      .where('about', 'is not', null)
      .execute()
    expect(await sendDue(desk)).toMatchObject({ givenUp: 1, waiting: 0 })
    const rows = await outboxRows(ledger)
    expect(rows).toHaveLength(2)
    for (const row of rows)
      expect(row).toMatchObject({ state: 'given-up', attempts: 24, reason: 'nobody there' })
  })

  it('without protection is not trusted with a letter where protection is asked for', async () => {
    const server = await mailServer()
    const { smtp } = await import('#pipelines/delivery/smtp.ts')
    const strict = smtp(
      {
        ...{ by: 'smtp', from: 'canh-bao@vi-du.vn', host: '127.0.0.1', port: server.port },
        ...{ security: 'starttls', seconds: 60 },
      },
      { seen: (path) => path },
    )
    const letter = { id: 'a'.repeat(64), to: 'a@vi-du.vn', at: day(1), subject: 's', text: 't' }
    await expect(strict.send({ ...letter, items: [] })).rejects.toMatchObject({ retry: 'down' })
    expect(server.arrived).toEqual([])
  })
})

describe('a letter', () => {
  it('holds all that is due for its contact, and stays as it is when it is tried again', async () => {
    const server = await mailServer()
    const { desk, ledger, time } = await deskOfTest(mailBy(server.port))
    const contact = await contactOf(ledger, { address: 'a@vi-du.vn' })
    await queued(ledger, contact, 'việc gộp', 'digest')
    await queued(ledger, contact, 'việc gấp', 'now')
    await queued(ledger, contact, 'việc để sau', 'digest', day(9))
    server.mishaps.push({ at: 'DATA', code: 451 })
    await sendDue(desk)
    await queued(ledger, contact, 'việc mới', 'now')
    time.now = day(4)
    expect(await sendDue(desk)).toMatchObject({ sent: 2, waiting: 1 })
    const letters = server.arrived.map(({ raw }) => ({ raw, text: mailText(raw) }))
    const fresh = letters.find(({ text }) => text.includes('việc mới'))
    const both = letters.find((letter) => letter !== fresh)
    expect(both?.text, 'urgent ones first').toMatch(/việc gấp[\s\S]*việc gộp/)
    expect(letters.map(({ text }) => text).join()).not.toContain('việc để sau')
    expect(both?.raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m)
    // 12:00 of 3/2/2026 in Vietnam: when it left first, not when it arrived
    expect(both?.raw).toMatch(/^Date: Tue, 03 Feb 2026 05:00:00 \+0000\r?$/m)
    expect(mailSubject(both?.raw ?? '')).toBe(
      '[Tái hòa nhập cộng đồng] 2 cảnh báo về chỉ tiêu, ngày 3/2/2026',
    )
  })

  it('of reports has a line for each reporter, byte by byte the same at each attempt; its items stay one by one', async () => {
    const letters: Letter[] = []
    const way = {
      route: () => 'test',
      send: async (letter: Letter) => {
        letters.push(letter)
        if (letters.length === 1) throw new DeliveryError('later', 'not now')
        return 'yes'
      },
    }
    const { desk, ledger, time } = await deskOfTest({ email: way })
    const contact = await contactOf(ledger, { address: 'a@vi-du.vn' })
    const entry = { section: 'overdue', heading: 'Đã qua hạn:', who: 'UBND xã A' } as const
    for (const form of ['06', '04'])
      await queued(ledger, contact, form, 'now', day(2), { ...entry, form, line: 'Quý I' })
    await sendDue(desk)
    await queued(ledger, contact, 'việc mới', 'digest', day(9))
    time.now = day(4)
    await sendDue({ ...desk, clock: () => time.now })
    expect(letters).toHaveLength(2)
    expect(letters[1]).toEqual(letters[0])
    expect(letters[0]?.text).toContain('- UBND xã A: 0/2 báo cáo – Biểu 04, 06, Quý I')
    expect(letters[0]?.text).toContain('Đến ngày 3/2/2026 có 2 báo cáo quá hạn của 1 đơn vị.')
    expect(letters[0]?.subject).toContain('2 báo cáo quá hạn của 1 đơn vị, ngày 3/2/2026')
    expect(letters[0]?.items.map(({ text }) => text.split('\n')[0]).sort()).toEqual(['04', '06'])
  })

  it('takes no header from a text', async () => {
    const server = await mailServer()
    const { desk, ledger } = await deskOfTest(mailBy(server.port))
    const contact = await contactOf(ledger, { address: 'a@vi-du.vn' })
    await queued(ledger, contact, 'việc\r\nBcc: ke-xau@vi-du.vn\r\n\r\nthân khác')
    expect(await sendDue(desk)).toMatchObject({ sent: 1 })
    expect(server.arrived.map(({ to }) => to)).toEqual(['a@vi-du.vn'])
    const [head = ''] = (server.arrived[0]?.raw ?? '').split('\r\n\r\n')
    expect(head).not.toMatch(/^Bcc:/im)
  })

  it('to a contact that was ended is not sent, and the ending is the reason', async () => {
    const server = await mailServer()
    const { desk, ledger } = await deskOfTest(mailBy(server.port))
    const contact = await contactOf(ledger, { address: 'a@vi-du.vn' })
    await queued(ledger, contact, 'việc')
    await ledger.db.updateTable('contact').set({ valid_to: '2026-02-03' }).execute()
    expect(await sendDue(desk)).toMatchObject({ sent: 0, waiting: 0 })
    expect(await outboxRows(ledger)).toMatchObject([
      { state: 'given-up', reason: 'the contact was ended' },
    ])
    expect(server.connections).toBe(0)
  })

  it('that has not left when an address changes goes to the new one, and to nobody twice', async () => {
    const server = await mailServer()
    const { desk, ledger } = await deskOfTest(mailBy(server.port))
    const old = await contactOf(ledger, { address: 'cu@vi-du.vn', reporter: 'police:07210' })
    await queued(ledger, old, 'việc chung')
    await queued(ledger, old, 'việc riêng')
    await ledger.db.updateTable('contact').set({ valid_to: '2026-02-03' }).execute()
    const since = { reporter: 'police:07210', validFrom: '2026-02-03' } as const
    const fresh = await contactOf(ledger, { address: 'moi@vi-du.vn', ...since })
    await contactOf(ledger, { address: 'khac@vi-du.vn', ...since, reporter: 'police:07213' })
    await queued(ledger, fresh, 'việc chung')
    while ((await sendDue(desk)).waiting > 0);
    expect(server.arrived.every(({ to }) => to === 'moi@vi-du.vn')).toBe(true)
    const texts = server.arrived.map(({ raw }) => mailText(raw)).join()
    expect(texts.match(/^việc (chung|riêng)$/gm)?.sort()).toEqual(['việc chung', 'việc riêng'])
  })

  it('keeps to the quiet hours also when it is late', async () => {
    const server = await mailServer()
    const { desk, ledger, time } = await deskOfTest(mailBy(server.port))
    const quiet = { ...desk, hours: { ...desk.hours, quietHours: { from: '20:00', to: '06:30' } } }
    const contact = await contactOf(ledger, { address: 'a@vi-du.vn' })
    await queued(ledger, contact, 'việc')
    time.now = new Date('2026-02-03T22:10:00+07:00')
    expect(await sendDue(quiet)).toMatchObject({ sent: 0, waiting: 1 })
    expect(server.connections).toBe(0)
    time.now = new Date('2026-02-04T06:30:00+07:00')
    expect(await sendDue(quiet)).toMatchObject({ sent: 1, waiting: 0 })
  })
})

/** A way out that counts. */
function counting() {
  const sent: string[] = []
  const send = async ({ id }: { readonly id: string }) => {
    sent.push(id)
    return 'yes'
  }
  return { ways: { email: { route: () => 'test', send } }, sent }
}

class Killed extends Error {}

describe('a sender that is killed', () => {
  it.each([
    ['when it has claimed', 1, 0],
    ['when the other side has said yes, before the ledger knows', 2, 1],
  ])('%s sends everything exactly once', async (_, dies, sentBefore) => {
    const { ways, sent } = counting()
    const { desk, ledger } = await deskOfTest(ways)
    for (const name of ['a', 'b']) {
      const contact = await contactOf(ledger, { address: `${name}@vi-du.vn` })
      await queued(ledger, contact, `việc của ${name}`)
    }
    let turns = 0
    const enter: typeof desk.enter = async (work) => {
      turns += 1
      if (turns < dies) return work(ledger.db)
      if (turns > dies) throw new Killed()
      // the first of the two turns commits before it dies, the second does not begin
      if (dies === 1) await work(ledger.db)
      throw new Killed()
    }
    await expect(sendDue({ ...desk, enter })).rejects.toThrow(Killed)
    expect(sent).toHaveLength(sentBefore * 2)
    expect((await outboxRows(ledger)).map(({ state }) => state)).toEqual(['sending', 'sending'])
    const after = await sendDue(desk)
    expect(after).toMatchObject({ sent: 2 - sentBefore * 2, waiting: 0 })
    expect(new Set(sent).size).toBe(2)
    expect(sent).toHaveLength(2)
    expect((await outboxRows(ledger)).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })

  it('while another is at work refuses to be the second', async () => {
    const { ways } = counting()
    const { desk, ledger } = await deskOfTest(ways)
    const contact = await contactOf(ledger, { address: 'a@vi-du.vn' })
    await queued(ledger, contact, 'việc')
    let second: Promise<unknown> = Promise.resolve()
    const way = {
      route: () => 'test',
      async send() {
        second = sendDue(desk).catch((cause: unknown) => cause)
        await second
        return 'yes'
      },
    }
    expect(await sendDue({ ...desk, ways: { email: way } })).toMatchObject({ sent: 1 })
    expect(await second).toMatchObject({ name: 'SendingError' })
  })
})

describe('a sender', () => {
  async function twoFor(ways: Parameters<typeof deskOfTest>[0]) {
    const all = await deskOfTest(ways)
    for (const name of ['a', 'b']) {
      const contact = await contactOf(all.ledger, { address: `${name}@vi-du.vn` })
      await queued(all.ledger, contact, `việc của ${name}`)
    }
    return all
  }

  it('that is stopped ends with the letter under way; the others wait as if nothing had been', async () => {
    const stopping = new AbortController()
    const sent: string[] = []
    const email = {
      route: () => 'test',
      async send({ to }: { readonly to: string }) {
        sent.push(to)
        stopping.abort()
        return 'yes'
      },
    }
    const { desk, ledger } = await twoFor({ email })
    const stopped = await sendDue({ ...desk, enough: stopping.signal })
    expect(stopped).toMatchObject({ sent: 1, later: 1, givenUp: 0, waiting: 1 })
    const [waiting] = (await outboxRows(ledger)).filter(({ state }) => state === 'waiting')
    expect(waiting).toMatchObject({ attempts: 0 })
    expect(await sendDue(desk)).toMatchObject({ sent: 1, later: 0, waiting: 0 })
    expect(sent.sort()).toEqual(['a@vi-du.vn', 'b@vi-du.vn'])
  })

  it.each(['', '{"batch":"x"}', '{"batch":"x","at":"hôm qua"}', '\u0000\u0000'])(
    'takes a receipt that says %j by its name',
    async (text) => {
      const { ways, sent } = counting()
      const { desk, ledger } = await twoFor(ways)
      const enter: typeof desk.enter = async (work) => {
        if (sent.length > 0) throw new Killed()
        return work(ledger.db)
      }
      await expect(sendDue({ ...desk, enter })).rejects.toThrow(Killed)
      for (const name of await readdir(desk.outbox))
        if (name.endsWith('.sent')) await writeFile(join(desk.outbox, name), text)
      expect(await sendDue(desk)).toMatchObject({ sent: 0, waiting: 0 })
      expect(sent).toHaveLength(2)
      const rows = await outboxRows(ledger)
      expect(rows.map(({ state, sent_at }) => [state, (sent_at ?? '') > '2026'])).toEqual([
        ['sent', true],
        ['sent', true],
      ])
    },
  )

  it('whose clock ran years ahead, and was set right, does not wait for years', async () => {
    const refusing = {
      route: () => 'test',
      send: () => Promise.reject(new DeliveryError('later', 'not now')),
    }
    const { desk, time } = await twoFor({ email: refusing })
    time.now = new Date('2031-02-03T05:00:00Z')
    expect(await sendDue(desk)).toMatchObject({ later: 2 })
    time.now = day(4)
    const { ways, sent } = counting()
    expect(await sendDue({ ...desk, ways })).toMatchObject({ sent: 2, waiting: 0 })
    expect(sent).toHaveLength(2)
  })
})

describe('a copy of the ledger from before letters left', () => {
  it.each([
    ['with the receipts that were there', true],
    ['once the ledger had taken them over', false],
  ])('sends nothing again, %s', async (_, isCut) => {
    const { ways, sent } = counting()
    const old = await deskOfTest(ways)
    const copy = await deskOfTest(ways, old.desk.outbox)
    for (const { ledger } of [old, copy]) {
      const contact = await contactOf(ledger, { address: 'a@vi-du.vn' })
      await queued(ledger, contact, 'việc cũ')
      await queued(ledger, contact, 'việc cũ nữa')
    }
    let turns = 0
    const enter: typeof old.desk.enter = async (work) => {
      turns += 1
      if (isCut && turns > 1) throw new Killed()
      return work(old.ledger.db)
    }
    await sendDue({ ...old.desk, enter }).catch(() => {})
    expect(sent).toHaveLength(1)
    expect(await sendDue(copy.desk)).toMatchObject({ sent: 0, waiting: 0 })

    await queued(copy.ledger, 1, 'việc mới')
    expect(await sendDue(copy.desk)).toMatchObject({ sent: 1, waiting: 0 })
    expect(sent).toHaveLength(2)
  })

  it('sends what reads otherwise now, and what left longer ago than a copy is old', async () => {
    const { ways, sent } = counting()
    const old = await deskOfTest(ways)
    const contact = await contactOf(old.ledger, { address: 'a@vi-du.vn' })
    await queued(old.ledger, contact, 'việc')
    await sendDue(old.desk)
    const other = await deskOfTest(ways, old.desk.outbox)
    await contactOf(other.ledger, { address: 'a@vi-du.vn' })
    await queued(other.ledger, contact, 'việc')
    await other.ledger.db.updateTable('outbox').set({ text: '13/34 người' }).execute()
    expect(await sendDue(other.desk)).toMatchObject({ sent: 1 })
    await queued(other.ledger, contact, 'việc sau')
    other.time.now = new Date('2026-06-01T05:00:00Z')
    await sendDue(other.desk)
    expect(sent).toHaveLength(3)
    const book = await readFile(join(old.desk.outbox, 'sent-lately'), 'utf8')
    expect(book).toMatch(/^2026-06-01T05:00:00\.000Z [0-9a-f]{64}\n$/)
  })
})
