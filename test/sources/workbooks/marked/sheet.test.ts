import { describe, expect, test } from 'vitest'
import { cellPlace } from '#sources/readers/book.ts'
import { patchSheet, withLegacyDrawing } from '#sources/workbooks/marked/sheet.ts'

/** The sheet with style 7 on those cells. */
function painted(text: string, ...cells: readonly string[]): string {
  return patchSheet(text, 'sheet', {
    cells: new Map(cells.map((cell) => [cell, cellPlace(cell)])),
    styleOf: (address, style) => (cells.includes(address) ? 7 : style),
    deselect: true,
  }).text
}

/** The sheet with values in those cells. */
function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return patchSheet(text, 'sheet', {
    cells: new Map(Object.keys(values).map((cell) => [cell, cellPlace(cell)])),
    styleOf: (_, style) => style,
    values: new Map(Object.entries(values)),
    deselect: false,
  }).text
}

describe('cells of a worksheet', () => {
  test.each([
    [
      'that are there get the style and nothing else',
      '<worksheet><sheetData><row r="1"><c r="A1" s="2" t="s"><v>0</v></c><c r="B1"/></row></sheetData></worksheet>',
      ['A1', 'B1'],
      '<worksheet><sheetData><row r="1"><c r="A1" s="7" t="s"><v>0</v></c><c r="B1" s="7"/></row></sheetData></worksheet>',
    ],
    [
      'that are not there are put in at their places',
      '<worksheet><sheetData><row r="2"><c r="B2"/><c r="D2"/></row><row r="5" ht="9"/></sheetData></worksheet>',
      ['E2', 'C2', 'A2', 'A5', 'B1', 'C3', 'A9'],
      '<worksheet><sheetData><row r="1"><c r="B1" s="7"/></row><row r="2"><c r="A2" s="7"/><c r="B2"/><c r="C2" s="7"/><c r="D2"/><c r="E2" s="7"/></row><row r="3"><c r="C3" s="7"/></row><row r="5" ht="9"><c r="A5" s="7"/></row><row r="9"><c r="A9" s="7"/></row></sheetData></worksheet>',
    ],
    [
      'of an empty sheet',
      '<worksheet><sheetData/></worksheet>',
      ['B2'],
      '<worksheet><sheetData><row r="2"><c r="B2" s="7"/></row></sheetData></worksheet>',
    ],
    [
      'bear the prefix of the sheet, and rows and cells without addresses are counted',
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/></x:row><x:row><x:c/></x:row></x:sheetData></x:worksheet>',
      ['B1', 'C1', 'A2'],
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c s="7"/><x:c r="C1" s="7"/></x:row><x:row><x:c s="7"/></x:row></x:sheetData></x:worksheet>',
    ],
    [
      'are not looked for in comments, values and other lists',
      '<worksheet><!-- <c r="A1"/> --><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&lt;c r="A2"/&gt;</t></is></c></row></sheetData><cellWatches><cellWatch r="A1"/></cellWatches></worksheet>',
      ['A1'],
      '<worksheet><!-- <c r="A1"/> --><sheetData><row r="1"><c r="A1" t="inlineStr" s="7"><is><t>&lt;c r="A2"/&gt;</t></is></c></row></sheetData><cellWatches><cellWatch r="A1"/></cellWatches></worksheet>',
    ],
    [
      'leave the sheet unselected',
      `<worksheet><sheetViews><sheetView tabSelected="1" zoomScale='90' workbookViewId="0"/></sheetViews><sheetData/></worksheet>`,
      [],
      `<worksheet><sheetViews><sheetView zoomScale='90' workbookViewId="0"/></sheetViews><sheetData/></worksheet>`,
    ],
  ] as const)('%s', (_, text, cells, expected) => {
    expect(painted(text, ...cells)).toBe(expected)
  })

  test('that are put in look as their row, else as their column, before they are marked', () => {
    const text =
      '<worksheet><cols><col min="2" max="3" style="4"/></cols><sheetData><row r="1" s="5" customFormat="1"/><row r="2" s="5"/></sheetData></worksheet>'
    const asked: (readonly [string, number])[] = []
    patchSheet(text, 'sheet', {
      cells: new Map(['B1', 'B2', 'D2', 'C3'].map((cell) => [cell, cellPlace(cell)])),
      styleOf: (address, style) => {
        asked.push([address, style])
        return style
      },
      deselect: false,
    })
    expect(asked).toEqual([
      ['B1', 5],
      ['B2', 4],
      ['D2', 0],
      ['C3', 4],
    ])
  })

  test('that get a value keep their looks and lose formula and kind', () => {
    const text =
      '<worksheet><sheetData><row r="1"><c r="A1" s="3" t="str"><f>B1&amp;"x"</f><v>x</v></c><c r="B1" t="s"><v>4</v></c></row></sheetData></worksheet>'
    expect(filled(text, { A1: 'Nam & <Nữ>', B1: 12, C1: '' })).toBe(
      '<worksheet><sheetData><row r="1"><c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve">Nam &amp; &lt;Nữ&gt;</t></is></c><c r="B1"><v>12</v></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"></t></is></c></row></sheetData></worksheet>',
    )
  })
})

test.each([
  ['<worksheet><sheetData/><drawing r:id="rId1"/></worksheet>', '<drawing r:id="rId1"/>'],
  ['<worksheet><sheetData/><pageSetup/><tableParts count="0"/></worksheet>', '<pageSetup/>'],
  ['<worksheet><sheetData/><extLst><ext/></extLst></worksheet>', '<sheetData/>'],
])('the drawing of comments stands where the standard wants it: %s', (text, behind) => {
  const drawing = '<legacyDrawing xmlns:r="urn:r" r:id="rId9"/>'
  const expected = text.replace(behind, behind + drawing)
  expect(withLegacyDrawing(text, 'sheet', 'rId9', 'urn:r')).toBe(expected)
})
