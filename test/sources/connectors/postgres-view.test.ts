import { expect, test, vi } from 'vitest'
import { postgresView } from '#sources/connectors/index.ts'
import { LIMITS } from '#sources/readers/limits.ts'

const PADDED = 'Nguyễn Văn A'.padEnd(1_000)
const ROWS = 12_000

vi.mock('#sources/connectors/postgres-line.ts', () => ({
  openPostgres: async () => ({
    async *rows() {
      for (let n = 0; n < ROWS; n++) yield ['1', PADDED]
    },
    async close() {},
  }),
}))

test('rows of which some are left out are too large for every reader, though blanks made them so', async () => {
  const connector = postgresView({
    id: 'postgres:so',
    host: 'db.example',
    database: 'so',
    user: 'hoanhap',
    password: async () => '',
    tls: true,
    view: 'so.danh_sach',
    mapping: {
      form: 'returnee-register',
      version: 1,
      reporter: { fixed: 'police:07210' },
      window: { fixed: 'adm:2026-09' },
      revision: { fixed: '1' },
      columns: { ho_ten: { field: 'full_name' } },
    },
  })
  const bytes = await connector.read({ name: 'adm:2026-09/police:07210' })
  expect(bytes.length).toBe(LIMITS.fileBytes + 1)
})
