import { filesOf, type Line } from './hostile-file.ts'
import { report, SHEET, textXml } from './workbook.ts'

/** The good report with one cell of its first person as another program, or somebody in a hurry, would write it. */
function cell(name: string, address: string, xml: string, ...answer: Tail): Line {
  return [name, () => report({ cells: { [address]: xml } }), ...answer]
}

function text(name: string, address: string, typed: string, ...answer: Tail): Line {
  return cell(name, address, textXml(address, typed), ...answer)
}

type Tail = Line extends readonly [string, unknown, ...infer Answer] ? Answer : never

const at = (code: string, address: string) => `${code} ${SHEET}!${address}`
const date = (code: string): Tail => ['partial', at(code, 'G9')]

/** Values of one cell. */
export const cells = filesOf([
  cell('error-cell', 'D9', '<c r="D9" t="e"><v>#REF!</v></c>', 'partial', at('error-cell', 'D9')),
  cell('formula-with-value', 'D9', '<c r="D9"><f>1984+1</f><v>1985</v></c>', 'accepted'),
  cell(
    'formula-without-value',
    'D9',
    '<c r="D9"><f>1984+1</f></c>',
    'partial',
    at('formula-without-value', 'D9'),
  ),
  cell(
    'formula-of-commands',
    'E9',
    '<c r="E9" t="str"><f>cmd|"/c calc"!A1</f><v>=cmd|"/c calc"!A1</v></c>',
    'accepted',
  ),
  cell('formula-that-is-blank', 'I9', '<c r="I9" t="str"><f>""</f><v></v></c>', 'accepted'),
  cell(
    'boolean-for-a-year',
    'D9',
    '<c r="D9" t="b"><v>1</v></c>',
    'partial',
    at('not-a-number', 'D9'),
  ),
  cell('shared-string', 'E9', '<c r="E9" t="s"><v>0</v></c>', 'accepted'),
  cell(
    'shared-string-missing',
    'E9',
    '<c r="E9" t="s"><v>99999</v></c>',
    'rejected',
    'damaged-file',
  ),
  cell('shared-string-negative', 'E9', '<c r="E9" t="s"><v>-1</v></c>', 'rejected', 'damaged-file'),
  cell(
    'rich-text-with-readings',
    'E9',
    '<c r="E9" t="inlineStr"><is><r><t>Trại </t></r><r><t>giam</t></r><rPh><t>x</t></rPh></is></c>',
    'accepted',
  ),
  cell('number-that-is-none', 'D9', '<c r="D9"><v>19x5</v></c>', 'rejected', 'damaged-file'),
  cell('number-infinite', 'D9', '<c r="D9"><v>1e999</v></c>', 'rejected', 'damaged-file'),
  cell('type-unknown', 'D9', '<c r="D9" t="q"><v>1985</v></c>', 'accepted'),
  cell('style-unknown', 'D9', '<c r="D9" s="999999"><v>1985</v></c>', 'accepted'),
  cell('date-iso-8601', 'G9', '<c r="G9" t="d"><v>2026-02-20T10:00:00</v></c>', 'accepted'),
  cell(
    'date-iso-8601-of-greenwich',
    'G9',
    '<c r="G9" t="d"><v>2026-02-19T17:00:00Z</v></c>',
    ...date('not-a-date'),
  ),
  cell('date-serial-0', 'G9', '<c r="G9" s="1"><v>0</v></c>', ...date('date-out-of-range')),
  cell('date-serial-negative', 'G9', '<c r="G9" s="1"><v>-5</v></c>', ...date('not-a-date')),
  cell(
    'date-serial-of-the-year-9999',
    'G9',
    '<c r="G9" s="1"><v>2958465</v></c>',
    ...date('date-out-of-range'),
  ),
  cell('date-serial-endless', 'G9', '<c r="G9" s="1"><v>1e300</v></c>', ...date('not-a-date')),
  cell('date-serial-without-format', 'G9', '<c r="G9"><v>46073</v></c>', 'accepted'),
  text('date-in-words', 'G9', 'ngày 20 tháng 2 năm 2026', 'accepted'),
  text('date-31-february', 'G9', '31/02/2026', ...date('not-a-date')),
  text('date-month-first', 'G9', '2/20/2026', ...date('not-a-date')),
  text('date-two-digit-year', 'G9', '20/2/26', ...date('not-a-date')),
  text('date-of-the-future', 'G9', '20/2/2027', ...date('date-out-of-range')),
  text('number-as-text', 'D9', "'1985", 'accepted'),
  text('number-with-no-break-spaces', 'D9', '\u00a01985\u202f', 'accepted'),
  text('number-ambiguous', 'D9', '1.985', 'partial', at('not-a-number', 'D9')),
  cell('percent', 'D9', '<c r="D9" s="2"><v>0.5</v></c>', 'partial', at('not-a-number', 'D9')),
  cell(
    'id-as-number-without-its-zero',
    'B9',
    '<c r="B9"><v>24085000001</v></c>',
    'accepted',
    `?${at('zero-padded', 'B9')}`,
  ),
  cell(
    'id-as-number-with-exponent',
    'B9',
    '<c r="B9"><v>2.4085000001E10</v></c>',
    'accepted',
    `?${at('zero-padded', 'B9')}`,
  ),
  text('id-as-text-with-exponent', 'B9', '2,4085E+10', 'partial', at('not-an-id', 'B9')),
  cell(
    'old-id-of-seventeen-digits',
    'C9',
    '<c r="C9"><v>12345678901234567</v></c>',
    'partial',
    at('not-an-id', 'C9'),
  ),
  cell(
    'old-id-as-date',
    'C9',
    '<c r="C9" s="1"><v>46000</v></c>',
    'partial',
    at('not-an-id', 'C9'),
  ),
  text('name-of-zero-width-signs', 'A9', '\u200b\u200b', 'partial', at('required', 'A9')),
  text('text-with-escaped-nul', 'E9', 'Trại_x0000_giam_xD800_', 'accepted'),
  text('text-of-scripts', 'E9', '<script>alert(1)</script>', 'accepted'),
  text('text-of-sql', 'E9', "'); drop table form_release_notice; --", 'accepted'),
  text('text-right-to-left', 'E9', '\u202egnp.xslx', 'accepted'),
  text(
    'text-of-one-tall-letter',
    'E9',
    `a${'\u0301'.repeat(30_000)}`,
    'partial',
    at('too-long', 'E9'),
  ),
  text('text-too-long', 'E9', 'x'.repeat(32_767), 'partial', at('too-long', 'E9')),
  text('commune-unknown', 'K9', 'Xã Không Có', 'partial', at('unknown-commune', 'K9')),
  text('commune-of-a-megabyte', 'K9', 'Bắc '.repeat(200_000), 'rejected', 'too-large'),
  text('choice-unknown', 'H9', '__proto__', 'partial', at('not-a-choice', 'H9')),
  text('choice-of-a-megabyte', 'H9', 'constructor '.repeat(80_000), 'rejected', 'too-large'),
])
