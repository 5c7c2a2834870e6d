import { filesOf } from './hostile-file.ts'
import { packed, partsOf, report } from './workbook.ts'

/** An OLE2 file as far as anybody looks: header, one sector, directory entries of 128 bytes. */
function oleOf(...streams: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(1024 + 128 * (streams.length + 1))
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  for (const [index, name] of ['Root Entry', ...streams].entries()) {
    const at = 1024 + 128 * index
    bytes.write(name, at, 'utf16le')
    bytes.writeUInt16LE(2 * name.length + 2, at + 64)
  }
  return bytes
}

const zipWith = (...names: readonly string[]) =>
  packed(Object.fromEntries(names.map((name) => [name, '<a/>'])))
const hex = (text: string) => Buffer.from(text, 'hex')

/** Whatever else people send in the place of a workbook. */
export const formats = filesOf([
  ['no-bytes', () => '', 'rejected', 'empty-workbook'],
  ['one-nul', () => '\0', 'rejected', 'bad-encoding'],
  ['blanks', () => ' \r\n\t ', 'rejected', 'empty-workbook'],
  ['only-a-bom', () => '\ufeff', 'rejected', 'empty-workbook'],
  ['nuls-10-mb', () => Buffer.alloc(10_000_000), 'rejected', 'unknown-file'],
  ['bytes-10-mb-and-one', () => Buffer.alloc(10_000_001, 'a'), 'rejected', 'too-large'],
  ['xls-of-1997', () => oleOf('Workbook'), 'rejected', 'old-format'],
  ['xls-of-1995', () => oleOf('Book'), 'rejected', 'old-format'],
  ['xls-without-container', () => hex('0908100000060500'), 'rejected', 'old-format'],
  [
    'xls-that-is-html',
    () => '<html><table><tr><td>Họ tên</td></tr></table></html>',
    'rejected',
    'other-office-format',
  ],
  [
    'xls-that-is-xml-of-2003',
    () => '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>',
    'rejected',
    'other-office-format',
  ],
  ['xlsx-with-password', () => oleOf('EncryptionInfo', 'EncryptedPackage'), 'rejected', 'password'],
  [
    'xlsb',
    () => zipWith('[Content_Types].xml', 'xl/workbook.bin'),
    'rejected',
    'other-office-format',
  ],
  ['ods', () => zipWith('mimetype', 'content.xml'), 'rejected', 'other-office-format'],
  ['docx', () => zipWith('[Content_Types].xml', 'word/document.xml'), 'rejected', 'document-alone'],
  ['doc', () => oleOf('WordDocument'), 'rejected', 'other-office-format'],
  [
    'pptx',
    () => zipWith('[Content_Types].xml', 'ppt/presentation.xml'),
    'rejected',
    'other-office-format',
  ],
  ['numbers', () => zipWith('Index/Document.iwa'), 'rejected', 'other-office-format'],
  ['msg', () => oleOf('__properties_version1.0'), 'rejected', 'other-office-format'],
  ['ole-of-nothing', () => hex('d0cf11e0a1b11ae1'), 'rejected', 'other-office-format'],
  ['pdf', () => '%PDF-1.7\n%âãÏÓ', 'rejected', 'document-alone'],
  ['png', () => hex('89504e470d0a1a0a0000000d49484452'), 'rejected', 'unknown-file'],
  ['jpeg', () => hex('ffd8ffe000104a464946'), 'rejected', 'unknown-file'],
  ['rar', () => 'Rar!\u001a\u0007\u0001\u0000', 'rejected', 'unknown-file'],
  ['7z', () => hex('377abcaf271c0004'), 'rejected', 'unknown-file'],
  ['gzip', () => hex('1f8b0800'), 'rejected', 'unknown-file'],
  ['zip-of-pictures', () => zipWith('anh1.jpg', 'anh2.jpg'), 'rejected', 'unknown-file'],
  ['elf', () => hex('7f454c4602010100'), 'rejected', 'unknown-file'],
  [
    'mht',
    () => 'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n',
    'rejected',
    'other-office-format',
  ],
  ['rtf', () => '{\\rtf1\\ansi x}', 'rejected', 'other-office-format'],
  ['slk', () => 'ID;PWXL;N;E\r\nC;Y1;X1;K"a"\r\n', 'rejected', 'other-office-format'],
  ['shell-script', () => '#!/bin/sh\nrm -rf /\n', 'rejected', 'bad-envelope'],
  [
    'xlsm',
    () => packed(partsOf(), [{ name: 'xl/vbaProject.bin', data: 'x' }]),
    'accepted',
    '?macro',
  ],
  [
    'macro-sheet-of-excel-4',
    () => packed(partsOf(), [{ name: 'xl/macrosheets/sheet1.xml', data: '<a/>' }]),
    'accepted',
    '?macro',
  ],
  [
    'xlsx-with-links-out',
    () => packed(partsOf(), [{ name: 'xl/externalLinks/externalLink1.xml', data: '<a/>' }]),
    'accepted',
  ],
  ['strict-open-xml', () => report({ parts: strict() }), 'accepted'],
  ['prefixed-names', () => report({ sheet: (xml) => prefixed(xml) }), 'accepted'],
  ['workbook2-of-excel-online', () => report({ parts: renamedWorkbook() }), 'accepted'],
  [
    'without-content-types',
    () => {
      const { '[Content_Types].xml': _, ...parts } = partsOf()
      return packed(parts)
    },
    'accepted',
  ],
  [
    'without-root-relationships',
    () => {
      const { '_rels/.rels': _, ...parts } = partsOf()
      return packed(parts)
    },
    'accepted',
  ],
  [
    'without-workbook-relationships',
    () => {
      const { 'xl/_rels/workbook.xml.rels': _, ...parts } = partsOf()
      return packed(parts)
    },
    'rejected',
    'damaged-file',
  ],
  [
    'only-properties',
    () => zipWith('[Content_Types].xml', 'docProps/app.xml'),
    'rejected',
    'unknown-file',
  ],
])

function strict(): Record<string, string> {
  const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
  return Object.fromEntries(
    Object.entries(partsOf()).map(([name, xml]) => [
      name,
      xml
        .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', main)
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006',
          'http://purl.oclc.org/ooxml/officeDocument',
        ),
    ]),
  )
}

/** `<x:worksheet>`, as SDKs of .NET write it. */
function prefixed(xml: string): string {
  return xml
    .replace(' xmlns=', ' xmlns:x=')
    .replace(/<(\/?)(worksheet|sheetData|row|c|v|is|t)(?=[ >/])/g, '<$1x:$2')
}

function renamedWorkbook(): Record<string, string> {
  const parts = partsOf()
  return {
    '_rels/.rels': (parts['_rels/.rels'] ?? '').replace('xl/workbook.xml', '/xl/workbook2.xml'),
    'xl/workbook2.xml': parts['xl/workbook.xml'] ?? '',
    'xl/_rels/workbook2.xml.rels': parts['xl/_rels/workbook.xml.rels'] ?? '',
  }
}
