import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { assets } from '#dashboards/pages/assets.ts'
import type { DraftFolder } from './folder.ts'

/** Puts style sheet and fonts beside the pages of a folder: nothing is fetched from elsewhere. */
export async function writeAssets(draft: Pick<DraftFolder, 'write'>): Promise<void> {
  for (const { path, content } of assets) {
    const bytes =
      'text' in content
        ? content.text
        : await readFile(fileURLToPath(import.meta.resolve(content.copyOf)))
    await draft.write(path, bytes)
  }
}
