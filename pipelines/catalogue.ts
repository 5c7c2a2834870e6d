import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogueFiles } from '#dashboards/catalogue/files.ts'
import { catalogueOf } from '#models/catalogue/catalogue.ts'
import { plans } from '#models/plans/index.ts'
import { sqlText } from './warehouse/dialect.ts'

/** Writes `docs/catalogue` anew from the definitions: `npm run catalogue`. */
const folder = fileURLToPath(new URL('../docs/catalogue/', import.meta.url))

const files = catalogueFiles(catalogueOf(plans, sqlText()))
await rm(folder, { recursive: true, force: true })
for (const [path, text] of files) {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}
process.stdout.write(`docs/catalogue: ${files.size} files\n`)
