import ExcelJS from 'exceljs'
import { worldOf } from '#pipelines/demo/order.ts'
import { openReaders } from '#pipelines/readers/pool.ts'
import { setupOf } from '#pipelines/station.ts'
import { read } from '#sources/read.ts'
import { places } from '#sources/reference/places.ts'
import { writeWorkbook } from '#sources/workbooks/template.ts'
import { atLeast, median, peakOf, rounded, seconds } from './figures.ts'

interface File {
  readonly bytes: Uint8Array
  readonly receivedOn: `${number}-${number}-${number}`
  readonly rows: number
}

const ROUNDS = 3

/**
 * Reading a province's workbooks: exceljs alone (load, walk every cell) beside the whole reading with all guards on (zip, limits, cells,
 * validation), the same files, round about, on one core; then through the pool of children.
 */
export async function intake() {
  const order = { seed: 'intake', plan: 'bac-ninh-2026', communes: 24, months: 3 } as const
  const { plan, schedule, deliveries } = worldOf({ ...order, size: 'full', habits: 'perfect' })
  const files: File[] = []
  for (const { spec, arrivedOn } of deliveries) {
    if (spec instanceof Uint8Array) continue
    const rows = spec.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
    files.push({ bytes: await writeWorkbook(spec), receivedOn: arrivedOn, rows })
  }
  const setup = setupOf(plan, schedule.reporters, null)
  const rows = files.reduce((sum, file) => sum + file.rows, 0)
  const context = {
    fileName: 'bench.xlsx',
    places: places(),
    reporters: setup.reporters,
    plan: {
      ...setup.plan,
      owed: (reporter: string, form: string) =>
        setup.owed[reporter as never]?.includes(form) ?? false,
    },
  }
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const own = await seconds(async () => {
      for (const { bytes, receivedOn } of files) await read(bytes, { ...context, receivedOn })
    })
    const other = await seconds(async () => {
      for (const { bytes } of files) await walked(bytes)
    })
    // The first round warms both up.
    if (round > 0) {
      ours.push(own)
      theirs.push(other)
    }
  }
  const pool = []
  for (const size of [1, 2]) {
    const readers = openReaders(setup, { size })
    const readAll = () =>
      Promise.all(
        files.map(({ bytes, receivedOn }) =>
          readers.read({ bytes, fileName: 'bench.xlsx', receivedOn }),
        ),
      )
    await readAll()
    const took = await seconds(readAll)
    readers.close()
    pool.push({ readers: size, rowsPerSecond: rounded(rows / took) })
  }
  const ratio = median(ours.map((own, n) => (theirs[n] as number) / own))
  return {
    files: files.length,
    rows,
    rowsPerSecond: { ours: rounded(rows / median(ours)), exceljs: rounded(rows / median(theirs)) },
    pool,
    peakMiB: peakOf('self'),
    goals: [atLeast(3, 'rows per second and core, ours / exceljs', ratio)],
  }
}

/** What exceljs alone does to the same bytes; gives the number of cells, so that nothing is optimised away. */
async function walked(bytes: Uint8Array): Promise<number> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  let cells = 0
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.value !== null) cells += 1
      }),
    ),
  )
  return cells
}
