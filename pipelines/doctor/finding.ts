/** One thing looked at: what was found, and what mends it. */
export interface Finding {
  readonly check: string
  readonly ok: boolean
  readonly found: string
  /** Null when nothing is to be mended. */
  readonly remedy: string | null
}

/** Something wrong, with the command or act that mends it. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly remedy: string

  constructor(found: string, remedy: string) {
    super(found)
    this.remedy = remedy
  }
}

/** Carries out a check and enters what it said; its answer goes on to those that need it. */
export type Look = <T>(
  check: string,
  remedy: string,
  probe: () => Promise<T>,
  said?: (found: T) => string,
) => Promise<T | null>

/** Collects findings in order; `remedy` is what mends an error that brings no remedy of its own. */
export function notebook(): { readonly findings: readonly Finding[]; readonly look: Look } {
  const findings: Finding[] = []
  return {
    findings,
    async look(check, remedy, probe, said = String) {
      try {
        const found = await probe()
        findings.push({ check, ok: true, found: said(found), remedy: null })
        return found
      } catch (cause) {
        const own = cause instanceof Fault ? cause.remedy : remedy
        findings.push({ check, ok: false, found: (cause as Error).message, remedy: own })
        return null
      }
    },
  }
}

const SHOWN = 5

/** Throws a {@link Fault} that names the first few of what is wrong, when anything is. */
export function requireNone(wrong: readonly string[], remedy: string): void {
  if (wrong.length === 0) return
  const more = wrong.length > SHOWN ? `; and ${wrong.length - SHOWN} more` : ''
  throw new Fault(`${wrong.slice(0, SHOWN).join('; ')}${more}`, remedy)
}
