import fc from 'fast-check'
import { test } from 'vitest'
import {
  anyBytes,
  anyText,
  isAnswered,
  spoiledBytes,
  spoiledParts,
} from '#test/support/hostile/laws.ts'

test.each([
  ['any bytes', anyBytes],
  ['any pieces of text', anyText],
  ['a workbook with spoiled bytes', spoiledBytes],
  ['a workbook with a spoiled part', spoiledParts],
])('%s, five thousand of them', { timeout: 600_000 }, async (_, files) => {
  await fc.assert(fc.asyncProperty(files, isAnswered), { numRuns: 5_000 })
})
