import { join } from 'node:path'

/** Where a file of the vault lies. */
export function vaultPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), `${sha256}.age`)
}
