import { fontFamily } from '../theme.ts'
import { sheet } from './sheet.ts'

/** A file that stands beside the pages. */
export interface Asset {
  /** Relative to the folder of the pages: `assets/be-vietnam-pro-latin-400.woff2`. */
  readonly path: string
  /** Either the text itself or the package file to copy it from, as `import.meta.resolve` finds it. */
  readonly content: { readonly text: string } | { readonly copyOf: string }
}

const weights = [400, 600, 700]

/** The letters of Vietnamese, and those that it shares with everyone; ranges as @fontsource states them. */
const subsets = {
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
}

const fonts = weights.flatMap((weight) =>
  Object.entries(subsets).map(([subset, range]) => ({
    weight,
    range,
    file: `be-vietnam-pro-${subset}-${weight}-normal.woff2`,
  })),
)

/** Everything that pages refer to: one style sheet and the letters, so that they look the same without a network. */
export const assets: readonly Asset[] = Object.freeze([
  { path: 'assets/hoanhap.css', content: { text: `${fonts.map(fontFace).join('\n')}\n${sheet}` } },
  ...fonts.map(({ file }) => ({
    path: `assets/${file}`,
    content: { copyOf: `@fontsource/be-vietnam-pro/files/${file}` },
  })),
])

function fontFace({ weight, range, file }: (typeof fonts)[number]): string {
  return `@font-face{font-family:"${fontFamily}";font-style:normal;font-display:swap;font-weight:${weight};src:url(${file}) format("woff2");unicode-range:${range}}`
}
