import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bacGiang2022 } from '#models/plans/bac-giang-2022.ts'
import { bacNinh2026 } from '#models/plans/bac-ninh-2026.ts'
import { reportersOf } from '#models/plans/reporters.ts'
import { pathOf, privateFolder } from '#pipelines/handout/folder.ts'
import { places } from '#sources/reference/places.ts'
import type { Reporter } from '#sources/vocabulary/reporter.ts'
import { window } from '#sources/vocabulary/window.ts'
import { folderOfTest } from '#test/support/folder-of-test.ts'

const reporters = reportersOf(bacNinh2026, places())
const paths = (id: string) => reporters.map((reporter) => pathOf({ reporter, window: window(id) }))

describe('the path of a workbook', () => {
  it('is another for each reporter and window, in letters that every disk keeps', () => {
    const all = ['adm:2026-10', 'adm:2026-Q4', 'adm:2026', 'adm:2025-10'].flatMap(paths)
    expect(reporters.length).toBeGreaterThan(2 * 99 + 10)
    expect(new Set(all.map((path) => path.toLowerCase())).size).toBe(4 * reporters.length)
    for (const path of all) expect(path).toMatch(/^[a-z-]+\/[a-z0-9-]{1,80}_[a-z0-9-]+\.xlsx$/)
  })

  it('of a district of 2022 lies apart from those of communes', () => {
    const path = reportersOf(bacGiang2022, places())
      .filter(({ id }) => id === 'committee:213')
      .map((reporter) => pathOf({ reporter, window: window('pol:2022-10') }))
    expect(path).toEqual(['ubnd-huyen/213-ubnd-thanh-pho-bac-giang_2022-10.xlsx'])
  })

  it('never leaves its folder, whatever a reporter is called', () => {
    const odd: Reporter = {
      id: 'agency:../../etc',
      kind: 'agency',
      name: '../../etc/passwd\0',
      unitId: '24@2025-07-01',
      standing: 'obliged',
    }
    expect(pathOf({ reporter: odd, window: window('2026-01-01..2026-02-01') })).toBe(
      'so-nganh/etc_2026-01-01-2026-02-01.xlsx',
    )
  })
})

describe('the folder of workbooks', () => {
  it('is made private, with what is missing above it, and may be used again', async () => {
    const folder = join(await folderOfTest(), 'a', 'b')
    expect(await privateFolder(folder, [])).toBe(folder)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect(await privateFolder(folder, [join(folder, 'c')])).toBe(folder)
  })

  it('lies in none of the folders named, not even as one of them', async () => {
    const root = await folderOfTest()
    await mkdir(join(root, 'out'))
    for (const path of ['out', 'out/x', 'other/../out/x/y']) {
      await expect(privateFolder(join(root, path), [join(root, 'out')])).rejects.toMatchObject({
        name: 'FileError',
        fault: 'open-to-others',
      })
    }
    expect(await privateFolder(join(root, 'outer'), [join(root, 'out')])).toContain('outer')
  })
})
