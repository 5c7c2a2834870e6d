/**
 * Ways in. One connector is one file and one line here, and passes the suite in `test/contracts/connector.test.ts`. They are the one
 * place outside `pipelines/` that touches disk and network.
 */
export type { Answer, Connector, Delivery } from './connector.ts'
export { answerName, DeliveryError } from './connector.ts'
export { type FolderOptions, folder } from './folder.ts'

/** Connectors that a configuration may name. */
export const connectorKinds = ['folder'] as const
