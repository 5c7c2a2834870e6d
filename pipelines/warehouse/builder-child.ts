import { planById } from '#models/plans/index.ts'
import { places, referenceSha, restrictTo } from '#sources/reference/places.ts'
import { requireAgreement } from '../ledger/disagreement.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import type { Submission } from '../ledger/schema.ts'
import { sentenceOf } from '../mistakes.ts'
import { type Parsed, ParsedError, readParsed } from '../vault/parsed.ts'
import { build } from './build.ts'
import { resultHash } from './dump.ts'
import { openReadOnly } from './engine.ts'
import type { BuildAnswer, BuildReport, BuildRequest } from './generation.ts'
import { knownSubmissions } from './known.ts'
import { verify } from './verify.ts'

process.once('disconnect', () => process.exit(1))
process.once('message', (request: BuildRequest) => {
  make(request).then(
    (report) => answer({ kind: 'built', report }),
    (error: Error) =>
      answer({
        kind: 'refused',
        why: sentenceOf(error),
        readAgain: error instanceof ParsedError ? error.path : null,
      }),
  )
})

function answer(said: BuildAnswer): void {
  process.send?.(said, () => process.exit(0))
}

/** Builds the generation that a request describes, closes it, opens it again read-only and proves what is in it. */
async function make(request: BuildRequest): Promise<BuildReport> {
  const plan = planById(request.plan)
  if (plan === undefined) throw new RangeError(`plan '${request.plan}' is not in models/plans`)
  const ledger = await openLedgerReadOnly(request.ledger)
  const submissions = await knownSubmissions(ledger.db, request.knownUntil)
  await build(request.file, {
    plan,
    places: request.communes === null ? places() : restrictTo(places(), request.communes),
    meta: {
      business_date: request.businessDate,
      known_until: request.knownUntil,
      code_version: request.codeVersion,
      reference_sha: referenceSha(),
      key_id: request.keyId,
    },
    submissions,
    parsed: ({ submission }) => agreedParsed(request.parsed, submission),
  })
  await ledger.close()
  const engine = await openReadOnly(request.file)
  try {
    const { rows, values } = await verify(engine)
    return { resultHash: await resultHash(engine), submissions: submissions.length, rows, values }
  } finally {
    engine.close()
  }
}

async function agreedParsed(folder: string, known: Submission): Promise<Parsed> {
  const parsed = await readParsed(folder, known.parsed_name)
  requireAgreement(folder, known, parsed.header)
  return parsed
}
