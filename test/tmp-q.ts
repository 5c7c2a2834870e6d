import { openReadOnly } from '#pipelines/warehouse/engine.ts'
const e = await openReadOnly(process.argv[2]!)
console.table(await e.rows(process.argv[3]!))
e.close()
