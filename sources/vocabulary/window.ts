/** Windows: `window-calendar.ts` knows their days, `window-id.ts` their ids, `window-words.ts` how people write them. */
export {
  type Family,
  families,
  type Grid,
  monthsOf,
  planYearOf,
  planYearOn,
  type Window,
  type WindowKind,
  windowsOf,
  yearToDate,
} from './window-calendar.ts'
export { explicitWindow, isWindowId, window, windowOf } from './window-id.ts'
export { readWindow, wordsOf } from './window-words.ts'
