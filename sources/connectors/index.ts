/**
 * Ways in. One connector is one file and one line here, and passes the suite in `test/contracts/connector.test.ts`. They are the one
 * place outside `pipelines/` that touches disk and network.
 */
export { isNetwork } from './addresses.ts'
export type { Answer, Connector, Delivery, Secret } from './connector.ts'
export { answerName, DeliveryError } from './connector.ts'
export { type FolderOptions, folder } from './folder.ts'
export { type HttpJsonOptions, httpJson } from './http-json.ts'
export { type MappedCsvOptions, mappedCsv } from './mapped-csv.ts'
export { type Mapping, nameOf } from './mapping.ts'
export { isIdentifier, type PostgresViewOptions, postgresView } from './postgres-view.ts'
export { type SftpOptions, sftp } from './sftp.ts'

/** Connectors that a configuration may name. */
export const connectorKinds = ['folder', 'sftp', 'httpJson', 'postgresView', 'mappedCsv'] as const
