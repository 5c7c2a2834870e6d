import { planFor } from '#models/plans/index.ts'
import { places, referenceSha, restrictTo } from '#sources/reference/places.ts'
import { requireAgreement } from '../ledger/disagreement.ts'
import { extensionsUntil } from '../ledger/extensions.ts'
import { openLedgerReadOnly } from '../ledger/open.ts'
import type { Submission } from '../ledger/schema.ts'
import { sentenceOf } from '../mistakes.ts'
import { inParallel } from '../steps/parallel.ts'
import { type Parsed, ParsedError, readParsed } from '../vault/parsed.ts'
import { build } from './build.ts'
import type { BuildAnswer, BuildReport, BuildRequest, Preparation } from './builder.ts'
import { resultHash } from './dump.ts'
import { openReadOnly } from './engine.ts'
import { knownSubmissions } from './known.ts'
import { verify } from './verify.ts'

/** Parsed files that were loaded ahead, by name; a name says everything that its content depends on. */
const ahead = new Map<string, Promise<Parsed | null>>()

process.once('disconnect', () => process.exit(1))
process.on('message', (message: Preparation | BuildRequest) => {
  if ('file' in message) work(message)
  else prepare(message).catch(() => {})
})

function work(request: BuildRequest): void {
  make(request).then(
    (report) => answer({ kind: 'built', report }),
    (error: Error) =>
      answer({
        kind: 'refused',
        why: sentenceOf(error),
        readAgain: error instanceof ParsedError ? error.path : null,
      }),
  )
}

/** Loads what can be known before the request; whatever fails here is met again, and told, by the build that needs it. */
async function prepare({ ledger: path, parsed }: Preparation): Promise<void> {
  places()
  const ledger = await openLedgerReadOnly(path)
  const named = await ledger.db.selectFrom('submission').select('parsed_name').execute()
  await ledger.close()
  await inParallel(named, 4, async ({ parsed_name }) => {
    const loading = readParsed(parsed, parsed_name).catch(() => null)
    ahead.set(parsed_name, loading)
    await loading
  })
}

async function parsedOf(folder: string, name: string): Promise<Parsed> {
  const loaded = await ahead.get(name)
  ahead.delete(name)
  return loaded ?? readParsed(folder, name)
}

function answer(said: BuildAnswer): void {
  process.send?.(said, () => process.exit(0))
}

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
  const parsed = await parsedOf(folder, known.parsed_name)
  requireAgreement(folder, known, parsed.header)
  return parsed
}
