import { expect, test } from 'vitest'
import { keptLine } from '#sources/connectors/kept-line.ts'

/** Lines with a number each, opened when the test says so; and what became of them. */
function linesOfTest() {
  const opening: ((fail?: Error) => void)[] = []
  const closed: number[] = []
  const kept = keptLine(
    () =>
      new Promise<{ n: number; close(): Promise<void> }>((resolve, reject) => {
        const n = opening.length
        const close = async () => void closed.push(n)
        opening.push((fail) => (fail === undefined ? resolve({ n, close }) : reject(fail)))
      }),
  )
  return { kept, opening, closed }
}

test('a line is opened once for all who ask', async () => {
  const { kept, opening } = linesOfTest()
  const asked = [kept.opened(), kept.opened()]
  opening[0]?.()
  expect((await Promise.all(asked)).map(({ n }) => n)).toEqual([0, 0])
  expect((await kept.opened()).n).toBe(0)
  expect(opening).toHaveLength(1)
})

test('a line that was dropped, or could not be opened, is opened again', async () => {
  const { kept, opening, closed } = linesOfTest()
  const first = kept.opened()
  opening[0]?.(new Error('busy'))
  await expect(first).rejects.toThrow('busy')
  const second = kept.opened()
  opening[1]?.()
  await kept.drop(await second)
  expect(closed).toEqual([1])
  const third = kept.opened()
  opening[2]?.()
  expect((await third).n).toBe(2)
  await kept.drop(await second)
  expect((await kept.opened()).n).toBe(2)
})

test('at the end of a look no line stays open, not even one that was just being opened', async () => {
  const { kept, opening, closed } = linesOfTest()
  await kept.close()
  const late = kept.opened()
  const end = kept.close()
  opening[0]?.()
  await Promise.all([late, end])
  expect(closed).toEqual([0])
  const next = kept.opened()
  opening[1]?.()
  expect((await next).n).toBe(1)
})
