import type { ReaderSetup } from '#pipelines/readers/job.ts'

/** Two communes of Bắc Ninh, one of whose police owes the register. */
export const readerSetup: ReaderSetup = {
  plan: { id: 'bac-ninh-2026', number: '195/KH-UBND', family: 'adm', provinceCode: '24' },
  reporters: [
    {
      id: 'police:07210',
      kind: 'police',
      name: 'Công an phường Bắc Giang',
      unitId: '07210@2025-07-01',
      standing: 'obliged',
    },
  ],
  owed: { 'police:07210': ['returnee-register'] },
  communes: ['07210', '07246'],
}

/** Address of the reader that does what its file says. */
export const scriptedModule = new URL('./scripted-reader.ts', import.meta.url).href
