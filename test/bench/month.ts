import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { init } from '#pipelines/commands/init.ts'
import { worldOf } from '#pipelines/demo/order.ts'
import { noLog, noProgress } from '#pipelines/effects.ts'
import { type Site, siteOf } from '#pipelines/site.ts'
import { type WorkbookSpec, writeWorkbook } from '#sources/workbooks/template.ts'
import { atMost, growth, median, peakOf, rounded, seconds } from './figures.ts'

const PROGRAM = fileURLToPath(new URL('../../pipelines/hoanhap.mjs', import.meta.url))
const DAY = '2026-03-20'
const effects = { clock: () => new Date(`${DAY}T02:00:00Z`), log: noLog, progress: noProgress }

/**
 * The month that closes a quarter of a whole province through the real program: from nothing to pages, alerts and extract; then three
 * times again, each with one corrected register.
 */
export async function month() {
  const provinces = []
  for (const communes of [10, 33, 99]) provinces.push(await province(communes, communes === 99))
  const whole = provinces.at(-1) as Awaited<ReturnType<typeof province>>
  const slope = growth(
    provinces.map(({ rows, firstSeconds }) => ({ amount: rows, time: firstSeconds })),
  )
  return {
    provinces,
    goals: [
      atMost(
        0.15,
        'run with one changed file / run from nothing',
        whole.changedSeconds / whole.firstSeconds,
      ),
      atMost(1.05, 'growth of the run from nothing with the rows, as a power', slope),
    ],
  }
}

async function province(communes: number, again: boolean) {
  const order = { seed: 'month', plan: 'bac-ninh-2026', months: 3, size: 'full' } as const
  const world = worldOf({ ...order, communes, habits: 'perfect' })
  const specs = world.deliveries.flatMap(({ spec }) =>
    spec instanceof Uint8Array || !['adm:2026-03', 'adm:2026-Q1'].includes(spec.window.id)
      ? []
      : [spec],
  )
  const site = siteOf(join(await mkdtemp(join(tmpdir(), 'hoanhap-bench-')), 'data'), {})
  const codes = world.province.communes.map(({ unit }) => unit.code)
  await writeFile(
    site.config,
    JSON.stringify({ plan: 'bac-ninh-2026', communes: codes, businessDate: DAY }),
  )
  await init({ site, effects })
  try {
    for (const [n, spec] of specs.entries()) await lay(site, `${n}.xlsx`, spec)
    const first = await run(site)
    const changed = []
    let before = first.hash
    for (let revision = 2; again && revision <= 4; revision += 1) {
      await lay(site, `sua ${revision}.xlsx`, corrected(specs, revision))
      const next = await run(site)
      if (next.hash === before) throw new Error('the corrected register changed no figure')
      before = next.hash
      changed.push(next)
    }
    const rows = specs.reduce((sum, spec) => sum + rowsIn(spec), 0)
    return {
      communes,
      files: specs.length,
      persons: rowsOfRegisters(specs),
      rows,
      firstSeconds: rounded(first.took),
      rowsPerSecond: rounded(rows / first.took),
      peakMiB: Math.max(first.peak, ...changed.map(({ peak }) => peak)),
      changedSeconds: again ? rounded(median(changed.map(({ took }) => took))) : Number.NaN,
    }
  } finally {
    await rm(dirname(site.data), { recursive: true, force: true })
  }
}

async function lay(site: Site, name: string, spec: WorkbookSpec): Promise<void> {
  const path = join(site.inbox, name)
  await writeFile(path, await writeWorkbook(spec))
  await utimes(path, new Date('2026-01-01'), new Date('2026-01-01'))
}

/** A register once more, under a higher number, with a job for somebody who lives there and had none. */
function corrected(specs: readonly WorkbookSpec[], revision: number): WorkbookSpec {
  const spec = specs.filter(({ reporter }) => reporter.kind === 'police')[revision] as WorkbookSpec
  const [sheet] = spec.sheets
  if (sheet === undefined) throw new RangeError('a register without a sheet')
  const first = sheet.rows.findIndex(
    ({ left_on, employment }) => left_on === null && employment !== 'on_dinh',
  )
  const rows = sheet.rows.map((row, n) => (n === first ? { ...row, employment: 'on_dinh' } : row))
  const cover = { ...spec.cover, revision_no: revision, revision_reason: 'Đính chính' }
  return { ...spec, cover, sheets: [{ ...sheet, rows }] }
}

/** Runs the program to its end; its peak is that of all its processes together, looked at every tenth of a second. */
async function run(
  site: Site,
): Promise<{ readonly took: number; readonly peak: number; readonly hash: string }> {
  const peaks = new Map<number, number>()
  let said = ''
  const took = await seconds(
    () =>
      new Promise<void>((resolve, reject) => {
        const child = spawn(process.execPath, [PROGRAM, '--data', site.data, 'run'], {
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        child.stdout?.on('data', (chunk) => {
          said += chunk
        })
        const look = setInterval(() => void note(child.pid as number, peaks), 100)
        child.once('error', reject)
        child.once('close', (code) => {
          clearInterval(look)
          if (code === 0) resolve()
          else reject(new Error(`the run ended with ${code}`))
        })
      }),
  )
  const [, hash = ''] = /result hash (\S+)/.exec(said) ?? []
  return { took, peak: [...peaks.values()].reduce((sum, mib) => sum + mib, 0), hash }
}

async function note(pid: number, peaks: Map<number, number>): Promise<void> {
  for (const one of await familyOf(pid)) peaks.set(one, Math.max(peaks.get(one) ?? 0, peakOf(one)))
}

async function familyOf(pid: number): Promise<readonly number[]> {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => [])
  const children = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')),
  )
  const own = children.join(' ').split(' ').filter(Boolean).map(Number)
  return [pid, ...(await Promise.all(own.map(familyOf))).flat()]
}

function rowsIn({ sheets }: WorkbookSpec): number {
  return sheets.reduce((sum, { rows }) => sum + rows.length, 0)
}

function rowsOfRegisters(specs: readonly WorkbookSpec[]): number {
  return specs
    .filter(({ reporter }) => reporter.kind === 'police')
    .reduce((sum, spec) => sum + rowsIn(spec), 0)
}
