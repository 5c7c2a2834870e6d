import { releaseNotice } from '#sources/forms/release-notice.ts'
import { filesOf } from './hostile-file.ts'
import { lines } from './workbook.ts'

const HEAD = {
  form: 'release-notice',
  version: 1,
  reporter: 'agency:cong-an-tinh',
  window: 'adm:2026-03',
  revision: 1,
  nil: false,
  data_to: '2026-03-14',
}
const ROW = {
  full_name: 'Người Một',
  national_id: '024085000001',
  old_id: '',
  birth_year: '1985',
  facility: 'Trại giam mẫu',
  notice_no: '',
  notice_date: '20/2/2026',
  release_basis: 'Chấp hành xong án phạt tù',
  amnesty_round: '',
  release_date: '1/3/2026',
  commune: '07210',
  outcome: '',
}
const FIELDS = Object.keys(ROW)

interface Csv {
  readonly head?: Readonly<Record<string, unknown>>
  readonly by?: string
  readonly end?: string
  readonly header?: readonly string[]
  readonly rows?: readonly Readonly<Record<string, string>>[]
}

/** The good list as delimited text. */
function csv({ head = {}, by = ',', end = '\n', header = FIELDS, rows = [ROW] }: Csv = {}): string {
  const envelope = Object.entries({ ...HEAD, ...head }).map(([key, value]) => `# ${key}: ${value}`)
  const body = rows.map((row) => FIELDS.map((field) => row[field] ?? '').join(by))
  return [...envelope, header.join(by), ...body, ''].join(end)
}

function json(changes: object = {}, rows: readonly object[] = [ROW]): string {
  return JSON.stringify({ ...HEAD, ...changes, rows })
}

const titles = Object.values(releaseNotice.columns).map(({ header }) => header)
const quoted = titles.map((title) => (title.includes(',') ? `"${title}"` : title))
const cell = (letters: string) => ` release-notice!${letters}`
/** Windows-1258 of "Người Một": tones are bytes of their own. */
const WINDOWS_1258 = Buffer.from('4e67fdf5cc69204df4f274', 'hex')

/** Delimited text and JSON. */
export const texts = filesOf([
  ['csv-comma', () => csv(), 'accepted'],
  ['csv-semicolon-of-vietnamese-excel', () => csv({ by: ';', end: '\r\n' }), 'accepted'],
  ['csv-tab', () => csv({ by: '\t' }), 'accepted'],
  ['csv-bar', () => csv({ by: '|' }), 'accepted'],
  ['csv-carriage-returns-only', () => csv({ end: '\r' }), 'accepted'],
  ['csv-sep-line', () => `sep=;\r\n${csv({ by: ';', end: '\r\n' })}`, 'accepted'],
  ['csv-bom', () => `\ufeff${csv()}`, 'accepted'],
  ['csv-utf-16', () => Buffer.from(`\ufeff${csv({ by: '\t' })}`, 'utf16le'), 'accepted'],
  ['csv-titles-for-headers', () => csv({ header: quoted }), 'accepted'],
  [
    'csv-quotes-over-lines',
    () => csv({ rows: [{ ...ROW, facility: '"Trại giam\nsố ""5"""' }] }),
    'accepted',
  ],
  ['csv-windows-1258', windows1258, 'accepted', '?bad-encoding'],
  [
    'csv-tcvn3',
    () =>
      Buffer.from(
        csv({
          rows: [
            {
              ...ROW,
              full_name: 'NguyÔn V¨n Hïng',
              facility: 'Tr¹i giam mÉu',
              release_basis: 'ChÊp hµnh xong ¸n ph¹t tï',
            },
          ],
        }),
        'latin1',
      ),
    'rejected',
    'bad-encoding',
  ],
  [
    'csv-vni-in-utf-8',
    () =>
      csv({
        rows: [
          {
            ...ROW,
            full_name: 'Nguyeãn Vaên Huøng',
            facility: 'Traïi giam maãu',
            release_basis: 'Chaáp haønh xong aùn phaït tuø',
          },
        ],
      }),
    'rejected',
    'bad-encoding',
  ],
  [
    'csv-nul-in-a-cell',
    () => csv({ rows: [{ ...ROW, notice_no: 'x'.repeat(5000).concat('\0') }] }),
    'rejected',
    `too-long${cell('F9')}`,
  ],
  ['csv-quote-never-closed', () => csv().replace('Trại', '"Trại'), 'rejected', 'damaged-file'],
  ['csv-without-envelope', () => csv().replace(/^#.*\n/gm, ''), 'rejected', 'bad-envelope'],
  [
    'csv-envelope-of-spaces',
    () => `# form: ${' '.repeat(9_000_000)}x\n`,
    'rejected',
    'bad-envelope',
  ],
  ['csv-line-ends-10-mb', () => `# form: x\n${'\n'.repeat(9_900_000)}`, 'rejected', 'too-large'],
  ['csv-commas-10-mb', () => ','.repeat(9_900_000), 'rejected', 'too-large'],
  ['csv-quotes-10-mb', () => '"'.repeat(9_999_999), 'rejected', 'damaged-file'],
  [
    'csv-cells-four-million',
    () => `${csv()}${`${'1,'.repeat(200)}\n`.repeat(19_900)}`,
    'rejected',
    'too-large',
  ],
  [
    'csv-columns-201',
    () => csv().replace('full_name', `${'x,'.repeat(200)}full_name`),
    'rejected',
    'too-large',
  ],
  ['csv-classified', () => csv({ head: { secrecy: 'Mật' } }), 'rejected', 'secret'],
  ['csv-form-unknown', () => csv({ head: { form: '__proto__' } }), 'rejected', 'no-known-form'],
  [
    'csv-reporter-unknown',
    () => csv({ head: { reporter: 'police:99999' } }),
    'rejected',
    'unknown-reporter',
  ],
  [
    'csv-reporter-of-a-megabyte',
    () => csv({ head: { reporter: 'x'.repeat(1_000_000) } }),
    'rejected',
    'unknown-reporter',
  ],
  [
    'csv-id-without-its-zero',
    () => csv({ rows: [{ ...ROW, national_id: '24085000001' }] }),
    'accepted',
    `?zero-padded${cell('B9')}`,
  ],
  [
    'csv-id-rounded',
    () => csv({ rows: [{ ...ROW, national_id: '', old_id: '1.25E+08' }] }),
    'rejected',
    `not-an-id${cell('C9')}`,
  ],
  [
    'csv-header-proto',
    () => csv({ header: [...FIELDS.slice(0, -1), '__proto__'] }),
    'rejected',
    'column-missing release-notice',
  ],
  ['json', () => json(), 'accepted'],
  ['json-lines', () => `${JSON.stringify(HEAD)}\n${JSON.stringify(ROW)}\n`, 'accepted'],
  [
    'json-lines-carriage-returns',
    () => `${JSON.stringify(HEAD)}\r${JSON.stringify(ROW)}\r`,
    'accepted',
  ],
  [
    'json-key-twice',
    () => json().replace('"full_name"', '"full_name":"Người Khác","full_name"'),
    'rejected',
    'bad-envelope',
  ],
  [
    'json-key-twice-escaped',
    () => json().replace('"form"', '"f\\u006frm":"exemplar","form"'),
    'rejected',
    'bad-envelope',
  ],
  [
    'json-proto',
    () => json().replace('"full_name"', '"__proto__":{"admin":true},"full_name"'),
    'rejected',
    'bad-envelope',
  ],
  [
    'json-proto-text',
    () => json().replace('"full_name"', '"__proto__":"x","constructor":"y","full_name"'),
    'accepted',
  ],
  ['json-brackets-10-mb', () => '['.repeat(9_900_000), 'rejected', 'hostile-file'],
  ['json-objects-deep', () => '{"a":'.repeat(1_900_000), 'rejected', 'hostile-file'],
  [
    'json-rows-three-million',
    () => `{"form":"x","rows":[${'{},'.repeat(3_300_000)}{}]}`,
    'rejected',
    'too-large',
  ],
  [
    'json-number-without-end',
    () => json({}, [{ ...ROW, birth_year: 1 }]).replace(':1,', ':1e999,'),
    'rejected',
    'bad-envelope',
  ],
  [
    'json-number-too-large-for-an-id',
    () => json({}, [{ ...ROW, old_id: 0 }]).replace('"old_id":0', '"old_id":12345678901234567890'),
    'rejected',
    `not-an-id${cell('C2')}`,
  ],
  [
    'json-instant-of-greenwich',
    () => json({}, [{ ...ROW, notice_date: '2026-02-19T17:00:00.000Z' }]),
    'rejected',
    `not-a-date${cell('G2')}`,
  ],
  [
    'json-lone-surrogate',
    () => json({}, [{ ...ROW, facility: 'x' }]).replace('"x"', '"Trại \\ud800\\u0000"'),
    'accepted',
  ],
  ['json-list', () => '[1,2,3]', 'rejected', 'bad-envelope'],
  ['json-cut', () => json().slice(0, -9), 'rejected', 'damaged-file'],
  ['json-no-rows', () => json({}, []), 'rejected', 'nothing-and-not-ticked release-notice'],
  ['json-nil', () => json({ nil: true }, []), 'accepted'],
  ['json-nil-with-rows', () => json({ nil: true }), 'rejected', 'ticked-with-rows release-notice'],
  [
    'json-rows-20001',
    () =>
      `${JSON.stringify(HEAD).slice(0, -1)},"rows":[${lines(0, 20_001, () => '{"a":1},').slice(0, -1)}]}`,
    'rejected',
    'too-large',
  ],
])

function windows1258(): Uint8Array {
  const plain = { ...ROW, full_name: '@', facility: 'TG', release_basis: 'chap_hanh_xong' }
  const [before = '', after = ''] = csv({ rows: [plain] }).split('@')
  return Buffer.concat([Buffer.from(before), WINDOWS_1258, Buffer.from(after)])
}
