import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { FileError } from '#pipelines/files.ts'
import { isHandled, loggedError, sentenceOf } from '#pipelines/mistakes.ts'

const refused = (await readFile('/').catch((cause: Error) => cause)) as Error
const ours = new FileError('not-found', '/x', '/x does not exist; make it', {
  cause: new Error('Nguyễn Văn A'),
})
const mistake = Object.assign(new TypeError('x is not a function'), { row: 'Nguyễn Văn A' })

describe('what a person is told', () => {
  it('is one sentence with what mends it, without a stack', () => {
    expect(sentenceOf(ours)).toBe('/x does not exist; make it')
    expect(sentenceOf(refused)).toBe(
      'EISDIR: illegal operation on a directory, read; a file is expected there, move the folder away',
    )
    const damaged = Object.assign(new Error('file is not a database'), { code: 'SQLITE_NOTADB' })
    expect(sentenceOf(damaged)).toMatch(/^file is not a database; .* restore it from its copy$/)
    for (const error of [ours, refused, damaged]) expect(isHandled(error)).toBe(true)
  })

  it('shows of a mistake where it happened', () => {
    expect(isHandled(mistake)).toBe(false)
    expect(sentenceOf(mistake)).toMatch(/^TypeError: x is not a function\n\s+at .*mistakes\.test/)
  })
})

describe('what is logged of an error', () => {
  it('is name and message, of a mistake the lines too; never a cause or a property', () => {
    expect(loggedError(ours)).toEqual({ name: 'FileError', message: '/x does not exist; make it' })
    expect(loggedError(mistake)).toEqual({
      name: 'TypeError',
      message: 'x is not a function',
      at: expect.stringMatching(/^at .*mistakes\.test\.ts:\d+/),
    })
    expect(JSON.stringify([ours, mistake, 'Nguyễn Văn A'].map(loggedError))).not.toContain('Nguyễn')
  })
})
