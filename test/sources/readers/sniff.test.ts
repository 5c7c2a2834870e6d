import { describe, expect, test } from 'vitest'
import { isRefusal, readBook } from '#sources/readers/index.ts'
import { workbookOf, zipOf } from './zip-maker.ts'

async function refusalOf(bytes: Uint8Array | string) {
  const read = await readBook(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  return isRefusal(read) ? { refused: read.refused, ...read.facts } : 'read'
}

/** An OLE2 file as far as anybody looks: header, one sector, directory entries of 128 bytes. */
function oleOf(...streams: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(512 + 512 + 128 * (streams.length + 1))
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  for (const [index, name] of ['Root Entry', ...streams].entries()) {
    const at = 1024 + 128 * index
    bytes.write(name, at, 'utf16le')
    bytes.writeUInt16LE(2 * name.length + 2, at + 64)
  }
  return bytes
}

const zipWith = (...names: readonly string[]) =>
  zipOf(names.map((name) => ({ name, data: '<a/>' })))

describe('files that are no workbook, delimited text or JSON', () => {
  test.each<[string, Uint8Array | string, object]>([
    ['nothing', '', { refused: 'empty-workbook', bytes: 0 }],
    ['blank lines', ' \r\n\t\n', { refused: 'empty-workbook', bytes: 5 }],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      { refused: 'unknown-file', format: 'png' },
    ],
    ['a PDF', '%PDF-1.7\n', { refused: 'document-alone', format: 'pdf' }],
    ['machine code', Buffer.from('7f454c46020101000000', 'hex'), { refused: 'unknown-file' }],
    ['.xls of Excel 97–2003', oleOf('Workbook'), { refused: 'old-format' }],
    ['.xls of Excel 95', oleOf('Book'), { refused: 'old-format' }],
    ['.xlsx with a password', oleOf('EncryptionInfo', 'EncryptedPackage'), { refused: 'password' }],
    ['.doc', oleOf('WordDocument'), { refused: 'other-office-format', format: 'doc' }],
    [
      '.docx',
      zipWith('[Content_Types].xml', 'word/document.xml'),
      { refused: 'document-alone', format: 'docx' },
    ],
    ['.ods', zipWith('mimetype', 'content.xml'), { refused: 'other-office-format', format: 'ods' }],
    [
      '.xlsb',
      zipWith('[Content_Types].xml', 'xl/workbook.bin'),
      { refused: 'other-office-format', format: 'xlsb' },
    ],
    ['some zip', zipWith('anh.jpg'), { refused: 'unknown-file', format: 'zip' }],
    [
      'HTML under the name .xls',
      '<html><table></table></html>',
      { refused: 'other-office-format', format: 'html' },
    ],
    [
      'XML of Excel 2003',
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
      { refused: 'other-office-format', format: 'xml-2003' },
    ],
    [
      '.xls without its container',
      Buffer.from('0908100000060500', 'hex'),
      { refused: 'old-format' },
    ],
    [
      'a web page with its pictures (.mht)',
      'From: <Saved by Excel>\r\nSubject: a\r\n b\r\nMIME-Version: 1.0\r\n',
      { refused: 'other-office-format', format: 'mht' },
    ],
    [
      '.fods',
      '<?xml version="1.0"?>\n<office:document xmlns:office="x"/>',
      { refused: 'other-office-format', format: 'ods' },
    ],
    ['rich text', '{\\rtf1\\ansi a}', { refused: 'other-office-format', format: 'rtf' }],
    ['SYLK', 'ID;PWXL;N;E\r\n', { refused: 'other-office-format', format: 'slk' }],
    ['an empty sheet', workbookOf('<sheetData/>'), { refused: 'empty-workbook' }],
    [
      'more than 10 MB',
      Buffer.alloc(10_000_001, 'a'),
      { refused: 'too-large', limit: 'fileBytes', most: 10_000_000, found: 10_000_001 },
    ],
  ])('%s', async (_, bytes, refusal) => {
    expect(await refusalOf(bytes)).toEqual(refusal)
  })

  test('a workbook whose only values are hidden is empty', async () => {
    const bytes = workbookOf('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', {
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="a" state="hidden" r:id="r1"/></sheets></workbook>',
    })
    expect(await refusalOf(bytes)).toEqual({ refused: 'empty-workbook' })
  })

  test('no bytes at all make it throw', async () => {
    for (const start of [
      'PK\u0003\u0004',
      'PK\u0005\u0006',
      '{',
      '[',
      '#',
      '"',
      '<',
      '\u00ff\u00fe',
    ]) {
      for (const rest of ['', '\u0000', 'x'.repeat(40), '\u00ff'.repeat(40), '\n\n"']) {
        expect(await refusalOf(Buffer.from(start + rest, 'latin1'))).not.toBe('read')
      }
    }
  })
})
