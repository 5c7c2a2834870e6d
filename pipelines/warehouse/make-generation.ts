import { planFor } from '#models/plans/index.ts'
import { places, referenceSha, restrictTo } from '#sources/reference/places.ts'
import { requireAgreement } from '../ledger/disagreement.ts'
import { extensionsUntil } from '../ledger/extensions.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import { sentenceOf } from '../mistakes.ts'
import { ParsedError, readParsed } from '../vault/parsed.ts'
import { build } from './build.ts'
import type { BuildAnswer, BuildReport, BuildRequest } from './builder.ts'
import { resultHash } from './dump.ts'
import { openReadOnly } from './engine.ts'
import { knownSubmissions } from './known.ts'
import { verify } from './verify.ts'

/** Makes the generation that a request describes and says how that ended; `read` gives a parsed file of a folder by its name. */
export function makeGeneration(
  request: BuildRequest,
  read: typeof readParsed = readParsed,
): Promise<BuildAnswer> {
  return make(request, read).then(
    (report) => ({ kind: 'built', report }),
    (error: Error) => ({
      kind: 'refused',
      why: sentenceOf(error),
      readAgain: error instanceof ParsedError ? error.path : null,
    }),
  )
}

/** Builds, closes, opens again read-only and proves what is in it. */
async function make(request: BuildRequest, read: typeof readParsed): Promise<BuildReport> {
  const submissions = await loaded(request, read)
  const engine = await openReadOnly(request.file)
  try {
    const { rows, values } = await verify(engine)
    return { resultHash: await resultHash(engine), submissions, rows, values }
  } finally {
    engine.close()
  }
}

async function loaded(request: BuildRequest, read: typeof readParsed): Promise<number> {
  const ledger = await openLedgerReadOnly(request.ledger)
  try {
    const submissions = await knownSubmissions(ledger.db, request.knownUntil)
    await build(request.file, {
      plan: planFor(request.plan, request.province),
      places: request.communes === null ? places() : restrictTo(places(), request.communes),
      meta: {
        business_date: request.businessDate,
        known_until: request.knownUntil,
        code_version: request.codeVersion,
        reference_sha: referenceSha(),
        key_id: request.keyId,
      },
      submissions,
      extensions: await extensionsUntil(ledger.db, request.knownUntil),
      async parsed({ submission }) {
        const parsed = await read(request.parsed, submission.parsed_name)
        requireAgreement(request.parsed, submission, parsed.header)
        return parsed
      },
    })
    return submissions.length
  } finally {
    await ledger.close()
  }
}
