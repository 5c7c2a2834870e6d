import { describe, expect, it, onTestFinished } from 'vitest'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { editionOf } from '#pipelines/publish/edition.ts'
import { type Snapshot, snapshotOf } from '#pipelines/publish/snapshot.ts'
import { targetViews } from '#pipelines/publish/targets.ts'
import { warehouse } from '#pipelines/warehouse/dialect.ts'
import { places, restrictTo } from '#sources/reference/places.ts'
import { A, B, type Given, generationOf } from '#test/support/rows.ts'

async function snapshotWith(given: Omit<Given, 'communes' | 'reports'>): Promise<Snapshot> {
  const generation = await generationOf({ communes: [A, B], reports: [], ...given })
  onTestFinished(() => generation.close())
  const setting = { plan: bacNinh2026, places: restrictTo(places(), [A, B]), config: {} } as never
  return snapshotOf(warehouse(generation.engine), setting)
}

async function stateOf(given: Omit<Given, 'communes' | 'reports'>): Promise<string> {
  const edition = await editionOf(await snapshotWith(given), {
    file: '/w/gen-000007.duckdb',
    resultHash: '',
  })
  expect(edition.data.generation).toBe('gen-000007')
  return `${edition.windowId} ${edition.covered}/${edition.expected} ${edition.state}`
}

describe('how final a publication is', () => {
  it('is final when everyone has reported, if only that there is nothing', async () => {
    expect(await stateOf({ businessDate: '2026-02-20' })).toBe('adm:2026-02 2/2 final')
  })

  it('is provisional while one is silent, and all the more when nobody has reported', async () => {
    const silent = (code: string) => `returnee-register police:${code} 2026-02`
    expect(await stateOf({ businessDate: '2026-02-20', missing: [silent(A)] })).toBe(
      'adm:2026-02 1/2 provisional',
    )
    expect(await stateOf({ businessDate: '2026-02-20', missing: [silent(A), silent(B)] })).toBe(
      'adm:2026-02 0/2 provisional',
    )
  })

  it('is provisional before the first month has closed', async () => {
    expect(await stateOf({ businessDate: '2025-12-20' })).toBe('adm:2026-01 0/2 provisional')
  })
})

describe('a quarterly target before the first quarter has closed', () => {
  it('has no figure, and reproaches nobody with it', async () => {
    const views = targetViews(await snapshotWith({ businessDate: '2026-01-20' }))
    const models = views.find(({ target }) => target.id === 'T06a')
    expect(models).toMatchObject({ measured: null, silent: [], verdict: { code: 'ND' } })
  })
})
