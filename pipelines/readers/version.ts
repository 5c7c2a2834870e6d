/** Raised whenever the same bytes are read differently than before, so that everything in the vault is read again. */
export const READER_VERSION = 3
