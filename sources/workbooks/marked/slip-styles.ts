const face = '<name val="Times New Roman"/><family val="1"/>'
const sides = ['left', 'right', 'top', 'bottom']
const thin = sides.map((side) => `<${side} style="thin"><color rgb="FF808080"/></${side}>`).join('')

/** How the slip looks: parts of styles as XML, and which of them make a look. */
export const slipStyles = Object.freeze({
  fonts: {
    plain: `<font><sz val="11"/>${face}</font>`,
    bold: `<font><b/><sz val="11"/>${face}</font>`,
    title: `<font><b/><sz val="14"/>${face}</font>`,
    hint: `<font><i/><sz val="11"/><color rgb="FF595959"/>${face}</font>`,
    link: `<font><u/><sz val="11"/><color rgb="FF0B57B0"/>${face}</font>`,
  },
  fills: {
    none: null,
    header: 'FFEDF2F7',
    // Not the colours of the marks: these cells are no marked ones.
    error: 'FFFFB4AC',
    warning: 'FFFFD79B',
    accepted: 'FFDDEFE0',
  },
  borders: { none: '<border/>', thin: `<border>${thin}</border>` },
  looks: {
    plain: { font: 'plain', fill: 'none', border: 'none', align: 'vertical="top"' },
    label: { font: 'bold', fill: 'none', border: 'none', align: 'vertical="top"' },
    title: { font: 'title', fill: 'none', border: 'none', align: 'vertical="center"' },
    section: { font: 'bold', fill: 'none', border: 'none', align: 'vertical="bottom"' },
    hint: { font: 'hint', fill: 'none', border: 'none', align: 'vertical="top" wrapText="1"' },
    ask: { font: 'plain', fill: 'none', border: 'none', align: 'vertical="top" wrapText="1"' },
    error: { font: 'title', fill: 'error', border: 'none', align: 'vertical="center"' },
    warning: { font: 'title', fill: 'warning', border: 'none', align: 'vertical="center"' },
    accepted: { font: 'title', fill: 'accepted', border: 'none', align: 'vertical="center"' },
    header: {
      font: 'bold',
      fill: 'header',
      border: 'thin',
      align: 'horizontal="center" vertical="center" wrapText="1"',
    },
    number: {
      font: 'plain',
      fill: 'none',
      border: 'thin',
      align: 'horizontal="center" vertical="top"',
    },
    text: {
      font: 'plain',
      fill: 'none',
      border: 'thin',
      align: 'vertical="top" wrapText="1"',
    },
    link: {
      font: 'link',
      fill: 'none',
      border: 'thin',
      align: 'horizontal="center" vertical="top"',
    },
    swatchError: {
      font: 'plain',
      fill: 'error',
      border: 'thin',
      align: 'horizontal="center" vertical="top"',
    },
    swatchWarning: {
      font: 'plain',
      fill: 'warning',
      border: 'thin',
      align: 'horizontal="center" vertical="top"',
    },
  },
} as const)

export type Look = keyof typeof slipStyles.looks
