import { expect, test } from 'vitest'
import { showsDate } from '#sources/readers/styles.ts'

test.each<[string, boolean]>([
  ['dd/mm/yyyy', true],
  ['d/m/yy h:mm', true],
  ['[$-42A]dd mmmm yyyy;@', true],
  ['"Ngày "dd" tháng "mm" năm "yyyy', true],
  ['mm/yyyy', true],
  ['mmm', true],
  ['yyyy', true],
  ['General', false],
  ['0.00', false],
  ['#,##0 "đồng"', false],
  ['#,##0\\d', false],
  ['[Red]-0', false],
  ['h:mm:ss', false],
  ['[h]:mm', false],
  ['mm:ss', false],
  ['@', false],
  ['@" (*)"', false],
  ['_-* #,##0 [$₫-42A]_-;0', false],
  ['0;dd', false],
])('%s shows a day: %s', (format, shows) => expect(showsDate(format)).toBe(shows))
