import { planFor } from '#models/plans/index.ts'
import { places, referenceSha, restrictTo } from '#sources/reference/places.ts'
import { extensionsUntil } from '../ledger/extensions.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import { sentenceOf } from '../mistakes.ts'
import { readParsed } from '../vault/parsed.ts'
import { build } from './build.ts'
import { resultHash } from './dump.ts'
import { openReadOnly } from './engine.ts'
import type { BuildReport, BuildRequest } from './generation.ts'
import { knownSubmissions } from './known.ts'
import { verify } from './verify.ts'

process.once('disconnect', () => process.exit(1))
process.once('message', (request: BuildRequest) => {
  make(request).then(
    (report) => process.send?.(report, () => process.exit(0)),
    (error: Error) => {
      process.stderr.write(`${sentenceOf(error)}\n`)
      process.exit(1)
    },
  )
})

/** Builds the generation that a request describes, closes it, opens it again read-only and proves what is in it. */
async function make(request: BuildRequest): Promise<BuildReport> {
  const plan = planFor(request.plan, request.province)
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
    extensions: await extensionsUntil(ledger.db, request.knownUntil),
    parsed: ({ submission }) => readParsed(request.parsed, submission.parsed_name),
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
