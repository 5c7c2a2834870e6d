import { describe, expect, test } from 'vitest'
import { Drawings } from '#dashboards/render/drawings.ts'

const never = () => {
  throw new Error('was drawn again')
}

describe('drawings', () => {
  test('are drawn once, and again only when they show something else', () => {
    const drawings = new Drawings()
    expect(drawings.of({ n: 1 }, () => 'one')).toBe('one')
    expect(drawings.of({ n: 1 }, never)).toBe('one')
    expect(drawings.of({ n: 2 }, () => 'two')).toBe('two')
    expect(() => drawings.of({ n: 3 }, never)).toThrow('was drawn again')
  })

  test('are recalled by another process', () => {
    const before = new Drawings()
    before.of('a', () => 'picture')
    const after = new Drawings()
    after.recall(before.harvest())
    expect(after.of('a', never)).toBe('picture')
  })

  test('are forgotten when a whole publication has not asked for them', () => {
    const drawings = new Drawings()
    drawings.of('a', () => 'a')
    drawings.of('b', () => 'b')
    expect(drawings.harvest().size).toBe(2)
    drawings.of('a', never)
    expect([...drawings.harvest().values()]).toEqual(['a'])
    expect(drawings.of('b', () => 'anew')).toBe('anew')
  })
})
