/** Every sentence that leaders, officers and the Ministry read on pages, in alerts and on labels of extracts, as named functions. */
export * from './words-alerts.ts'
export * from './words-figures.ts'
export * from './words-pages.ts'
export * from './words-people.ts'
export * from './words-reconciliation.ts'
export * from './words-reports.ts'
export * from './words-targets.ts'
export * from './words-verdicts.ts'
