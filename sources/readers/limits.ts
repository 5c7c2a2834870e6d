/** How much of a file is looked at before it is refused; a commune's workbook of a month stays below a tenth of each. */
export const LIMITS = Object.freeze({
  /** Of the file as it arrived. */
  fileBytes: 10_000_000,
  entries: 200,
  /** Of all parts together, inflated. */
  inflatedBytes: 100_000_000,
  /** Inflated to compressed size of one part; smaller parts than `ratioFrom` may repeat themselves as they like. */
  ratio: 200,
  ratioFrom: 100_000,
  sheets: 64,
  /** Rows that hold something, of one sheet. */
  rows: 20_000,
  columns: 200,
  /** Rows and columns of a sheet in all, empty ones too, as Excel has them. */
  lastRow: 1_048_576,
  lastColumn: 16_384,
  /** Cells that hold something, of the whole book. */
  cells: 600_000,
  /** Characters of one cell; Excel itself holds no more. */
  textLength: 32_767,
  merges: 5_000,
  /** Cells under one merge. */
  mergeArea: 10_000,
})
