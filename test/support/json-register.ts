import { residentRows } from './officers-book.ts'

/** A register of January 2026, or another month, as a JSON document: so many residents of a commune, all home since 5/1/2026. */
export interface JsonRegister {
  readonly code: string
  readonly residents: number
  readonly window?: string
  readonly revision?: number
  /** Fields of the n-th row. */
  readonly changes?: Readonly<Record<number, object>>
}

/** The document; papers are those of nobody else, also not of another commune. */
export function jsonRegister(of: JsonRegister): string {
  const { code, residents, window = 'adm:2026-01', revision = 1, changes = {} } = of
  const rows = residentRows({}, residents).map((row, n) => ({
    ...row,
    case_file_no: `${code}-${n}`,
    full_name: `Nguyễn Văn ${'ABCDEGHIKLMN'[n]} ${['Một', 'Hai', 'Ba', 'Bốn'][Number(code) % 4]}`,
    national_id: `024085${code.slice(1)}${String(n).padStart(2, '0')}`,
    ...changes[n],
  }))
  return JSON.stringify({
    ...{ form: 'returnee-register', version: 1, reporter: `police:${code}`, window, revision },
    ...{ nil: residents === 0, dataTo: dataTo[window], rows },
  })
}

const dataTo: Readonly<Record<string, string>> = {
  'adm:2026-01': '2026-01-14',
  'adm:2026-02': '2026-02-14',
}
