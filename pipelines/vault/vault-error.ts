export type VaultFault = 'missing' | 'damaged' | 'other-key' | 'purged'

/** A stored file that cannot be given back; the message says what happened to it and what to do. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  readonly fault: VaultFault
  readonly path: string

  constructor(fault: VaultFault, path: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
    this.path = path
  }
}
