import type { Reading } from '#sources/submission.ts'
import type { Unit } from '#sources/vocabulary/unit.ts'

/** What a scripted file asks of its reader. */
export type Script =
  | { readonly do: 'answer'; readonly reading: Reading }
  | { readonly do: 'hang' | 'fill-memory' | 'die' | 'throw' | 'look-around' | 'who' }

const NOTHING: Reading = { outcome: 'rejected', sheets: [], problems: [] }

/** A file that says itself what is read from it, so that a test of the stages needs no workbook. */
export function scripted(script: Script): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(script))
}

/** Answers in this process, for files that only answer. */
export async function scriptedReading({ bytes }: { readonly bytes: Uint8Array }): Promise<Reading> {
  const script = JSON.parse(new TextDecoder().decode(bytes)) as Script
  if (script.do !== 'answer') throw new Error(`no answer to '${script.do}' in this process`)
  return script.reading
}

/** Stands in for `#sources/read.ts` in a reader child. */
export async function read(bytes: Uint8Array, context: object): Promise<Reading> {
  const script = JSON.parse(new TextDecoder().decode(bytes)) as Script
  if (script.do === 'answer') return script.reading
  if (script.do === 'hang') for (;;);
  if (script.do === 'fill-memory')
    for (const hoard: number[][] = []; ; ) hoard.push(new Array(1e5).fill(0.5))
  if (script.do === 'die') process.kill(process.pid, 'SIGKILL')
  if (script.do === 'throw') throw new RangeError('ô B9: Nguyễn Văn Kín')
  if (script.do === 'who') return answering({ pid: process.pid })
  return answering({
    environment: Object.keys(process.env).sort(),
    folder: process.cwd(),
    context: JSON.stringify(context, (key, value) =>
      key === 'places'
        ? value.communesOf('24', '2026-02-01').map((unit: Unit) => unit.code)
        : value,
    ),
    owes: String(
      (context as { plan: { owed(r: string, f: string): boolean } }).plan.owed(
        'police:07210',
        'returnee-register',
      ),
    ),
    owesNot: String(
      (context as { plan: { owed(r: string, f: string): boolean } }).plan.owed(
        'police:07246',
        'returnee-register',
      ),
    ),
  })
}

function answering(facts: Reading['problems'][number]['facts']): Reading {
  return {
    ...NOTHING,
    problems: [
      {
        code: 'no-known-form',
        severity: 'error',
        sheet: null,
        cell: null,
        field: null,
        value: null,
        personal: false,
        facts,
      },
    ],
  }
}
