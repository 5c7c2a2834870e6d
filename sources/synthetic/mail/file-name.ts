import type { Period } from '../calendar.ts'
import type { Sending } from './sending.ts'

/** A name as offices save files: `T09-2026 Cong an phuong Bac Giang 07210.xlsx`, from the second sending on with `(thay the 2)`. */
export function fileName({ reporter, commune, window, nth }: Sending): string {
  const code = commune === null ? '' : ` ${commune.unit.code}`
  const again = nth > 1 ? ` (thay the ${nth})` : ''
  return `${windowName(window)} ${plain(reporter.name)}${code}${again}.xlsx`
}

/** `T09-2026`, `Q3-2026`, `6M-2026`, `2026`, `Ra soat 2020-06-15 den 2026-01-14`. */
export function windowName(window: Period): string {
  if (window.kind === 'explicit') return `Ra soat ${window.id.replace('..', ' den ')}`
  const part = window.id.slice(window.id.indexOf(':') + 1)
  const [year = '', name = ''] = part.split('-')
  if (name === '') return year
  return /^\d+$/.test(name) ? `T${name}-${year}` : `${name}-${year}`
}

function plain(name: string): string {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
  return bare.replace(/[^A-Za-z0-9 ]/g, '').replace(/ +/g, ' ')
}
