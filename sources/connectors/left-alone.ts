/**
 * Names that no sender means as a delivery: hidden ones, `~$…` (Excel's lock), and files that a program still writes: `.part`, `.tmp`,
 * `.crdownload` (browsers), `.filepart` (WinSCP).
 */
export function isLeftAlone(name: string): boolean {
  return /^(\.|~\$)|\.(part|filepart|tmp|crdownload)$/i.test(name)
}

/** Node decodes names as UTF-8 and cannot find again what was none: old programs write names in older alphabets. */
export function misnamed(name: string): Error {
  return new Error(`${JSON.stringify(name)} has a name in an old alphabet, rename it`)
}
