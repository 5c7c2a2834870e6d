import { filesOf } from './hostile-file.ts'
import { COVER, lines, packed, partsOf, people, report, SHEET, textXml } from './workbook.ts'

/** XML behind the rows. */
const behind = (xml: string) => (sheet: string) =>
  sheet.replace('</sheetData>', `</sheetData>${xml}`)
/** More rows behind those that are there. */
const rowsAfter = (xml: string) => (sheet: string) =>
  sheet.replace('</sheetData>', `${xml}</sheetData>`)
const merges = (refs: readonly string[]) =>
  behind(`<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`)

const WORKBOOK = 'xl/workbook.xml'
const workbook = (change: (xml: string) => string) => ({
  [WORKBOOK]: change(partsOf()[WORKBOOK] ?? ''),
})
const SECOND = `<sheet name="${SHEET}" sheetId="2" r:id="r2"/>`

/** The good report with one more sheet. */
function withSheet(name: string, xml: string, state = 'visible'): Uint8Array {
  const rels = partsOf()['xl/_rels/workbook.xml.rels'] ?? ''
  return report({
    parts: {
      ...workbook((all) =>
        all.replace(
          SECOND,
          `${SECOND}<sheet name="${name}" sheetId="3" state="${state}" r:id="r9"/>`,
        ),
      ),
      'xl/_rels/workbook.xml.rels': rels.replace(
        '</Relationships>',
        '<Relationship Id="r9" Type="x/worksheet" Target="worksheets/sheet3.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet3.xml': xml,
    },
  })
}

const sheetOf = (changes = {}) => partsOf(changes)['xl/worksheets/sheet2.xml'] ?? ''
const stamp = (text: string) =>
  `<worksheet><sheetData><row r="2">${textXml('B2', text)}</row></sheetData></worksheet>`
const hide = (row: number) => (xml: string) =>
  xml.replace(`<row r="${row}"`, `<row r="${row}" hidden="1"`)
/** Moves rows down and writes what is given where they were. */
const row = (n: number, cells: Readonly<Record<string, string>>) =>
  `<row r="${n}">${Object.entries(cells)
    .map(([column, text]) => textXml(`${column}${n}`, text))
    .join('')}</row>`

/** Workbooks whose sheets are not as they were handed out. */
export const books = filesOf([
  ['good', () => report(), 'accepted'],
  [
    'merge-over-the-whole-sheet',
    () => report({ sheet: merges(['A1:XFD1048576']) }),
    'rejected',
    'too-large',
  ],
  [
    'merges-100000',
    () =>
      report({
        sheet: merges(Array.from({ length: 100_000 }, (_, n) => `A${2 * n + 20}:B${2 * n + 21}`)),
      }),
    'rejected',
    'too-large',
  ],
  ['merge-that-is-none', () => report({ sheet: merges(['B9:A1']) }), 'rejected', 'damaged-file'],
  [
    'merged-over-data',
    () => report({ sheet: merges(['E9:E10']) }),
    'partial',
    `required ${SHEET}!E10`,
  ],
  [
    'columns-16384',
    () =>
      report({
        sheet: (xml) =>
          xml
            .replace('<row r="9">', '<row r="9">')
            .replace('</row><row r="10">', '<c r="XFD9"><v>1</v></c></row><row r="10">'),
      }),
    'rejected',
    'too-large',
  ],
  [
    'columns-16384-formatted-only',
    () =>
      report({
        sheet: (xml) => xml.replace('</row><row r="10">', '<c r="XFD9" s="1"/></row><row r="10">'),
      }),
    'accepted',
  ],
  [
    'column-that-is-none',
    () =>
      report({
        sheet: (xml) =>
          xml.replace('</row><row r="10">', '<c r="ZZZZ9"><v>1</v></c></row><row r="10">'),
      }),
    'rejected',
    'damaged-file',
  ],
  [
    'row-beyond-the-last',
    () => report({ sheet: rowsAfter('<row r="1048577"/>') }),
    'rejected',
    'damaged-file',
  ],
  [
    'rows-backwards',
    () => report({ sheet: rowsAfter('<row r="3"/>') }),
    'rejected',
    'damaged-file',
  ],
  [
    'rows-a-million-formatted',
    () => report({ sheet: rowsAfter(lines(100, 1_000_000, (n) => `<row r="${n}" s="1"/>`)) }),
    'accepted',
  ],
  [
    'rows-20001',
    () =>
      report({
        sheet: rowsAfter(
          lines(100, 20_001, (n) => `<row r="${n}"><c r="A${n}"><v>1</v></c></row>`),
        ),
      }),
    'rejected',
    'too-large',
  ],
  [
    'rows-19000-all-wrong',
    () =>
      report({
        sheet: rowsAfter(
          lines(100, 19_000, (n) => row(n, { A: 'x', B: 'y', C: 'z', D: 'ba', G: 'q' })),
        ),
      }),
    'rejected',
    `too-many-rows ${SHEET}`,
    `not-an-id ${SHEET}!B100`,
    '…',
  ],
  [
    'cells-600001',
    () =>
      report({
        sheet: rowsAfter(
          lines(
            100,
            6_001,
            (n) =>
              `<row r="${n}">${lines(1, 100, (m) => `<c><v>${(n * m * 7919) % 9973}</v></c>`)}</row>`,
          ),
        ),
      }),
    'rejected',
    'too-large',
  ],
  [
    'cell-twice',
    () => report({ sheet: (xml) => xml.replace(/(<c r="D9".*?<\/c>)/, '$1$1') }),
    'rejected',
    'damaged-file',
  ],
  [
    'text-of-30-mb',
    () =>
      report({
        cells: {
          E9: textXml(
            'E9',
            lines(1, 3_000_000, (n) => `ệ${(n * 7919) % 99_991}`).slice(0, 15_000_000),
          ),
        },
      }),
    'rejected',
    'too-large',
  ],
  [
    'shared-strings-two-million',
    () =>
      report({
        parts: {
          'xl/sharedStrings.xml': `<sst>${lines(0, 2_000_000, (n) => `<si><t>ệ${(n * 7919) % 1_000_003}</t></si>`)}</sst>`,
        },
      }),
    'rejected',
    'too-large',
  ],
  [
    'styles-half-a-million',
    () =>
      report({
        parts: {
          'xl/styles.xml': `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${lines(0, 500_000, (n) => `<xf numFmtId="${n % 300}"/>`)}</cellXfs></styleSheet>`,
        },
      }),
    'accepted',
  ],
  [
    'sheets-65',
    () =>
      report({
        parts: workbook((xml) =>
          xml.replace(
            SECOND,
            lines(2, 64, (n) => `<sheet name="s${n}" r:id="r2"/>`),
          ),
        ),
      }),
    'rejected',
    'too-large',
  ],
  [
    'two-sheets-one-part',
    () =>
      report({
        parts: workbook((xml) => xml.replace(SECOND, `${SECOND}<sheet name="b" r:id="r2"/>`)),
      }),
    'rejected',
    'hostile-file',
  ],
  [
    'sheet-without-r-id',
    () => report({ parts: workbook((xml) => xml.replace(' r:id="r2"', '')) }),
    'rejected',
    'damaged-file',
  ],
  [
    'sheet-named-in-markup',
    () => withSheet('&lt;script&gt;alert(1)&lt;/script&gt;', stamp('x')),
    'accepted',
    '?no-known-form <script>alert(1)</script>',
  ],
  [
    'sheet-named-like-a-path',
    () => withSheet('../../x', stamp('x')),
    'accepted',
    '?no-known-form ../../x',
  ],
  [
    'chart-sheet',
    () =>
      report({
        parts: {
          ...workbook((xml) => xml.replace(SECOND, `${SECOND}<sheet name="c" r:id="r8"/>`)),
          'xl/_rels/workbook.xml.rels': (partsOf()['xl/_rels/workbook.xml.rels'] ?? '').replace(
            '</Relationships>',
            '<Relationship Id="r8" Type="x/chartsheet" Target="c.xml"/></Relationships>',
          ),
        },
      }),
    'accepted',
  ],
  ['form-twice', () => withSheet('Bản sao', sheetOf()), 'rejected', `no-known-form ${SHEET}`],
  [
    'form-twice-one-hidden',
    () => withSheet('Cu', sheetOf(), 'hidden'),
    'accepted',
    '?hidden-sheet Cu',
  ],
  [
    'form-hidden',
    () =>
      report({
        parts: workbook((xml) => xml.replace('sheetId="2"', 'sheetId="2" state="hidden"')),
      }),
    'rejected',
    'no-known-form',
    `?hidden-sheet ${SHEET}`,
  ],
  [
    'cover-hidden',
    () =>
      report({
        parts: workbook((xml) => xml.replace('sheetId="1"', 'sheetId="1" state="veryHidden"')),
      }),
    'rejected',
    'cover-missing',
    `?hidden-sheet ${COVER}`,
  ],
  [
    'everything-hidden',
    () => report({ parts: workbook((xml) => xml.replaceAll('<sheet ', '<sheet state="hidden" ')) }),
    'rejected',
    'empty-workbook',
  ],
  [
    'row-hidden-by-a-filter',
    () => report({ sheet: hide(10) }),
    'accepted',
    `?hidden-rows ${SHEET}`,
  ],
  [
    'no-cover',
    () => report({ parts: workbook((xml) => xml.replace(/<sheet name="00.*?\/>/, '')) }),
    'rejected',
    'cover-missing',
  ],
  [
    'no-rows-not-ticked',
    () => report({ rows: [] }),
    'rejected',
    `nothing-and-not-ticked ${SHEET}!A4`,
  ],
  ['ticked', () => report({ rows: [], tick: '☑' }), 'accepted'],
  ['ticked-with-rows', () => report({ tick: '☒' }), 'rejected', `ticked-with-rows ${SHEET}!A4`],
  [
    'titles-above',
    () => report({ above: ['CÔNG AN TỈNH BẮC NINH', 'PHÒNG PC10', '', 'Số: 12/BC-PC10', '', ''] }),
    'accepted',
  ],
  [
    'header-again-on-the-next-page',
    () =>
      report({
        sheet: (xml) => {
          const header = /<row r="7">.*?<\/row>/.exec(xml)?.[0] ?? ''
          return rowsAfter(`${header.replace(/r="([A-Z]*)7"/g, 'r="$130"')}`)(xml)
        },
      }),
    'accepted',
  ],
  [
    'row-of-totals',
    () => report({ sheet: rowsAfter(row(20, { A: 'Tổng cộng: 2 người', D: '2' })) }),
    'accepted',
  ],
  [
    'rows-below-the-signatures',
    () =>
      report({
        sheet: (xml) =>
          rowsAfter(
            (/<row r="10">.*?<\/row>/.exec(xml)?.[0] ?? '')
              .replace(/r="([A-Z]*)10"/g, 'r="$140"')
              .replace('024190000002', '024190000003'),
          )(xml),
      }),
    'accepted',
  ],
  [
    'header-over-two-rows',
    () => report({ cells: { J6: textXml('J6', 'Ngày'), J7: textXml('J7', 'ra trại') } }),
    'accepted',
  ],
  [
    'header-misspelt',
    () => report({ headers: { commune: 'Xã về' } }),
    'rejected',
    `column-missing ${SHEET}`,
  ],
  [
    'header-twice',
    () => report({ headers: { outcome: 'Năm sinh' } }),
    'rejected',
    `column-missing ${SHEET}`,
    `column-twice ${SHEET}!L7`,
  ],
  [
    'fonts-of-tcvn3',
    () =>
      report({
        headers: { full_name: 'Hä vµ tªn', birth_year: 'N¨m sinh' },
        rows: people.map((each) => ({ ...each, full_name: 'NguyÔn V¨n Hïng' })),
      }),
    'rejected',
    'bad-encoding',
  ],
  [
    'fonts-of-vni',
    () => report({ rows: people.map((each) => ({ ...each, facility: 'Traïi giam maãu soá 5' })) }),
    'rejected',
    'bad-encoding',
  ],
  [
    'classified-on-the-cover',
    () => report({ cover: { secrecy: 'Mật' } }),
    'rejected',
    `secret ${COVER}`,
  ],
  ['classified-in-a-title', () => report({ above: ['TỐI MẬT'] }), 'rejected', `secret ${SHEET}`],
  [
    'classified-in-a-page-header',
    () =>
      report({
        sheet: behind(
          '<headerFooter><oddHeader>&amp;C&amp;"Arial"&amp;14TUYỆT MẬT</oddHeader></headerFooter>',
        ),
      }),
    'rejected',
    'secret',
  ],
  [
    'classified-in-a-text-box',
    () =>
      packed(partsOf(), [
        {
          name: 'xl/drawings/drawing1.xml',
          data: '<x:a xmlns:x="x" xmlns:a="y"><a:p><a:t>MẬT</a:t></a:p></x:a>',
        },
      ]),
    'rejected',
    'secret',
  ],
  [
    'classified-on-a-hidden-sheet',
    () => withSheet('Bìa', stamp('MẬT'), 'hidden'),
    'rejected',
    'secret Bìa',
  ],
  [
    'another-plan',
    () => report({ cover: { plan_ref: '999/KH-UBND' } }),
    'rejected',
    `wrong-plan ${COVER}!B7`,
  ],
  [
    'window-unknown',
    () => report({ cover: { window: 'Tháng 13/2026' } }),
    'rejected',
    `unknown-window ${COVER}!B8`,
  ],
  [
    'window-of-a-megabyte',
    () => report({ cover: { window: 'Tháng 3/2026 '.repeat(80_000) } }),
    'rejected',
    'too-large',
  ],
  [
    'unit-injected',
    () => report({ cover: { unit_name: "'; drop table submission; --" } }),
    'accepted',
  ],
  [
    'calendar-of-1904',
    () =>
      report({
        parts: workbook((xml) => xml.replace('<workbookPr/>', '<workbookPr date1904="1"/>')),
        cover: { data_to: '14/3/2026' },
        rows: people.map((each) => ({ ...each, notice_date: 44_611, release_date: '1/3/2026' })),
      }),
    'accepted',
  ],
])
