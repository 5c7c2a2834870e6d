import type { Entry } from '#test/sources/readers/zip-maker.ts'
import { filesOf } from './hostile-file.ts'
import { lines, packed, partsOf, report } from './workbook.ts'

const SHEET_PART = 'xl/worksheets/sheet2.xml'
const many = (n: number) => Array.from({ length: n }, (_, at) => `x/${at}`)
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000)

/** Bytes that do not compress, the same at every making. */
const noise = (many: number) => {
  let state = 1
  return Buffer.alloc(many).map(() => {
    state = (state * 48_271) % 2_147_483_647
    return state & 255
  })
}

/** The good report with some parts written into the zip another way. */
function zipped(entry: Entry): Uint8Array {
  const { [entry.name]: _, ...others } = partsOf()
  return packed(others, [entry])
}

const sheet = () => partsOf()[SHEET_PART] ?? ''
/** Changes bytes of a good report at the first place where some bytes stand. */
function patched(find: string, change: (bytes: Buffer, at: number) => void): Uint8Array {
  const bytes = Buffer.from(report())
  change(bytes, bytes.indexOf(find, 0, 'latin1'))
  return bytes
}

/** Zips that lie, explode or climb. */
export const zips = filesOf([
  [
    'bomb-100-mb-in-100-kb',
    () => packed(partsOf(), [{ name: 'xl/media/a.bin', data: zeros(99) }]),
    'rejected',
    'hostile-file',
  ],
  [
    'bomb-declared-beyond-100-mb',
    () => packed(partsOf(), [{ name: 'a', data: noise(600_000), size: 119_000_000 }]),
    'rejected',
    'too-large',
  ],
  [
    'bomb-that-says-it-is-small',
    () => zipped({ name: SHEET_PART, data: zeros(50), size: 1000 }),
    'rejected',
    'hostile-file',
  ],
  [
    'bomb-sheet-of-blanks',
    () => zipped({ name: SHEET_PART, data: `<worksheet>${' '.repeat(60_000_000)}</worksheet>` }),
    'rejected',
    'hostile-file',
  ],
  [
    'quine-one-body-many-names',
    () =>
      packed(partsOf(), [
        { name: 'a', data: 'aaaa' },
        ...many(20).map((name) => ({ name, data: 'aaaa', bodyOf: 'a' })),
      ]),
    'rejected',
    'hostile-file',
  ],
  [
    'entries-201',
    () =>
      packed(
        partsOf(),
        many(201).map((name) => ({ name, data: '' })),
      ),
    'rejected',
    'too-large',
  ],
  [
    'crc-false',
    () => zipped({ name: SHEET_PART, data: sheet(), crc: 1 }),
    'rejected',
    'damaged-file',
  ],
  [
    'crc-false-of-a-part-nobody-needs',
    () => packed(partsOf(), [{ name: 'docProps/app.xml', data: '<a/>', crc: 1 }]),
    'accepted',
  ],
  [
    'size-larger-than-body',
    () => zipped({ name: SHEET_PART, data: sheet(), size: 99_999 }),
    'rejected',
    'damaged-file',
  ],
  [
    'entry-doubled',
    () => packed(partsOf(), [{ name: SHEET_PART, data: sheet() }]),
    'rejected',
    'hostile-file',
  ],
  [
    'entry-doubled-in-other-case',
    () => packed(partsOf(), [{ name: 'XL/Worksheets/Sheet2.xml', data: sheet() }]),
    'rejected',
    'hostile-file',
  ],
  [
    'path-climbs',
    () => packed(partsOf(), [{ name: '../../etc/cron.d/x', data: 'x' }]),
    'rejected',
    'hostile-file',
  ],
  [
    'path-absolute',
    () => packed(partsOf(), [{ name: '/etc/passwd', data: 'x' }]),
    'rejected',
    'hostile-file',
  ],
  [
    'path-of-windows',
    () => packed(partsOf(), [{ name: 'C:\\Windows\\x.dll', data: 'x' }]),
    'rejected',
    'hostile-file',
  ],
  [
    'path-with-nul',
    () => packed(partsOf(), [{ name: 'xl/a\0.xml', data: 'x' }]),
    'rejected',
    'hostile-file',
  ],
  [
    'path-with-newline',
    () => packed(partsOf(), [{ name: 'xl/a\n.xml', data: 'x' }]),
    'rejected',
    'hostile-file',
  ],
  [
    'name-differs-in-local-header',
    () => zipped({ name: SHEET_PART, localName: 'xl/worksheets/sheet9.xml', data: sheet() }),
    'rejected',
    'hostile-file',
  ],
  [
    'encrypted-entry',
    () => zipped({ name: SHEET_PART, data: sheet(), flags: 1 }),
    'rejected',
    'password',
  ],
  [
    'method-unknown',
    () => zipped({ name: SHEET_PART, data: sheet(), method: 14 }),
    'rejected',
    'hostile-file',
  ],
  [
    'deflate-broken',
    () => zipped({ name: SHEET_PART, data: sheet(), store: true, method: 8 }),
    'rejected',
    'damaged-file',
  ],
  ['cut-in-half', () => report().subarray(0, 2000), 'rejected', 'damaged-file'],
  ['last-byte-missing', () => report().subarray(0, -1), 'rejected', 'damaged-file'],
  [
    'bytes-behind-the-end',
    () => Buffer.concat([report(), Buffer.from('x')]),
    'rejected',
    'damaged-file',
  ],
  [
    'bytes-before-the-start',
    () => Buffer.concat([Buffer.from('PK'), report()]),
    'rejected',
    'damaged-file',
  ],
  ['only-the-magic', () => 'PK\u0003\u0004', 'rejected', 'damaged-file'],
  ['empty-zip', () => packed({}), 'rejected', 'unknown-file'],
  [
    'zip64-markers',
    () => patched('PK\u0001\u0002', (bytes, at) => bytes.writeUInt32LE(0xffffffff, at + 20)),
    'rejected',
    'hostile-file',
  ],
  [
    'directory-of-garbage',
    () => patched('PK\u0001\u0002', (bytes, at) => bytes.fill(0xff, at, at + 46)),
    'rejected',
    'damaged-file',
  ],
  [
    'nested-zip',
    () => packed({}, [{ name: 'bo-bieu.xlsx', data: report() }]),
    'rejected',
    'unknown-file',
  ],
  [
    'doctype-in-sheet',
    () => report({ sheet: (xml) => `<!DOCTYPE a [<!ENTITY b "x">]>${xml}` }),
    'rejected',
    'hostile-file',
  ],
  [
    'doctype-billion-laughs',
    () =>
      report({
        parts: {
          'xl/sharedStrings.xml': `<!DOCTYPE l [<!ENTITY a "ha">${lines(1, 20, (n) => `<!ENTITY a${n} "&a;&a;&a;&a;&a;&a;&a;&a;">`)}]><sst/>`,
        },
      }),
    'rejected',
    'hostile-file',
  ],
  [
    'entity-unknown',
    () => report({ sheet: (xml) => xml.replace('Người Một', '&evil;') }),
    'rejected',
    'damaged-file',
  ],
  [
    'xml-not-closed',
    () => report({ sheet: (xml) => xml.slice(0, -20) }),
    'rejected',
    'damaged-file',
  ],
  [
    'xml-101-deep',
    () =>
      report({
        sheet: (xml) =>
          xml.replace('</worksheet>', `${'<a>'.repeat(200)}${'</a>'.repeat(200)}</worksheet>`),
      }),
    'rejected',
    'damaged-file',
  ],
  [
    'xml-attributes-a-million',
    () =>
      report({
        sheet: (xml) =>
          xml.replace(
            '</worksheet>',
            `<a ${lines(0, 1_000_000, (n) => ` a${n}=""`)}/></worksheet>`,
          ),
      }),
    'rejected',
    'damaged-file',
  ],
  [
    'xml-not-utf-8',
    () => zipped({ name: SHEET_PART, data: Buffer.from(sheet(), 'latin1') }),
    'rejected',
    'damaged-file',
  ],
  [
    'xml-utf-16',
    () => zipped({ name: SHEET_PART, data: Buffer.from(`\ufeff${sheet()}`, 'utf16le') }),
    'accepted',
  ],
  [
    'target-climbs',
    () =>
      report({
        parts: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../etc/passwd"/></Relationships>',
        },
      }),
    'rejected',
    'hostile-file',
  ],
  [
    'target-outside',
    () =>
      report({
        parts: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="r1" Type="x/worksheet" TargetMode="External" Target="http://10.0.0.1/a.xml"/></Relationships>',
        },
      }),
    'rejected',
    'hostile-file',
  ],
])
