import { examine } from '../doctor/index.ts'
import { type Answer, answer, type Context } from './command.ts'

export interface DoctorOptions {
  /** Also read every byte of vault, parsed files and generations, and compare them with the ledger. */
  readonly full?: boolean
}

/** Says what is wrong with a site and the command or act that mends it; changes nothing. */
export async function doctor(
  { site }: Context,
  { full = false }: DoctorOptions = {},
): Promise<Answer> {
  const findings = await examine(site, full)
  const ok = findings.every((finding) => finding.ok)
  return answer(
    { ok, findings },
    findings.map(
      ({ check, ok: fine, found, remedy }) =>
        `${fine ? '✓' : '✗'} ${check.padEnd(13)} ${found}${remedy === null ? '' : `\n  → ${remedy}`}`,
    ),
    ok,
  )
}
