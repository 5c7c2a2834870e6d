import type { Edition } from '#dashboards/views.ts'
import type { Engine } from '../warehouse/engine.ts'
import type { DraftFolder } from './folder.ts'
import type { Snapshot } from './snapshot.ts'

/** Paths of the extract's files, relative to the publication. */
export interface ExtractFiles {
  readonly xlsx: string
}

export async function writeExtract(_engine: Engine, _snapshot: Snapshot, _edition: Edition, draft: DraftFolder): Promise<ExtractFiles> {
  await draft.write('extract/x.xlsx', '')
  return { xlsx: 'extract/x.xlsx' }
}
