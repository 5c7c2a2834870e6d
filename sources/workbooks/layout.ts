/** Where things stand in a reporter's workbook; the reader finds columns by their headers, and only names and marks by this. */
export const layout = Object.freeze({
  version: 1,
  coverSheet: '00.Thong tin',
  /** First field of the cover; labels in column A, values in column B. */
  coverFrom: 4,
  /** Very hidden: A1 `hoanhap`, B1 layout version; A2 plan, B2 reporter, C2 window; from row 3 form id, version, sheet name. */
  markerSheet: '_hoanhap',
  marker: 'hoanhap',
  /** Very hidden: one list of labels a column, for the drop-downs. */
  listSheet: '_danhmuc',
  titleRow: 2,
  subtitleRow: 3,
  tickRow: 4,
  groupRow: 6,
  headerRow: 7,
  numberRow: 8,
  dataFrom: 9,
  /** Empty rows below the rows given, so that one more person needs no inserting. */
  spareRows: 10,
  /** Rows for entry of a blank workbook. */
  blankRows: 200,
})
