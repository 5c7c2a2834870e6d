import type { Firing } from '#pipelines/ledger/alert-round.ts'

export const PLAN = 'bac-ninh-2026'

/** What fires in a round: of 24 cases some, with one of a few hashes, the same for everybody who asks; one in three rounds tells nothing new. */
export function roundOf(n: number): readonly Firing[] {
  const told = n % 3 === 0 ? n - 1 : n
  return Array.from({ length: 24 }, (_, at) => at)
    .filter((at) => draw(told, at) % 3 !== 0)
    .map((at) => ({
      key: {
        rule: 'signal',
        plan: PLAN,
        target: `T${at}`,
        unit_id: '24@2025-07-01',
        cycle: 'adm:2026',
      },
      hash: `h${draw(told, at) % 5}`,
      windowId: 'adm:2026-9M',
      facts: '{}',
    }))
}

/** Of the round's generation, at its own moment. */
export function byRound(n: number) {
  return { generation: n, at: new Date(Date.UTC(2026, 0, 1, 0, n)), actor: 'hoanhap' }
}

/** xorshift over two numbers. */
function draw(a: number, b: number): number {
  let x = (a * 2_654_435_761 + b * 40_503 + 1) >>> 0
  for (const shift of [13, -17, 5]) x = (x ^ (shift > 0 ? x << shift : x >>> -shift)) >>> 0
  return x
}
