import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { media } from '#pipelines/delivery/media.ts'
import { sendDue } from '#pipelines/delivery/send.ts'
import { contactOf, deskOfTest, outboxRows, queued } from '#test/support/desk-of-test.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { mailSubject, mailText } from '#test/support/mail-text.ts'

const minutes = (n: number, from: Date) => new Date(from.getTime() + n * 60_000)

test('a medium that is not plugged in is waited for as long as it takes; then each letter lies there once', async () => {
  const path = join(await folderOfTest(), 'usb', 'thu-di')
  const way = media({ by: 'folder', from: 'canh-bao@vi-du.vn', path })
  const { desk, ledger, time } = await deskOfTest({ email: way })
  for (const name of ['a', 'b'])
    await queued(
      ledger,
      await contactOf(ledger, { address: `${name}@vi-du.vn` }),
      `Công an xã ${name.toUpperCase()}: quá hạn báo cáo`,
    )
  for (let n = 0; n < 3; n += 1) {
    expect(await sendDue(desk)).toMatchObject({ sent: 0, later: 2, waiting: 2 })
    time.now = minutes(5, time.now)
  }
  expect((await outboxRows(ledger)).map(({ attempts }) => attempts)).toEqual([0, 0])
  await expect(readdir(join(path, '..')), 'nothing is made on the disk below').rejects.toThrow()

  await mkdir(path, { recursive: true })
  expect(await sendDue(desk)).toMatchObject({ sent: 2, waiting: 0 })
  const names = (await readdir(path)).sort()
  expect(names).toHaveLength(3)
  const [first = '', second = '', sums = ''] = names
  expect(sums).toBe('SHA256SUMS')
  const letters = await Promise.all([first, second].map((name) => readFile(join(path, name))))
  const manifest = await readFile(join(path, sums), 'utf8')
  for (const [n, name] of [first, second].entries()) {
    expect(name).toMatch(/^2026-02-03-[0-9a-f]{16}\.eml$/)
    const sum = createHash('sha256')
      .update(letters[n] ?? '')
      .digest('hex')
    expect(manifest.split('\n')).toContain(`${sum}  ${name}`)
  }
  const raw = letters.map(String).find((each) => each.includes('To: a@vi-du.vn')) ?? ''
  expect(mailSubject(raw)).toBe('[Tái hòa nhập cộng đồng] Công an xã A: quá hạn báo cáo')
  expect(mailText(raw)).toContain('Thực hiện Kế hoạch số 195/KH-UBND.')

  // carried away, and neither the ledger nor the list of what has left lately knows: it is not written again
  await rm(join(desk.outbox, 'sent-lately'))
  await rm(join(path, first))
  await ledger.db
    .updateTable('outbox')
    .set({ state: 'sending', sent_at: null })
    .where('state', '=', 'sent')
    .execute()
  expect(await sendDue(desk)).toMatchObject({ sent: 2 })
  expect((await readdir(path)).sort()).toEqual([second, sums])
})
