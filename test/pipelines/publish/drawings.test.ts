import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { drawings } from '#dashboards/render/drawings.ts'
import { keepDrawings, recallDrawings } from '#pipelines/publish/drawings.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'

/** Whether a picture that was kept is known after its file was recalled. */
async function isKnown(path: string): Promise<boolean> {
  drawings.harvest()
  drawings.harvest()
  await recallDrawings(path)
  return drawings.of('shown', () => 'drawn anew') === 'kept'
}

test('pictures survive the process; a file that is damaged, or missing, only costs their drawing', async () => {
  const path = join(await folderOfTest(), 'drawings.json.gz')
  drawings.harvest()
  drawings.of('shown', () => 'kept')
  await keepDrawings(path)
  expect(await isKnown(path)).toBe(true)

  const bytes = await readFile(path)
  const text = gunzipSync(bytes).toString('utf8')
  for (const damaged of [
    bytes.subarray(0, 40),
    gzipSync(text.replace('kept', 'fake')),
    gzipSync(text.replace(/^\["[^"]+"/, '["0.0.1 1"')),
    Buffer.from('no zip'),
  ]) {
    await writeFile(path, damaged)
    expect(await isKnown(path)).toBe(false)
  }
  expect(await isKnown(join(await folderOfTest(), 'nothing'))).toBe(false)
})
