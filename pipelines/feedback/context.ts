import { problemSentence } from '../publish/problems.ts'
import type { Setting } from '../station.ts'
import { warehouse } from '../warehouse/dialect.ts'
import { NoGenerationError, openCurrent } from '../warehouse/generation.ts'

/** What several submissions together show of a cell, in words. */
export interface ContextRemark {
  readonly severity: 'error' | 'warning'
  readonly sheet: string | null
  readonly cell: string | null
  readonly message: string
}

/** What the current generation says of submissions beside their own reading; nothing before the first build. */
export async function contextRemarks(
  setting: Setting,
  submissions: readonly string[],
): Promise<readonly ContextRemark[]> {
  const engine = await openCurrent(setting.site.warehouse).catch((cause: unknown) => {
    if (cause instanceof NoGenerationError) return null
    throw cause
  })
  if (engine === null) return []
  try {
    const rows = await warehouse(engine)
      .selectFrom('problem')
      .selectAll()
      .where('origin', '=', 'context')
      .where('submission_id', 'in', submissions)
      .orderBy('submission_id')
      .orderBy('seq')
      .execute()
    return rows.map((row) => {
      const { severity, sheet, cell } = row
      return { severity, sheet, cell, message: problemSentence({ setting }, row) }
    })
  } finally {
    engine.close()
  }
}
