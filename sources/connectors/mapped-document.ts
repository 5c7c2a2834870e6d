import { LIMITS } from '../readers/limits.ts'
import { DeliveryError } from './connector.ts'
import { documentOf, type MappedRow, type Mapping, type Owner } from './mapping.ts'
import { reasonOf } from './passing.ts'

/** The document of a delivery, or the first `LIMITS.fileBytes` + 1 bytes of it; throws a {@link DeliveryError} that says what is not as mapped. */
export function mappedDocument(
  { id, name }: { readonly id: string; readonly name: string },
  mapping: Mapping,
  { reporter, window }: Owner,
  rows: readonly MappedRow[],
): Uint8Array {
  try {
    return documentOf(mapping, { reporter, window }, rows).subarray(0, LIMITS.fileBytes + 1)
  } catch (cause) {
    throw new DeliveryError(id, name, `is not as configured: ${reasonOf(cause)}`, { cause })
  }
}
