/** A program whose reader says its process id and then never ends with its next file. */
import { openReaders } from '#pipelines/readers/pool.ts'
import { readerSetup, scriptedModule } from '#test/support/reader-setup.ts'
import { type Script, scripted } from '#test/support/scripted-reader.ts'

const readers = openReaders(readerSetup, { size: 1, module: scriptedModule })
const read = (script: Script) =>
  readers.read({ bytes: scripted(script), fileName: 'a.xlsx', receivedOn: '2026-02-16' })
const { problems } = await read({ do: 'who' })
void read({ do: 'hang' })
process.send?.(problems[0]?.facts['pid'])
