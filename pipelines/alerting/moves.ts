import { sentNote, sentWords } from '#dashboards/words-cases.ts'
import { type Moved, movedBetween } from '../issued/causes.ts'
import type { Station } from '../station.ts'
import { type Known, knownSubmissions } from '../warehouse/known.ts'

/** What came or went between two generations, each pair looked up once. */
export interface Moves {
  /** Since a generation until the present one; none where the ledger does not know it. */
  since(generation: number | null): Promise<readonly Moved[]>
}

export function movesUntil({ ledger, plan, reporters }: Station, knownUntil: string): Moves {
  const { db } = ledger
  const done = new Map<number, Promise<readonly Moved[]>>()
  let now: Promise<readonly Known[]> | undefined
  async function look(generation: number): Promise<readonly Moved[]> {
    const then = await db
      .selectFrom('build')
      .select('known_until')
      .where('generation', '=', generation)
      .executeTakeFirst()
    if (then === undefined) return []
    now ??= knownSubmissions(db, knownUntil)
    const before = await knownSubmissions(db, then.known_until)
    return movedBetween(before, await now, { plan, reporters })
  }
  return {
    async since(generation) {
      if (generation === null) return []
      const found = done.get(generation) ?? look(generation)
      done.set(generation, found)
      return found
    },
  }
}

/** `Công an xã Xuân Lương (lần gửi 2)`: whose reports count now, or count no more. */
export function movedNote(
  moved: readonly Moved[],
  { reporters }: Pick<Station, 'reporters'>,
): string | null {
  const named = moved
    .filter(({ became }) => became !== 'replaced')
    .map(({ reporter, unit, revision }) => {
      const who = reporters.find(({ id, unitId }) => id === reporter && unitId === unit)
      return sentWords(who?.name ?? reporter, revision)
    })
  return sentNote(named)
}
