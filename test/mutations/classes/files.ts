import { returneeRegister } from '#sources/forms/returnee-register.ts'
import type { ProblemCode } from '#sources/problem.ts'
import { zipOf } from '#test/sources/readers/zip-maker.ts'
import type { Costs, Mutation } from '../mutation.ts'
import { openParts, type Parts, packed, textOf, withText } from '../parts.ts'

const inFile = (
  name: string,
  code: ProblemCode,
  change: (good: Uint8Array) => Uint8Array,
  costs: Costs = 'file',
): Mutation => ({
  name,
  book: 'the register of a ward',
  form: returneeRegister,
  edit: { on: 'bytes', change },
  told: {
    code,
    severity: costs === 'file' ? 'error' : 'warning',
    sheet: null,
    cell: null,
    field: null,
  },
  beside: [],
  costs,
})

/** It lies in the file as it is: pictures are compressed already. */
const picture = new Uint8Array(11_000_000)

const repacked = (change: (parts: Parts) => Parts) => (good: Uint8Array) =>
  packed(change(openParts(good)))

/** What befalls the file on its way, or by “Save as”. */
export const ofFiles: readonly Mutation[] = [
  inFile('saved with a password', 'password', () => compound('EncryptedPackage')),
  inFile('saved as Excel 97', 'old-format', () => compound('Workbook')),
  inFile('saved as Word', 'document-alone', () =>
    zipOf([{ name: 'word/document.xml', data: '<document/>' }]),
  ),
  inFile('saved as OpenDocument', 'other-office-format', () =>
    zipOf([
      { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', data: '<office:document-content/>' },
    ]),
  ),
  inFile('printed to PDF', 'document-alone', () => Buffer.from('%PDF-1.7\n%%EOF\n')),
  inFile('a photograph of the list', 'unknown-file', () =>
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...new Array<number>(200).fill(7)]),
  ),
  inFile('the copying broke off', 'damaged-file', (good) => good.slice(0, good.length / 2)),
  inFile('a byte was changed on the stick', 'damaged-file', (good) => {
    const sent = packed(openParts(good))
    const changed = Buffer.from(sent).indexOf('<sheetData>')
    return sent.map((byte, at) => (at === changed ? byte ^ 0x40 : byte))
  }),
  inFile(
    'a picture of eleven megabytes is put in',
    'too-large',
    repacked((parts) => ({ ...parts, 'xl/media/image1.png': picture })),
  ),
  inFile(
    'an entity is declared in a sheet',
    'hostile-file',
    repacked((parts) =>
      withText(
        parts,
        'xl/worksheets/sheet1.xml',
        textOf(parts, 'xl/worksheets/sheet1.xml').replace('?>', '?><!DOCTYPE x [<!ENTITY y "z">]>'),
      ),
    ),
  ),
  inFile(
    'saved with macros',
    'macro',
    repacked((parts) => ({ ...parts, 'xl/vbaProject.bin': Uint8Array.of(1, 2, 3) })),
    'nothing',
  ),
]

/** An OLE2 file with one stream of that name: its signature, and a directory entry on the first boundary. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(1024)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const name = Buffer.from(`${stream}\0`, 'utf16le')
  bytes.set(name, 512)
  bytes[512 + 64] = name.length
  return bytes
}
