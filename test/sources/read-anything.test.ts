import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anyBytes,
  anyText,
  isAnswered,
  spoiledBytes,
  spoiledParts,
} from '#test/support/hostile/laws.ts'
import { report } from '#test/support/hostile/workbook.ts'

/** `test:hostile` asks the same laws of fifty times as many. */
const numRuns = 100

test.each([
  ['any bytes', anyBytes],
  ['any pieces of text', anyText],
  ['a workbook with spoiled bytes', spoiledBytes],
  ['a workbook with a spoiled part', spoiledParts],
])('%s are answered: never thrown at, never accepted without a row', async (_, files) => {
  await fc.assert(fc.asyncProperty(files, isAnswered), { numRuns })
})

test('the workbook that is spoiled is a good one', async () => {
  await isAnswered(report())
  await expect(isAnswered(Buffer.from('x'))).resolves.toBeUndefined()
})
