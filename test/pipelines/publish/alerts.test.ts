import { describe, expect, it, onTestFinished } from 'vitest'
import type { AlertView } from '#dashboards/views.ts'
import type { Database } from '#models/database.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { caseId, raise, resolveByData } from '#pipelines/ledger/alerts.ts'
import { alertViews } from '#pipelines/publish/alerts.ts'
import { type Snapshot, snapshotOf } from '#pipelines/publish/snapshot.ts'
import { warehouse } from '#pipelines/warehouse/dialect.ts'
import { places } from '#sources/reference/places.ts'
import { day, ledgerOfTest } from '#test/support/ledger-of-test.ts'
import { A, generationOf, unitOf } from '#test/support/rows.ts'
import { offence, offences, register, resident } from '#test/support/sent.ts'

const names = Array.from({ length: 20 }, (_, n) => `P${n}`)

/** Twenty residents of A in the first months of the year, some of them prosecuted: 3 of 20 are a signal, 1 is not. */
async function snapshotWith(cases: number): Promise<Snapshot> {
  const given = await generationOf({
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
  onTestFinished(() => given.close())
  const setting = { plan: bacNinh2026, places: places(), config: {} } as never
  return snapshotOf(warehouse(given.engine), setting)
}

const firing = (snapshot: Snapshot): Promise<Database['condition'][]> =>
  snapshot.db.selectFrom('condition').selectAll().execute()

const ofA = ({ rule, unitName }: AlertView) => rule === 'signal' && unitName === 'phường Bắc Giang'

async function raiseAll(
  ledger: Awaited<ReturnType<typeof ledgerOfTest>>,
  snapshot: Snapshot,
  n: number,
) {
  for (const { rule, plan, target, unit_id, cycle, evidence_hash } of await firing(snapshot)) {
    const key = { rule, plan, target, unit_id, cycle }
    await raise(ledger.db, key, {
      hash: evidence_hash,
      generation: n,
      at: day(n),
      actor: 'hoanhap',
    })
  }
}

describe('alerts as people read them', () => {
  it('put figures before reports, and the province before its communes', async () => {
    const ledger = await ledgerOfTest()
    const snapshot = await snapshotWith(3)
    await raiseAll(ledger, snapshot, 21)
    const views = await alertViews(snapshot, ledger.db)
    expect(views.map(({ rule, unitName, windowId }) => `${rule} ${unitName} ${windowId}`)).toEqual([
      'signal tỉnh Bắc Ninh adm:2026-2M',
      'signal phường Bắc Giang adm:2026-2M',
      'overdue phường Bắc Giang adm:2026-01',
    ])
    expect(views[0]).toMatchObject({ numerator: 3, denominator: 20, strength: 'moderate' })
  })

  it('show of a closed case what reads there now, and since when one stands that was opened again', async () => {
    const ledger = await ledgerOfTest()
    const [before, after] = [await snapshotWith(3), await snapshotWith(1)]
    await raiseAll(ledger, before, 21)
    const signal = (await firing(before)).find(
      (c) => c.rule === 'signal' && c.unit_id === unitOf(A),
    )
    if (signal === undefined) throw new Error('no signal')
    const by = { generation: 2, at: day(22), actor: 'hoanhap' }
    expect(await resolveByData(ledger.db, caseId(signal), by)).toBe(true)
    const closed = (await alertViews(after, ledger.db)).find(ofA)
    expect(closed).toMatchObject({
      state: 'resolved',
      fires: false,
      windowId: 'adm:2026-2M',
      numerator: 1,
      denominator: 20,
      openedOn: '2026-02-21',
      resolvedOn: '2026-02-22',
    })
    const { rule, plan, target, unit_id, cycle } = signal
    // somebody might have closed it while it fires
    const closedAll = (await alertViews(before, ledger.db)).find(ofA)
    expect(closedAll).toMatchObject({ state: 'resolved', fires: true, numerator: 3 })
    const again = { ...by, hash: 'later evidence', at: day(25) }
    expect(await raise(ledger.db, { rule, plan, target, unit_id, cycle }, again)).toBe('reopened')
    const open = (await alertViews(before, ledger.db)).find(ofA)
    expect(open).toMatchObject({ state: 'reopened', openedOn: '2026-02-25', numerator: 3 })
  })
})
