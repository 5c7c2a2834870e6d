import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { parseConfig } from '#pipelines/config.ts'
import { queue } from '#pipelines/delivery/queue.ts'
import { noLog } from '#pipelines/effects.ts'
import { alertCases, comment, raise } from '#pipelines/ledger/alerts.ts'
import type { Role } from '#pipelines/ledger/contacts.ts'
import { siteOf } from '#pipelines/site.ts'
import type { Station } from '#pipelines/station.ts'
import { alert } from '#pipelines/steps/alert.ts'
import type { Built } from '#pipelines/steps/measure.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import { contactOf, outboxRows } from '#test/support/desk-of-test.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'
import { day, ledgerOfTest } from '#test/support/ledger-of-test.ts'
import { A, B, type Generation, generationOf } from '#test/support/rows.ts'
import { offence, offences, register, resident } from '#test/support/sent.ts'

const names = Array.from({ length: 20 }, (_, n) => `P${n}`)

const made = new Map<number, Promise<Generation>>()
afterAll(async () => {
  for (const one of made.values()) await (await one).close()
})

/** Twenty residents of A, of whom so many were prosecuted: 3 of 20 are a signal there and in the province, 1 is none. */
async function builtWith(cases: number, generation: number): Promise<Built> {
  const given = made.get(cases) ?? generationWith(cases)
  made.set(cases, given)
  const { engine } = await given
  return { file: engine.path, generation, resultHash: 'x' } as Built
}

function generationWith(cases: number): Promise<Generation> {
  return generationOf({
    communes: [A],
    businessDate: '2026-02-20',
    missing: [`returnee-register police:${A} 2026-01`],
    reports: [
      register(
        A,
        '2026-02',
        names.map((name) => resident(name, '2024-05-01')),
      ),
      offences(
        '2026-02',
        names.slice(0, cases).map((name) => offence(`V${name}`, name, A, '2026-02-01')),
      ),
    ],
  })
}

const folderWay = { mail: { by: 'folder', from: 'canh-bao@vi-du.vn', path: 'thu-di' } }

/** A station as far as alerts and messages need one, with its contacts. */
async function stationWith(whom: readonly string[], delivery: object = folderWay) {
  const ledger = await ledgerOfTest()
  const site = siteOf(join(await folderOfTest(), 'data'), {})
  const config = parseConfig(JSON.stringify({ delivery, businessDate: '2026-02-20' }), 'config')
  const contacts = new Map<number, string>()
  for (const who of whom) {
    const of = who.includes(':') ? { reporter: who, role: null } : { role: who as Role }
    contacts.set(
      await contactOf(ledger, { address: `${who.replace(':', '-')}@vi-du.vn`, ...of }),
      who,
    )
  }
  const station = {
    ...{ ledger, site, config, log: noLog, plan: bacNinh2026, places: places() },
    reporters: reportersOf(bacNinh2026, restrictTo(places(), [A, B])),
    // a Friday, ten in the morning in Vietnam
    clock: () => new Date('2026-02-20T03:00:00Z'),
  } as unknown as Station
  const sent = async () =>
    (await outboxRows(ledger)).map((row) => ({ ...row, to: contacts.get(row.contact) ?? '' }))
  return { station, ledger, sent }
}

const everybody = [
  ...['analyst', 'leadership', 'ministry', 'operator'],
  ...[`police:${A}`, `committee:${A}`, `police:${B}`],
]

describe('messages', () => {
  it('go to whom a case concerns, each as its reader may see it', async () => {
    const { station, sent } = await stationWith(everybody)
    const built = await builtWith(3, 1)
    await alert(station, built)
    const { queued, waiting } = await queue(station, built)
    const rows = await sent()
    expect(rows.map(({ to, subject }) => `${to} · ${subject}`).sort()).toEqual([
      'analyst · Công an phường Bắc Giang: quá hạn báo cáo',
      'analyst · Phường Bắc Giang: cao bất thường – đề nghị kiểm tra',
      'analyst · Tỉnh Bắc Ninh: cao bất thường – đề nghị kiểm tra',
      `committee:${A} · Phường Bắc Giang: cao bất thường – đề nghị kiểm tra`,
      'leadership · Công an phường Bắc Giang: quá hạn báo cáo',
      'leadership · Tỉnh Bắc Ninh: cao bất thường – đề nghị kiểm tra',
      `police:${A} · Công an phường Bắc Giang: quá hạn báo cáo`,
      `police:${A} · Phường Bắc Giang: cao bất thường – đề nghị kiểm tra`,
    ])
    expect({ queued, waiting }).toEqual({ queued: rows.length, waiting: rows.length })
    const figures = rows.filter(({ subject }) => subject.includes('bất thường'))
    for (const { to, text, audience } of figures) {
      const inside = ['analyst', 'leadership'].includes(to)
      expect(audience).toBe(inside ? 'province' : 'reporter')
      expect(text.includes('3/20 người (15%)'), to).toBe(inside)
      expect(text.includes('(…) Không công bố'), to).toBe(!inside)
      expect(text).toContain('2 tháng đầu năm 2026')
    }
    // What is overdue for a month leaves at once, the signals with the next digest: the province's own roles have it on Saturday,
    // reporters on the first working day after the week of Tết, which is the Monday.
    expect(new Set(rows.map(({ to, next_at }) => `${to.split(':')[0]} ${next_at}`))).toEqual(
      new Set([
        'analyst 2026-02-20T03:00:00.000Z',
        'leadership 2026-02-20T03:00:00.000Z',
        'police 2026-02-22T23:30:00.000Z',
        'analyst 2026-02-21T00:30:00.000Z',
        'leadership 2026-02-21T00:30:00.000Z',
        'police 2026-02-23T00:30:00.000Z',
        'committee 2026-02-23T00:30:00.000Z',
      ]),
    )
  })

  it('are queued once, however often the same data are run, and whatever a kill leaves out', async () => {
    const { station, ledger, sent } = await stationWith(everybody)
    const built = await builtWith(3, 1)
    await alert(station, built)
    // killed between the cases and their messages, then in the middle of these
    await alert(station, built)
    await sql`create temp trigger dies before insert on noticed when new.seq = 1 and (select count(*) from noticed) = 1
      begin select raise(abort, 'killed'); end`.execute(ledger.db)
    await expect(queue(station, built)).rejects.toThrow('killed')
    expect(await sent()).toEqual([])
    await sql`drop trigger dies`.execute(ledger.db)
    expect((await queue(station, built)).queued).toBe(8)
    const first = await sent()
    for (let n = 0; n < 9; n += 1) {
      await alert(station, built)
      expect(await queue(station, built)).toEqual({ queued: 0, waiting: 8 })
    }
    expect(await sent()).toEqual(first)
  })

  it('tell of the end whom they told of the beginning, and of what persons enter nobody', async () => {
    const { station, ledger, sent } = await stationWith(everybody)
    const [before, after] = [await builtWith(3, 1), await builtWith(1, 2)]
    await alert(station, before)
    await queue(station, before)
    const known = new Set((await sent()).map(({ message_id }) => message_id))
    const [one] = (await alertCases(ledger.db)).filter(({ rule }) => rule === 'signal')
    await comment(ledger.db, [one?.case_id ?? ''], {
      ...{ kind: 'acked', at: day(20), actor: 'Phòng', note: 'đã nhận' },
    })
    expect((await queue(station, before)).queued).toBe(0)
    await alert(station, after)
    await queue(station, after)
    const fresh = (await sent()).filter(({ message_id }) => !known.has(message_id))
    const ends = fresh.filter(({ text }) => text.includes('đã đóng'))
    // one case of twenty is off the goal still, which is officially the province's
    expect(
      fresh
        .filter((one) => !ends.includes(one))
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['analyst', 'leadership'])
    expect(ends.map(({ to }) => to).sort()).toEqual([
      ...['analyst', 'analyst', `committee:${A}`, 'leadership', `police:${A}`],
    ])
    for (const { text, urgency } of ends) {
      expect(text).not.toContain('đã nhận')
      expect(urgency).toBe('digest')
    }
  })

  it('tell of one more in a figure only the province’s own roles, of a report everybody again', async () => {
    const { station, ledger, sent } = await stationWith(everybody)
    const built = await builtWith(3, 1)
    await alert(station, built)
    await queue(station, built)
    const known = new Set((await sent()).map(({ message_id }) => message_id))
    for (const { rule, unit_id, plan, target, cycle, events } of await alertCases(ledger.db)) {
      const was = JSON.parse(events[0]?.facts ?? '{}')
      const facts = JSON.stringify({ ...was, numerator: was.numerator + 1, stage: 4 })
      const by = { hash: 'worse', generation: 2, at: day(20), actor: 'hoanhap', facts }
      await raise(ledger.db, { rule, unit_id, plan, target, cycle }, by)
    }
    await queue(station, built)
    const fresh = (await sent()).filter(({ message_id }) => !known.has(message_id))
    expect(fresh.map(({ to, subject }) => `${to} · ${subject}`).sort()).toEqual([
      'analyst · Công an phường Bắc Giang: quá hạn báo cáo',
      'analyst · Phường Bắc Giang: cao bất thường – đề nghị kiểm tra',
      'analyst · Tỉnh Bắc Ninh: cao bất thường – đề nghị kiểm tra',
      'leadership · Công an phường Bắc Giang: quá hạn báo cáo',
      'leadership · Tỉnh Bắc Ninh: cao bất thường – đề nghị kiểm tra',
      `police:${A} · Công an phường Bắc Giang: quá hạn báo cáo`,
    ])
  })

  it('of a register that a later one tells of go to no leader, and keep what a letter of many needs', async () => {
    const { station, sent } = await stationWith(['analyst', 'leadership', `police:${A}`])
    const later = register(A, '2026-02', [resident('P0', '2024-05-01')])
    const generation = await generationOf({
      communes: [A],
      businessDate: '2026-02-20',
      missing: [`returnee-register police:${A} 2026-01`],
      reports: [{ ...later, arrivedOn: '2026-02-16' }, offences('2026-02', [])],
    })
    try {
      const built = { file: generation.engine.path, generation: 1, resultHash: 'x' } as Built
      await alert(station, built)
      await queue(station, built)
      const rows = (await sent()).filter(({ section }) => section === 'overdue')
      expect(rows.map(({ to, urgency }) => `${to} ${urgency}`).sort()).toEqual([
        'analyst digest',
        `police:${A} digest`,
      ])
      for (const { heading, who, form, line } of rows) {
        expect(heading).toContain('đã quá hạn từ 10 ngày làm việc trở lên')
        expect({ who, form }).toEqual({ who: 'Công an phường Bắc Giang', form: '01' })
        expect(line).toMatch(/^Tháng 1\/2026 \(15\/12\/2025–14\/1\/2026\).*, đã có báo cáo kỳ sau$/)
      }
    } finally {
      await generation.close()
    }
  })

  it('for a channel without a way out are not queued, neither now nor when there is one', async () => {
    const { station, sent } = await stationWith(everybody, {})
    const built = await builtWith(3, 1)
    await alert(station, built)
    expect(await queue(station, built)).toEqual({ queued: 0, waiting: 0 })
    const config = parseConfig(JSON.stringify({ delivery: folderWay }), 'config')
    expect(await queue({ ...station, config }, built)).toEqual({ queued: 0, waiting: 0 })
    expect(await sent()).toEqual([])
  })
})
